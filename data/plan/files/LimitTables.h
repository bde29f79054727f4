// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Parts of a plan's limits that stand in two files: of all kinds (limits.toml) and of one (kinds.toml).

#include "data/plan/files/Reading.h"

namespace sz::plan {

/// [kind.limits] with its grades and modes.
void readKindLimits(NodeReader reader, Kind& kind, const Plan& plan);
/// [[ladder]] of a table; each rung later than the one before. `owner` tells its rungs from those of another ladder.
[[nodiscard]] std::vector<Rung>
readLadder(NodeReader& outer, const std::string& owner, Reading& reading);
/// What a rung is known by among the definitions.
[[nodiscard]] std::string rungName(const std::string& owner, const Rung& rung);
/// The owner of a kind's ladder.
[[nodiscard]] std::string ladderOwner(const KindCode& kind);

} // namespace sz::plan
