// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What planners wrote by name and what was agreed to, as changes over a roster: the page, the handover and the alarms read one answer.

#include "data/model/ModeActs.h"
#include "data/model/ShiftState.h"
#include "data/roster/Book.h"

namespace sz::roster {

/// Of one post: cells by name, then swaps, substitutes and no-shows that a second person agreed to. A cell that was edited after a
/// change was agreed to says it all. Names and labels that are new are added.
[[nodiscard]] PostChanges
changesOf(RosterBook& book, const model::ShiftState& state, PostIndex post);

/// When the city was and is in which mode, for Roster::modes: turns in headquarters' order, ascending even where a desk's clock was behind.
[[nodiscard]] std::vector<ModeChange> modesOf(const std::vector<model::ModeTurn>& turns);

/// The whole roster with them; posts that the roster does not have are left out. Linear in cells and changes.
void write(Roster& roster, const model::ShiftState& state);

} // namespace sz::roster
