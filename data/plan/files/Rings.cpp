// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/plan/files/Rings.h"

#include <algorithm>
#include <cmath>
#include <format>
#include <numbers>

namespace sz::plan {
namespace {

// A hostile file could ask for 10^10 comparisons; ten times what the sample's largest outline needs is plenty.
constexpr int kMostComparisons = 20'000'000;

struct Edge
{
    Wgs84 a; ///< the western end
    Wgs84 b;
};

double turn(Wgs84 a, Wgs84 b, Wgs84 c)
{
    return (b.lon - a.lon) * (c.lat - a.lat) - (b.lat - a.lat) * (c.lon - a.lon);
}

// Each edge has the ends of the other strictly on both sides; touching is not crossing.
bool isCrossing(const Edge& p, const Edge& q)
{
    return turn(p.a, p.b, q.a) * turn(p.a, p.b, q.b) < 0
           && turn(q.a, q.b, p.a) * turn(q.a, q.b, p.b) < 0;
}

bool isApartInLatitude(const Edge& p, const Edge& q)
{
    return std::max(p.a.lat, p.b.lat) < std::min(q.a.lat, q.b.lat)
           || std::max(q.a.lat, q.b.lat) < std::min(p.a.lat, p.b.lat);
}

std::vector<Edge> edgesByWest(const Polygon& polygon)
{
    std::vector<Edge> edges;
    for (const auto& ring : polygon.rings) {
        for (std::size_t i = 1; i < ring.size(); ++i) {
            const auto [west, east] =
                std::minmax(ring[i - 1], ring[i], [](Wgs84 l, Wgs84 r) { return l.lon < r.lon; });
            edges.push_back({west, east});
        }
    }
    std::ranges::sort(edges, {}, [](const Edge& e) { return e.a.lon; });
    return edges;
}

enum class Crossing : std::uint8_t {
    None,
    Found,
    TooMany,
};

Crossing findCrossing(const Polygon& polygon, Wgs84& where)
{
    const auto edges = edgesByWest(polygon);
    int compared = 0;
    for (std::size_t i = 0; i < edges.size(); ++i) {
        for (std::size_t k = i + 1; k < edges.size() && edges[k].a.lon <= edges[i].b.lon; ++k) {
            if (++compared > kMostComparisons) {
                return Crossing::TooMany;
            }
            if (!isApartInLatitude(edges[i], edges[k]) && isCrossing(edges[i], edges[k])) {
                where = edges[k].a;
                return Crossing::Found;
            }
        }
    }
    return Crossing::None;
}

double degrees2Of(const Ring& ring)
{
    double sum = 0;
    for (std::size_t i = 1; i < ring.size(); ++i) {
        sum += (ring[i - 1].lon - ring[0].lon) * (ring[i].lat - ring[0].lat)
               - (ring[i].lon - ring[0].lon) * (ring[i - 1].lat - ring[0].lat);
    }
    return std::abs(sum) / 2;
}

std::optional<Sentence> whyBad(const Ring& ring)
{
    if (ring.size() < 4) {
        return Sentence{"A ring has fewer than four points.", "边界环少于四个点。"};
    }
    if (ring.front() != ring.back()) {
        return Sentence{
            "A ring is not closed: its last point differs from its first.",
            "边界环未闭合：末点与首点不同。"};
    }
    for (const auto& p : ring) {
        if (!std::isfinite(p.lon) || !std::isfinite(p.lat) || std::abs(p.lon) > 180
            || std::abs(p.lat) > 90) {
            return Sentence{
                std::format(
                    "Coordinate {}, {} is not longitude, latitude in degrees.", p.lon, p.lat),
                std::format("坐标 {}, {} 不是以度为单位的经度、纬度。", p.lon, p.lat)};
        }
    }
    if (degrees2Of(ring) <= 0) {
        return Sentence{"A ring encloses nothing.", "边界环没有面积。"};
    }
    return std::nullopt;
}

bool checkRings(const Polygon& polygon, const Spot& spot, FaultList& faults)
{
    bool isGood = !polygon.rings.empty();
    if (!isGood) {
        faults.error(spot, {"A polygon has no ring.", "多边形没有边界环。"});
    }
    for (const auto& ring : polygon.rings) {
        if (const auto why = whyBad(ring)) {
            faults.error(spot, *why);
            isGood = false;
        }
    }
    return isGood;
}

} // namespace

void checkOutline(const MultiPolygon& outline, const Spot& spot, FaultList& faults)
{
    if (outline.polygons.empty()) {
        faults.error(spot, {"The outline is empty.", "边界为空。"});
    }
    for (const auto& polygon : outline.polygons) {
        Wgs84 where;
        if (!checkRings(polygon, spot, faults)) {
            continue;
        }
        const auto crossing = findCrossing(polygon, where);
        if (crossing == Crossing::Found) {
            faults.error(
                spot, {std::format(
                           "The outline crosses itself near {:.6f}, {:.6f}.", where.lon, where.lat),
                       std::format("边界在 {:.6f}, {:.6f} 附近自相交。", where.lon, where.lat)});
        } else if (crossing == Crossing::TooMany) {
            faults.error(
                spot, {"The outline has too many points to check; simplify it.",
                       "边界点数过多，无法核对，请先简化。"});
        }
    }
}

double km2Of(const MultiPolygon& outline)
{
    constexpr double kKmPerDegree = 6371.0088 * std::numbers::pi / 180;
    double sum = 0;
    for (const auto& polygon : outline.polygons) {
        for (std::size_t i = 0; i < polygon.rings.size(); ++i) {
            const auto& ring = polygon.rings[i];
            const double scale = std::cos(ring.front().lat * std::numbers::pi / 180);
            sum += (i == 0 ? 1 : -1) * degrees2Of(ring) * scale * kKmPerDegree * kKmPerDegree;
        }
    }
    return sum;
}

} // namespace sz::plan
