// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/geo/BorderNet.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>
#include <unordered_map>

namespace sz::maps {

namespace {

using Vertex = std::uint32_t;

/// Two vertices that follow each other in a ring, smaller number first, and the areas on both sides of the way up.
struct Edge
{
    Vertex low = 0;
    Vertex high = 0;
    int leftUp = 0;
    int rightUp = 0;
    bool isUsed = false;
};

class NetBuilder
{
public:
    void addRing(const Ring& ring, int area, bool isHole)
    {
        const bool isReversed = (signedArea(ring) < 0) != isHole; // RFC 7946: outer rings turn left
        Vertex previous = vertex(ring.front());
        for (std::size_t i = 1; i < ring.size(); ++i) {
            const Vertex next = vertex(ring[i]);
            if (next != previous) {
                isReversed ? addEdge(next, previous, area) : addEdge(previous, next, area);
            }
            previous = next;
        }
    }

    std::vector<Border> build()
    {
        m_atVertex.resize(m_points.size());
        for (std::size_t i = 0; i < m_edges.size(); ++i) {
            m_atVertex[m_edges[i].low].push_back(i);
            m_atVertex[m_edges[i].high].push_back(i);
        }
        std::vector<Border> borders;
        for (Vertex v = 0; v < m_points.size(); ++v) {
            if (isNode(v)) {
                walkAll(v, borders);
            }
        }
        for (const Edge& edge : m_edges) // what is left are closed borders without a node
        {
            if (!edge.isUsed) {
                walkAll(edge.low, borders);
            }
        }
        return borders;
    }

private:
    static double signedArea(const Ring& ring)
    {
        double sum = 0;
        for (std::size_t i = 1; i < ring.size(); ++i) {
            sum += ring[i - 1].lon * ring[i].lat - ring[i].lon * ring[i - 1].lat;
        }
        return sum;
    }

    Vertex vertex(Wgs84 p)
    {
        const auto quantised = [](double degrees) {
            return static_cast<std::uint64_t>(std::llround((degrees + 360) * 1e7));
        };
        const std::uint64_t key = (quantised(p.lon) << 32U) ^ quantised(p.lat);
        const auto [it, isNew] = m_ids.try_emplace(key, static_cast<Vertex>(m_points.size()));
        if (isNew) {
            m_points.push_back(toMercator(p));
        }
        return it->second;
    }

    void addEdge(Vertex from, Vertex to, int areaOnLeft)
    {
        const Vertex low = std::min(from, to);
        const Vertex high = std::max(from, to);
        const std::uint64_t key = (static_cast<std::uint64_t>(low) << 32U) | high;
        const auto [it, isNew] = m_edgeIds.try_emplace(key, m_edges.size());
        if (isNew) {
            m_edges.push_back({low, high, 0, 0, false});
        }
        Edge& edge = m_edges[it->second];
        (from < to ? edge.leftUp : edge.rightUp) = areaOnLeft;
    }

    [[nodiscard]] bool isNode(Vertex v) const { return m_atVertex[v].size() != 2; }

    void walkAll(Vertex start, std::vector<Border>& borders)
    {
        for (const std::size_t first : m_atVertex[start]) {
            if (!m_edges[first].isUsed) {
                borders.push_back(walk(start, first));
            }
        }
    }

    Border walk(Vertex start, std::size_t edgeIndex)
    {
        Border border;
        const bool isUp = m_edges[edgeIndex].low == start;
        border.left = isUp ? m_edges[edgeIndex].leftUp : m_edges[edgeIndex].rightUp;
        border.right = isUp ? m_edges[edgeIndex].rightUp : m_edges[edgeIndex].leftUp;
        border.points.push_back(m_points[start]);
        Vertex at = start;
        while (!m_edges[edgeIndex].isUsed) {
            Edge& edge = m_edges[edgeIndex];
            edge.isUsed = true;
            at = edge.low == at ? edge.high : edge.low;
            border.points.push_back(m_points[at]);
            if (isNode(at)) {
                break;
            }
            const auto& pair = m_atVertex[at];
            edgeIndex = pair[0] == edgeIndex ? pair[1] : pair[0];
        }
        return border;
    }

    std::unordered_map<std::uint64_t, Vertex> m_ids;
    std::unordered_map<std::uint64_t, std::size_t> m_edgeIds;
    std::vector<Mercator> m_points;
    std::vector<Edge> m_edges;
    std::vector<std::vector<std::size_t>> m_atVertex;
};

} // namespace

std::vector<Border> borderNet(const std::vector<plan::Area>& areas)
{
    NetBuilder builder;
    for (const plan::Area& area : areas) {
        for (const Polygon& polygon : area.outline.polygons) {
            for (std::size_t i = 0; i < polygon.rings.size(); ++i) {
                builder.addRing(polygon.rings[i], area.number, i > 0);
            }
        }
    }
    return builder.build();
}

std::vector<Line> chained(std::vector<Line> pieces)
{
    const auto less = [](Mercator a, Mercator b) { return a.x != b.x ? a.x < b.x : a.y < b.y; };
    std::multimap<Mercator, std::size_t, decltype(less)> starts(less);
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        starts.emplace(pieces[i].front(), i);
    }
    std::vector<Line> rings;
    while (!starts.empty()) {
        Line ring = std::move(pieces[starts.begin()->second]);
        starts.erase(starts.begin());
        while (ring.front() != ring.back()) {
            const auto next = starts.find(ring.back());
            if (next == starts.end()) {
                ring.push_back(
                    ring.front()); // never in a sound plan; a straight edge is the least wrong picture
                break;
            }
            const Line& piece = pieces[next->second];
            ring.insert(ring.end(), piece.begin() + 1, piece.end());
            starts.erase(next);
        }
        rings.push_back(std::move(ring));
    }
    return rings;
}

} // namespace sz::maps
