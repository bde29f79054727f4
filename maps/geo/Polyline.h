// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What is done to lines and rings before they are painted: smoothing, thinning, clipping, point in ring.

#include "maps/geo/WebMercator.h"

#include <QPolygonF>

#include <vector>

namespace sz::maps {

/// Open or closed; a closed one repeats its first point at the end.
using Line = std::vector<Mercator>;

/// Rounds corners by cutting at most `reach` (unit-square length) off each side of a vertex, `rounds` times.
/// End points of an open line stay, so that lines meeting in a node still meet.
[[nodiscard]] Line smoothed(const Line& line, double reach, int rounds);

/// Douglas-Peucker: no dropped point lies farther than `tolerance` from the result. Keeps both ends;
/// a closed line keeps at least a triangle.
[[nodiscard]] Line simplified(const Line& line, double tolerance);

/// A ring cut to a rectangle (Sutherland-Hodgman), for filling only: edges along the rectangle may be added.
[[nodiscard]] QPolygonF
clippedRing(const Line& ring, const QTransform& toPixels, const QRectF& rect);

/// A piece of a line inside a rectangle; `start` is the length in pixels from the line's beginning, so that a
/// dash pattern goes on across tiles.
struct LineRun
{
    QPolygonF points;
    double start = 0;
};
[[nodiscard]] std::vector<LineRun>
clippedLine(const Line& line, const QTransform& toPixels, const QRectF& rect);

/// Even-odd over all rings together, so holes and separate pieces need no care.
[[nodiscard]] bool ringsContain(const std::vector<Line>& rings, Mercator p);
/// Distance from a point to the nearest edge, unit-square length.
[[nodiscard]] double distanceToRings(const std::vector<Line>& rings, Mercator p);

} // namespace sz::maps
