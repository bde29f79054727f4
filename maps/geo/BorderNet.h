// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The areas' rings taken apart into borders that two areas share, so that each border is thinned and drawn once.

#include "data/plan/Plan.h"
#include "maps/geo/Polyline.h"

#include <vector>

namespace sz::maps {

/// A border between two nodes (or a closed one), with what lies on either side of it; 0 = outside the city.
struct Border
{
    int left = 0;
    int right = 0;
    Line points;
};

/// Cuts the rings of all areas at the points where three or more borders meet. Vertices within 1e-7 degree are one.
/// Neighbours that do not share their vertices keep two borders, each with 0 on the far side.
[[nodiscard]] std::vector<Border> borderNet(const std::vector<plan::Area>& areas);

/// Rings (winding consistently, closed) round everything whose side satisfies `isInside(areaNumber)`.
template <class Predicate>
[[nodiscard]] std::vector<Line> ringsAround(const std::vector<Border>& net, Predicate isInside);

/// Chains pieces end to start into closed lines.
[[nodiscard]] std::vector<Line> chained(std::vector<Line> pieces);

template <class Predicate>
std::vector<Line> ringsAround(const std::vector<Border>& net, Predicate isInside)
{
    std::vector<Line> pieces;
    for (const Border& border : net) {
        const bool left = isInside(border.left);
        if (left != isInside(border.right)) {
            pieces.push_back(
                left ? border.points : Line(border.points.rbegin(), border.points.rend()));
        }
    }
    return chained(std::move(pieces));
}

} // namespace sz::maps
