// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/overlay/Overlays.h"

#include <QRectF>
#include <QTransform>

class QPainter;
class QPainterPath;

namespace sz::maps {

/// Where and how large.
struct OverlayFrame
{
    QTransform toPixels; ///< from the unit square, at `zoom`
    QRectF rect;         ///< painter coordinates; what lies beside it is not painted
    double zoom = 0;
    symbols::Theme theme = symbols::Theme::Dark;
};

/// Paints one overlay. Thread: any; some 10 µs a small area, 0.2 µs a point.
void paintOverlay(QPainter& painter, const Overlay& overlay, const OverlayFrame& frame);
/// Slanted lines within `path`, counted from `corner`: where two pieces with the same corner meet they go on.
void paintHatch(QPainter& painter, const QPainterPath& path, const QColor& colour, QPointF corner);
/// A point mark with its middle at `at`, for legends and the map alike.
void paintPointMark(
    QPainter& painter,
    QPointF at,
    double side,
    PointMark mark,
    symbols::Token tone,
    symbols::Theme theme);

/// The heat as a wash of the theme's own light: no hue of a lamp or grade is spent on it. About 3 ms a tile.
void paintHeat(QPainter& painter, const Heat& heat, const OverlayFrame& frame);

} // namespace sz::maps
