// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/plan/areas/AreaChange.h"

#include "data/plan/areas/Shape.h"
#include "data/plan/files/Rings.h"

#include <algorithm>
#include <cmath>

namespace sz::plan {
namespace {

// A name stands inside its area.
Wgs84 labelFor(const MultiPolygon& outline, Wgs84 before)
{
    try {
        const Shape shape = shapeOf(outline);
        if (shape.empty() || bg::within(ShapePoint(before.lon, before.lat), shape)) {
            return before;
        }
        const auto largest = std::ranges::max_element(
            shape, {}, [](const ShapePart& part) { return std::abs(bg::area(part)); });
        ShapePoint inside;
        bg::point_on_surface(*largest, inside);
        return {inside.x(), inside.y()};
    } catch (const bg::exception&) {
        return before;
    }
}

} // namespace

std::shared_ptr<const Plan> changedPlan(const Plan& before, const AreaChange& change)
{
    auto plan = std::make_shared<Plan>(before);
    for (const AreaOutline& one : change.outlines) {
        const auto area = std::ranges::find(plan->areas, one.area, &Area::number);
        if (area != plan->areas.end()) {
            area->outline = one.outline;
            area->km2 = km2Of(one.outline);
            area->label = labelFor(one.outline, area->label);
        }
    }
    for (const StreetMove& move : change.streets) {
        const auto street = std::ranges::find(plan->streets, move.street, &Street::code);
        if (street == plan->streets.end() || plan->area(move.area) == nullptr) {
            continue;
        }
        for (Community& community : plan->communities) {
            if (community.street == street->code && community.area == street->area) {
                community.area = move.area;
            }
        }
        street->area = move.area;
    }
    return plan;
}

// Division by a whole power of ten gives the very number that reading six decimals gives.
Wgs84 onGrid(Wgs84 point)
{
    constexpr double kSteps = 1e6;
    return {std::round(point.lon * kSteps) / kSteps, std::round(point.lat * kSteps) / kSteps};
}

} // namespace sz::plan
