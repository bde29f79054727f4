// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/store/DeskView.h"

#include "data/store/Run.h"
#include "data/store/SqliteFile.h"
#include "data/store/ViewMigrations.h"

#include <SQLiteCpp/SQLiteCpp.h>

namespace sz::store {
namespace {

constexpr std::int32_t kApplicationId = 0x535A5657; // "SZVW"

// Raise when the fold changes what the index says about an incident: every desk then rebuilds.
constexpr const char* kFoldVersion = "2";

constexpr const char* kGetMeta = "SELECT value FROM meta WHERE key=:key";
constexpr const char* kSetMeta = "INSERT INTO meta(key,value) VALUES(:key,:value) "
                                 "ON CONFLICT(key) DO UPDATE SET value=excluded.value";
constexpr const char* kUpsert =
    "INSERT INTO incident(id,state,closed_ms,entries) VALUES(:id,:state,:closed,:entries) "
    "ON CONFLICT(id) DO UPDATE SET state=excluded.state,closed_ms=excluded.closed_ms,"
    "entries=excluded.entries";
constexpr const char* kAddMember =
    "INSERT OR IGNORE INTO member(incident,seq) VALUES(:incident,:seq)";
constexpr const char* kBoard =
    "SELECT i.id, m.seq FROM (SELECT id FROM incident WHERE state<2 "
    "UNION ALL SELECT id FROM incident WHERE state=2 AND closed_ms>=:since) i "
    "JOIN member m ON m.incident=i.id ORDER BY i.id, m.seq";
constexpr const char* kMembers = "SELECT seq FROM member WHERE incident=:incident ORDER BY seq";

std::string meta(SQLite::Database& db, const char* key)
{
    SQLite::Statement s(db, kGetMeta);
    s.bind(":key", key);
    return s.executeStep() ? s.getColumn(0).getString() : std::string();
}

void setMeta(SQLite::Database& db, const char* key, const std::string& value)
{
    SQLite::Statement s(db, kSetMeta);
    s.bind(":key", key);
    s.bind(":value", value);
    s.exec();
}

void removeFiles(const std::filesystem::path& file)
{
    std::error_code ignored;
    for (const char* suffix : {"", "-wal", "-shm"}) {
        std::filesystem::remove(file.string() + suffix, ignored);
    }
}

// True when the file is of this program's fold; a fresh file is marked so.
bool isUsable(SQLite::Database& db)
{
    const std::string fold = meta(db, "fold");
    if (fold.empty()) {
        setMeta(db, "fold", kFoldVersion);
        return true;
    }
    return fold == kFoldVersion;
}

} // namespace

struct DeskView::Impl
{
    Impl(std::filesystem::path f, std::unique_ptr<SqliteFile> s)
        : file(std::move(f)), sql(std::move(s)), db(&sql->db()), members(*db, kMembers)
    {
    }

    std::filesystem::path file;
    std::unique_ptr<SqliteFile> sql;
    SQLite::Database* db;
    SQLite::Statement members;
    std::optional<Error> fault; ///< of an update
    std::uint64_t appliedAtStart = 0;
    std::uint64_t scopeAtStart = 0;
};

Result<std::unique_ptr<DeskView::Impl>>
DeskView::openOnce(const std::filesystem::path& file, const vault::SecretKey* key)
{
    auto sql = SqliteFile::open({file, kApplicationId, embedded::viewMigrations, false, key});
    if (!sql) {
        return std::unexpected(sql.error());
    }
    try {
        auto impl = std::make_unique<Impl>(file, std::move(*sql));
        if (!isUsable(*impl->db)) {
            return fail(Code::StoreOpen, "view of another fold", file.string());
        }
        const std::string applied = meta(*impl->db, "applied");
        impl->appliedAtStart = applied.empty() ? 0 : std::stoull(applied);
        const std::string scope = meta(*impl->db, "scope");
        impl->scopeAtStart = scope.empty() ? 0 : std::stoull(scope);
        return impl;
    } catch (const SQLite::Exception& e) {
        return std::unexpected(storeError(e, file.string()));
    }
}

DeskView::DeskView(std::unique_ptr<Impl> impl, bool wasRebuilt)
    : m_impl(std::move(impl)), m_applied(m_impl->appliedAtStart), m_scope(m_impl->scopeAtStart),
      m_wasRebuilt(wasRebuilt)
{
}
DeskView::DeskView(DeskView&&) noexcept = default;
DeskView& DeskView::operator=(DeskView&&) noexcept = default;
DeskView::~DeskView() = default;

Result<DeskView> DeskView::open(const std::filesystem::path& file, const vault::SecretKey* key)
{
    const bool existed = std::filesystem::exists(file);
    if (auto first = openOnce(file, key); first || first.error().code == Code::NoSpace) {
        return std::move(first).transform(
            [](std::unique_ptr<Impl> impl) { return DeskView(std::move(impl), false); });
    }
    removeFiles(file);
    return openOnce(file, key).transform(
        [existed](std::unique_ptr<Impl> impl) { return DeskView(std::move(impl), existed); });
}

Result<void> DeskView::update(const std::vector<IndexRow>& rows, std::uint64_t applied)
{
    if (m_impl->fault) {
        return std::unexpected(*m_impl->fault);
    }
    try {
        SQLite::Transaction transaction(*m_impl->db, SQLite::TransactionBehavior::IMMEDIATE);
        SQLite::Statement upsert(*m_impl->db, kUpsert);
        SQLite::Statement add(*m_impl->db, kAddMember);
        for (const IndexRow& row : rows) {
            upsert.bind(":id", row.incident.value);
            upsert.bind(":state", static_cast<int>(row.state));
            upsert.bind(":closed", toUtcMs(row.closedAt));
            upsert.bind(":entries", static_cast<std::int64_t>(row.entries));
            upsert.exec();
            upsert.reset();
            add.bind(":incident", row.incident.value);
            for (const std::uint64_t seq : row.newSeqs) {
                add.bind(":seq", static_cast<std::int64_t>(seq));
                add.exec();
                add.reset();
            }
        }
        setMeta(*m_impl->db, "applied", std::to_string(applied));
        transaction.commit();
        m_applied = applied;
        return {};
    } catch (const SQLite::Exception& e) {
        m_impl->fault = storeError(e, m_impl->file.string());
        return std::unexpected(*m_impl->fault);
    }
}

Result<std::vector<DeskView::Members>> DeskView::board(Instant since) const
{
    try {
        SQLite::Statement s(*m_impl->db, kBoard);
        s.bind(":since", toUtcMs(since));
        std::vector<Members> out;
        while (s.executeStep()) {
            const char* id = s.getColumn(0).getText();
            if (out.empty() || out.back().incident.value != id) {
                out.push_back({IncidentId(id), {}});
            }
            out.back().seqs.push_back(static_cast<std::uint64_t>(s.getColumn(1).getInt64()));
        }
        return out;
    } catch (const SQLite::Exception& e) {
        return std::unexpected(storeError(e, m_impl->file.string()));
    }
}

Result<std::vector<std::uint64_t>> DeskView::seqsOf(const IncidentId& incident) const
{
    try {
        Run members(m_impl->members);
        members.with(":incident", incident.value);
        std::vector<std::uint64_t> out;
        while (members.next()) {
            out.push_back(members.count(0));
        }
        return out;
    } catch (const SQLite::Exception& e) {
        return std::unexpected(storeError(e, m_impl->file.string()));
    }
}

Result<void> DeskView::setScope(std::uint64_t generation)
{
    return guarded(m_impl->file.string(), [&] {
        setMeta(*m_impl->db, "scope", std::to_string(generation));
        m_scope = generation;
    });
}

Result<void> DeskView::forget(const IncidentId& incident)
{
    if (m_impl->fault) {
        return std::unexpected(*m_impl->fault);
    }
    try {
        SQLite::Transaction transaction(*m_impl->db, SQLite::TransactionBehavior::IMMEDIATE);
        for (const char* sql :
             {"DELETE FROM member WHERE incident=:id", "DELETE FROM incident WHERE id=:id"}) {
            SQLite::Statement s(*m_impl->db, sql);
            s.bind(":id", incident.value);
            s.exec();
        }
        transaction.commit();
        return {};
    } catch (const SQLite::Exception& e) {
        m_impl->fault = storeError(e, m_impl->file.string());
        return std::unexpected(*m_impl->fault);
    }
}

Result<void> DeskView::clear()
{
    try {
        SQLite::Transaction transaction(*m_impl->db, SQLite::TransactionBehavior::IMMEDIATE);
        m_impl->db->exec("DELETE FROM member");
        m_impl->db->exec("DELETE FROM incident");
        setMeta(*m_impl->db, "applied", "0");
        transaction.commit();
        m_applied = 0;
        return {};
    } catch (const SQLite::Exception& e) {
        return std::unexpected(storeError(e, m_impl->file.string()));
    }
}

} // namespace sz::store
