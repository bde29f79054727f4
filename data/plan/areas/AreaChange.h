// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What a change of the plan says: other outlines for some areas, streets that go to another area.

#include "data/plan/Plan.h"

#include <memory>

namespace sz::plan {

/// The whole new outline of one area, WGS-84, corners on the grid of 1e-6 degree.
struct AreaOutline
{
    int area = 0;
    MultiPolygon outline;
    bool operator==(const AreaOutline&) const = default;
};

struct StreetMove
{
    StreetCode street;
    int area = 0;
    bool operator==(const StreetMove&) const = default;
};

struct AreaChange
{
    std::vector<AreaOutline> outlines; ///< an area once
    std::vector<StreetMove> streets;   ///< a street once

    [[nodiscard]] bool isEmpty() const { return outlines.empty() && streets.empty(); }
    bool operator==(const AreaChange&) const = default;
};

/// The plan with the change made: outlines with their size and, where the old point lies outside the new outline, another
/// point for the name; streets with those of their communities that lay in the same area. What names no area or street of the plan
/// is passed over. Thread: any.
[[nodiscard]] std::shared_ptr<const Plan> changedPlan(const Plan& before, const AreaChange& change);

/// A coordinate on the grid of 1e-6 degree (0.1 m), in which outlines are written everywhere.
[[nodiscard]] Wgs84 onGrid(Wgs84 point);

} // namespace sz::plan
