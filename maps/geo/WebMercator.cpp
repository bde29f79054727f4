// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/geo/WebMercator.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace sz::maps {

namespace {

constexpr double kPi = std::numbers::pi;
constexpr double kMaxLatitude = 85.05112877980659;
constexpr double kEquatorMetres =
    2 * kPi * 6378137.0; // WGS-84 semi-major axis, as EPSG:3857 uses it

} // namespace

Mercator toMercator(Wgs84 point)
{
    const double lat = std::clamp(point.lat, -kMaxLatitude, kMaxLatitude) * kPi / 180;
    return {point.lon / 360 + 0.5, 0.5 - std::asinh(std::tan(lat)) / (2 * kPi)};
}

Wgs84 toWgs84(Mercator point)
{
    return {(point.x - 0.5) * 360, std::atan(std::sinh((0.5 - point.y) * 2 * kPi)) * 180 / kPi};
}

void MercatorBox::include(Mercator p)
{
    min = {std::min(min.x, p.x), std::min(min.y, p.y)};
    max = {std::max(max.x, p.x), std::max(max.y, p.y)};
}

void MercatorBox::include(const MercatorBox& other)
{
    if (!other.isEmpty()) {
        include(other.min);
        include(other.max);
    }
}

bool MercatorBox::intersects(const MercatorBox& other) const
{
    return min.x <= other.max.x && other.min.x <= max.x && min.y <= other.max.y
           && other.min.y <= max.y;
}

bool MercatorBox::contains(Mercator p) const
{
    return p.x >= min.x && p.x <= max.x && p.y >= min.y && p.y <= max.y;
}

MercatorBox MercatorBox::grown(double by) const
{
    return {{min.x - by, min.y - by}, {max.x + by, max.y + by}};
}

double worldPixels(double zoom)
{
    return 256 * std::exp2(zoom);
}

QPointF CameraState::toView(Mercator p) const
{
    const double scale = worldPixels(zoom);
    return {
        (p.x - centre.x) * scale + size.width() / 2, (p.y - centre.y) * scale + size.height() / 2};
}

Mercator CameraState::toGround(QPointF view) const
{
    const double scale = worldPixels(zoom);
    return {
        centre.x + (view.x() - size.width() / 2) / scale,
        centre.y + (view.y() - size.height() / 2) / scale};
}

QTransform CameraState::transform() const
{
    const double scale = worldPixels(zoom);
    return {scale,
            0,
            0,
            scale,
            size.width() / 2 - centre.x * scale,
            size.height() / 2 - centre.y * scale};
}

MercatorBox CameraState::visible(double margin) const
{
    return {
        toGround({-margin, -margin}), toGround({size.width() + margin, size.height() + margin})};
}

CameraState CameraState::dragged(QPointF delta) const
{
    const double scale = worldPixels(zoom);
    return {{centre.x - delta.x() / scale, centre.y - delta.y() / scale}, zoom, size};
}

CameraState CameraState::zoomedAt(QPointF anchor, double newZoom) const
{
    const Mercator fixed = toGround(anchor);
    const double scale = worldPixels(newZoom);
    const Mercator moved{
        fixed.x - (anchor.x() - size.width() / 2) / scale,
        fixed.y - (anchor.y() - size.height() / 2) / scale};
    return {moved, newZoom, size};
}

double metresPerPixel(Mercator at, double zoom)
{
    return kEquatorMetres * std::cos(toWgs84(at).lat * kPi / 180) / worldPixels(zoom);
}

CameraState cameraFor(const MercatorBox& box, QSizeF size, double margin)
{
    const double w = std::max(size.width() - 2 * margin, 1.0);
    const double h = std::max(size.height() - 2 * margin, 1.0);
    const double scale =
        std::min(w / std::max(box.width(), 1e-9), h / std::max(box.height(), 1e-9));
    return {box.centre(), std::log2(scale / 256), size};
}

} // namespace sz::maps
