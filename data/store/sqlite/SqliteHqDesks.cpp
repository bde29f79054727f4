// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/store/sqlite/SqliteHqDesks.h"

#include "data/store/Run.h"
#include "data/store/sqlite/HqRows.h"
#include "data/store/SqliteFile.h"

#include <algorithm>

namespace sz::store {
namespace {

constexpr auto kAll = R"(
SELECT id, unit, public_key, fingerprint, name, enrolled_ms, revoked_ms, last_counter, author FROM desk ORDER BY id)";
constexpr auto kAdd = R"(
INSERT INTO desk (id, unit, public_key, fingerprint, name, enrolled_ms, revoked_ms, last_counter, author)
VALUES (:id, :unit, :key, :fingerprint, :name, :enrolled, :revoked, :counter, :author))";
constexpr auto kSetChain =
    "UPDATE desk SET last_counter = :counter, author = :author WHERE id = :id";
constexpr auto kSetFingerprint = "UPDATE desk SET fingerprint = :fingerprint WHERE id = :id";
constexpr auto kRevoke = "UPDATE desk SET revoked_ms = :at WHERE id = :id AND revoked_ms IS NULL";
constexpr auto kAddCode =
    "INSERT INTO enrol_code (hash, unit, expires_ms) VALUES (:hash, :unit, :expires)";
constexpr auto kCode = "SELECT unit, expires_ms, used_ms, desk FROM enrol_code WHERE hash = :hash";
constexpr auto kUseCode = "UPDATE enrol_code SET used_ms = :at, desk = :desk WHERE hash = :hash";

EnrolCode readCode(const Run& run)
{
    EnrolCode code{UnitCode(run.text(0)), run.instant(1), std::nullopt, {}};
    if (!run.isNull(2)) {
        code.usedAt = run.instant(2);
        code.desk = DeskId(run.text(3));
    }
    return code;
}

} // namespace

struct SqliteHqDesks::Statements
{
    explicit Statements(SQLite::Database& db)
        : all(db, kAll), add(db, kAdd), setChain(db, kSetChain),
          setFingerprint(db, kSetFingerprint), revoke(db, kRevoke), addCode(db, kAddCode),
          code(db, kCode), useCode(db, kUseCode)
    {
    }

    SQLite::Statement all;
    SQLite::Statement add;
    SQLite::Statement setChain;
    SQLite::Statement setFingerprint;
    SQLite::Statement revoke;
    SQLite::Statement addCode;
    SQLite::Statement code;
    SQLite::Statement useCode;
};

SqliteHqDesks::SqliteHqDesks(SqliteFile& file)
    : m_file(file.path()), m_sql(std::make_unique<Statements>(file.db()))
{
}

SqliteHqDesks::~SqliteHqDesks() = default;

Result<std::vector<DeskRecord>> SqliteHqDesks::all() const
{
    return guarded(m_file, [&] {
        std::vector<DeskRecord> desks;
        Run run(m_sql->all);
        while (run.next()) {
            desks.push_back(readDesk(run));
        }
        return desks;
    });
}

Result<void> SqliteHqDesks::add(const DeskRecord& desk)
{
    return guarded(m_file, [&] {
        Run run(m_sql->add);
        run.with(":id", desk.id.value).with(":unit", desk.unit.value).with(":key", desk.key);
        run.with(":fingerprint", desk.fingerprint)
            .with(":name", desk.name)
            .with(":enrolled", desk.enrolledAt);
        run.with(":counter", desk.lastCounter).with(":author", desk.author);
        desk.revokedAt ? run.with(":revoked", *desk.revokedAt) : run.withNull(":revoked");
        run.exec();
    });
}

Result<void>
SqliteHqDesks::setChain(const DeskId& desk, std::uint64_t lastCounter, const Digest& author)
{
    return guarded(m_file, [&] {
        Run(m_sql->setChain)
            .with(":counter", lastCounter)
            .with(":author", author)
            .with(":id", desk.value)
            .exec();
    });
}

Result<void> SqliteHqDesks::setFingerprint(const DeskId& desk, const std::string& fingerprint)
{
    return guarded(m_file, [&] {
        Run(m_sql->setFingerprint).with(":fingerprint", fingerprint).with(":id", desk.value).exec();
    });
}

Result<void> SqliteHqDesks::revoke(const DeskId& desk, Instant at)
{
    return guarded(
        m_file, [&] { Run(m_sql->revoke).with(":at", at).with(":id", desk.value).exec(); });
}

Result<void> SqliteHqDesks::addCode(const Digest& hash, const UnitCode& unit, Instant expiresAt)
{
    return guarded(m_file, [&] {
        Run(m_sql->addCode)
            .with(":hash", hash)
            .with(":unit", unit.value)
            .with(":expires", expiresAt)
            .exec();
    });
}

Result<std::optional<EnrolCode>> SqliteHqDesks::code(const Digest& hash) const
{
    return guarded(m_file, [&] {
        Run run(m_sql->code);
        run.with(":hash", hash);
        return run.next() ? std::optional(readCode(run)) : std::nullopt;
    });
}

Result<void> SqliteHqDesks::useCode(const Digest& hash, const DeskId& desk, Instant at)
{
    return guarded(m_file, [&] {
        Run(m_sql->useCode).with(":at", at).with(":desk", desk.value).with(":hash", hash).exec();
    });
}

} // namespace sz::store
