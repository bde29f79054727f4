// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Whether the edges of a polygon cross, within a bound of work that a whole file shares.

#include "data/base/Geo.h"

#include <cstdint>
#include <optional>

namespace sz::layers {

enum class Crossing : std::uint8_t {
    None,
    Found,
    TooComplex, ///< the budget is spent
};

/// Edges properly cross: the ends of each lie on both sides of the other, 0.1 mm or more away. Touching and lying upon each
/// other are not crossing. `budget`: pairs to look at, is lowered; a pair that is near each other costs twenty. `where`: about there.
[[nodiscard]] Crossing findCrossing(const Polygon& polygon, std::int64_t& budget, Wgs84& where);

/// By counting edges; on the border either.
[[nodiscard]] bool isInside(const Ring& ring, Wgs84 point);

} // namespace sz::layers
