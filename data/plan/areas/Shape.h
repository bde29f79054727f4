// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Outlines as Boost.Geometry takes them. For the files that compare outlines only: nobody else knows Boost.Geometry.

#include "data/base/Geo.h"

#include <boost/geometry.hpp>
#include <boost/geometry/geometries/geometries.hpp>

namespace sz::plan {

namespace bg = boost::geometry;
using ShapePoint = bg::model::d2::point_xy<double>;
using ShapePart = bg::model::polygon<ShapePoint>;
using Shape = bg::model::multi_polygon<ShapePart>;

/// Polygons without a ring are passed over. Throws what Boost throws.
[[nodiscard]] Shape shapeOf(const MultiPolygon& outline);
[[nodiscard]] MultiPolygon outlineOf(const Shape& shape);
/// Planar, with the longitude scaled at the shape's own centre: good to 0.1 % for a city.
[[nodiscard]] double squareMetresOf(const Shape& shape);

} // namespace sz::plan
