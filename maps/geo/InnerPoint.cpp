// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/geo/InnerPoint.h"

#include <algorithm>

namespace sz::maps {

namespace {

/// Best of a grid of points, then of a finer one round it.
std::optional<Mercator>
searchInner(const Shape& shape, const MercatorBox& within, int steps, double& best)
{
    std::optional<Mercator> found;
    for (int iy = 0; iy < steps; ++iy) {
        for (int ix = 0; ix < steps; ++ix) {
            const Mercator p{
                within.min.x + within.width() * (ix + 0.5) / steps,
                within.min.y + within.height() * (iy + 0.5) / steps};
            const double rim = std::min(
                {p.x - within.min.x, within.max.x - p.x, p.y - within.min.y, within.max.y - p.y});
            if (rim > best && ringsContain(shape.rings, p)) {
                const double d = std::min(rim, distanceToRings(shape.rings, p));
                if (d > best) {
                    best = d;
                    found = p;
                }
            }
        }
    }
    return found;
}

} // namespace

std::optional<Mercator> innerPoint(const Shape& shape, const MercatorBox& within)
{
    const MercatorBox common{
        {std::max(shape.box.min.x, within.min.x), std::max(shape.box.min.y, within.min.y)},
        {std::min(shape.box.max.x, within.max.x), std::min(shape.box.max.y, within.max.y)}};
    if (common.isEmpty()) {
        return std::nullopt;
    }
    double best = 0;
    const auto rough = searchInner(shape, common, 12, best);
    if (!rough) {
        return std::nullopt;
    }
    const double dx = common.width() / 12;
    const double dy = common.height() / 12;
    const auto fine = searchInner(
        shape, {{rough->x - dx, rough->y - dy}, {rough->x + dx, rough->y + dy}}, 4, best);
    return fine && within.contains(*fine) ? fine : rough;
}

} // namespace sz::maps
