// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/store/Withdrawn.h"

#include "data/store/Run.h"

#include <functional>

namespace sz::store {
namespace {

using BySubject = std::map<IncidentId, std::vector<std::uint64_t>>;

constexpr const char* kBody = "SELECT raw FROM feed WHERE seq=:seq AND length(raw)>0";
constexpr const char* kBlank = "UPDATE feed SET raw=x'' WHERE seq=:seq";
constexpr const char* kNote =
    "INSERT INTO withdrawn(seq,incident,hash) VALUES(:seq,:incident,:hash)";
constexpr const char* kOf = "SELECT seq FROM withdrawn WHERE incident=:incident ORDER BY seq";
constexpr const char* kAll = "SELECT incident,seq FROM withdrawn ORDER BY incident,seq";
constexpr const char* kKnown = "SELECT incident,hash FROM withdrawn WHERE seq=:seq";
constexpr const char* kFill =
    "UPDATE feed SET raw=:raw WHERE seq=:seq AND seq IN (SELECT seq FROM withdrawn)";
constexpr const char* kGeneration = "SELECT value FROM meta WHERE key='withdrawn'";
constexpr const char* kRaise =
    "INSERT INTO meta(key,value) VALUES('withdrawn','1') "
    "ON CONFLICT(key) DO UPDATE SET value=CAST(CAST(value AS INTEGER)+1 AS TEXT)";
constexpr const char* kForget = "DELETE FROM withdrawn WHERE seq=:seq";

Result<void> inTransaction(SqliteFile& sql, const std::function<void()>& work)
{
    if (auto begun = sql.begin(); !begun) {
        return begun;
    }
    if (auto done = guarded(sql.path(), work); !done) {
        sql.rollback();
        sql.witness(done.error());
        return done;
    }
    return sql.commit();
}

} // namespace

Result<void> Withdrawn::drop(const IncidentId& incident, const std::vector<std::uint64_t>& seqs)
{
    auto dropped = inTransaction(m_sql, [&] {
        m_sql.db().exec("PRAGMA secure_delete=ON");
        SQLite::Statement body(m_sql.db(), kBody);
        SQLite::Statement blank(m_sql.db(), kBlank);
        SQLite::Statement note(m_sql.db(), kNote);
        for (const std::uint64_t seq : seqs) {
            Run read(body);
            if (!read.with(":seq", seq).next()) {
                continue;
            }
            const Digest hash = log::entryHash(read.bytes(0));
            Run(note)
                .with(":seq", seq)
                .with(":incident", incident.value)
                .with(":hash", hash)
                .exec();
            Run(blank).with(":seq", seq).exec();
        }
        m_sql.db().exec(kRaise);
    });
    return std::move(dropped).and_then([&] {
        return guarded(m_sql.path(), [&] {
            m_sql.db().exec("PRAGMA secure_delete=OFF");
            m_sql.db().exec("PRAGMA wal_checkpoint(TRUNCATE)");
        });
    });
}

Result<std::uint64_t> Withdrawn::generation() const
{
    return guarded(m_sql.path(), [&] {
        SQLite::Statement statement(m_sql.db(), kGeneration);
        Run row(statement);
        return row.next() ? static_cast<std::uint64_t>(std::stoull(row.text(0))) : 0;
    });
}

Result<std::vector<std::uint64_t>> Withdrawn::seqsOf(const IncidentId& incident) const
{
    return guarded(m_sql.path(), [&] {
        SQLite::Statement statement(m_sql.db(), kOf);
        Run rows(statement);
        rows.with(":incident", incident.value);
        std::vector<std::uint64_t> out;
        while (rows.next()) {
            out.push_back(rows.count(0));
        }
        return out;
    });
}

Result<BySubject> Withdrawn::all() const
{
    return guarded(m_sql.path(), [&] {
        SQLite::Statement statement(m_sql.db(), kAll);
        Run rows(statement);
        BySubject out;
        while (rows.next()) {
            out[IncidentId(rows.text(0))].push_back(rows.count(1));
        }
        return out;
    });
}

Result<BySubject> Withdrawn::match(const std::vector<log::FeedItem>& items) const
{
    bool isForged = false;
    auto found = guarded(m_sql.path(), [&] {
        SQLite::Statement known(m_sql.db(), kKnown);
        BySubject out;
        for (const log::FeedItem& item : items) {
            Run row(known);
            if (row.with(":seq", item.seq).next()) {
                isForged = isForged || row.digest(1) != log::entryHash(item.raw);
                out[IncidentId(row.text(0))].push_back(item.seq);
            }
        }
        return out;
    });
    if (isForged) {
        return fail(Code::BadChain, "a body came back otherwise than it was");
    }
    return found;
}

Result<void> Withdrawn::restore(const std::vector<log::FeedItem>& items)
{
    return inTransaction(m_sql, [&] {
        SQLite::Statement fill(m_sql.db(), kFill);
        SQLite::Statement forget(m_sql.db(), kForget);
        for (const log::FeedItem& item : items) {
            Run(fill).with(":raw", BytesView(item.raw)).with(":seq", item.seq).exec();
            Run(forget).with(":seq", item.seq).exec();
        }
        m_sql.db().exec(kRaise);
    });
}

} // namespace sz::store
