// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Two numbers somebody typed or pasted where a place is asked for. Which datum they are in, only who has them knows.

#include "data/geo/CoordinateSystem.h"

#include <optional>
#include <string_view>
#include <vector>

namespace sz::geo {

struct TypedPair
{
    Pair pair; ///< longitude and latitude, or east and north, whichever way round they were typed
    bool isPlane = false;
    std::optional<CoordinateSystem> system; ///< named beside them: "GCJ-02", "高德"
};

/// "114.3055, 30.5928", "30.5928 114.3055", "东经114.3055°，北纬30.5928°", "114.311,30.590 高德", "38529299.86 3385869.45".
/// Degrees need two decimals and metres six digits: "12 5" is no place. Nothing: anything else is in it, or the numbers cannot
/// be coordinates.
[[nodiscard]] std::optional<TypedPair> typedPair(std::string_view typed);

/// The systems in which it is a point, the likeliest first: the one that was named; of degrees WGS-84 (CGCS2000 is the same),
/// GCJ-02, BD-09; of metres the zone in front of the easting, else that of `centreLon`. May be empty.
[[nodiscard]] std::vector<CoordinateSystem> readingsOf(const TypedPair& typed, double centreLon);

} // namespace sz::geo
