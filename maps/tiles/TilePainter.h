// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Paints the ground (tints, rivers, borders) with QPainter: one tile for the map, or the whole city for the inset.

#include "maps/geo/BoundaryStore.h"
#include "maps/tiles/TileKey.h"

#include <QImage>

class QPainter;

namespace sz::maps {

/// Pen widths in logical pixels for a zoom (design §7).
struct BorderWidths
{
    double area = 0;
    double district = 0;
    double zone = 0;
    bool isDashed =
        false; ///< from 13.5 up: the data is good to about 100 m and must not look surveyed
};
[[nodiscard]] BorderWidths borderWidths(double zoom);

/// Paints what lies in `rect` (painter coordinates); `toPixels` maps the unit square to them at `zoom`.
/// Thread: any.
void paintGround(
    QPainter& painter,
    const BoundaryStore& store,
    const QTransform& toPixels,
    const QRectF& rect,
    double zoom,
    symbols::Theme theme);

/// An opaque square of kTileSide logical pixels. Thread: any; 2 to 6 ms.
[[nodiscard]] QImage paintTile(const TileKey& key, const BoundaryStore& store);

/// Tint of a zone by its place in the plan.
[[nodiscard]] QColor zoneTint(int index, symbols::Theme theme);

} // namespace sz::maps
