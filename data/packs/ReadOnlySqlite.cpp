// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/packs/ReadOnlySqlite.h"

#include "data/packs/Pack.h"

#include <sqlite3.h>

#include <array>
#include <format>
#include <fstream>

namespace sz::packs {
namespace {

constexpr int kMostBytes = 8 * 1024 * 1024; ///< a value, a row
constexpr int kStepsPerLook = 20'000;       ///< of SQLite's machine: well under a millisecond

// A path with ?, # or % would mean something else in a URI.
std::string uriOf(const std::filesystem::path& file)
{
    std::string uri = "file:";
    for (const char c : std::filesystem::absolute(file).string()) {
        if (c == '?' || c == '#' || c == '%') {
            uri += std::format("%{:02x}", static_cast<unsigned char>(c));
        } else {
            uri += c;
        }
    }
    return uri + "?mode=ro&immutable=1";
}

std::uint32_t bigEndian(const std::array<unsigned char, 100>& head, std::size_t at)
{
    return std::uint32_t{head.at(at)} << 24U | std::uint32_t{head.at(at + 1)} << 16U
           | std::uint32_t{head.at(at + 2)} << 8U | head.at(at + 3);
}

// Fields of the head: page size at 16, change counter at 24, pages at 28, the counter at which these were right at 92.
Expected<void> checkHead(const std::filesystem::path& file, std::uint64_t bytes)
{
    std::array<unsigned char, 100> head{};
    std::ifstream in(file, std::ios::binary);
    if (!in.read(reinterpret_cast<char*>(head.data()), head.size())) {
        return refuse(Fault::Truncated, std::format("{} bytes", bytes));
    }
    std::uint64_t page = std::uint64_t{head[16]} << 8U | head[17];
    page = page == 1 ? 65'536 : page;
    const std::uint64_t promised = page * bigEndian(head, 28);
    if (bigEndian(head, 24) == bigEndian(head, 92) && promised > bytes) {
        return refuse(Fault::Truncated, std::format("{} / {} bytes", bytes, promised));
    }
    return {};
}

Expected<void> checkSideFiles(const std::filesystem::path& file)
{
    for (const char* end : {"-wal", "-journal"}) {
        std::filesystem::path side = file;
        side += end;
        std::error_code none;
        if (const auto size = std::filesystem::file_size(side, none); !none && size > 0) {
            return refuse(Fault::BeingMade, side.filename().string());
        }
    }
    return {};
}

} // namespace

ReadOnlySqlite::ReadOnlySqlite(const std::string& uri)
    : m_db(uri, SQLite::OPEN_READONLY | SQLite::OPEN_URI | SQLite::OPEN_NOMUTEX)
{
    sqlite3* db = m_db.getHandle();
    sqlite3_limit(db, SQLITE_LIMIT_LENGTH, kMostBytes);
    sqlite3_limit(db, SQLITE_LIMIT_ATTACHED, 0);
    sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_progress_handler(
        db, kStepsPerLook,
        [](void* self) {
            const auto& file = *static_cast<const ReadOnlySqlite*>(self);
            return std::chrono::steady_clock::now() > file.m_until ? 1 : 0;
        },
        this);
}

Expected<std::unique_ptr<ReadOnlySqlite>>
ReadOnlySqlite::open(const std::filesystem::path& file, std::uint64_t bytes)
{
    const auto fit = checkSideFiles(file).and_then([&] { return checkHead(file, bytes); });
    if (!fit) {
        return std::unexpected(fit.error());
    }
    try {
        std::unique_ptr<ReadOnlySqlite> opened(new ReadOnlySqlite(uriOf(file)));
        return opened->run(
            std::chrono::seconds(5), [&]() -> Expected<std::unique_ptr<ReadOnlySqlite>> {
                opened->m_db.exec("PRAGMA cell_size_check=ON");
                opened->m_db.exec(
                    "PRAGMA mmap_size=0"); // a file cut short while mapped ends the process
                opened->m_db.exec("PRAGMA cache_size=-2048");
                return std::move(opened);
            });
    } catch (const SQLite::Exception& e) {
        return std::unexpected(problemOf(e));
    }
}

bool ReadOnlySqlite::hasTable(const std::string& name)
{
    SQLite::Statement rows(
        m_db, "SELECT 1 FROM sqlite_schema WHERE lower(name) = ?1 AND type IN ('table', 'view')");
    rows.bind(1, name);
    return rows.executeStep();
}

void ReadOnlySqlite::allow(std::chrono::milliseconds patience)
{
    m_until = std::chrono::steady_clock::now() + patience;
}

Problem ReadOnlySqlite::problemOf(const SQLite::Exception& e)
{
    switch (e.getErrorCode()) {
    case SQLITE_INTERRUPT:
        return {Fault::TooSlow, "SQLite"};
    case SQLITE_NOTADB:
        return {Fault::Damaged, "SQLite"};
    case SQLITE_IOERR:
        return {Fault::Truncated, plainLine(e.what())};
    case SQLITE_TOOBIG:
        return {Fault::TileHuge, std::format("> {} MB", kMostBytes >> 20)};
    case SQLITE_CANTOPEN:
        return {Fault::Unreadable, plainLine(e.what())};
    default:
        return {Fault::Damaged, plainLine(e.what())};
    }
}

} // namespace sz::packs
