// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/store/sqlite/SqliteHqPeople.h"

#include "data/store/PeopleRows.h"
#include "data/store/Run.h"
#include "data/store/SqliteFile.h"

namespace sz::store {
namespace {

constexpr auto kAll = R"(
SELECT code, name, pinyin, initials, unit, posts, salt, hash, memory_kib, passes, lanes, must_change, added_ms, disabled_ms
FROM person ORDER BY code)";
constexpr auto kPut = R"(
INSERT INTO person (code, name, pinyin, initials, unit, posts, salt, hash, memory_kib, passes, lanes, must_change, added_ms,
    disabled_ms)
VALUES (:code, :name, :pinyin, :initials, :unit, :posts, :salt, :hash, :memory, :passes, :lanes, :change, :added, :disabled)
ON CONFLICT (code) DO UPDATE SET name = excluded.name, pinyin = excluded.pinyin, initials = excluded.initials,
    unit = excluded.unit, posts = excluded.posts, salt = excluded.salt, hash = excluded.hash,
    memory_kib = excluded.memory_kib, passes = excluded.passes, lanes = excluded.lanes,
    must_change = excluded.must_change, added_ms = excluded.added_ms, disabled_ms = excluded.disabled_ms)";
constexpr auto kGrants =
    "SELECT body, ended_ms, ended_counter FROM seat_grant WHERE latest_ms > :since ORDER BY id";
constexpr auto kHasSignedOn =
    "SELECT 1 FROM seat_grant WHERE desk = :desk AND person = :person LIMIT 1";
constexpr auto kPutGrant = R"(
INSERT INTO seat_grant (id, desk, person, latest_ms, body, ended_ms, ended_counter)
VALUES (:id, :desk, :person, :latest, :body, :ended, :counter)
ON CONFLICT (id) DO UPDATE SET latest_ms = excluded.latest_ms, body = excluded.body, ended_ms = excluded.ended_ms,
    ended_counter = excluded.ended_counter)";
constexpr auto kTries = "SELECT person, desk, wrong, first_ms, locked_ms FROM sign_on_try WHERE "
                        "wrong > 0 OR locked_ms IS NOT NULL";
constexpr auto kPutTries = R"(
INSERT INTO sign_on_try (person, desk, wrong, first_ms, locked_ms) VALUES (:person, :desk, :wrong, :first, :locked)
ON CONFLICT (person, desk) DO UPDATE SET wrong = excluded.wrong, first_ms = excluded.first_ms,
    locked_ms = excluded.locked_ms)";

std::optional<Instant> instantOr(const Run& run, int column)
{
    return run.isNull(column) ? std::nullopt : std::optional(run.instant(column));
}

PersonRecord readPerson(const Run& run)
{
    PersonRecord out;
    out.person = {
        PersonCode(run.text(0)), run.text(1), run.text(2), run.text(3), UnitCode(run.text(4)),
        splitPosts(run.text(5)), false};
    out.verifier = {
        run.bytes(6), run.bytes(7), static_cast<std::uint32_t>(run.integer(8)),
        static_cast<std::uint32_t>(run.integer(9)), static_cast<std::uint32_t>(run.integer(10))};
    out.mustChange = run.integer(11) != 0;
    out.addedAt = run.instant(12);
    out.disabledAt = instantOr(run, 13);
    return out;
}

} // namespace

struct SqliteHqPeople::Statements
{
    explicit Statements(SQLite::Database& db)
        : all(db, kAll), put(db, kPut), grants(db, kGrants), hasSignedOn(db, kHasSignedOn),
          putGrant(db, kPutGrant), tries(db, kTries), putTries(db, kPutTries)
    {
    }

    SQLite::Statement all;
    SQLite::Statement put;
    SQLite::Statement grants;
    SQLite::Statement hasSignedOn;
    SQLite::Statement putGrant;
    SQLite::Statement tries;
    SQLite::Statement putTries;
};

SqliteHqPeople::SqliteHqPeople(SqliteFile& file)
    : m_file(file.path()), m_sql(std::make_unique<Statements>(file.db()))
{
}

SqliteHqPeople::~SqliteHqPeople() = default;

Result<std::vector<PersonRecord>> SqliteHqPeople::all() const
{
    return guarded(m_file, [&] {
        std::vector<PersonRecord> out;
        Run run(m_sql->all);
        while (run.next()) {
            out.push_back(readPerson(run));
        }
        return out;
    });
}

Result<void> SqliteHqPeople::put(const PersonRecord& record)
{
    return guarded(m_file, [&] {
        const auto& [person, by, mustChange, addedAt, disabledAt] = record;
        Run run(m_sql->put);
        run.with(":code", person.code.value).with(":name", person.name);
        run.with(":pinyin", person.pinyin).with(":initials", person.initials);
        run.with(":unit", person.unit.value).with(":posts", joinPosts(person.posts));
        run.with(":salt", by.salt).with(":hash", by.hash);
        run.with(":memory", std::int64_t{by.memoryKib}).with(":passes", std::int64_t{by.passes});
        run.with(":lanes", std::int64_t{by.lanes}).with(":change", std::int64_t{mustChange});
        run.with(":added", addedAt);
        disabledAt ? run.with(":disabled", *disabledAt) : run.withNull(":disabled");
        run.exec();
    });
}

Result<std::vector<GrantRecord>> SqliteHqPeople::grants(Instant since) const
{
    auto read = guarded(m_file, [&] {
        std::vector<std::pair<Bytes, GrantRecord>> out;
        Run run(m_sql->grants);
        run.with(":since", since);
        while (run.next()) {
            out.emplace_back(run.bytes(0), GrantRecord{{}, instantOr(run, 1), run.count(2)});
        }
        return out;
    });
    return std::move(read).and_then([&](auto rows) { return withGrants(std::move(rows), m_file); });
}

Result<bool> SqliteHqPeople::hasSignedOn(const PersonCode& person, const DeskId& desk) const
{
    return guarded(m_file, [&] {
        Run run(m_sql->hasSignedOn);
        run.with(":desk", desk.value).with(":person", person.value);
        return run.next();
    });
}

Result<void> SqliteHqPeople::putGrant(const GrantRecord& record)
{
    return guarded(m_file, [&] {
        const auto& [grant, endedAt, endedCounter] = record;
        Run run(m_sql->putGrant);
        run.with(":id", grant.id).with(":desk", grant.desk.value);
        run.with(":person", grant.person.value).with(":latest", grant.latest);
        run.with(":body", model::encodeGrant(grant)).with(":counter", endedCounter);
        endedAt ? run.with(":ended", *endedAt) : run.withNull(":ended");
        run.exec();
    });
}

Result<std::vector<TriesRecord>> SqliteHqPeople::tries() const
{
    return guarded(m_file, [&] {
        std::vector<TriesRecord> out;
        Run run(m_sql->tries);
        while (run.next()) {
            out.push_back(
                {PersonCode(run.text(0)),
                 DeskId(run.text(1)),
                 {static_cast<int>(run.integer(2)), run.instant(3), instantOr(run, 4)}});
        }
        return out;
    });
}

Result<void> SqliteHqPeople::putTries(const TriesRecord& record)
{
    return guarded(m_file, [&] {
        const auto& [person, desk, tries] = record;
        Run run(m_sql->putTries);
        run.with(":person", person.value).with(":desk", desk.value);
        run.with(":wrong", std::int64_t{tries.wrong}).with(":first", tries.firstAt);
        tries.lockedAt ? run.with(":locked", *tries.lockedAt) : run.withNull(":locked");
        run.exec();
    });
}

} // namespace sz::store
