// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Changes of the sample plan that hold: a border between two areas moved by some hundred metres.

#include "data/model/PlanState.h"
#include "data/plan/areas/BorderEdit.h"

#include <stdexcept>

namespace sz::test {

/// A redrawn outline and a point that it moves to another area.
struct Redrawn
{
    plan::AreaChange change;
    Wgs84 point; ///< was in `from`, is in `to`
    int from = 0;
    int to = 0;
};

/// The first corner of `area` after `skip` others that can be moved so far (degrees) with every place still in one area.
[[nodiscard]] inline Redrawn
redrawn(const std::shared_ptr<const plan::Plan>& plan, int area, std::size_t skip = 0)
{
    const plan::PlaceIndex before(plan);
    plan::BorderEdit edit(plan, area);
    for (std::size_t i = 0; i < edit.corners().size(); ++i) {
        if (edit.corners()[i].isFixed || edit.corners()[i].isJunction) {
            continue;
        }
        const Wgs84 at = edit.corners()[i].at;
        for (const Wgs84 step : {Wgs84{0.002, 0.0015}, Wgs84{-0.002, 0.0015}}) {
            const Wgs84 to{at.lon + step.lon, at.lat + step.lat};
            if (!edit.move(i, to)) {
                continue;
            }
            const auto after = edit.result();
            const Wgs84 point{at.lon + step.lon / 3, at.lat + step.lat / 3};
            const int was = before.areaAt(point);
            const int is = plan::PlaceIndex(after).areaAt(point);
            if (plan::coverFaults(*after, {area}).empty() && was != is && was != 0 && is != 0
                && skip-- == 0) {
                return {{edit.changed(), {}}, point, was, is};
            }
            edit.undo();
        }
    }
    throw std::runtime_error("no corner of this area can be moved");
}

/// An area whose district has another one.
[[nodiscard]] inline int areaWithNeighbour(const plan::Plan& plan)
{
    for (const plan::District& district : plan.districts) {
        if (district.areas.size() > 1) {
            return district.areas.front();
        }
    }
    throw std::runtime_error("no district has two areas");
}

} // namespace sz::test
