// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/packs/TileId.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

namespace sz::packs {
namespace {

constexpr double kMostLatitude = 85.0511287798066;

double column(double lon, int zoom)
{
    return (lon + 180) / 360 * std::ldexp(1.0, zoom);
}

double row(double lat, int zoom)
{
    const double radians = std::clamp(lat, -kMostLatitude, kMostLatitude) * std::numbers::pi / 180;
    return (1 - std::asinh(std::tan(radians)) / std::numbers::pi) / 2 * std::ldexp(1.0, zoom);
}

double latitude(double y, int zoom)
{
    const double n = std::numbers::pi * (1 - 2 * y / std::ldexp(1.0, zoom));
    return std::atan(std::sinh(n)) * 180 / std::numbers::pi;
}

// Bounds are written with few digits: a hundredth of a tile is no tile.
constexpr double kSliver = 0.01;

std::uint32_t firstOf(double value, int zoom)
{
    const double most = std::ldexp(1.0, zoom) - 1;
    return static_cast<std::uint32_t>(std::clamp(std::floor(value + kSliver), 0.0, most));
}

std::uint32_t lastOf(double value, int zoom)
{
    const double most = std::ldexp(1.0, zoom) - 1;
    return static_cast<std::uint32_t>(std::clamp(std::ceil(value - kSliver) - 1, 0.0, most));
}

// One step of the Hilbert curve: turns the quadrant so that the next smaller one begins where this one does.
void turn(std::uint64_t side, std::uint64_t& x, std::uint64_t& y, bool isRight, bool isLower)
{
    if (!isLower) {
        if (isRight) {
            x = side - 1 - x;
            y = side - 1 - y;
        }
        std::swap(x, y);
    }
}

std::uint64_t tilesBelow(int zoom)
{
    return ((std::uint64_t{1} << (2 * zoom)) - 1) / 3;
}

} // namespace

bool TileId::isValid() const
{
    return zoom >= 0 && zoom <= kDeepestZoom && x < (1U << zoom) && y < (1U << zoom);
}

bool Bounds::isSane() const
{
    return !isEmpty() && west >= -180.01 && east <= 180.01 && south >= -90.01 && north <= 90.01;
}

void Bounds::include(const Bounds& other)
{
    if (isEmpty()) {
        *this = other;
        return;
    }
    west = std::min(west, other.west);
    south = std::min(south, other.south);
    east = std::max(east, other.east);
    north = std::max(north, other.north);
}

std::uint64_t TileRange::count() const
{
    return std::uint64_t{last.x - first.x + 1} * (last.y - first.y + 1);
}

bool TileRange::contains(const TileId& tile) const
{
    return tile.zoom == first.zoom && tile.x >= first.x && tile.x <= last.x && tile.y >= first.y
           && tile.y <= last.y;
}

std::uint64_t TileRange::indexOf(const TileId& tile) const
{
    return std::uint64_t{tile.y - first.y} * (last.x - first.x + 1) + (tile.x - first.x);
}

TileId TileRange::at(std::uint64_t index) const
{
    const std::uint64_t wide = last.x - first.x + 1;
    return {
        first.zoom, first.x + static_cast<std::uint32_t>(index % wide),
        first.y + static_cast<std::uint32_t>(index / wide)};
}

TileRange tilesIn(const Bounds& bounds, int zoom)
{
    TileRange range{
        {zoom, firstOf(column(bounds.west, zoom), zoom), firstOf(row(bounds.north, zoom), zoom)},
        {zoom, lastOf(column(bounds.east, zoom), zoom), lastOf(row(bounds.south, zoom), zoom)}};
    range.last.x = std::max(range.first.x, range.last.x); // narrower than a sliver
    range.last.y = std::max(range.first.y, range.last.y);
    return range;
}

Bounds boundsOf(const TileId& tile)
{
    const double side = std::ldexp(1.0, tile.zoom);
    return {
        tile.x / side * 360 - 180, latitude(tile.y + 1.0, tile.zoom),
        (tile.x + 1.0) / side * 360 - 180, latitude(tile.y, tile.zoom)};
}

std::uint64_t hilbertId(const TileId& tile)
{
    std::uint64_t x = tile.x;
    std::uint64_t y = tile.y;
    std::uint64_t along = 0;
    for (std::uint64_t side = (std::uint64_t{1} << tile.zoom) / 2; side > 0; side /= 2) {
        const bool isRight = (x & side) != 0;
        const bool isLower = (y & side) != 0;
        along += side * side * ((isRight ? 3U : 0U) ^ (isLower ? 1U : 0U));
        x &= side - 1;
        y &= side - 1;
        turn(side, x, y, isRight, isLower);
    }
    return tilesBelow(tile.zoom) + along;
}

TileId fromHilbertId(std::uint64_t id)
{
    int zoom = 0;
    while (zoom <= kDeepestZoom && id >= tilesBelow(zoom + 1)) {
        ++zoom;
    }
    if (zoom > kDeepestZoom) {
        return {zoom, 0, 0};
    }
    std::uint64_t along = id - tilesBelow(zoom);
    std::uint64_t x = 0;
    std::uint64_t y = 0;
    for (std::uint64_t side = 1; side < (std::uint64_t{1} << zoom); side *= 2) {
        const bool isRight = (along & 2) != 0;
        const bool isLower = ((along & 1) != 0) != isRight;
        turn(side, x, y, isRight, isLower);
        x += isRight ? side : 0;
        y += isLower ? side : 0;
        along /= 4;
    }
    return {zoom, static_cast<std::uint32_t>(x), static_cast<std::uint32_t>(y)};
}

} // namespace sz::packs
