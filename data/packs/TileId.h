// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Squares of the Web Mercator pyramid, as every tile pack numbers them.

#include "data/base/Geo.h"

#include <cstdint>

namespace sz::packs {

/// Deepest zoom a pack may hold: 2 cm a pixel.
inline constexpr int kDeepestZoom = 22;

/// Zoom 0 is one tile of the whole world; x counts from 180° W, y from 85.05° N southwards (XYZ, not TMS).
struct TileId
{
    int zoom = 0;
    std::uint32_t x = 0;
    std::uint32_t y = 0;

    /// x and y exist at this zoom.
    [[nodiscard]] bool isValid() const;
    bool operator==(const TileId&) const = default;
};

/// Degrees WGS-84; empty unless west < east and south < north.
struct Bounds
{
    double west = 0;
    double south = 0;
    double east = 0;
    double north = 0;

    [[nodiscard]] bool isEmpty() const { return !(west < east && south < north); }
    /// Within the world and not empty.
    [[nodiscard]] bool isSane() const;
    void include(const Bounds& other);
    bool operator==(const Bounds&) const = default;
};

/// Columns and rows from `first` to `last`, both included.
struct TileRange
{
    TileId first;
    TileId last;

    [[nodiscard]] std::uint64_t count() const;
    [[nodiscard]] bool contains(const TileId& tile) const;
    /// Row by row from the north-west; only of tiles that are contained.
    [[nodiscard]] std::uint64_t indexOf(const TileId& tile) const;
    [[nodiscard]] TileId at(std::uint64_t index) const;
};

/// Tiles that show some of the bounds. An edge that lies on the line between two tiles belongs to neither neighbour outside.
[[nodiscard]] TileRange tilesIn(const Bounds& bounds, int zoom);
/// What a tile shows.
[[nodiscard]] Bounds boundsOf(const TileId& tile);

/// PMTiles v3, "tile id": all tiles of lower zooms first, then the place on the zoom's Hilbert curve.
[[nodiscard]] std::uint64_t hilbertId(const TileId& tile);
/// The reverse; zooms beyond kDeepestZoom give an invalid tile.
[[nodiscard]] TileId fromHilbertId(std::uint64_t id);

} // namespace sz::packs
