// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Paints the ground (tints, rivers, borders) with QPainter: one tile for the map, or the whole city for the inset.

#include "maps/geo/BoundaryStore.h"
#include "maps/overlay/Overlays.h"
#include "maps/packs/PackStack.h"
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

/// How strongly a base map shows over the plain ground: so that borders keep a contrast of 3 on its brightest places in the
/// dark, and on those of an air photograph in the light.
[[nodiscard]] double baseOpacity(symbols::Theme theme);

/// Paints what lies in `rect` (painter coordinates); `toPixels` maps the unit square to them at `zoom`.
/// `base` lies over the tints from the rect's upper left corner on, a pixel to a device pixel; borders over it get an edge,
/// and where it is opaque it has rivers of its own. Thread: any.
void paintGround(
    QPainter& painter,
    const BoundaryStore& store,
    const QTransform& toPixels,
    const QRectF& rect,
    double zoom,
    symbols::Theme theme,
    const BasePicture& base = {},
    const GroundLook& look = {});

/// An opaque square of kTileSide logical pixels; `packs` and `overlays` may be null. Overlays lie over the borders. Thread: any; 2 to 6 ms,
/// with packs 10 to 40, with 16,000 cells 30.
[[nodiscard]] QImage paintTile(
    const TileKey& key,
    const BoundaryStore& store,
    const PackStack* packs = nullptr,
    const Overlays* overlays = nullptr);

/// Tint of a zone by its place in the plan.
[[nodiscard]] QColor zoneTint(int index, symbols::Theme theme);

} // namespace sz::maps
