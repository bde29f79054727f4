// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/plan/KeyPlaces.h"

namespace sz::plan {

std::optional<KeyCircle> keyCircleAt(const Plan& plan, Wgs84 point)
{
    std::optional<KeyCircle> nearest;
    for (const KeyPlace& place : plan.keyPlaces) {
        if (!place.rises) {
            continue;
        }
        const double metres = distanceMetres(point, place.point);
        if (metres <= place.radiusMetres && (!nearest || metres < nearest->metres)) {
            nearest = {&place, metres};
        }
    }
    return nearest;
}

std::optional<KeyCircle> keyCircleAt(const Plan& plan, const Place& place)
{
    if (!place.point) {
        return std::nullopt;
    }
    const Street* street = plan.street(place.street);
    const bool isSeat = street != nullptr && street->seat == place.point;
    return isSeat ? std::nullopt : keyCircleAt(plan, *place.point);
}

Grade raised(Grade grade)
{
    return grade == Grade::I ? Grade::I : static_cast<Grade>(static_cast<int>(grade) - 1);
}

} // namespace sz::plan
