// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The part of the grammar behind 赛时, 平时 and 预案: what opens a sheet with what was typed in it.

#include "widgets/actions/CommandParser.h"
#include "widgets/actions/TextReader.h"
#include "widgets/common/ChipRow.h"

namespace sz::widgets {

/// Reads the reason. The rule is asked here: the act is not one of an incident.
void takeMode(TextReader& reader, const CommandContext& context, ParsedCommand& command);
/// Reads the card's name, a beginning of it or its initials; without one the cards that fit.
void takeCard(TextReader& reader, const CommandContext& context, ParsedCommand& command);

/// What the switch changes, or what the card orders.
void addModeChips(std::vector<Chip>& chips, const ParsedCommand& command, const plan::Plan& plan);
[[nodiscard]] QString modeComplaint(const Complaint& complaint);

} // namespace sz::widgets
