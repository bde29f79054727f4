// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The part of the grammar behind 并入, 串并, 分离 and 苗头: which other incident, until when, why.

#include "widgets/actions/CommandParser.h"
#include "widgets/actions/TextReader.h"

namespace sz::widgets {

/// The incident of a typed number; `day` is "1017-" or empty. Two days can hold the same serial: an open one before a closed one,
/// then the newest. Null when the board has none.
[[nodiscard]] model::IncidentPtr
incidentNumbered(const CommandContext& context, const QString& day, std::uint32_t serial);

/// "041 reason"; for a group also "止", "stop": out of it.
void takeOther(TextReader& reader, const CommandContext& context, ParsedCommand& command);
/// "3d reason", "10-20 reason", "止".
void takeWatch(TextReader& reader, const CommandContext& context, ParsedCommand& command);

/// The act of one of these four.
[[nodiscard]] model::Act relationAct(const ParsedCommand& command);

} // namespace sz::widgets
