// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/packs/TilePlacing.h"

#include <algorithm>
#include <cmath>

namespace sz::maps {
namespace {

constexpr int kFartherOff = 2;

} // namespace

QRectF PictureFrame::placeOf(const packs::TileId& tile) const
{
    const double count = std::ldexp(1.0, tile.zoom);
    const auto pixel = [&](double at, double origin) {
        return std::round((at / count - origin) * pixelsPerUnit());
    };
    const QPointF from(pixel(tile.x, box.min.x), pixel(tile.y, box.min.y));
    return {from, QPointF(pixel(tile.x + 1.0, box.min.x), pixel(tile.y + 1.0, box.min.y))};
}

QRect PictureFrame::rectOf(const MercatorBox& other) const
{
    const auto pixel = [this](double at, double origin) {
        return std::clamp((at - origin) * pixelsPerUnit(), -1.0, 1e6);
    };
    const QPointF from(pixel(other.min.x, box.min.x), pixel(other.min.y, box.min.y));
    const QPointF to(pixel(other.max.x, box.min.x), pixel(other.max.y, box.min.y));
    return QRectF(from, to).toAlignedRect() & rect();
}

std::optional<int> zoomFor(const PictureFrame& frame, const PackZooms& zooms)
{
    const double exact = std::log2(frame.pixelsPerUnit() / zooms.tileSide);
    const int wanted = static_cast<int>(std::lround(exact));
    if (wanted < zooms.least - kFartherOff) {
        return std::nullopt;
    }
    return std::clamp(wanted, zooms.least, zooms.most);
}

std::vector<packs::TileId> tilesFor(const PictureFrame& frame, int zoom)
{
    const double count = std::ldexp(1.0, zoom);
    const auto first = [count](double at) {
        return static_cast<std::uint32_t>(std::clamp(std::floor(at * count), 0.0, count - 1));
    };
    const auto last = [count](double at) {
        return static_cast<std::uint32_t>(std::clamp(std::ceil(at * count) - 1, 0.0, count - 1));
    };
    std::vector<packs::TileId> tiles;
    for (std::uint32_t y = first(frame.box.min.y); y <= last(frame.box.max.y); ++y) {
        for (std::uint32_t x = first(frame.box.min.x); x <= last(frame.box.max.x); ++x) {
            tiles.push_back({zoom, x, y});
        }
    }
    return tiles;
}

TileCut cutFor(const QRect& within, const QRectF& place, QSize image)
{
    const QRect target = place.toRect() & within;
    const double wide = image.width() / place.width();
    const double high = image.height() / place.height();
    return {
        target,
        {(target.x() - place.x()) * wide, (target.y() - place.y()) * high, target.width() * wide,
         target.height() * high}};
}

packs::TileId ancestorOf(const packs::TileId& tile, int levels)
{
    const auto shift = static_cast<unsigned>(levels);
    return {tile.zoom - levels, tile.x >> shift, tile.y >> shift};
}

} // namespace sz::maps
