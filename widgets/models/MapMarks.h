// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The board's incidents as marks on the map: a pure function, so that list and map cannot tell different stories.

#include "data/model/World.h"
#include "maps/layers/Mark.h"
#include "widgets/models/BoardOrder.h"

#include <compare>
#include <map>
#include <optional>
#include <vector>

namespace sz::widgets {

/// One mark for each open incident that the plan can place; late ones first, then by lamp, limit and id. An incident
/// without a point stands at the label point of its area and is approximate; one outside all areas has no mark.
/// `staleSince`: the link has been down since then; marks are dashed and tell their age.
[[nodiscard]] std::vector<maps::Mark> mapMarks(
    const std::map<IncidentId, model::IncidentPtr>& incidents,
    const plan::Plan& plan,
    Instant now,
    std::optional<Instant> staleSince = std::nullopt);

/// Where a mark stands among the others; smaller first.
struct MarkRank
{
    int lamp = 0;
    BoardRank rank;
    auto operator<=>(const MarkRank&) const = default;
};
[[nodiscard]] MarkRank markRank(const model::Incident& incident, Instant now);

/// The mark of an open incident; none when the plan cannot place it.
[[nodiscard]] std::optional<maps::Mark> markOf(
    const model::Incident& incident,
    const plan::Plan& plan,
    Instant now,
    std::optional<Instant> staleSince);
/// Its words at another moment: with the countdown of then.
[[nodiscard]] QString
markLabel(const maps::Mark& mark, const model::Incident& incident, Instant now);
/// "12 min ago"; empty while the link is up.
[[nodiscard]] QString markAge(Instant now, std::optional<Instant> staleSince);

} // namespace sz::widgets
