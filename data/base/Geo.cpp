// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/base/Geo.h"

#include <cmath>
#include <numbers>

namespace sz {

double distanceMetres(Wgs84 a, Wgs84 b)
{
    constexpr double kRadius = 6371008.8;
    constexpr double kRad = std::numbers::pi / 180.0;
    const double sinLat = std::sin((b.lat - a.lat) * kRad / 2);
    const double sinLon = std::sin((b.lon - a.lon) * kRad / 2);
    const double h =
        sinLat * sinLat + std::cos(a.lat * kRad) * std::cos(b.lat * kRad) * sinLon * sinLon;
    return 2 * kRadius * std::asin(std::sqrt(std::min(1.0, h)));
}

} // namespace sz
