// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Which tiles of a pack belong to a picture of the ground, and where in it each lies.

#include "data/packs/TileId.h"
#include "maps/geo/WebMercator.h"

#include <QRect>
#include <QSize>

#include <optional>
#include <vector>

namespace sz::maps {

/// A picture's place: its pixels show this piece of the unit square.
struct PictureFrame
{
    MercatorBox box;
    QSize pixels;

    [[nodiscard]] double pixelsPerUnit() const { return pixels.width() / box.width(); }
    /// Pixels that show some of a box; at most the picture.
    [[nodiscard]] QRect rectOf(const MercatorBox& other) const;
    /// Whole pixels, so that neighbours meet; may reach beyond the picture.
    [[nodiscard]] QRectF placeOf(const packs::TileId& tile) const;
    [[nodiscard]] QRect rect() const { return {QPoint(), pixels}; }
};

/// The zooms of a pack and the side of its tiles in pixels.
struct PackZooms
{
    int least = 0;
    int most = 0;
    int tileSide = 256;
};
/// The zoom whose pixels come nearest to the picture's; its most when the picture needs more (overzoom), its least when the
/// picture is up to two zooms farther off. None beyond: a picture of thousands of tiles would take too long.
[[nodiscard]] std::optional<int> zoomFor(const PictureFrame& frame, const PackZooms& zooms);

/// Tiles that show some of the picture, row by row.
[[nodiscard]] std::vector<packs::TileId> tilesFor(const PictureFrame& frame, int zoom);

/// The part of a tile's image (its side in pixels) that is drawn into the part of the picture.
struct TileCut
{
    QRect target;
    QRectF source;
};
/// Never beyond `within`, a part of the picture, however far the tile is overzoomed; empty when it lies outside.
[[nodiscard]] TileCut cutFor(const QRect& within, const QRectF& place, QSize image);

/// The tile of a lower zoom in which this one lies.
[[nodiscard]] packs::TileId ancestorOf(const packs::TileId& tile, int levels);

} // namespace sz::maps
