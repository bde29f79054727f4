// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A small picture tied to a point of the ground; it keeps its size when the map is zoomed.

#include "maps/geo/WebMercator.h"

#include <QImage>
#include <QPointF>

namespace sz::maps {

struct Sprite
{
    QImage image;
    Mercator anchor;
    QPointF
        offset; ///< upper left corner, logical pixels from the anchor, or from the view's corner when fixed
    bool isFixed = false; ///< stays with the view: edge arrows
};

} // namespace sz::maps
