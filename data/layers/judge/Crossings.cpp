// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/layers/judge/Crossings.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace sz::layers {
namespace {

constexpr double kApart = 1e-9; ///< degrees, 0.1 mm

struct Edge
{
    double from = 0; ///< along the axis that is swept, from ≤ to
    double to = 0;
    double low = 0; ///< across it
    double high = 0;
    Wgs84 a;
    Wgs84 b;
    double length = 0;
};

constexpr std::int64_t kDear = 20; ///< looks, as long as the exact test of a pair takes

/// Signed distance of `c` from the line through an edge, in degrees.
double side(const Edge& e, Wgs84 c)
{
    const double x = e.b.lon - e.a.lon;
    const double y = e.b.lat - e.a.lat;
    return (x * (c.lat - e.a.lat) - y * (c.lon - e.a.lon)) / e.length;
}

bool isAcross(const Edge& e, Wgs84 c, Wgs84 d)
{
    const double one = side(e, c);
    const double two = side(e, d);
    return (one > kApart && two < -kApart) || (one < -kApart && two > kApart);
}

bool isCrossing(const Edge& p, const Edge& q)
{
    return isAcross(p, q.a, q.b) && isAcross(q, p.a, p.b);
}

Edge edgeOf(Wgs84 a, Wgs84 b, bool alongLat)
{
    const auto [west, east] = std::minmax(a.lon, b.lon);
    const auto [south, north] = std::minmax(a.lat, b.lat);
    const double length = std::hypot(b.lon - a.lon, b.lat - a.lat);
    return alongLat ? Edge{south, north, west, east, a, b, length}
                    : Edge{west, east, south, north, a, b, length};
}

/// Swept along the axis over which edges are short, compared with the whole: fewer of them meet.
bool isSweptAlongLat(const Polygon& polygon)
{
    double lon = 0;
    double lat = 0;
    Wgs84 least{180, 90};
    Wgs84 most{-180, -90};
    for (const Ring& ring : polygon.rings) {
        for (std::size_t i = 1; i < ring.size(); ++i) {
            lon += std::abs(ring[i].lon - ring[i - 1].lon);
            lat += std::abs(ring[i].lat - ring[i - 1].lat);
            least = {std::min(least.lon, ring[i].lon), std::min(least.lat, ring[i].lat)};
            most = {std::max(most.lon, ring[i].lon), std::max(most.lat, ring[i].lat)};
        }
    }
    return lat * (most.lon - least.lon) < lon * (most.lat - least.lat);
}

} // namespace

Crossing findCrossing(const Polygon& polygon, std::int64_t& budget, Wgs84& where)
{
    const bool alongLat = isSweptAlongLat(polygon);
    std::vector<Edge> edges;
    for (const Ring& ring : polygon.rings) {
        for (std::size_t i = 1; i < ring.size(); ++i) {
            if (ring[i - 1] != ring[i]) {
                edges.push_back(edgeOf(ring[i - 1], ring[i], alongLat));
            }
        }
    }
    std::ranges::sort(edges, {}, &Edge::from);
    for (std::size_t i = 0; i < edges.size(); ++i) {
        const Edge& one = edges[i];
        for (std::size_t k = i + 1; k < edges.size() && edges[k].from <= one.to; ++k) {
            if (--budget < 0) {
                return Crossing::TooComplex;
            }
            const Edge& two = edges[k];
            if (two.low > one.high || one.low > two.high) {
                continue;
            }
            budget -= kDear;
            if (isCrossing(one, two)) {
                where = two.a;
                return Crossing::Found;
            }
        }
    }
    return Crossing::None;
}

bool isInside(const Ring& ring, Wgs84 point)
{
    bool isIn = false;
    for (std::size_t i = 1; i < ring.size(); ++i) {
        const Wgs84 a = ring[i - 1];
        const Wgs84 b = ring[i];
        if ((a.lat > point.lat) != (b.lat > point.lat)
            && point.lon < (b.lon - a.lon) * (point.lat - a.lat) / (b.lat - a.lat) + a.lon) {
            isIn = !isIn;
        }
    }
    return isIn;
}

} // namespace sz::layers
