// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A coordinate system as a file or a person names it, and a pair of numbers in it.

#include "data/base/Result.h"
#include "data/geo/GaussKruger.h"

#include <string>
#include <string_view>

namespace sz::geo {

enum class Datum : std::uint8_t {
    Wgs84,
    Cgcs2000, ///< degrees
    Gcj02,
    Bd09,
    Gauss, ///< CGCS2000 / 3-degree Gauss-Krüger, metres
};

struct CoordinateSystem
{
    Datum datum = Datum::Wgs84;
    GaussZone zone{}; ///< Gauss only
    bool operator==(const CoordinateSystem&) const = default;

    [[nodiscard]] bool isPlane() const { return datum == Datum::Gauss; }
};

/// "wgs84", "cgcs2000", "gcj02", "bd09", "gk114" (central meridian), "gk38" (zone; eastings begin with it), "epsg:4326",
/// "epsg:4490", "epsg:4513" to "epsg:4554"; any case, hyphens do not matter. Errors: BadArgument.
[[nodiscard]] Result<CoordinateSystem> systemFrom(std::string_view name);

/// Longitude and latitude in degrees, or east and north in metres.
struct Pair
{
    double first = 0;
    double second = 0;
};

/// Errors: BadArgument when the numbers cannot be coordinates of that system (a latitude over 90, an easting of
/// another zone); the detail says which.
[[nodiscard]] Result<Wgs84> toWgs84(Pair pair, const CoordinateSystem& from);
[[nodiscard]] Pair fromWgs84(Wgs84 point, const CoordinateSystem& to);

} // namespace sz::geo
