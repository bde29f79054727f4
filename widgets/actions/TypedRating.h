// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The part of the grammar behind 满意度: how content those were whom the matter served.

#include "widgets/actions/CommandParser.h"
#include "widgets/actions/TextReader.h"

namespace sz::widgets {

/// "4 回访 what they said": a score of 1 to 5, through which channel (回访 phone-back, 短信 text, 热线 hotline, 上门 visit; may be left
/// out), words (may be left out).
void takeRating(TextReader& reader, ParsedCommand& command);

} // namespace sz::widgets
