// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/layers/child/GeometryBytes.h"

#include <bit>
#include <cmath>

namespace sz::layers {
namespace {

constexpr double kPerDegree = 1e7;
constexpr std::size_t kPoint = 8; ///< bytes

void put(Bytes& out, std::uint32_t n)
{
    for (unsigned shift = 0; shift < 32; shift += 8) {
        out.push_back(static_cast<std::uint8_t>(n >> shift));
    }
}

void put(Bytes& out, std::size_t n)
{
    put(out, static_cast<std::uint32_t>(n));
}

void put(Bytes& out, const std::vector<Wgs84>& points)
{
    for (const Wgs84 p : points) {
        put(out, std::bit_cast<std::uint32_t>(
                     static_cast<std::int32_t>(std::lround(p.lon * kPerDegree))));
        put(out, std::bit_cast<std::uint32_t>(
                     static_cast<std::int32_t>(std::lround(p.lat * kPerDegree))));
    }
}

class Reader
{
public:
    explicit Reader(BytesView bytes) : m_rest(bytes) {}

    Result<Geometry> read()
    {
        Geometry out;
        const std::size_t points = count(kPoint);
        const std::size_t lines = count(4);
        const std::size_t polygons = count(4);
        take(points, out.points);
        for (std::size_t i = 0; i < lines && m_isGood; ++i) {
            take(count(kPoint), out.lines.emplace_back());
            m_isGood = m_isGood && out.lines.back().size() >= 2;
        }
        for (std::size_t i = 0; i < polygons && m_isGood; ++i) {
            polygon(out.area.polygons.emplace_back());
        }
        if (!m_isGood || !m_rest.empty()) {
            return fail(Code::BadEncoding, "geometry");
        }
        return out;
    }

private:
    void polygon(Polygon& to)
    {
        const std::size_t rings = count(4);
        m_isGood = m_isGood && rings > 0;
        for (std::size_t i = 0; i < rings && m_isGood; ++i) {
            Ring& ring = to.rings.emplace_back();
            take(count(kPoint), ring);
            m_isGood = m_isGood && ring.size() >= 4 && ring.front() == ring.back();
        }
    }

    std::uint32_t number()
    {
        if (m_rest.size() < 4) {
            m_isGood = false;
            return 0;
        }
        const std::uint32_t n = std::uint32_t{m_rest[0]} | std::uint32_t{m_rest[1]} << 8U
                                | std::uint32_t{m_rest[2]} << 16U | std::uint32_t{m_rest[3]} << 24U;
        m_rest = m_rest.subspan(4);
        return n;
    }

    /// Of things that take at least so many bytes each: a claim beyond the bytes is none.
    std::size_t count(std::size_t each)
    {
        const std::size_t n = number();
        m_isGood = m_isGood && n <= m_rest.size() / each;
        return m_isGood ? n : 0;
    }

    double degrees(double most)
    {
        const double value = std::bit_cast<std::int32_t>(number()) / kPerDegree;
        m_isGood = m_isGood && std::abs(value) <= most;
        return value;
    }

    void take(std::size_t count, std::vector<Wgs84>& to)
    {
        m_isGood = m_isGood && count <= m_rest.size() / kPoint; // counted before others were taken
        to.reserve(m_isGood ? count : 0);
        for (std::size_t i = 0; i < count && m_isGood; ++i) {
            const double lon = degrees(180);
            const double lat = degrees(90);
            to.push_back({lon, lat});
        }
    }

    BytesView m_rest;
    bool m_isGood = true;
};

} // namespace

Bytes encodeGeometry(const Geometry& geometry)
{
    Bytes out;
    out.reserve(12 + geometry.points.size() * kPoint);
    put(out, geometry.points.size());
    put(out, geometry.lines.size());
    put(out, geometry.area.polygons.size());
    put(out, geometry.points);
    for (const std::vector<Wgs84>& line : geometry.lines) {
        put(out, line.size());
        put(out, line);
    }
    for (const Polygon& polygon : geometry.area.polygons) {
        put(out, polygon.rings.size());
        for (const Ring& ring : polygon.rings) {
            put(out, ring.size());
            put(out, ring);
        }
    }
    return out;
}

Result<Geometry> decodeGeometry(BytesView bytes)
{
    return Reader(bytes).read();
}

} // namespace sz::layers
