// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/roads/RoadGraph.h"

#include "data/roads/ReachOutline.h"

#include <boost/geometry.hpp>
#include <boost/geometry/geometries/point_xy.hpp>
#include <boost/geometry/geometries/segment.hpp>
#include <boost/geometry/index/rtree.hpp>
#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <boost/graph/two_bit_color_map.hpp>
#include <boost/property_map/function_property_map.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace sz::roads {
namespace {

namespace bg = boost::geometry;
namespace bgi = bg::index;
using FlatPoint = bg::model::d2::point_xy<double>; ///< metres
using FlatPiece = bg::model::segment<FlatPoint>;
using Tree = bgi::rtree<std::pair<FlatPiece, std::uint32_t>, bgi::quadratic<16>>;

struct Leg
{
    float seconds = 0; ///< at the permitted speed
};
using Net = boost::compressed_sparse_row_graph<
    boost::directedS,
    boost::no_property,
    Leg,
    boost::no_property,
    std::uint32_t,
    std::uint32_t>;
using Vertex = std::uint32_t;

constexpr double kMetresPerDegree = 6'371'008.8 * std::numbers::pi / 180;
constexpr float kNever = std::numeric_limits<float>::infinity();
constexpr double kMetresPerSecond = 1 / 3.6; ///< of one km/h

/// Metres east and north of the middle of a net: within a thousandth over a city.
class Plane
{
public:
    explicit Plane(const RoadFacts& facts)
        : m_origin{
              (facts.southWest.lon + facts.northEast.lon) / 2,
              (facts.southWest.lat + facts.northEast.lat) / 2},
          m_east(kMetresPerDegree * std::cos(m_origin.lat * std::numbers::pi / 180))
    {
    }
    [[nodiscard]] Metres operator()(Wgs84 p) const
    {
        return {(p.lon - m_origin.lon) * m_east, (p.lat - m_origin.lat) * kMetresPerDegree};
    }
    [[nodiscard]] Wgs84 back(const Metres& p) const
    {
        return {m_origin.lon + p.x / m_east, m_origin.lat + p.y / kMetresPerDegree};
    }

private:
    Wgs84 m_origin;
    double m_east;
};

Metres between(const Metres& a, const Metres& b, double share)
{
    return {a.x + share * (b.x - a.x), a.y + share * (b.y - a.y)};
}

/// A place on a stretch.
struct Snap
{
    std::uint32_t stretch = 0;
    double share = 0; ///< 0 at its `from`, 1 at its `to`
    double off = 0;   ///< metres from the road
};

/// What a search has found so far. `from` is filled only when the way itself is wanted.
struct Found
{
    explicit Found(std::size_t points) : seconds(points, kNever) {}
    std::vector<float> seconds;
    std::vector<Vertex> from;
};

struct Enough
{
}; ///< how a search of Boost.Graph is ended before it has seen all

template <class IsEnough>
class Stopper : public boost::default_dijkstra_visitor
{
public:
    explicit Stopper(IsEnough isEnough) : m_isEnough(std::move(isEnough)) {}
    void examine_vertex(Vertex vertex, const Net& /*net*/) const
    {
        if (m_isEnough(vertex)) {
            throw Enough{};
        }
    }

private:
    IsEnough m_isEnough;
};

} // namespace

struct RoadGraph::Impl
{
    explicit Impl(RoadNet&& given)
        : plane(given.facts), points(std::move(given.points)),
          stretches(std::move(given.stretches)), net(makeNet()), tree(makeTree())
    {
    }

    Plane plane;
    std::vector<Wgs84> points;
    std::vector<Stretch> stretches;
    Net net;
    Tree tree;

    [[nodiscard]] double metresOf(const Stretch& s) const
    {
        return distanceMetres(points[s.from], points[s.to]);
    }
    [[nodiscard]] double secondsOf(const Stretch& s) const
    {
        return metresOf(s) / (static_cast<double>(s.kmh) * kMetresPerSecond);
    }

    [[nodiscard]] Net makeNet() const
    {
        std::vector<std::pair<Vertex, Vertex>> ends;
        std::vector<Leg> legs;
        ends.reserve(2 * stretches.size());
        legs.reserve(2 * stretches.size());
        for (const Stretch& s : stretches) {
            const auto seconds = static_cast<float>(secondsOf(s));
            ends.emplace_back(s.from, s.to);
            legs.push_back({seconds});
            if (!s.isOneWay) {
                ends.emplace_back(s.to, s.from);
                legs.push_back({seconds});
            }
        }
        return {
            boost::edges_are_unsorted_multi_pass, ends.begin(), ends.end(), legs.begin(),
            static_cast<Vertex>(points.size())};
    }

    [[nodiscard]] Tree makeTree() const
    {
        std::vector<Tree::value_type> values;
        values.reserve(stretches.size());
        for (std::uint32_t i = 0; i < stretches.size(); ++i) {
            const Metres a = plane(points[stretches[i].from]);
            const Metres b = plane(points[stretches[i].to]);
            values.emplace_back(FlatPiece({a.x, a.y}, {b.x, b.y}), i);
        }
        return Tree(values); // packed
    }

    /// The nearest; with `isJoined` only one to set out on.
    [[nodiscard]] std::optional<Snap> snap(Wgs84 at, double within, bool isJoined) const
    {
        const Metres p = plane(at);
        const FlatPoint point(p.x, p.y);
        const auto fits = [&](const Tree::value_type& value) {
            return !isJoined || stretches[value.second].isJoined;
        };
        for (auto it = tree.qbegin(bgi::nearest(point, 1U) && bgi::satisfies(fits));
             it != tree.qend(); ++it) {
            const double off = bg::distance(point, it->first);
            if (!(off <= within)) {
                return std::nullopt;
            }
            const FlatPoint& a = it->first.first;
            const double dx = it->first.second.x() - a.x();
            const double dy = it->first.second.y() - a.y();
            const double long2 = dx * dx + dy * dy;
            const double along = (p.x - a.x()) * dx + (p.y - a.y()) * dy;
            return Snap{it->second, long2 > 0 ? std::clamp(along / long2, 0.0, 1.0) : 0.0, off};
        }
        return std::nullopt;
    }

    /// Sets out at the ends whose seconds are known, and goes on until `isEnough` of a point says so.
    template <class IsEnough>
    void search(Found& found, const std::vector<Vertex>& from, double speedShare, IsEnough isEnough)
        const
    {
        const auto index = boost::get(boost::vertex_index, net);
        const auto factor = static_cast<float>(1 / speedShare);
        const auto weight = boost::make_function_property_map<Net::edge_descriptor, float>(
            [this, factor](const Net::edge_descriptor& edge) {
                return net[edge].seconds * factor;
            });
        auto colour = boost::make_two_bit_color_map(points.size(), index);
        const auto seconds = boost::make_iterator_property_map(found.seconds.begin(), index);
        const Stopper<IsEnough> visitor(isEnough);
        const auto run = [&](auto before) {
            boost::dijkstra_shortest_paths_no_init(
                net, from.begin(), from.end(), before, seconds, weight, index, std::less<float>(),
                std::plus<float>(), 0.0F, visitor, colour);
        };
        try {
            if (found.from.empty()) {
                run(boost::dummy_property_map());
            } else {
                run(boost::make_iterator_property_map(found.from.begin(), index));
            }
        } catch (const Enough&) { // what is known by now is right
        }
    }

    /// Seconds from a place beside the road to an end of its stretch; none where the street goes the other way only.
    struct Ends
    {
        double off = 0; ///< seconds to the road
        std::optional<double> from;
        std::optional<double> to;
    };
    [[nodiscard]] Ends setOut(const Snap& snap, const DriveRule& rule) const
    {
        const Stretch& s = stretches[snap.stretch];
        const double all = secondsOf(s) / rule.speedShare;
        Ends ends;
        ends.off = snap.off / (rule.offRoadKmh * kMetresPerSecond);
        ends.to = ends.off + (1 - snap.share) * all;
        if (!s.isOneWay) {
            ends.from = ends.off + snap.share * all;
        }
        return ends;
    }
};

namespace {

/// Searches of several starts with seconds of their own are one: who has less sets out later.
class Reaching
{
public:
    Reaching(const Plane& plane, const std::vector<Wgs84>& points, const DriveRule& rule)
        : m_plane(plane), m_points(points), m_rule(rule)
    {
    }

    /// Of one stretch, from both its ends, which may be reached at these seconds.
    void add(const Stretch& s, double seconds, double atFrom, double atTo, double most)
    {
        const double onward = std::max(0.0, most - atFrom) / seconds;
        const double back = s.isOneWay ? 0 : std::max(0.0, most - atTo) / seconds;
        if (onward + back >= 1) {
            addPiece(s, 0, 1);
            return;
        }
        if (onward > 0) {
            addPiece(s, 0, onward);
        }
        if (back > 0) {
            addPiece(s, 1 - back, 1);
        }
    }

    void addPiece(const Stretch& s, double least, double most)
    {
        const Metres a = m_plane(m_points[s.from]);
        const Metres b = m_plane(m_points[s.to]);
        m_driven.push_back(
            {between(a, b, std::clamp(least, 0.0, 1.0)),
             between(a, b, std::clamp(most, 0.0, 1.0))});
    }

    void addStart(Wgs84 at, const Stretch& s, double share)
    {
        const Metres road = between(m_plane(m_points[s.from]), m_plane(m_points[s.to]), share);
        m_driven.push_back({m_plane(at), road});
    }

    [[nodiscard]] Reach finish(std::vector<std::size_t> offRoad) const
    {
        Reach out;
        out.offRoad = std::move(offRoad);
        out.driven = m_driven.size();
        for (const MetreRing& ring : outlineOf(m_driven, m_rule.stripMetres, m_rule.blockM2)) {
            Ring& line = out.rings.emplace_back();
            std::ranges::transform(ring, std::back_inserter(line), [this](const Metres& p) {
                return m_plane.back(p);
            });
        }
        return out;
    }

private:
    const Plane& m_plane;
    const std::vector<Wgs84>& m_points;
    const DriveRule& m_rule;
    std::vector<Driven> m_driven;
};

} // namespace

RoadGraph::RoadGraph(RoadNet net)
    : m_facts(net.facts), m_impl(std::make_unique<const Impl>(std::move(net)))
{
}

RoadGraph::~RoadGraph() = default;

std::optional<double> RoadGraph::toRoad(Wgs84 at, double metres) const
{
    return m_impl->snap(at, metres, true).transform([](const Snap& snap) { return snap.off; });
}

Reach RoadGraph::reach(std::span<const Start> starts, const DriveRule& rule) const
{
    const Impl& roads = *m_impl;
    const double most = starts.empty() ? 0 : std::ranges::max(starts, {}, &Start::seconds).seconds;
    Found found(roads.points.size());
    std::vector<Vertex> from;
    std::vector<std::size_t> offRoad;
    Reaching reaching(roads.plane, roads.points, rule);
    const auto begin = [&](Vertex vertex, double seconds) {
        float& known = found.seconds[vertex];
        if (known == kNever) {
            from.push_back(vertex);
        }
        known = std::min(known, static_cast<float>(seconds));
    };
    for (std::size_t i = 0; i < starts.size(); ++i) {
        const auto snap = roads.snap(starts[i].at, rule.snapMetres, true);
        if (!snap) {
            offRoad.push_back(i);
            continue;
        }
        const double late = most - starts[i].seconds;
        const auto ends = roads.setOut(*snap, rule);
        const Stretch& s = roads.stretches[snap->stretch];
        const double all = roads.secondsOf(s) / rule.speedShare;
        const double left = starts[i].seconds - ends.off;
        if (left <= 0) {
            continue; // nothing is left when the road is reached
        }
        reaching.addStart(starts[i].at, s, snap->share);
        reaching.addPiece(
            s, ends.from ? snap->share - left / all : snap->share, snap->share + left / all);
        begin(s.to, late + *ends.to);
        if (ends.from) {
            begin(s.from, late + *ends.from);
        }
    }
    roads.search(found, from, rule.speedShare, [&](Vertex vertex) {
        return static_cast<double>(found.seconds[vertex]) > most;
    });
    for (const Stretch& s : roads.stretches) {
        const double atFrom = found.seconds[s.from];
        const double atTo = found.seconds[s.to];
        if (atFrom < most || (!s.isOneWay && atTo < most)) {
            reaching.add(s, roads.secondsOf(s) / rule.speedShare, atFrom, atTo, most);
        }
    }
    return reaching.finish(std::move(offRoad));
}

std::optional<Drive>
RoadGraph::drive(Wgs84 from, Wgs84 to, double mostSeconds, const DriveRule& rule) const
{
    const Impl& roads = *m_impl;
    const auto start = roads.snap(from, rule.snapMetres, true);
    const auto goal = roads.snap(to, rule.snapMetres, false);
    if (!start || !goal) {
        return std::nullopt;
    }
    const auto ends = roads.setOut(*start, rule);
    const Stretch& first = roads.stretches[start->stretch];
    const Stretch& last = roads.stretches[goal->stretch];
    const double off = goal->off / (rule.offRoadKmh * kMetresPerSecond);
    const double all = roads.secondsOf(last) / rule.speedShare;
    std::optional<Drive> best;
    const auto offer = [&](double seconds, double metres) {
        if (seconds <= mostSeconds && (!best || seconds < best->seconds)) {
            best = Drive{seconds, metres + start->off + goal->off};
        }
    };
    if (start->stretch == goal->stretch && (!last.isOneWay || goal->share >= start->share)) {
        const double share = std::abs(goal->share - start->share);
        offer(ends.off + share * all + off, share * roads.metresOf(last));
        return best;
    }
    Found found(roads.points.size());
    found.from.resize(roads.points.size());
    std::vector<Vertex> begun{first.to};
    found.seconds[first.to] = static_cast<float>(*ends.to);
    found.from[first.to] = first.to;
    if (ends.from) {
        begun.push_back(first.from);
        found.seconds[first.from] = static_cast<float>(*ends.from);
        found.from[first.from] = first.from;
    }
    // Both ends of the last stretch are settled when all that is nearer has been.
    const auto atGoal = [&] {
        const double onward = found.seconds[last.from] + goal->share * all;
        const double back = last.isOneWay ? static_cast<double>(kNever)
                                          : found.seconds[last.to] + (1 - goal->share) * all;
        return std::pair(onward, back);
    };
    roads.search(found, begun, rule.speedShare, [&](Vertex vertex) {
        const auto [onward, back] = atGoal();
        return static_cast<double>(found.seconds[vertex]) > std::min({onward, back, mostSeconds});
    });
    const auto [onward, back] = atGoal();
    const bool isOnward = onward <= back;
    double metres = (isOnward ? goal->share : 1 - goal->share) * roads.metresOf(last);
    Vertex vertex = isOnward ? last.from : last.to;
    if (!std::isfinite(std::min(onward, back))) {
        return std::nullopt;
    }
    for (; found.from[vertex] != vertex; vertex = found.from[vertex]) {
        metres += distanceMetres(roads.points[vertex], roads.points[found.from[vertex]]);
    }
    metres += (vertex == first.to ? 1 - start->share : start->share) * roads.metresOf(first);
    offer(std::min(onward, back) + off, metres);
    return best;
}

} // namespace sz::roads
