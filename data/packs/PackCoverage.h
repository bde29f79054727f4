// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Which tiles of a pack are there, zoom by zoom, against what its bounds promise.

#include "data/packs/TileId.h"

#include <cstdint>
#include <map>
#include <vector>

namespace sz::packs {

struct ZoomCoverage
{
    int zoom = 0;
    std::uint64_t tiles = 0;          ///< in the file, twice the same counted once
    std::uint64_t expected = 0;       ///< that show some of the bounds
    std::uint64_t missing = 0;        ///< of the expected ones
    std::uint64_t outside = 0;        ///< beyond the bounds
    std::vector<TileId> firstMissing; ///< at most 5, row by row from the north-west
};

/// Notes each tile in a bit; zooms of which the bounds hold more than 2^28 tiles (32 MiB of bits) are counted only.
class PackCoverage
{
public:
    /// Zooms from `minZoom` to `maxZoom` appear even without tiles.
    PackCoverage(const Bounds& bounds, int minZoom, int maxZoom);

    /// False when it is there a second time.
    bool add(const TileId& tile);
    /// From the lowest zoom to the highest.
    [[nodiscard]] std::vector<ZoomCoverage> zooms() const;

private:
    struct Level
    {
        TileRange range;
        std::vector<bool> seen; ///< empty: too many to note
        std::uint64_t inside = 0;
        std::uint64_t outside = 0;
    };
    Level& levelOf(int zoom);

    Bounds m_bounds;
    std::map<int, Level> m_levels;
};

} // namespace sz::packs
