// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/osm/PackBuilder.h"

#include "data/base/Hash.h"
#include "data/packs/MbTilesWriter.h"
#include "maps/osm/OsmPainter.h"

#include <QBuffer>
#include <QByteArray>

#include <algorithm>
#include <array>
#include <cmath>
#include <format>
#include <fstream>

namespace sz::maps::osm {
namespace {

constexpr std::size_t kNamesAtOnce = 5'000;
constexpr int kRecipe = 2; ///< raise it when the same extract is painted otherwise

struct Range
{
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    [[nodiscard]] std::uint64_t count() const { return last - first + 1; }
};

Range rangeOf(double from, double until, int zoom)
{
    const double side = std::exp2(zoom);
    const auto at = [side](double v) {
        return static_cast<std::uint32_t>(std::clamp(std::floor(v * side), 0.0, side - 1));
    };
    // A box that ends exactly on a line between two tiles shows nothing of the next.
    return {at(from), std::max(at(from), at(std::nextafter(until, 0.0)))};
}

/// What decides how the tiles look: which extract (its size and both ends), which zooms, which painter.
std::string recipeOf(const PackOrder& order)
{
    constexpr std::streamoff kEnd = 65'536;
    std::ifstream in(order.source, std::ios::binary | std::ios::ate);
    const std::streamoff size = in.tellg();
    std::string ends(static_cast<std::size_t>(std::max<std::streamoff>(2 * kEnd, 0)), '\0');
    in.seekg(0);
    in.read(ends.data(), kEnd);
    in.clear();
    in.seekg(std::max<std::streamoff>(0, size - kEnd));
    in.read(ends.data() + kEnd, kEnd);
    return std::format(
        "{} {}-{} {} {}", kRecipe, order.minZoom, order.maxZoom, static_cast<std::int64_t>(size),
        toHex(sha256(viewOf(ends))));
}

Bytes pngOf(const QImage& tile)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    tile.save(&buffer, "PNG");
    return {bytes.begin(), bytes.end()};
}

class Builder
{
public:
    Builder(const PackOrder& order, const std::function<bool(const PackProgress&)>& go)
        : m_order(order), m_go(go)
    {
    }

    Result<PackMade> build()
    {
        auto map = loadOsm(m_order.source, [this](double share) {
            return tell({true, static_cast<std::uint64_t>(share * 100), 100, 0, 0});
        });
        if (!map) {
            return std::unexpected(map.error());
        }
        m_map = std::move(*map);
        m_all = tilesOf();
        if (m_all > kMostTiles) {
            return fail(
                Code::LimitOutOfRange, std::format("tiles {}", m_all), m_order.source.string());
        }
        auto writer = packs::MbTilesWriter::open(m_order.target, recipeOf(m_order));
        if (!writer) {
            return std::unexpected(writer.error());
        }
        if (auto ok = writeNames(*writer); !ok) {
            return std::unexpected(ok.error());
        }
        for (int zoom = m_order.minZoom; zoom <= m_order.maxZoom; ++zoom) {
            if (auto ok = paintZoom(zoom, *writer); !ok) {
                return std::unexpected(ok.error());
            }
        }
        return writer->finish(metadata()).transform([this] {
            return PackMade{
                m_done, m_resumed, m_map.count, m_map.places.size(), m_map.names.size()};
        });
    }

private:
    bool tell(const PackProgress& progress) const { return !m_go || m_go(progress); }

    [[nodiscard]] Range columns(int zoom) const
    {
        return rangeOf(m_map.box.min.x, m_map.box.max.x, zoom);
    }
    [[nodiscard]] Range rows(int zoom) const
    {
        return rangeOf(m_map.box.min.y, m_map.box.max.y, zoom);
    }

    [[nodiscard]] std::uint64_t tilesOf() const
    {
        std::uint64_t all = 0;
        for (int zoom = m_order.minZoom; zoom <= m_order.maxZoom; ++zoom) {
            all += columns(zoom).count() * rows(zoom).count();
        }
        return all;
    }

    /// Some at a time, so that a run that was killed goes on where it was. An extract without names leaves an empty table.
    Result<void> writeNames(packs::MbTilesWriter& writer)
    {
        const std::span<const packs::PackName> all(m_map.names);
        for (std::size_t from = 0; from == 0 || from < all.size(); from += kNamesAtOnce) {
            const std::string piece = std::format("names/{}", from);
            const auto some = all.subspan(from, std::min(kNamesAtOnce, all.size() - from));
            if (!writer.isDone(piece)) {
                if (auto ok = writer.writeNames(piece, some); !ok) {
                    return ok;
                }
            }
            if (!tell({false, 0, m_all, m_order.minZoom, 0})) {
                return fail(Code::Cancelled, "stopped", m_order.target.string());
            }
        }
        return {};
    }

    Result<void> paintZoom(int zoom, packs::MbTilesWriter& writer)
    {
        const Range across = columns(zoom);
        const Range down = rows(zoom);
        for (std::uint32_t y = down.first / kBlock; y <= down.last / kBlock; ++y) {
            for (std::uint32_t x = across.first / kBlock; x <= across.last / kBlock; ++x) {
                if (auto ok = paintOne({zoom, x, y}, across, down, writer); !ok) {
                    return ok;
                }
                if (!tell({false, m_done, m_all, zoom, m_resumed})) {
                    return fail(Code::Cancelled, "stopped", m_order.target.string());
                }
            }
        }
        return {};
    }

    Result<void>
    paintOne(const BlockId& block, Range across, Range down, packs::MbTilesWriter& writer)
    {
        const std::uint32_t left = std::max(across.first, block.x * kBlock);
        const std::uint32_t right = std::min(across.last, block.x * kBlock + kBlock - 1);
        const std::uint32_t top = std::max(down.first, block.y * kBlock);
        const std::uint32_t bottom = std::min(down.last, block.y * kBlock + kBlock - 1);
        const std::uint64_t count =
            static_cast<std::uint64_t>(right - left + 1) * (bottom - top + 1);
        const std::string piece = std::format("{}/{}/{}", block.zoom, block.x, block.y);
        m_done += count;
        if (writer.isDone(piece)) {
            m_resumed += count;
            return {};
        }
        const QImage picture = paintBlock(m_map, block);
        std::vector<packs::WrittenTile> tiles;
        tiles.reserve(count);
        for (std::uint32_t y = top; y <= bottom; ++y) {
            for (std::uint32_t x = left; x <= right; ++x) {
                const QImage tile = picture.copy(
                    static_cast<int>(x - block.x * kBlock) * kTile,
                    static_cast<int>(y - block.y * kBlock) * kTile, kTile, kTile);
                tiles.push_back({{block.zoom, x, y}, pngOf(tile)});
            }
        }
        return writer.write(piece, tiles);
    }

    [[nodiscard]] std::map<std::string, std::string> metadata() const
    {
        const Wgs84 northWest = toWgs84(m_map.box.min);
        const Wgs84 southEast = toWgs84(m_map.box.max);
        const std::string name =
            m_order.name.empty() ? m_order.source.stem().stem().string() : m_order.name;
        return {
            {"name", name},
            {"format", "png"},
            {"type", "baselayer"},
            {"version", "1"},
            {"minzoom", std::to_string(m_order.minZoom)},
            {"maxzoom", std::to_string(m_order.maxZoom)},
            {"bounds", std::format(
                           "{:.6f},{:.6f},{:.6f},{:.6f}", northWest.lon, southEast.lat,
                           southEast.lon, northWest.lat)},
            {"center", std::format(
                           "{:.6f},{:.6f},{}", (northWest.lon + southEast.lon) / 2,
                           (northWest.lat + southEast.lat) / 2, m_order.minZoom)},
            {"attribution", "© OpenStreetMap contributors (ODbL)"},
            {"description", "Made by sanzhenctl pack build"}};
    }

    const PackOrder& m_order;
    const std::function<bool(const PackProgress&)>& m_go;
    OsmMap m_map;
    std::uint64_t m_all = 0;
    std::uint64_t m_done = 0;
    std::uint64_t m_resumed = 0;
};

} // namespace

Result<PackMade>
buildPack(const PackOrder& order, const std::function<bool(const PackProgress&)>& go)
{
    return Builder(order, go).build();
}

} // namespace sz::maps::osm
