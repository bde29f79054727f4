// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/store/DeskReader.h"

#include "data/store/SqliteFile.h"

#include <algorithm>
#include <limits>
#include <string>

namespace sz::store {
namespace {

constexpr int kApplicationId = 0x535A4C47; // "SZLG", see DeskLog
constexpr const char* kHead = "SELECT coalesce(max(number),0) FROM feed";
constexpr const char* kOperation = "SELECT value FROM meta WHERE key='operation'";
constexpr const char* kEntries =
    "SELECT number,serial,raw,seq,received_ms FROM feed WHERE number<=:last ORDER BY seq";
constexpr const char* kBetween =
    "SELECT number,serial,raw,seq,received_ms FROM feed WHERE seq BETWEEN :first AND :last "
    "ORDER BY seq";
constexpr const char* kLastSeq = "SELECT coalesce(max(seq),0) FROM feed";
constexpr int kBusyMs = 2000;

BytesView viewOf(const SQLite::Column& column)
{
    return {
        static_cast<const std::uint8_t*>(column.getBlob()),
        static_cast<std::size_t>(column.getBytes())};
}

std::int64_t bounded(std::uint64_t value)
{
    constexpr std::uint64_t kMost = std::numeric_limits<std::int64_t>::max();
    return static_cast<std::int64_t>(std::min(value, kMost));
}

void visitAll(SQLite::Statement& s, const std::function<void(const ToldEntry&)>& visit)
{
    while (s.executeStep()) {
        visit(
            {static_cast<std::uint64_t>(s.getColumn(0).getInt64()),
             static_cast<std::uint32_t>(s.getColumn(1).getInt64()), viewOf(s.getColumn(2)),
             static_cast<std::uint64_t>(s.getColumn(3).getInt64()),
             fromUtcMs(s.getColumn(4).getInt64())});
    }
}

void visitRun(
    SQLite::Statement& s,
    std::uint64_t first,
    std::uint64_t last,
    const std::function<void(const ToldEntry&)>& visit)
{
    s.reset();
    s.bind(":first", bounded(first));
    s.bind(":last", bounded(last));
    visitAll(s, visit);
}

} // namespace

struct DeskReader::Impl
{
    std::string path;
    SQLite::Database db;
};

DeskReader::DeskReader(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
DeskReader::DeskReader(DeskReader&&) noexcept = default;
DeskReader& DeskReader::operator=(DeskReader&&) noexcept = default;
DeskReader::~DeskReader() = default;

Result<DeskReader> DeskReader::open(const std::filesystem::path& file, const vault::SecretKey* key)
{
    std::error_code ec;
    if (!std::filesystem::exists(file, ec)) {
        return fail(Code::NotFound, "no log in this folder", file.string());
    }
    auto opened = guarded(file.string(), [&]() -> Result<std::unique_ptr<Impl>> {
        auto impl = std::make_unique<Impl>(
            file.string(), SQLite::Database(file.string(), SQLite::OPEN_READONLY, kBusyMs));
        if (auto ok = useKey(impl->db, file, key); !ok) {
            return std::unexpected(ok.error());
        }
        impl->db.exec("PRAGMA query_only = ON");
        if (impl->db.execAndGet("PRAGMA application_id").getInt() != kApplicationId) {
            return fail(Code::StoreCorrupt, "not a log of a desk", file.string());
        }
        impl->db.exec("BEGIN"); // what the console writes meanwhile is not seen
        return impl;
    });
    if (!opened || !*opened) {
        return std::unexpected(opened ? opened->error() : opened.error());
    }
    return DeskReader(std::move(**opened));
}

Result<OperationId> DeskReader::operation() const
{
    return guarded(m_impl->path, [&] {
        SQLite::Statement s(m_impl->db, kOperation);
        return OperationId(s.executeStep() ? s.getColumn(0).getString() : std::string());
    });
}

Result<std::uint64_t> DeskReader::head() const
{
    return guarded(m_impl->path, [&] {
        return static_cast<std::uint64_t>(m_impl->db.execAndGet(kHead).getInt64());
    });
}

Result<void>
DeskReader::forEach(std::uint64_t last, const std::function<void(const ToldEntry&)>& visit) const
{
    return guarded(m_impl->path, [&] {
        SQLite::Statement s(m_impl->db, kEntries);
        s.bind(":last", bounded(last));
        visitAll(s, visit);
    });
}

Result<std::uint64_t> DeskReader::lastSeq() const
{
    return guarded(m_impl->path, [&] {
        return static_cast<std::uint64_t>(m_impl->db.execAndGet(kLastSeq).getInt64());
    });
}

Result<void> DeskReader::forEachBetween(
    std::uint64_t first,
    std::uint64_t last,
    const std::function<void(const ToldEntry&)>& visit) const
{
    return guarded(m_impl->path, [&] {
        SQLite::Statement s(m_impl->db, kBetween);
        visitRun(s, first, last, visit);
    });
}

Result<void> DeskReader::forEachOf(
    std::span<const std::uint64_t> seqs,
    const std::function<void(const ToldEntry&)>& visit) const
{
    return guarded(m_impl->path, [&] {
        SQLite::Statement s(m_impl->db, kBetween);
        for (std::size_t i = 0; i < seqs.size();) {
            std::size_t end = i + 1;
            while (end < seqs.size() && seqs[end] == seqs[end - 1] + 1) {
                ++end;
            }
            visitRun(s, seqs[i], seqs[end - 1], visit);
            i = end;
        }
    });
}

} // namespace sz::store
