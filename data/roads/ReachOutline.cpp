// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/roads/ReachOutline.h"

#include <boost/geometry.hpp>
#include <boost/geometry/geometries/point_xy.hpp>
#include <boost/geometry/geometries/register/point.hpp>
#include <boost/geometry/geometries/ring.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <limits>

BOOST_GEOMETRY_REGISTER_POINT_2D(sz::roads::Metres, double, boost::geometry::cs::cartesian, x, y)

namespace sz::roads {
namespace {

namespace bg = boost::geometry;
using Ring = bg::model::ring<Metres, false>; ///< counter-clockwise, closed

constexpr double kMostLattice = 12e6; ///< points: 48 MB
constexpr double kThinner = 8;        ///< metres an outline may lose of its corners
constexpr std::int32_t kNone = -1;

double distanceTo(const Driven& piece, double x, double y)
{
    const double dx = piece.to.x - piece.from.x;
    const double dy = piece.to.y - piece.from.y;
    const double long2 = dx * dx + dy * dy;
    const double along = (x - piece.from.x) * dx + (y - piece.from.y) * dy;
    const double share = long2 > 0 ? std::clamp(along / long2, 0.0, 1.0) : 0.0;
    return std::hypot(piece.from.x + share * dx - x, piece.from.y + share * dy - y);
}

/// Distances from the nearest piece at the corners of square cells, and the line between near and far.
class Lattice
{
public:
    Lattice(std::span<const Driven> driven, double strip)
    {
        m_least = {std::numeric_limits<double>::max(), std::numeric_limits<double>::max()};
        Metres most{-m_least.x, -m_least.y};
        for (const Driven& piece : driven) {
            for (const Metres& end : {piece.from, piece.to}) {
                m_least = {std::min(m_least.x, end.x), std::min(m_least.y, end.y)};
                most = {std::max(most.x, end.x), std::max(most.y, end.y)};
            }
        }
        const double wide = most.x - m_least.x + 4 * strip;
        const double high = most.y - m_least.y + 4 * strip;
        m_cell = std::max(strip / 2, std::sqrt(wide * high / kMostLattice));
        m_strip = std::max(strip, 1.5 * m_cell); // narrower, it would fall between the points
        m_edge = m_strip + 2 * m_cell;           // its outermost points are outside
        m_least = {m_least.x - m_edge, m_least.y - m_edge};
        m_width = static_cast<int>((most.x + m_edge - m_least.x) / m_cell) + 2;
        m_height = static_cast<int>((most.y + m_edge - m_least.y) / m_cell) + 2;
        m_metres.assign(
            static_cast<std::size_t>(m_width) * static_cast<std::size_t>(m_height),
            static_cast<float>(m_strip + m_cell));
        for (const Driven& piece : driven) {
            stamp(piece);
        }
    }

    [[nodiscard]] std::vector<MetreRing> rings()
    {
        link();
        std::vector<MetreRing> out;
        for (std::size_t edge = 0; edge < m_next.size(); ++edge) {
            if (m_next[edge] != kNone) {
                out.push_back(follow(static_cast<std::int32_t>(edge)));
            }
        }
        return out;
    }

private:
    [[nodiscard]] std::size_t placeOf(int x, int y) const
    {
        return static_cast<std::size_t>(y) * static_cast<std::size_t>(m_width)
               + static_cast<std::size_t>(x);
    }
    [[nodiscard]] double metresAt(int x, int y) const { return m_metres[placeOf(x, y)]; }
    [[nodiscard]] bool isNear(int x, int y) const { return metresAt(x, y) < m_strip; }

    void stamp(const Driven& piece)
    {
        const double grown = m_strip + m_cell;
        const auto column = [&](double x) { return static_cast<int>((x - m_least.x) / m_cell); };
        const auto row = [&](double y) { return static_cast<int>((y - m_least.y) / m_cell); };
        const int left = std::max(0, column(std::min(piece.from.x, piece.to.x) - grown));
        const int right =
            std::min(m_width - 1, column(std::max(piece.from.x, piece.to.x) + grown) + 1);
        const int bottom = std::max(0, row(std::min(piece.from.y, piece.to.y) - grown));
        const int top = std::min(m_height - 1, row(std::max(piece.from.y, piece.to.y) + grown) + 1);
        for (int y = bottom; y <= top; ++y) {
            for (int x = left; x <= right; ++x) {
                float& known = m_metres[placeOf(x, y)];
                const double metres =
                    distanceTo(piece, m_least.x + x * m_cell, m_least.y + y * m_cell);
                known = std::min(known, static_cast<float>(metres));
            }
        }
    }

    // An edge of a cell is named by the point at its lower or left end: twice the place, and one more for an upright one.
    [[nodiscard]] std::int32_t lying(int x, int y) const
    {
        return static_cast<std::int32_t>(2 * placeOf(x, y));
    }
    [[nodiscard]] std::int32_t upright(int x, int y) const { return lying(x, y) + 1; }

    /// The line runs through each cell with the near side on its left, from an edge to another.
    void link()
    {
        m_next.assign(2 * m_metres.size(), kNone);
        for (int y = 0; y + 1 < m_height; ++y) {
            for (int x = 0; x + 1 < m_width; ++x) {
                linkCell(x, y);
            }
        }
    }

    void linkCell(int x, int y)
    {
        // Counter-clockwise from the lower left; edge i lies between corner i and the next.
        const std::array near{
            isNear(x, y), isNear(x + 1, y), isNear(x + 1, y + 1), isNear(x, y + 1)};
        const std::array edges{lying(x, y), upright(x + 1, y), lying(x, y + 1), upright(x, y)};
        const auto count = std::ranges::count(near, true);
        if (count == 0 || count == 4) {
            return;
        }
        const bool isSaddle = count == 2 && near[0] == near[2];
        const double middle =
            (metresAt(x, y) + metresAt(x + 1, y) + metresAt(x + 1, y + 1) + metresAt(x, y + 1)) / 4;
        const bool isJoined = isSaddle && middle < m_strip;
        for (std::size_t i = 0; i < 4; ++i) {
            if (!near[i] || near[(i + 1) % 4]) {
                continue; // the line enters where near ends, counter-clockwise
            }
            // It leaves where near begins: the next such edge counter-clockwise, or, between two corners that do not
            // hang together, the one before.
            std::size_t out = (i + 1) % 4;
            if (isSaddle && !isJoined) {
                out = (i + 3) % 4;
            } else {
                while (near[out] || !near[(out + 1) % 4]) {
                    out = (out + 1) % 4;
                }
            }
            m_next[static_cast<std::size_t>(edges[i])] = edges[out];
        }
    }

    [[nodiscard]] Metres crossing(std::int32_t edge) const
    {
        const auto place = static_cast<std::size_t>(edge / 2);
        const auto wide = static_cast<std::size_t>(m_width);
        const int x = static_cast<int>(place % wide);
        const int y = static_cast<int>(place / wide);
        const bool isUpright = edge % 2 == 1;
        const double here = metresAt(x, y);
        const double there = isUpright ? metresAt(x, y + 1) : metresAt(x + 1, y);
        const double share = (m_strip - here) / (there - here);
        return {
            m_least.x + (x + (isUpright ? 0 : share)) * m_cell,
            m_least.y + (y + (isUpright ? share : 0)) * m_cell};
    }

    MetreRing follow(std::int32_t first)
    {
        MetreRing ring;
        std::int32_t edge = first;
        while (edge != kNone && m_next[static_cast<std::size_t>(edge)] != kNone) {
            ring.push_back(crossing(edge));
            edge = std::exchange(m_next[static_cast<std::size_t>(edge)], kNone);
        }
        ring.push_back(ring.front());
        return ring;
    }

    Metres m_least;
    double m_cell = 1;
    double m_strip = 1;
    double m_edge = 0;
    int m_width = 0;
    int m_height = 0;
    std::vector<float> m_metres;
    std::vector<std::int32_t> m_next; ///< of the edge a line comes through: where it goes on
};

Ring thinned(const MetreRing& ring)
{
    Ring out;
    bg::simplify(Ring(ring.begin(), ring.end()), out, kThinner);
    return out;
}

} // namespace

std::vector<MetreRing> outlineOf(std::span<const Driven> driven, double strip, double mostBlock)
{
    if (driven.empty()) {
        return {};
    }
    std::vector<Ring> kept;
    std::vector<Ring> filled;
    for (const MetreRing& ring : Lattice(driven, strip).rings()) {
        Ring thin = thinned(ring);
        const double area = bg::area(thin); // negative: a hole
        if (thin.size() < 4 || area == 0) {
            continue;
        }
        (area < 0 && -area <= mostBlock ? filled : kept).push_back(std::move(thin));
    }
    std::erase_if(kept, [&filled](const Ring& ring) { // nothing of its own within what is filled
        return std::ranges::any_of(filled, [&ring](const Ring& block) {
            Ring outer(block.rbegin(), block.rend());
            return bg::within(ring.front(), outer);
        });
    });
    std::vector<MetreRing> out;
    out.reserve(kept.size());
    for (const Ring& ring : kept) {
        out.emplace_back(ring.begin(), ring.end());
    }
    return out;
}

} // namespace sz::roads
