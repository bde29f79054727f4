// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/layers/files/Readers.h"

#include <bit>
#include <cmath>
#include <cstring>
#include <format>

namespace sz::layers {
namespace {

/// Reads until something is wrong, and then nothing more.
class Reader
{
public:
    Reader(BytesView bytes, std::int64_t& heights) : m_bytes(bytes), m_heights(heights) {}

    std::string run(FileGeometry& into)
    {
        geometry(into, 0, 0);
        return m_fault;
    }

private:
    enum : std::uint32_t {
        Point = 1,
        LineString,
        Polygon,
        MultiPoint,
        MultiLineString,
        MultiPolygon,
        Collection
    };

    void stop(std::string why)
    {
        if (m_fault.empty()) {
            m_fault = std::move(why);
        }
    }
    [[nodiscard]] bool goesOn() const { return m_fault.empty(); }

    template <class T>
    T take()
    {
        T out{};
        if (m_bytes.size() < sizeof(T)) {
            stop("short");
            return out;
        }
        std::memcpy(&out, m_bytes.data(), sizeof(T));
        m_bytes = m_bytes.subspan(sizeof(T));
        if constexpr (sizeof(T) > 1) {
            if (m_isLittle != (std::endian::native == std::endian::little)) {
                out = std::bit_cast<T>(swapped(out));
            }
        }
        return out;
    }
    static std::uint32_t swapped(std::uint32_t value) { return std::byteswap(value); }
    static std::uint64_t swapped(double value)
    {
        return std::byteswap(std::bit_cast<std::uint64_t>(value));
    }

    /// How many follow; no more than there are bytes for.
    std::uint32_t count(std::size_t least)
    {
        const auto out = take<std::uint32_t>();
        if (out > m_bytes.size() / least) {
            stop("short");
            return 0;
        }
        return out;
    }

    // ISO adds 1000, 2000, 3000 for Z, M, ZM; the extended form has flags instead.
    std::uint32_t type()
    {
        m_isLittle = take<std::uint8_t>() != 0;
        const auto raw = take<std::uint32_t>();
        constexpr std::uint32_t kZ = 0x8000'0000U;
        constexpr std::uint32_t kM = 0x4000'0000U;
        constexpr std::uint32_t kSrid = 0x2000'0000U;
        const std::uint32_t bare = raw & ~(kZ | kM | kSrid);
        const std::uint32_t dimension = bare / 1000;
        m_hasZ = (raw & kZ) != 0 || dimension == 1 || dimension == 3;
        m_hasM = (raw & kM) != 0 || dimension == 2 || dimension == 3;
        if ((raw & kSrid) != 0) {
            (void)take<std::uint32_t>();
        }
        return dimension > 3 ? 0 : bare % 1000;
    }

    [[nodiscard]] std::size_t positionBytes() const
    {
        return 8U * (2U + (m_hasZ ? 1U : 0U) + (m_hasM ? 1U : 0U));
    }

    // A point without numbers is written as not-a-number twice.
    void position(FilePoints& into, bool mayBeEmpty = false)
    {
        const auto x = take<double>();
        const auto y = take<double>();
        if (m_hasZ) {
            m_heights += std::isfinite(take<double>()) ? 1 : 0;
        }
        if (m_hasM) {
            (void)take<double>();
        }
        if (!goesOn() || (mayBeEmpty && std::isnan(x) && std::isnan(y))) {
            return;
        }
        if (!std::isfinite(x) || !std::isfinite(y)) {
            return stop("positions");
        }
        into.push_back({x, y});
    }

    FilePoints positions()
    {
        FilePoints out;
        const std::uint32_t many = count(positionBytes());
        out.reserve(many);
        for (std::uint32_t i = 0; i < many && goesOn(); ++i) {
            position(out);
        }
        return out;
    }

    void polygon(FileGeometry& into)
    {
        std::vector<FilePoints> rings;
        const std::uint32_t many = count(4);
        for (std::uint32_t i = 0; i < many && goesOn(); ++i) {
            rings.push_back(positions());
            if (rings.back().empty()) {
                stop("empty");
            }
        }
        if (!rings.empty()) {
            into.polygons.push_back(std::move(rings));
        }
    }

    // `only`: the one type that may stand within the one around; 0: any.
    void geometry(FileGeometry& into, int depth, std::uint32_t only)
    {
        if (depth > kDeepest) {
            return stop("depth");
        }
        const std::uint32_t what = type();
        if (!goesOn()) {
            return;
        }
        if (only != 0 && what != only) {
            return stop("nesting");
        }
        switch (what) {
        case Point:
            return position(into.points, true);
        case LineString:
            if (FilePoints line = positions(); !line.empty()) {
                into.lines.push_back(std::move(line));
            }
            return;
        case Polygon:
            return polygon(into);
        case MultiPoint:
        case MultiLineString:
        case MultiPolygon:
            return several(into, depth, what - 3);
        case Collection:
            return several(into, depth, 0);
        default:
            stop(std::format("type {}", what));
        }
    }

    void several(FileGeometry& into, int depth, std::uint32_t only)
    {
        constexpr std::size_t kLeast = 5 + 4;
        const std::uint32_t many = count(kLeast);
        for (std::uint32_t i = 0; i < many && goesOn(); ++i) {
            geometry(into, depth + 1, only);
        }
    }

    BytesView m_bytes;
    std::int64_t& m_heights;
    std::string m_fault;
    bool m_isLittle = true;
    bool m_hasZ = false;
    bool m_hasM = false;
};

} // namespace

std::string readWkb(BytesView bytes, FileGeometry& into, std::int64_t& heights)
{
    return Reader(bytes, heights).run(into);
}

} // namespace sz::layers
