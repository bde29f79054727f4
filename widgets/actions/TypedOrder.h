// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The part of the grammar behind 派: units, limits, words.

#include "widgets/actions/CommandParser.h"
#include "widgets/actions/TextReader.h"

namespace sz::widgets {

/// Reads "武昌,教育* 24h 签5m text" up to the end into the command; what is not understood becomes a complaint.
/// Units come first, apart by commas, or by spaces when named in full; a star makes the lead; a limit may stand
/// before or after the words.
void takeOrder(TextReader& reader, const CommandContext& context, ParsedCommand& command);

} // namespace sz::widgets
