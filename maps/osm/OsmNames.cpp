// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/osm/OsmNames.h"

#include "maps/geo/WebMercator.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <initializer_list>
#include <map>
#include <numbers>
#include <tuple>

namespace sz::maps::osm {
namespace {

constexpr double kNearMetres = 700;    ///< pieces nearer than this belong together
constexpr double kStepMetres = 300;    ///< between two points of a line that are looked at
constexpr double kReachMetres = 1'500; ///< a row speaks for a road so far on either side
constexpr std::size_t kMostRows = 12;  ///< of one long road or river
constexpr double kEquatorMetres = 40'075'016.7;

std::string_view valueOf(Tags tags, std::string_view key)
{
    const auto it = std::ranges::find(tags, key, &Tag::first);
    return it == tags.end() ? std::string_view() : it->second;
}

bool isOneOf(std::string_view value, std::initializer_list<std::string_view> list)
{
    return std::ranges::find(list, value) != list.end();
}

bool isSet(std::string_view value)
{
    return !value.empty() && value != "no";
}

NameKind roadOf(std::string_view highway)
{
    if (highway.ends_with("_link")) {
        highway.remove_suffix(5);
    }
    const bool isRoad = isOneOf(
        highway, {"motorway", "trunk", "primary", "secondary", "tertiary", "residential",
                  "unclassified", "living_street", "pedestrian", "road", "service", "footway",
                  "path", "cycleway", "steps", "track", "busway"});
    return isRoad ? NameKind::Road : NameKind::None;
}

NameKind amenityOf(std::string_view amenity)
{
    if (isOneOf(amenity, {"hospital", "clinic"})) {
        return NameKind::Hospital;
    }
    if (isOneOf(amenity, {"university", "college", "school", "kindergarten"})) {
        return NameKind::School;
    }
    if (isOneOf(
            amenity, {"police", "fire_station", "townhall", "courthouse", "community_centre",
                      "social_facility", "nursing_home", "shelter", "post_office", "prison"})) {
        return NameKind::Public;
    }
    if (isOneOf(amenity, {"bus_station", "ferry_terminal"})) {
        return NameKind::Station;
    }
    if (isOneOf(
            amenity, {"marketplace", "fuel", "theatre", "cinema", "library", "place_of_worship",
                      "exhibition_centre", "conference_centre", "events_venue"})) {
        return NameKind::Site;
    }
    return NameKind::None;
}

bool isStation(Tags tags)
{
    return isOneOf(valueOf(tags, "railway"), {"station", "halt", "tram_stop"})
           || isSet(valueOf(tags, "station")) || valueOf(tags, "public_transport") == "station"
           || isOneOf(valueOf(tags, "aeroway"), {"aerodrome", "terminal", "heliport"});
}

bool isWater(Tags tags)
{
    return isOneOf(valueOf(tags, "natural"), {"water", "bay", "wetland"})
           || isOneOf(valueOf(tags, "landuse"), {"reservoir", "basin"})
           || isOneOf(
               valueOf(tags, "waterway"),
               {"river", "canal", "stream", "drain", "riverbank", "dock"});
}

bool isPark(Tags tags)
{
    return isOneOf(
               valueOf(tags, "leisure"), {"park", "garden", "golf_course", "nature_reserve",
                                          "stadium", "sports_centre", "water_park"})
           || isOneOf(
               valueOf(tags, "tourism"),
               {"attraction", "museum", "zoo", "theme_park", "gallery", "viewpoint"})
           || isSet(valueOf(tags, "historic")) || valueOf(tags, "place") == "square";
}

bool isSite(Tags tags)
{
    return isOneOf(valueOf(tags, "shop"), {"mall", "supermarket", "department_store"})
           || isOneOf(valueOf(tags, "tourism"), {"hotel", "hostel"})
           || isOneOf(valueOf(tags, "landuse"), {"industrial", "commercial", "retail", "port"})
           || isOneOf(
               valueOf(tags, "man_made"),
               {"works", "water_works", "wastewater_plant", "tower", "pier"})
           || isOneOf(valueOf(tags, "power"), {"plant", "substation"})
           || valueOf(tags, "natural") == "peak";
}

/// Position in metres at the latitude of the extract: good enough to tell what is near.
struct Metric
{
    double metresPerUnit = 1;

    explicit Metric(QPointF at)
    {
        const double lat = toWgs84({at.x(), at.y()}).lat;
        metresPerUnit = kEquatorMetres * std::cos(lat * std::numbers::pi / 180);
    }
    [[nodiscard]] double between(QPointF a, QPointF b) const
    {
        return std::hypot(a.x() - b.x(), a.y() - b.y()) * metresPerUnit;
    }
};

/// All traces of one name.
class Gathering
{
public:
    Gathering(std::span<NameTrace> traces, const Metric& metric) : m_metric(metric)
    {
        for (const NameTrace& trace : traces) {
            add(trace.points);
        }
    }

    /// A point for each neighbourhood; long ones get more when `isLong` allows it.
    [[nodiscard]] std::vector<QPointF> rows(bool isLong)
    {
        std::vector<QPointF> out;
        for (auto& [cell, points] : m_cells) {
            if (!points.empty()) {
                const std::vector<QPointF> near = takeNear(cell);
                const std::vector<QPointF> some = spread(near, isLong ? kMostRows : 1);
                out.insert(out.end(), some.begin(), some.end());
            }
        }
        return out;
    }

private:
    using Cell = std::pair<std::int64_t, std::int64_t>;

    [[nodiscard]] Cell cellOf(QPointF p) const
    {
        const double side = kNearMetres / m_metric.metresPerUnit;
        return {
            static_cast<std::int64_t>(std::floor(p.x() / side)),
            static_cast<std::int64_t>(std::floor(p.y() / side))};
    }

    void add(const std::vector<QPointF>& line)
    {
        for (std::size_t i = 0; i < line.size(); ++i) {
            m_cells[cellOf(line[i])].push_back(line[i]);
            const double length = i + 1 < line.size() ? m_metric.between(line[i], line[i + 1]) : 0;
            const int steps = static_cast<int>(std::min(length / kStepMetres, 2000.0));
            for (int step = 1; step <= steps; ++step) {
                const QPointF p = line[i] + (line[i + 1] - line[i]) * step / (steps + 1);
                m_cells[cellOf(p)].push_back(p);
            }
        }
    }

    /// What lies in this cell and, from neighbour to neighbour, in those around it.
    std::vector<QPointF> takeNear(Cell from)
    {
        std::vector<QPointF> out;
        std::vector<Cell> todo{from};
        while (!todo.empty()) {
            const Cell cell = todo.back();
            todo.pop_back();
            const auto it = m_cells.find(cell);
            if (it == m_cells.end() || it->second.empty()) {
                continue;
            }
            out.insert(out.end(), it->second.begin(), it->second.end());
            it->second.clear();
            for (std::int64_t dx = -1; dx <= 1; ++dx) {
                for (std::int64_t dy = -1; dy <= 1; ++dy) {
                    todo.emplace_back(cell.first + dx, cell.second + dy);
                }
            }
        }
        return out;
    }

    /// The one nearest to the middle, then again and again the one farthest from those chosen.
    [[nodiscard]] std::vector<QPointF>
    spread(const std::vector<QPointF>& points, std::size_t most) const
    {
        QPointF middle;
        for (const QPointF& p : points) {
            middle += p / static_cast<double>(points.size());
        }
        std::vector<QPointF> chosen{*std::ranges::min_element(
            points, {}, [&](const QPointF& p) { return m_metric.between(p, middle); })};
        std::vector<double> away(points.size(), 1e12);
        while (chosen.size() < most) {
            for (std::size_t i = 0; i < points.size(); ++i) {
                away[i] = std::min(away[i], m_metric.between(points[i], chosen.back()));
            }
            const auto farthest = std::ranges::max_element(away);
            if (*farthest <= kReachMetres) {
                break;
            }
            chosen.push_back(points[static_cast<std::size_t>(farthest - away.begin())]);
        }
        return chosen;
    }

    Metric m_metric;
    std::map<Cell, std::vector<QPointF>> m_cells;
};

bool isLong(NameKind kind)
{
    return kind == NameKind::Road || kind == NameKind::Water || kind == NameKind::Bridge;
}

packs::PackName rowOf(const NameTrace& trace, const QString& english, QPointF at)
{
    // Seven digits are a centimetre, and the file is the same wherever it is made.
    const auto rounded = [](double degrees) { return std::round(degrees * 1e7) / 1e7; };
    const Wgs84 point = toWgs84({at.x(), at.y()});
    return {
        trace.name.toStdString(),
        english.toStdString(),
        nameKindText(trace.kind),
        {rounded(point.lon), rounded(point.lat)}};
}

} // namespace

const char* nameKindText(NameKind kind)
{
    static constexpr std::array kTexts{"",        "road",     "bridge", "water",  "place",
                                       "station", "hospital", "school", "public", "park",
                                       "estate",  "building", "site"};
    static_assert(kTexts.size() == static_cast<std::size_t>(NameKind::Site) + 1);
    return kTexts.at(static_cast<std::size_t>(kind));
}

NameKind nameKindOf(Tags tags)
{
    if (const auto highway = valueOf(tags, "highway"); !highway.empty()) {
        return roadOf(highway);
    }
    if (isStation(tags)) {
        return NameKind::Station;
    }
    if (const NameKind kind = amenityOf(valueOf(tags, "amenity")); kind != NameKind::None) {
        return kind;
    }
    if (valueOf(tags, "man_made") == "bridge" || isSet(valueOf(tags, "bridge"))) {
        return NameKind::Bridge;
    }
    if (valueOf(tags, "office") == "government") {
        return NameKind::Public;
    }
    if (isWater(tags)) {
        return NameKind::Water;
    }
    if (isPark(tags)) {
        return NameKind::Park;
    }
    if (isOneOf(
            valueOf(tags, "place"), {"city", "district", "borough", "town", "suburb", "quarter",
                                     "neighbourhood", "village", "hamlet", "island", "islet"})) {
        return NameKind::Place;
    }
    if (valueOf(tags, "landuse") == "residential") {
        return NameKind::Estate;
    }
    if (isSite(tags)) {
        return NameKind::Site;
    }
    return isSet(valueOf(tags, "building")) ? NameKind::Building : NameKind::None;
}

QString englishNameOf(Tags tags)
{
    const auto name = valueOf(tags, "name:en");
    return QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()))
        .simplified()
        .left(80);
}

std::vector<packs::PackName> gatherNames(std::vector<NameTrace> traces)
{
    std::ranges::stable_sort(
        traces, {}, [](const NameTrace& t) { return std::tuple(t.kind, QStringView(t.name)); });
    std::vector<packs::PackName> out;
    for (auto from = traces.begin(); from != traces.end();) {
        const auto end = std::find_if(from, traces.end(), [&](const NameTrace& t) {
            return t.kind != from->kind || t.name != from->name;
        });
        const auto named =
            std::find_if(from, end, [](const NameTrace& t) { return !t.nameEn.isEmpty(); });
        const QString english = named == end ? QString() : named->nameEn;
        Gathering gathering({from, end}, Metric(from->points.front()));
        for (const QPointF& at : gathering.rows(isLong(from->kind))) {
            out.push_back(rowOf(*from, english, at));
        }
        from = end;
    }
    return out;
}

} // namespace sz::maps::osm
