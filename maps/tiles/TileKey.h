// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The name of one tile: which square of the ground, at which zoom, in which theme and on which kind of screen.

#include "maps/geo/WebMercator.h"
#include "maps/symbols/Tokens.h"

#include <QHashFunctions>

#include <vector>

namespace sz::maps {

/// Side of a tile in logical pixels.
inline constexpr int kTileSide = 512;

/// Tiles are painted for the very zoom at which the map rests, in steps of a thousandth, so their lines are crisp.
struct TileKey
{
    int zoom = 0; ///< thousandths
    int x = 0;    ///< columns of kTileSide pixels from 180° W
    int y = 0;    ///< rows of kTileSide pixels from 85.05° N
    symbols::Theme theme = symbols::Theme::Dark;
    int scale = 100; ///< device pixels per hundred logical ones

    [[nodiscard]] double zoomLevel() const { return zoom / 1000.0; }
    [[nodiscard]] MercatorBox box() const;
    bool operator==(const TileKey&) const = default;
};

[[nodiscard]] inline size_t qHash(const TileKey& k, size_t seed = 0)
{
    return qHashMulti(seed, k.zoom, k.x, k.y, static_cast<int>(k.theme), k.scale);
}

/// Everything tiles of one kind have in common.
struct TileLevel
{
    int zoom = 0; ///< thousandths
    symbols::Theme theme = symbols::Theme::Dark;
    int scale = 100;

    /// Tiles that touch a box, those nearest to its centre first.
    [[nodiscard]] std::vector<TileKey> covering(const MercatorBox& box) const;
    bool operator==(const TileLevel&) const = default;
};

} // namespace sz::maps
