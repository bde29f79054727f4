// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/packs/TileStore.h"

#include <sqlite3.h>
#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>
#include <mutex>
#include <system_error>

namespace sz::packs {
namespace {

constexpr int kBusyMs = 200;             ///< another window of this user writes, too
constexpr std::uint64_t kOverhead = 120; ///< bytes a row costs beside its picture
constexpr const char* kTables =
    "PRAGMA auto_vacuum=INCREMENTAL; PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF;"
    "CREATE TABLE IF NOT EXISTS tiles(zoom INTEGER NOT NULL, x INTEGER NOT NULL, y INTEGER NOT "
    "NULL, "
    "fetched INTEGER NOT NULL, etag TEXT NOT NULL, modified TEXT NOT NULL, data BLOB NOT NULL, "
    "PRIMARY KEY(zoom, x, y)) STRICT;"
    "CREATE INDEX IF NOT EXISTS tiles_fetched ON tiles(fetched);";
constexpr const char* kFind =
    "SELECT data, fetched, etag, modified FROM tiles WHERE zoom=:zoom AND x=:x AND y=:y";
constexpr const char* kKeep =
    "INSERT OR REPLACE INTO tiles VALUES(:zoom,:x,:y,:fetched,:etag,:modified,:data)";
constexpr const char* kConfirm =
    "UPDATE tiles SET fetched=:fetched WHERE zoom=:zoom AND x=:x AND y=:y";
constexpr const char* kMeasure = "SELECT count(*), total(length(data)) FROM tiles";
constexpr const char* kSizeOf = "SELECT length(data) FROM tiles WHERE zoom=:zoom AND x=:x AND y=:y";
constexpr const char* kAges =
    "SELECT (SELECT min(fetched) FROM tiles), (SELECT max(fetched) FROM tiles)";
constexpr const char* kDropOld = "DELETE FROM tiles WHERE fetched < :before";
constexpr const char* kDropSome =
    "DELETE FROM tiles WHERE rowid IN (SELECT rowid FROM tiles ORDER BY fetched LIMIT :count)";

void bindTile(SQLite::Statement& s, const TileId& tile)
{
    s.bind(":zoom", tile.zoom);
    s.bind(":x", static_cast<std::int64_t>(tile.x));
    s.bind(":y", static_cast<std::int64_t>(tile.y));
}

void dropFiles(const std::filesystem::path& file)
{
    std::error_code ignored;
    for (const char* end : {"", "-wal", "-shm", "-journal"}) {
        std::filesystem::remove(file.string() + end, ignored);
    }
}

} // namespace

struct TileStore::Impl
{
    Impl(const std::filesystem::path& file, Instant now, std::uint64_t most)
        : db(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE, kBusyMs), limit(most)
    {
        std::error_code ignored;
        std::filesystem::permissions(
            file, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write,
            ignored);
        db.exec(kTables);
        SQLite::Statement old(db, kDropOld);
        old.bind(":before", toUtcMs(now - kMostAge));
        old.exec();
        measure();
    }

    /// All of it, which takes a while; in between it is counted along.
    void measure()
    {
        SQLite::Statement s(db, kMeasure);
        s.executeStep();
        count = static_cast<std::uint64_t>(s.getColumn(0).getInt64());
        bytes = static_cast<std::uint64_t>(s.getColumn(1).getDouble()) + count * kOverhead;
    }

    void countAlong(const TileId& tile, std::size_t size)
    {
        SQLite::Statement s(db, kSizeOf);
        bindTile(s, tile);
        if (s.executeStep()) {
            const auto before = static_cast<std::uint64_t>(s.getColumn(0).getInt64()) + kOverhead;
            bytes -= std::min(bytes, before);
            count -= std::min<std::uint64_t>(count, 1);
        }
        bytes += size + kOverhead;
        ++count;
    }

    /// A tenth of all at a time, so that it is not done for every tile.
    void trim()
    {
        while (bytes > limit && count > 0) {
            SQLite::Statement drop(db, kDropSome);
            drop.bind(":count", static_cast<std::int64_t>(count / 10 + 1));
            drop.exec();
            measure();
        }
        db.exec("PRAGMA incremental_vacuum");
    }

    SQLite::Database db;
    std::uint64_t limit;
    std::uint64_t count = 0;
    std::uint64_t bytes = 0;
    std::mutex mutex;
};

TileStore::TileStore(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
TileStore::~TileStore() = default;

std::unique_ptr<TileStore>
TileStore::open(const std::filesystem::path& file, Instant now, std::uint64_t limit)
{
    std::error_code ignored;
    std::filesystem::create_directories(file.parent_path(), ignored);
    for (int attempt = 0; attempt < 2; ++attempt) {
        try {
            return std::unique_ptr<TileStore>(
                new TileStore(std::make_unique<Impl>(file, now, limit)));
        } catch (const SQLite::Exception&) {
            dropFiles(file); // a cache is not worth a question
        }
    }
    return nullptr;
}

std::optional<KeptTile> TileStore::find(const TileId& tile)
{
    const std::scoped_lock lock(m_impl->mutex);
    try {
        SQLite::Statement s(m_impl->db, kFind);
        bindTile(s, tile);
        if (!s.executeStep()) {
            return std::nullopt;
        }
        return KeptTile{
            s.getColumn(0).getString(), fromUtcMs(s.getColumn(1).getInt64()),
            s.getColumn(2).getString(), s.getColumn(3).getString()};
    } catch (const SQLite::Exception&) {
        return std::nullopt; // fetched again
    }
}

void TileStore::keep(const TileId& tile, const KeptTile& kept)
{
    const std::scoped_lock lock(m_impl->mutex);
    try {
        m_impl->countAlong(tile, kept.bytes.size());
        SQLite::Statement s(m_impl->db, kKeep);
        bindTile(s, tile);
        s.bind(":fetched", toUtcMs(kept.fetched));
        s.bind(":etag", kept.etag);
        s.bind(":modified", kept.modified);
        s.bind(":data", kept.bytes.data(), static_cast<int>(kept.bytes.size()));
        s.exec();
        if (m_impl->bytes > m_impl->limit) {
            m_impl->trim();
        }
    } catch (const SQLite::Exception&) {
        return; // a full disk: shown now, not kept
    }
}

void TileStore::confirm(const TileId& tile, Instant now)
{
    const std::scoped_lock lock(m_impl->mutex);
    try {
        SQLite::Statement s(m_impl->db, kConfirm);
        bindTile(s, tile);
        s.bind(":fetched", toUtcMs(now));
        s.exec();
    } catch (const SQLite::Exception&) {
        return; // asked for again
    }
}

TileFigures TileStore::figures()
{
    const std::scoped_lock lock(m_impl->mutex);
    try {
        SQLite::Statement s(m_impl->db, kAges);
        s.executeStep();
        return {
            m_impl->count, m_impl->bytes, fromUtcMs(s.getColumn(0).getInt64()),
            fromUtcMs(s.getColumn(1).getInt64())};
    } catch (const SQLite::Exception&) {
        return {};
    }
}

void TileStore::clear()
{
    const std::scoped_lock lock(m_impl->mutex);
    try {
        m_impl->db.exec("DELETE FROM tiles; PRAGMA incremental_vacuum");
        m_impl->bytes = 0;
        m_impl->count = 0;
    } catch (const SQLite::Exception&) {
        return;
    }
}

} // namespace sz::packs
