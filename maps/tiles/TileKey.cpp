// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/tiles/TileKey.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace sz::maps {

MercatorBox TileKey::box() const
{
    const double side = kTileSide / worldPixels(zoomLevel());
    return {{x * side, y * side}, {(x + 1) * side, (y + 1) * side}};
}

std::vector<TileKey> TileLevel::covering(const MercatorBox& box) const
{
    const double perUnit = worldPixels(zoom / 1000.0) / kTileSide;
    const auto tile = [perUnit](double v) { return static_cast<int>(std::floor(v * perUnit)); };
    std::vector<TileKey> keys;
    for (int y = tile(box.min.y); y <= tile(box.max.y); ++y) {
        for (int x = tile(box.min.x); x <= tile(box.max.x); ++x) {
            keys.push_back({zoom, x, y, theme, scale});
        }
    }
    const Mercator centre = box.centre();
    const auto farness = [&](const TileKey& k) {
        return std::hypot(k.x + 0.5 - centre.x * perUnit, k.y + 0.5 - centre.y * perUnit);
    };
    std::ranges::stable_sort(keys, {}, farness);
    return keys;
}

} // namespace sz::maps
