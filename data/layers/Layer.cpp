// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/layers/Layer.h"

#include <algorithm>

namespace sz::layers {
namespace {

GeometryKind oneOrMany(std::size_t count, GeometryKind one, GeometryKind many)
{
    return count == 1 ? one : many;
}

} // namespace

const char* formatName(Format format)
{
    static constexpr std::array kNames{"unknown", "GeoJSON",   "CSV",        "KML", "KMZ",
                                       "GPX",     "Shapefile", "GeoPackage", "CAP"};
    return kNames[static_cast<std::size_t>(format)];
}

const char* kindName(GeometryKind kind)
{
    static constexpr std::array<const char*, kGeometryKinds> kNames{
        "none", "point", "multipoint", "line", "multiline", "polygon", "multipolygon", "mixed"};
    return kNames[static_cast<std::size_t>(kind)];
}

GeometryKind kindOf(const Geometry& geometry)
{
    const std::size_t points = geometry.points.size();
    const std::size_t lines = geometry.lines.size();
    const std::size_t polygons = geometry.area.polygons.size();
    const int sorts = (points > 0 ? 1 : 0) + (lines > 0 ? 1 : 0) + (polygons > 0 ? 1 : 0);
    if (sorts != 1) {
        return sorts == 0 ? GeometryKind::None : GeometryKind::Mixed;
    }
    if (points > 0) {
        return oneOrMany(points, GeometryKind::Point, GeometryKind::MultiPoint);
    }
    return lines > 0 ? oneOrMany(lines, GeometryKind::Line, GeometryKind::MultiLine)
                     : oneOrMany(polygons, GeometryKind::Polygon, GeometryKind::MultiPolygon);
}

void LayerSummary::count(const Feature& feature)
{
    ++good;
    ++kinds.at(static_cast<std::size_t>(kindOf(feature.geometry)));
    forEachPoint(feature.geometry, [this](Wgs84 p) {
        ++points;
        Extent& box = extent ? *extent : extent.emplace(p, p);
        box.southWest = {std::min(box.southWest.lon, p.lon), std::min(box.southWest.lat, p.lat)};
        box.northEast = {std::max(box.northEast.lon, p.lon), std::max(box.northEast.lat, p.lat)};
    });
}

void LayerSummary::takeCounts(const LayerSummary& other)
{
    good = other.good;
    points = other.points;
    kinds = other.kinds;
    extent = other.extent;
}

} // namespace sz::layers
