// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Web Mercator as pure arithmetic: from degrees to the unit square, and from there to the pixels of a view.

#include "data/base/Geo.h"

#include <QPointF>
#include <QRectF>
#include <QSizeF>
#include <QTransform>

namespace sz::maps {

/// A point of the Web Mercator square (EPSG:3857 scaled to 0…1): x grows east from 180° W, y grows south from 85.05° N.
struct Mercator
{
    double x = 0;
    double y = 0;
    bool operator==(const Mercator&) const = default;
};

/// Degrees WGS-84 → unit square. Latitudes beyond ±85.0511° are clamped. About 20 ns.
[[nodiscard]] Mercator toMercator(Wgs84 point);
[[nodiscard]] Wgs84 toWgs84(Mercator point);

/// Axis-parallel box in the unit square; empty while `min` exceeds `max`.
struct MercatorBox
{
    Mercator min{2, 2};
    Mercator max{-1, -1};

    void include(Mercator p);
    void include(const MercatorBox& other);
    [[nodiscard]] bool isEmpty() const { return min.x > max.x || min.y > max.y; }
    [[nodiscard]] bool intersects(const MercatorBox& other) const;
    [[nodiscard]] bool contains(Mercator p) const;
    [[nodiscard]] MercatorBox grown(double by) const;
    [[nodiscard]] double width() const { return max.x - min.x; }
    [[nodiscard]] double height() const { return max.y - min.y; }
    [[nodiscard]] Mercator centre() const { return {(min.x + max.x) / 2, (min.y + max.y) / 2}; }
    bool operator==(const MercatorBox&) const = default;
};

/// Pixels of the whole world's side at a zoom (256 at zoom 0, as Qt Location counts it).
[[nodiscard]] double worldPixels(double zoom);

/// Where a view stands. `size` is in logical pixels; view coordinates start at its upper left corner.
struct CameraState
{
    Mercator centre;
    double zoom = 0;
    QSizeF size;

    [[nodiscard]] QPointF toView(Mercator p) const;
    [[nodiscard]] Mercator toGround(QPointF view) const;
    /// Unit square → view pixels, for painters.
    [[nodiscard]] QTransform transform() const;
    /// What the view shows, grown by `margin` logical pixels.
    [[nodiscard]] MercatorBox visible(double margin = 0) const;
    /// The same camera after the ground was dragged by `delta` pixels.
    [[nodiscard]] CameraState dragged(QPointF delta) const;
    /// The same camera at another zoom with the ground under `anchor` unmoved.
    [[nodiscard]] CameraState zoomedAt(QPointF anchor, double newZoom) const;
    bool operator==(const CameraState&) const = default;
};

/// Ground length in metres of one logical pixel at a point and zoom.
[[nodiscard]] double metresPerPixel(Mercator at, double zoom);

/// Camera that shows the whole box with `margin` pixels around it.
[[nodiscard]] CameraState cameraFor(const MercatorBox& box, QSizeF size, double margin);

} // namespace sz::maps
