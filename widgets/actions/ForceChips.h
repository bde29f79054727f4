// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// How a command about a task force or a question was understood, and what came of it.

#include "widgets/actions/CommandParser.h"
#include "widgets/common/ChipRow.h"

namespace sz::widgets {

/// Goal and count, or who takes over. Nothing for commands of another kind.
void addForce(std::vector<Chip>& chips, const ParsedCommand& command, const plan::Plan& plan);
/// The reason of NoForce, NoGoal or NoCount.
[[nodiscard]] QString forceComplaint(Trouble trouble);
/// What Enter does, and what stands in the toast when it is done.
[[nodiscard]] QString forceEffect(const ParsedCommand& command);
[[nodiscard]] QString forceDone(const ParsedCommand& command);

} // namespace sz::widgets
