// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What is late and nobody has confirmed, and how many limits stand at each lamp: pure functions of incidents and time.

#include "data/model/World.h"

#include <map>
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
[[nodiscard]] LampCounts
lampCounts(const std::map<IncidentId, model::IncidentPtr>& incidents, Instant now);

/// One broken limit that nobody has confirmed.
struct Alarm
{
    model::IncidentPtr incident; ///< never null
    model::Step step;
};
/// By harm: grade, then late for longest. At most one entry a step.
[[nodiscard]] std::vector<Alarm>
openAlarms(const std::map<IncidentId, model::IncidentPtr>& incidents, Instant now);

/// Orders of an incident that a reminder would go to: not signed for, else open and without any word back.
[[nodiscard]] std::vector<OrderId> ordersToRemind(const model::Incident& incident);

} // namespace sz::widgets
