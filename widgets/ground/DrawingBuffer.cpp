// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/ground/DrawingBuffer.h"

#include <boost/geometry.hpp>
#include <boost/geometry/geometries/geometries.hpp>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace sz::widgets {
namespace {

namespace bg = boost::geometry;
using Point = bg::model::d2::point_xy<double>; ///< metres
using Path = bg::model::linestring<Point>;
using Part = bg::model::polygon<Point>;
using Parts = bg::model::multi_polygon<Part>;

constexpr double kMetresPerDegree = 6'371'008.8 * std::numbers::pi / 180;
constexpr std::size_t kPointsACircle = 72;

/// Metres east and north of the middle of a drawing: flat enough for what one city draws.
class Plane
{
public:
    explicit Plane(const std::vector<Wgs84>& corners)
    {
        const auto [west, east] = std::ranges::minmax(corners, {}, &Wgs84::lon);
        const auto [south, north] = std::ranges::minmax(corners, {}, &Wgs84::lat);
        m_origin = {(west.lon + east.lon) / 2, (south.lat + north.lat) / 2};
        m_east = kMetresPerDegree * std::cos(m_origin.lat * std::numbers::pi / 180);
    }
    [[nodiscard]] Point operator()(Wgs84 p) const
    {
        return {(p.lon - m_origin.lon) * m_east, (p.lat - m_origin.lat) * kMetresPerDegree};
    }
    [[nodiscard]] Wgs84 back(const Point& p) const
    {
        return {m_origin.lon + p.x() / m_east, m_origin.lat + p.y() / kMetresPerDegree};
    }

private:
    Wgs84 m_origin;
    double m_east = 1;
};

template <class Geometry>
Parts grown(const Geometry& from, double metres)
{
    Parts out;
    bg::buffer(
        from, out, bg::strategy::buffer::distance_symmetric<double>(metres),
        bg::strategy::buffer::side_straight(), bg::strategy::buffer::join_round(kPointsACircle),
        bg::strategy::buffer::end_round(kPointsACircle),
        bg::strategy::buffer::point_circle(kPointsACircle));
    return out;
}

Parts partsOf(const model::Draw& drawn, const Path& path, double metres)
{
    const bool isDot = drawn.form == model::DrawingForm::Point || path.size() == 1;
    if (metres <= 0 && drawn.form != model::DrawingForm::Area) {
        return {};
    }
    if (isDot) {
        return grown(path.front(), metres);
    }
    Parts out;
    if (metres > 0) {
        out = grown(path, metres);
    }
    if (drawn.form != model::DrawingForm::Area) {
        return out;
    }
    Part inner;
    inner.outer().assign(path.begin(), path.end());
    bg::correct(inner); // it may have been drawn either way round
    if (!bg::is_valid(inner)) {
        out.push_back(
            inner); // Boost would not know what is inside: filled even-odd, as it was drawn
        return out;
    }
    Parts whole;
    bg::union_(out, inner, whole);
    return whole;
}

} // namespace

MultiPolygon bufferOf(const model::Draw& drawn, double metres)
{
    if (drawn.corners.empty()) {
        return {};
    }
    const Plane plane(drawn.corners);
    Path path;
    std::ranges::transform(drawn.corners, std::back_inserter(path), plane);
    if (drawn.form == model::DrawingForm::Area) {
        path.push_back(path.front());
    }
    const auto ringOf = [&plane](const auto& from) {
        Ring ring;
        for (const Point& p : from) {
            ring.push_back(plane.back(p));
        }
        return ring;
    };
    MultiPolygon out;
    for (const Part& part : partsOf(drawn, path, metres)) {
        Polygon& polygon = out.polygons.emplace_back();
        polygon.rings.push_back(ringOf(part.outer()));
        for (const auto& hole : part.inners()) {
            polygon.rings.push_back(ringOf(hole));
        }
    }
    return out;
}

maps::Overlay bufferOverlay(const MultiPolygon& buffer, const QString& name)
{
    auto shapes = std::make_shared<maps::OverlayShapes>();
    for (const Polygon& polygon : buffer.polygons) {
        std::vector<maps::Line> rings;
        for (const Ring& ring : polygon.rings) {
            maps::Line& line = rings.emplace_back();
            std::ranges::transform(ring, std::back_inserter(line), maps::toMercator);
        }
        shapes->addArea(std::move(rings));
    }
    shapes->index();
    maps::OverlayStyle style;
    style.tones = {symbols::Token::Inv}; // as the circle round a marked place
    style.fill = 0.12;
    style.width = 1.5;
    return {std::string(kBufferLayer), 1, style, std::move(shapes), 0, name};
}

maps::PlaceName bufferName(const MultiPolygon& buffer, const QString& name)
{
    Wgs84 north{0, -90};
    for (const Polygon& polygon : buffer.polygons) {
        for (const Wgs84 p : polygon.rings.front()) {
            north = p.lat > north.lat ? p : north;
        }
    }
    return {0, maps::toMercator(north), name, name, name};
}

} // namespace sz::widgets
