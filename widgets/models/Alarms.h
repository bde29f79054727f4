// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What is late and nobody has confirmed, and how many limits stand at each lamp: pure functions of incidents and time.

#include "data/model/World.h"

#include <map>
#include <optional>
#include <vector>

namespace sz::widgets {

/// Open incidents by their worst lamp.
struct LampCounts
{
    int near = 0;
    int behind = 0;
    int late = 0;
    bool operator==(const LampCounts&) const = default;
};
using Incidents = std::map<IncidentId, model::IncidentPtr>;
[[nodiscard]] LampCounts lampCounts(const Incidents& incidents, Instant now);

/// One broken limit that nobody has confirmed. States as in standards.md §6.
struct Alarm
{
    model::IncidentPtr incident; ///< never null
    model::Step step;
    std::optional<Instant> clearedAt{}; ///< it has gone by itself: shown until somebody has seen it
};
/// Standing ones first, by harm: grade, then late for longest. At most one entry a step; none that is put aside.
[[nodiscard]] std::vector<Alarm> openAlarms(const Incidents& incidents, Instant now);
/// Gone by themselves within the last two hours and seen by nobody, by harm; open incidents only.
[[nodiscard]] std::vector<Alarm>
clearedAlarms(const plan::Plan& plan, const Incidents& incidents, Instant now);

/// A late item that is put aside now.
struct Shelved
{
    model::IncidentPtr incident; ///< never null
    model::Step step;
    model::Shelf shelf;
};
/// The one that comes back first stands first.
[[nodiscard]] std::vector<Shelved> shelvedAlarms(const Incidents& incidents, Instant now);

/// Orders of an incident that a reminder would go to: not signed for, else open and without any word back.
[[nodiscard]] std::vector<OrderId> ordersToRemind(const model::Incident& incident);

} // namespace sz::widgets
