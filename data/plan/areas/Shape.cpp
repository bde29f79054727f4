// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/plan/areas/Shape.h"

#include <cmath>
#include <numbers>

namespace sz::plan {

Shape shapeOf(const MultiPolygon& outline)
{
    Shape shape;
    for (const auto& polygon : outline.polygons) {
        if (polygon.rings.empty()) {
            continue;
        }
        auto& to = shape.emplace_back();
        to.inners().resize(polygon.rings.size() - 1);
        for (std::size_t i = 0; i < polygon.rings.size(); ++i) {
            auto& ring = i == 0 ? to.outer() : to.inners()[i - 1];
            for (const auto& p : polygon.rings[i]) {
                ring.emplace_back(p.lon, p.lat);
            }
        }
    }
    bg::correct(shape); // winding is not our concern here
    return shape;
}

MultiPolygon outlineOf(const Shape& shape)
{
    const auto ringOf = [](const auto& from) {
        Ring ring;
        for (const ShapePoint& p : from) {
            ring.push_back({p.x(), p.y()});
        }
        return ring;
    };
    MultiPolygon out;
    for (const ShapePart& part : shape) {
        Polygon& polygon = out.polygons.emplace_back();
        polygon.rings.push_back(ringOf(part.outer()));
        for (const auto& hole : part.inners()) {
            polygon.rings.push_back(ringOf(hole));
        }
    }
    return out;
}

double squareMetresOf(const Shape& shape)
{
    if (shape.empty()) {
        return 0;
    }
    constexpr double kMetresPerDegree = 6'371'008.8 * std::numbers::pi / 180;
    ShapePoint centre;
    bg::centroid(shape, centre);
    const double scale = std::cos(centre.y() * std::numbers::pi / 180);
    return std::abs(bg::area(shape)) * scale * kMetresPerDegree * kMetresPerDegree;
}

} // namespace sz::plan
