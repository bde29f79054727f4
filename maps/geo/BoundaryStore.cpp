// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/geo/BoundaryStore.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <utility>

namespace sz::maps {

namespace {

/// The outlines are good to about 100 m and come from a grid that shows as stairs: corners are cut within that.
constexpr double kSmoothMetres = 60;
constexpr int kSmoothRounds = 2;
constexpr double kEquatorMetres = 40075016.7;

MercatorBox boxOf(const Line& line)
{
    MercatorBox box;
    for (const Mercator& p : line) {
        box.include(p);
    }
    return box;
}

Shape shapeOf(int index, std::vector<Line> rings)
{
    Shape shape{index, {}, std::move(rings)};
    for (const Line& ring : shape.rings) {
        shape.box.include(boxOf(ring));
    }
    return shape;
}

std::vector<Line> projected(const MultiPolygon& outline)
{
    std::vector<Line> rings;
    for (const Polygon& polygon : outline.polygons) {
        for (const Ring& ring : polygon.rings) {
            Line line;
            std::ranges::transform(ring, std::back_inserter(line), toMercator);
            rings.push_back(std::move(line));
        }
    }
    return rings;
}

QString text(const std::string& s)
{
    return QString::fromUtf8(s.data(), static_cast<qsizetype>(s.size()));
}

QString without(QString name, std::initializer_list<const char*> endings)
{
    for (const char* ending : endings) {
        const QString end = QString::fromUtf8(ending);
        if (name.size() > end.size() && name.endsWith(end)) {
            name.chop(end.size());
            break;
        }
    }
    return name;
}

PlaceName placeName(int index, Wgs84 at, const plan::Name& name)
{
    const QString zh = name.shortZh.empty() ? without(text(name.zh), {"片区", "街道办事处", "街道"})
                                            : text(name.shortZh);
    QString en = without(
        text(name.en), {" District", " River", " Subdistrict", " Street", " Area", " Zone"});
    en = en.isEmpty() ? zh : en;
    return {index, toMercator(at), zh, en, name.shortEn.empty() ? en : text(name.shortEn)};
}

} // namespace

BoundaryStore::BoundaryStore(const plan::Plan& plan) : m_net(borderNet(plan.areas))
{
    const double perMetre =
        1 / (kEquatorMetres * std::max(0.2, std::cos(plan.centre.lat * 0.0174533)));
    for (Border& border : m_net) {
        border.points = smoothed(border.points, kSmoothMetres * perMetre, kSmoothRounds);
        m_bounds.include(boxOf(border.points));
    }
    m_belongs[0] = {};
    for (const plan::Area& area : plan.areas) {
        m_belongs[area.number] = {area.zone, area.district};
    }
    std::ranges::transform(plan.zones, std::back_inserter(m_zones), &plan::Zone::code);
    for (const plan::River& river : plan.rivers) {
        m_rivers.push_back(projected(river.outline));
    }
    auto level = m_levels.begin();
    for (const auto& [upTo, exactAt] :
         {std::pair{9.7, 9.7}, {11.0, 11.0}, {12.5, 12.5}, {30.0, 14.5}}) {
        level->upToZoom = upTo;
        level->tolerance = 0.4 / worldPixels(exactAt);
        ++level;
    }
    addNames(plan);
}

BorderSort BoundaryStore::sortOf(const Border& border) const
{
    const Belongs& a = m_belongs.at(border.left);
    const Belongs& b = m_belongs.at(border.right);
    if (a.zone != b.zone) {
        return BorderSort::Zone;
    }
    return a.district != b.district ? BorderSort::District : BorderSort::Area;
}

Detail BoundaryStore::makeDetail(double upToZoom, double tolerance) const
{
    std::vector<Border> thin = m_net;
    Detail detail;
    detail.upToZoom = upToZoom;
    for (Border& border : thin) {
        border.points = simplified(border.points, tolerance);
        detail.borders.push_back(
            {sortOf(border), border.left == 0 || border.right == 0, boxOf(border.points),
             border.points});
    }
    std::ranges::stable_sort(detail.borders, {}, &BorderLine::sort);
    for (const auto& [number, belongs] : m_belongs) {
        const auto isIt = [number](int other) { return other == number; };
        if (number != 0) {
            detail.areas.push_back(shapeOf(number, ringsAround(thin, isIt)));
        }
    }
    for (std::size_t i = 0; i < m_zones.size(); ++i) {
        const auto isIt = [&](int number) { return m_belongs.at(number).zone == m_zones[i]; };
        detail.zones.push_back(shapeOf(static_cast<int>(i), ringsAround(thin, isIt)));
    }
    for (std::size_t i = 0; i < m_rivers.size(); ++i) {
        std::vector<Line> rings;
        for (const Line& ring : m_rivers[i]) {
            rings.push_back(simplified(ring, tolerance));
        }
        detail.rivers.push_back(shapeOf(static_cast<int>(i), std::move(rings)));
    }
    return detail;
}

void BoundaryStore::addNames(const plan::Plan& plan)
{
    for (const plan::Area& area : plan.areas) {
        m_areaNames.push_back(placeName(area.number, area.label, area.name));
    }
    for (std::size_t i = 0; i < plan.zones.size(); ++i) {
        m_zoneNames.push_back(
            placeName(static_cast<int>(i), plan.zones[i].label, plan.zones[i].name));
    }
    for (std::size_t i = 0; i < plan.rivers.size(); ++i) {
        m_riverNames.push_back(placeName(static_cast<int>(i), plan.centre, plan.rivers[i].name));
    }
    for (std::size_t i = 0; i < plan.streets.size(); ++i) {
        if (plan.streets[i].seat) {
            m_seats.push_back(
                placeName(static_cast<int>(i), *plan.streets[i].seat, plan.streets[i].name));
        }
    }
}

const Detail& BoundaryStore::detailFor(double zoom) const
{
    auto it = std::ranges::find_if(m_levels, [zoom](const Level& l) { return zoom <= l.upToZoom; });
    Level& level = it == m_levels.end() ? m_levels.back() : *it;
    std::call_once(level.once, [&] { level.detail = makeDetail(level.upToZoom, level.tolerance); });
    return level.detail;
}

const Shape* BoundaryStore::area(int number, double zoom) const
{
    const auto& areas = detailFor(zoom).areas;
    const auto it = std::ranges::find(areas, number, &Shape::index);
    return it == areas.end() ? nullptr : &*it;
}

} // namespace sz::maps
