// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// CGCS2000 / 3-degree Gauss-Krüger: what surveyors' and planning offices' plane coordinates are.

#include "data/base/Geo.h"

#include <optional>

namespace sz::geo {

/// Metres on the plane. Chinese forms call north X and east Y: here they have their names.
struct PlanePoint
{
    double east =
        0; ///< 500 km at the central meridian; with the zone's number in front where the zone says so
    double north = 0;
    bool operator==(const PlanePoint&) const = default;
};

/// One 3-degree zone.
struct GaussZone
{
    int number = 38; ///< 25 (75° E) to 45 (135° E); Wuhan: 38
    bool isPrefixed =
        false; ///< easting begins with the zone's number (EPSG:4513 to 4533), else not (4534 to 4554)

    [[nodiscard]] double centralMeridian() const { return number * 3.0; }
    bool operator==(const GaussZone&) const = default;
};

/// The zone a longitude lies in; nothing outside 73.5–136.5° E.
[[nodiscard]] std::optional<GaussZone> zoneOf(double lon);
/// By EPSG code 4513 to 4554.
[[nodiscard]] std::optional<GaussZone> zoneOfEpsg(int code);

/// Krüger's series to the sixth order of n (Karney 2011): better than a micrometre in and beside the zone.
[[nodiscard]] PlanePoint toPlane(Wgs84 point, GaussZone zone);
/// Nothing when the easting does not begin with the zone's number though it should, or lies beyond 4° of the meridian.
[[nodiscard]] std::optional<Wgs84> fromPlane(PlanePoint point, GaussZone zone);

} // namespace sz::geo
