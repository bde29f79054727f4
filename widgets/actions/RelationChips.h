// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Words of CommandWords for 并入, 串并, 分离 and 苗头.

#include "widgets/actions/CommandParser.h"
#include "widgets/common/ChipRow.h"

#include <vector>

namespace sz::widgets {

/// The other incident, or the date until which it is watched.
void addRelation(std::vector<Chip>& chips, const ParsedCommand& command, const plan::Plan& plan);
/// For the troubles of these acts only.
[[nodiscard]] QString relationComplaint(Trouble trouble);
/// "042 merged into 041".
[[nodiscard]] QString relationDone(const ParsedCommand& command);

} // namespace sz::widgets
