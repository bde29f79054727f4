// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/packs/MbTiles.h"

#include "data/packs/MbMetadata.h"
#include "data/packs/ReadOnlySqlite.h"

#include <algorithm>
#include <format>

namespace sz::packs {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

constexpr auto kTile =
    "SELECT tile_data FROM tiles WHERE zoom_level = ?1 AND tile_column = ?2 AND tile_row = ?3";
constexpr auto kAll = "SELECT zoom_level, tile_column, tile_row, tile_data FROM tiles";
constexpr auto kFirst = "SELECT tile_data FROM tiles WHERE length(tile_data) > 0 LIMIT 5";
constexpr auto kZooms = "SELECT min(zoom_level), max(zoom_level) FROM tiles";
constexpr auto kSpan = "SELECT min(tile_column), max(tile_column), min(tile_row), max(tile_row) "
                       "FROM tiles WHERE zoom_level = ?1";
constexpr auto kQuickCheck = "PRAGMA quick_check(1)";

constexpr seconds kOpenPatience{5};
constexpr milliseconds kTilePatience{500};
constexpr seconds kRowPatience{20};
constexpr std::uint64_t kMostTiles = 100'000'000;
constexpr std::uint64_t kScanLimit = 32ULL * 1024 * 1024; ///< bytes that may be read for one tile

Blob blobOf(SQLite::Column column)
{
    const auto* bytes = static_cast<const std::uint8_t*>(column.getBlob());
    return {bytes, bytes == nullptr ? 0 : static_cast<std::size_t>(column.getBytes())};
}

// Numbers of a file from outside: whatever does not fit becomes a tile that cannot be.
TileId tileOf(SQLite::Statement& row)
{
    const auto zoom = row.getColumn(0).getInt64();
    const auto x = row.getColumn(1).getInt64();
    const auto y = row.getColumn(2).getInt64();
    if (zoom < 0 || zoom > kDeepestZoom || x < 0 || y < 0 || x >= (1LL << zoom)
        || y >= (1LL << zoom)) {
        return {-1, 0, 0};
    }
    return {
        static_cast<int>(zoom), static_cast<std::uint32_t>(x),
        static_cast<std::uint32_t>((1LL << zoom) - 1 - y)};
}

class MbTiles final : public Pack
{
public:
    explicit MbTiles(PackInfo info) { m_info = std::move(info); }

    Expected<void> open();
    Expected<std::string> tile(const TileId& id) override;
    Expected<void> forEach(const std::function<bool(const FoundTile&)>& visit) override;
    Expected<void> checkStore() override;

private:
    Expected<void> readMetadata();
    Expected<void> lookAtTiles();
    Expected<void> findZooms(const MbMetadata& said);
    Expected<void> findBounds(const MbMetadata& said);
    Expected<void> lookAtIndex();
    void remark(Remark remark) { m_info.remarks.push_back(remark); }

    std::unique_ptr<ReadOnlySqlite> m_file;
    std::unique_ptr<SQLite::Statement> m_tile;
};

Expected<void> MbTiles::open()
{
    auto file = ReadOnlySqlite::open(m_info.file, m_info.bytes);
    if (!file) {
        return std::unexpected(file.error());
    }
    m_file = std::move(*file);
    return m_file->run(kOpenPatience, [this]() -> Expected<void> {
        if (!m_file->hasTable("tiles")) {
            return refuse(Fault::NotAPack);
        }
        if (!m_file->hasTable("metadata")) {
            return refuse(Fault::NoMetadata);
        }
        m_tile = std::make_unique<SQLite::Statement>(m_file->db(), kTile);
        return readMetadata();
    });
}

Expected<void> MbTiles::readMetadata()
{
    const MbMetadata said = readMbMetadata(m_file->db());
    m_info.name = plainLine(said.text("name"));
    m_info.attribution = plainLine(said.text("attribution"));
    m_info.description = plainLine(said.text("description"));
    m_info.version = plainLine(said.text("version"));
    m_info.formatSaid = plainLine(said.text("format"));
    if (m_info.name.empty()) {
        m_info.name = m_info.file.stem().string();
        remark(Remark::NoName);
    }
    if (m_info.attribution.empty()) {
        remark(Remark::NoAttribution);
    }
    if (const auto crs = said.otherGrid()) {
        return refuse(Fault::OtherGrid, plainLine(*crs));
    }
    return lookAtTiles()
        .and_then([&] { return findZooms(said); })
        .and_then([&] { return findBounds(said); })
        .and_then([&] { return lookAtIndex(); });
}

// What is in the tiles counts, and what the pack says of them is only compared; but vector tiles are named as such.
Expected<void> MbTiles::lookAtTiles()
{
    if (m_info.formatSaid.empty()) {
        remark(Remark::NoFormat);
    } else if (const auto format = formatFrom(m_info.formatSaid); !format) {
        return std::unexpected(format.error());
    }
    SQLite::Statement rows(m_file->db(), kFirst);
    Expected<void> found = refuse(Fault::NoTiles);
    while (rows.executeStep()) {
        const Blob tile = blobOf(rows.getColumn(0));
        if (const auto head = imageHead(tile)) {
            m_info.format = head->format;
            m_info.tileSide = head->width;
            return {};
        } else {
            found = looksLikeVectorTile(tile) ? refuse(Fault::VectorTiles, "mvt")
                                              : std::unexpected(head.error());
        }
    }
    return found;
}

Expected<void> MbTiles::findZooms(const MbMetadata& said)
{
    const auto least = said.number("minzoom");
    const auto most = said.number("maxzoom");
    if (least && most) {
        m_info.minZoom = *least;
        m_info.maxZoom = *most;
    } else {
        remark(Remark::NoZooms);
        SQLite::Statement row(m_file->db(), kZooms);
        row.executeStep();
        m_info.minZoom = row.getColumn(0).getInt();
        m_info.maxZoom = row.getColumn(1).getInt();
    }
    const bool isSane =
        m_info.minZoom >= 0 && m_info.minZoom <= m_info.maxZoom && m_info.maxZoom <= kDeepestZoom;
    return isSane ? Expected<void>()
                  : refuse(Fault::BadZooms, std::format("{} – {}", m_info.minZoom, m_info.maxZoom));
}

Expected<void> MbTiles::findBounds(const MbMetadata& said)
{
    const std::string text = said.text("bounds");
    if (!text.empty()) {
        const auto bounds = boundsFrom(text);
        if (!bounds || !bounds->isSane()) {
            return refuse(Fault::BadBounds, plainLine(text));
        }
        m_info.bounds = *bounds;
        return {};
    }
    remark(Remark::NoBounds);
    for (int zoom = m_info.maxZoom; zoom >= m_info.minZoom; --zoom) {
        SQLite::Statement row(m_file->db(), kSpan);
        row.bind(1, zoom);
        row.executeStep();
        const auto side = 1LL << zoom;
        const auto at = [&](int i) {
            return static_cast<std::uint32_t>(
                std::clamp<std::int64_t>(row.getColumn(i).getInt64(), 0, side - 1));
        };
        if (!row.getColumn(0).isNull()) {
            const auto south = static_cast<std::uint32_t>(side - 1) - at(2);
            const auto north = static_cast<std::uint32_t>(side - 1) - at(3);
            m_info.bounds = boundsOf({zoom, at(0), north});
            m_info.bounds.include(boundsOf({zoom, at(1), south}));
            return {};
        }
    }
    return refuse(
        Fault::BadZooms, std::format("{} – {}", m_info.minZoom, m_info.maxZoom)); // no tile there
}

Expected<void> MbTiles::lookAtIndex()
{
    SQLite::Statement plan(m_file->db(), std::string("EXPLAIN QUERY PLAN ") + kTile);
    bool isScan = false;
    while (plan.executeStep()) {
        isScan = isScan || plan.getColumn(3).getString().contains("SCAN");
    }
    if (isScan && m_info.bytes > kScanLimit) {
        return refuse(Fault::TooSlow, std::format("{} MB", m_info.bytes / 1'000'000));
    }
    if (isScan) {
        remark(Remark::NoIndex);
    }
    return {};
}

Expected<std::string> MbTiles::tile(const TileId& id)
{
    return m_file->run(kTilePatience, [&]() -> Expected<std::string> {
        m_tile->reset();
        m_tile->bind(1, id.zoom);
        m_tile->bind(2, id.x);
        m_tile->bind(3, (1U << static_cast<unsigned>(id.zoom)) - 1 - id.y);
        std::string bytes;
        if (m_tile->executeStep()) {
            const Blob blob = blobOf(m_tile->getColumn(0));
            bytes.assign(blob.begin(), blob.end());
        }
        m_tile->reset();
        return bytes;
    });
}

Expected<void> MbTiles::forEach(const std::function<bool(const FoundTile&)>& visit)
{
    return m_file->run(kRowPatience, [&]() -> Expected<void> {
        SQLite::Statement rows(m_file->db(), kAll);
        for (std::uint64_t count = 0; rows.executeStep(); ++count) {
            if (count == kMostTiles) {
                return refuse(Fault::TooMany, std::to_string(kMostTiles));
            }
            if (!visit({tileOf(rows), blobOf(rows.getColumn(3))})) {
                return {};
            }
            m_file->allow(kRowPatience); // from row to row, not for all of them
        }
        return {};
    });
}

Expected<void> MbTiles::checkStore()
{
    constexpr std::uint64_t kBytesPerSecond = 20'000'000; // of a slow disk
    const seconds patience(60 + static_cast<std::int64_t>(m_info.bytes / kBytesPerSecond));
    return m_file->run(patience, [this]() -> Expected<void> {
        const std::string found = m_file->db().execAndGet(kQuickCheck).getString();
        return found == "ok" ? Expected<void>() : refuse(Fault::Damaged, plainLine(found));
    });
}

} // namespace

Expected<std::unique_ptr<Pack>> openMbTiles(PackInfo info)
{
    info.sort = PackSort::MbTiles;
    auto pack = std::make_unique<MbTiles>(std::move(info));
    return pack->open().transform([&] { return std::unique_ptr<Pack>(std::move(pack)); });
}

} // namespace sz::packs
