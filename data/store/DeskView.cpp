// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/store/DeskView.h"

#include "data/store/Run.h"
#include "data/store/SeqRun.h"
#include "data/store/SqliteFile.h"
#include "data/store/ViewMigrations.h"

#include <sqlite3.h>
#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>
#include <array>
#include <format>

namespace sz::store {
namespace {

constexpr std::int32_t kApplicationId = 0x535A5657; // "SZVW"

// Raise when the fold changes what the index says about an incident: every desk then rebuilds. A changed schema does the
// same by itself (foldMark).
constexpr const char* kFoldVersion = "6";

constexpr const char* kGetMeta = "SELECT value FROM meta WHERE key=:key";
constexpr const char* kSetMeta = "INSERT INTO meta(key,value) VALUES(:key,:value) "
                                 "ON CONFLICT(key) DO UPDATE SET value=excluded.value";
constexpr const char* kUpsert =
    "INSERT INTO incident(id,state,closed_ms,entries,belongs) "
    "VALUES(:id,:state,:closed,:entries,:belongs) "
    "ON CONFLICT(id) DO UPDATE SET state=excluded.state,closed_ms=excluded.closed_ms,"
    "entries=excluded.entries,belongs=excluded.belongs";
constexpr const char* kAddMember =
    "INSERT OR REPLACE INTO member(incident,first,seqs) VALUES(:incident,:first,:seqs)";
constexpr const char* kBoard =
    "WITH RECURSIVE shown(id) AS (SELECT id FROM incident WHERE state<2 "
    "UNION SELECT id FROM incident WHERE state=2 AND closed_ms>=:since "
    "UNION SELECT b.id FROM incident b JOIN shown s ON b.belongs=s.id WHERE b.belongs<>'') "
    "SELECT i.id, m.seqs FROM shown i JOIN member m ON m.incident=i.id ORDER BY i.id, m.first";
constexpr const char* kMembers = "SELECT seqs FROM member WHERE incident=:incident ORDER BY first";
constexpr const char* kKnown = "SELECT 1 FROM incident WHERE id=:incident";
constexpr const char* kTotals = "SELECT state,many FROM counter";
constexpr const char* kDropIndex = "DROP INDEX incident_open; DROP TRIGGER incident_in;";
// As migrations/view has it; counted once instead of row by row.
constexpr const char* kCount =
    "UPDATE counter SET many=(SELECT count(*) FROM incident WHERE incident.state=counter.state)";
constexpr const char* kMakeTrigger =
    "CREATE TRIGGER incident_in AFTER INSERT ON incident "
    "BEGIN UPDATE counter SET many=many+1 WHERE state=NEW.state; END";
constexpr const char* kMakeIndex = "CREATE INDEX incident_open ON incident(state, closed_ms)";

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

// What the rows mean: the fold's version and the schema's words.
std::string foldMark()
{
    std::string words = kFoldVersion;
    for (const Migration& one : embedded::viewMigrations) {
        words += one.second;
    }
    return std::format("{}-{}", kFoldVersion, toHex(sha256(viewOf(words))).substr(0, 16));
}

// True when the file is of this program's fold; a fresh file is marked so.
bool isUsable(SQLite::Database& db)
{
    const std::string fold = meta(db, "fold");
    if (fold.empty()) {
        setMeta(db, "fold", foldMark());
        return true;
    }
    return fold == foldMark();
}

// By index: a rebuild binds half a million values.
void addRun(SQLite::Statement& add, const IndexRow& row)
{
    if (row.newSeqs.empty()) {
        return;
    }
    const Bytes packed = packSeqs(row.newSeqs);
    add.bindNoCopy(1, row.incident.value);
    add.bind(2, static_cast<std::int64_t>(row.newSeqs.front()));
    add.bindNoCopy(3, packed.data(), static_cast<int>(packed.size()));
    add.exec();
    add.reset();
}

void upsertRow(SQLite::Statement& upsert, const IndexRow& row)
{
    if (row.isMatter) {
        return;
    }
    upsert.bindNoCopy(1, row.incident.value);
    upsert.bind(2, static_cast<int>(row.state));
    upsert.bind(3, toUtcMs(row.closedAt));
    upsert.bind(4, static_cast<std::int64_t>(row.entries));
    upsert.bindNoCopy(5, row.belongsTo.value);
    upsert.exec();
    upsert.reset();
}

// A damaged run is as bad as a damaged page.
void readRun(const SQLite::Column& column, std::vector<std::uint64_t>& out)
{
    const auto* data = static_cast<const std::uint8_t*>(column.getBlob());
    if (!unpackSeqs({data, static_cast<std::size_t>(column.getBytes())}, out)) {
        throw SQLite::Exception("a run of places is damaged", SQLITE_CORRUPT);
    }
}

} // namespace

struct DeskView::Impl
{
    Impl(std::filesystem::path f, std::unique_ptr<SqliteFile> s)
        : file(std::move(f)), sql(std::move(s)), db(&sql->db()), members(*db, kMembers),
          known(*db, kKnown)
    {
    }

    std::filesystem::path file;
    std::unique_ptr<SqliteFile> sql;
    SQLite::Database* db;
    SQLite::Statement members;
    SQLite::Statement known;
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

DeskView::DeskView(std::unique_ptr<Impl> impl, const vault::SecretKey* key, bool wasRebuilt)
    : m_impl(std::move(impl)), m_key(key), m_applied(m_impl->appliedAtStart),
      m_scope(m_impl->scopeAtStart), m_wasRebuilt(wasRebuilt)
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
            [key](std::unique_ptr<Impl> impl) { return DeskView(std::move(impl), key, false); });
    }
    removeFiles(file);
    return openOnce(file, key).transform([existed, key](std::unique_ptr<Impl> impl) {
        return DeskView(std::move(impl), key, existed);
    });
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
            upsertRow(upsert, row);
            addRun(add, row);
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

Result<void> DeskView::load(std::vector<IndexRow> rows, std::uint64_t applied)
{
    if (m_impl->fault) {
        return std::unexpected(*m_impl->fault);
    }
    std::ranges::sort(rows, {}, &IndexRow::incident);
    try {
        SQLite::Database& db = *m_impl->db;
        SQLite::Transaction transaction(db, SQLite::TransactionBehavior::IMMEDIATE);
        db.exec(kDropIndex);
        SQLite::Statement upsert(db, kUpsert);
        std::ranges::for_each(rows, [&](const IndexRow& row) { upsertRow(upsert, row); });
        SQLite::Statement add(db, kAddMember);
        std::ranges::for_each(rows, [&](const IndexRow& row) { addRun(add, row); });
        db.exec(kMakeIndex);
        db.exec(kCount);
        db.exec(kMakeTrigger);
        setMeta(db, "applied", std::to_string(applied));
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
            readRun(s.getColumn(1), out.back().seqs);
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
            readRun(m_impl->members.getColumn(0), out);
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

Result<bool> DeskView::isKnown(const IncidentId& incident) const
{
    return guarded(m_impl->file.string(), [&] {
        return Run(m_impl->known).with(":incident", incident.value).next();
    });
}

Result<Totals> DeskView::totals() const
{
    return guarded(m_impl->file.string(), [&] {
        std::array<std::uint64_t, 3> many{};
        SQLite::Statement s(*m_impl->db, kTotals);
        while (s.executeStep()) {
            many.at(static_cast<std::size_t>(s.getColumn(0).getInt())) =
                static_cast<std::uint64_t>(s.getColumn(1).getInt64());
        }
        return Totals{many[0], many[1], many[2]};
    });
}

Result<void> DeskView::remake()
{
    const std::filesystem::path file = m_impl->file;
    m_impl.reset();
    removeFiles(file);
    return openOnce(file, m_key).transform([&](std::unique_ptr<Impl> impl) {
        m_impl = std::move(impl);
        m_applied = 0;
        m_wasRebuilt = true;
    });
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
