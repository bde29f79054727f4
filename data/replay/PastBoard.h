// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The fold of the whole board: the state after n entries and the entries that follow in, the state after those out. Pure.

#include "data/model/Drawings.h"
#include "data/model/ModeActs.h"
#include "data/model/World.h"
#include "data/replay/Timeline.h"

#include <functional>
#include <map>
#include <span>
#include <vector>

namespace sz::replay {

using Incidents = std::map<IncidentId, model::IncidentPtr>;
using Drills = std::map<std::string, model::ShiftDrill>; ///< by entry, as in model::ShiftState

/// How long a closed incident stays on a board (as DeskCore's).
inline constexpr std::chrono::hours kBoardPast{24};

/// What a board may need from a position on. Copies share the incidents.
struct PastBoard
{
    std::size_t position = 0;
    std::vector<model::IncidentPtr> incidents; ///< by id, none null; those long closed are left out
    model::ModeState mode;
    model::DrawingState drawings;
    Drills drills;
};

/// Gives the entries at these places of the feed, in any order of its own; as DeskReader::forEachOf.
using ReadPlaces = std::function<Result<void>(
    std::span<const std::uint64_t> seqs,
    const std::function<void(const store::ToldEntry&)>& visit)>;

/// The state at `to` (at most timeline.size()) from an earlier one. Same input, same output: what an entry means depends on
/// nothing but those before it. Entries nobody can read leave the state. Errors: those of `read`; BadArgument when `to` lies
/// before the state.
[[nodiscard]] Result<PastBoard> foldTo(
    const plan::Plan& plan,
    const Timeline& timeline,
    PastBoard from,
    std::size_t to,
    const ReadPlaces& read);

/// What a board shows of it at a moment: incidents that are open or were closed within a day, and whatever belongs to one of
/// them. `now` is not before the state's own moment.
[[nodiscard]] Incidents shownAt(const PastBoard& board, Instant now);

} // namespace sz::replay
