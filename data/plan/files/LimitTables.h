// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Parts of a plan's limits that stand in two files: of all kinds (limits.toml) and of one (kinds.toml).

#include "data/plan/files/Reading.h"

namespace sz::plan {

/// [kind.limits] with its grades and modes.
void readKindLimits(NodeReader reader, Kind& kind, const Plan& plan);
/// [[ladder]] of a table; each rung later than the one before.
[[nodiscard]] std::vector<Rung> readLadder(NodeReader& outer, const char* file, Reading& reading);

} // namespace sz::plan
