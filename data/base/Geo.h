// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Points and outlines in WGS-84. Other datums are other types: on a mainland map the difference is streets wide.

#include <array>
#include <vector>

namespace sz {

/// Degrees WGS-84 (EPSG:4326), longitude first as in RFC 7946.
struct Wgs84
{
    double lon = 0;
    double lat = 0;
    bool operator==(const Wgs84&) const = default;
};

/// Closed ring: the last point equals the first; at least 4 points.
using Ring = std::vector<Wgs84>;

/// One outer ring, then its holes.
struct Polygon
{
    std::vector<Ring> rings;
    bool operator==(const Polygon&) const = default;
};

/// Zero or more separate pieces (exclaves, islands).
struct MultiPolygon
{
    std::vector<Polygon> polygons;
    bool operator==(const MultiPolygon&) const = default;
};

/// Great-circle distance in metres on the mean earth sphere (6,371,008.8 m).
[[nodiscard]] double distanceMetres(Wgs84 a, Wgs84 b);

} // namespace sz
