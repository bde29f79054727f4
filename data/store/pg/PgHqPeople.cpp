// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/store/pg/PgHqPeople.h"

#include "data/store/PeopleRows.h"

namespace sz::store {
namespace {

constexpr auto kAll = R"(
SELECT code, name, pinyin, initials, unit, posts, salt, hash, memory_kib, passes, lanes, must_change, added_ms, disabled_ms
FROM person ORDER BY code)";
constexpr auto kPut = R"(
INSERT INTO person (code, name, pinyin, initials, unit, posts, salt, hash, memory_kib, passes, lanes, must_change, added_ms,
    disabled_ms, revision)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, (SELECT revision FROM hq_head))
ON CONFLICT (code) DO UPDATE SET name = excluded.name, pinyin = excluded.pinyin, initials = excluded.initials,
    unit = excluded.unit, posts = excluded.posts, salt = excluded.salt, hash = excluded.hash,
    memory_kib = excluded.memory_kib, passes = excluded.passes, lanes = excluded.lanes,
    must_change = excluded.must_change, added_ms = excluded.added_ms, disabled_ms = excluded.disabled_ms,
    revision = excluded.revision)";
constexpr auto kGrants =
    "SELECT body, ended_ms, ended_counter FROM seat_grant WHERE latest_ms > $1 ORDER BY id";
constexpr auto kHasSignedOn =
    "SELECT 1::bigint FROM seat_grant WHERE desk = $1 AND person = $2 LIMIT 1";
constexpr auto kPutGrant = R"(
INSERT INTO seat_grant (id, desk, person, latest_ms, body, ended_ms, ended_counter, revision)
VALUES ($1, $2, $3, $4, $5, $6, $7, (SELECT revision FROM hq_head))
ON CONFLICT (id) DO UPDATE SET latest_ms = excluded.latest_ms, body = excluded.body, ended_ms = excluded.ended_ms,
    ended_counter = excluded.ended_counter, revision = excluded.revision)";
constexpr auto kTries = "SELECT person, desk, wrong, first_ms, locked_ms FROM sign_on_try WHERE "
                        "wrong > 0 OR locked_ms IS NOT NULL";
constexpr auto kPutTries = R"(
INSERT INTO sign_on_try (person, desk, wrong, first_ms, locked_ms, revision)
VALUES ($1, $2, $3, $4, $5, (SELECT revision FROM hq_head))
ON CONFLICT (person, desk) DO UPDATE SET wrong = excluded.wrong, first_ms = excluded.first_ms,
    locked_ms = excluded.locked_ms, revision = excluded.revision)";
constexpr auto kChanged = R"(
SELECT (EXISTS (SELECT FROM person WHERE revision > $1) OR EXISTS (SELECT FROM seat_grant WHERE revision > $1)
    OR EXISTS (SELECT FROM sign_on_try WHERE revision > $1))::int::bigint)";

std::optional<Instant> instantOr(const PgRows& rows, int row, int column)
{
    return rows.isNull(row, column) ? std::nullopt : std::optional(rows.instant(row, column));
}

std::uint32_t small(const PgRows& rows, int row, int column)
{
    return static_cast<std::uint32_t>(rows.integer(row, column));
}

PersonRecord readPerson(const PgRows& rows, int row)
{
    PersonRecord out;
    out.person = {
        PersonCode(rows.text(row, 0)),
        rows.text(row, 1),
        rows.text(row, 2),
        rows.text(row, 3),
        UnitCode(rows.text(row, 4)),
        splitPosts(rows.text(row, 5)),
        false};
    out.verifier = {
        rows.bytes(row, 6), rows.bytes(row, 7), small(rows, row, 8), small(rows, row, 9),
        small(rows, row, 10)};
    out.mustChange = rows.integer(row, 11) != 0;
    out.addedAt = rows.instant(row, 12);
    out.disabledAt = instantOr(rows, row, 13);
    return out;
}

PgArguments& withInstant(PgArguments& arguments, const std::optional<Instant>& value)
{
    return value ? arguments.with(*value) : arguments.withNull(PgType::Int8);
}

} // namespace

Result<void> PgHqPeople::run(const char* sql, const PgArguments& arguments)
{
    return m_session.change(
        [&] { return m_session.ask(sql, arguments).transform([](const PgRows&) {}); });
}

Result<std::vector<PersonRecord>> PgHqPeople::all() const
{
    return m_session.ask(kAll).transform([](const PgRows& rows) {
        std::vector<PersonRecord> out;
        for (int row = 0; row < rows.count(); ++row) {
            out.push_back(readPerson(rows, row));
        }
        return out;
    });
}

Result<void> PgHqPeople::put(const PersonRecord& record)
{
    const auto& [person, by, mustChange, addedAt, disabledAt] = record;
    PgArguments arguments;
    arguments.with(person.code.value).with(person.name).with(person.pinyin).with(person.initials);
    arguments.with(person.unit.value).with(joinPosts(person.posts));
    arguments.with(BytesView(by.salt)).with(BytesView(by.hash));
    arguments.with(std::int64_t{by.memoryKib}).with(std::int64_t{by.passes});
    arguments.with(std::int64_t{by.lanes}).with(std::int64_t{mustChange}).with(addedAt);
    return run(kPut, withInstant(arguments, disabledAt));
}

Result<std::vector<GrantRecord>> PgHqPeople::grants(Instant since) const
{
    return m_session.ask(kGrants, PgArguments().with(since)).and_then([&](const PgRows& rows) {
        std::vector<std::pair<Bytes, GrantRecord>> out;
        for (int row = 0; row < rows.count(); ++row) {
            out.emplace_back(
                rows.bytes(row, 0), GrantRecord{{}, instantOr(rows, row, 1), rows.number(row, 2)});
        }
        return withGrants(std::move(out), m_session.where());
    });
}

Result<bool> PgHqPeople::hasSignedOn(const PersonCode& person, const DeskId& desk) const
{
    return m_session.ask(kHasSignedOn, PgArguments().with(desk.value).with(person.value))
        .transform([](const PgRows& rows) { return rows.count() > 0; });
}

Result<void> PgHqPeople::putGrant(const GrantRecord& record)
{
    const auto& [grant, endedAt, endedCounter] = record;
    PgArguments arguments;
    arguments.with(grant.id).with(grant.desk.value).with(grant.person.value).with(grant.latest);
    arguments.with(BytesView(model::encodeGrant(grant)));
    withInstant(arguments, endedAt).with(endedCounter);
    return run(kPutGrant, arguments);
}

Result<std::vector<TriesRecord>> PgHqPeople::tries() const
{
    return m_session.ask(kTries).transform([](const PgRows& rows) {
        std::vector<TriesRecord> out;
        for (int row = 0; row < rows.count(); ++row) {
            out.push_back(
                {PersonCode(rows.text(row, 0)),
                 DeskId(rows.text(row, 1)),
                 {static_cast<int>(rows.integer(row, 2)), rows.instant(row, 3),
                  instantOr(rows, row, 4)}});
        }
        return out;
    });
}

Result<void> PgHqPeople::putTries(const TriesRecord& record)
{
    const auto& [person, desk, tries] = record;
    PgArguments arguments;
    arguments.with(person.value).with(desk.value).with(std::int64_t{tries.wrong});
    arguments.with(tries.firstAt);
    return run(kPutTries, withInstant(arguments, tries.lockedAt));
}

Result<bool> PgHqPeople::hasChangedSince(std::uint64_t revision) const
{
    return m_session.ask(kChanged, PgArguments().with(revision)).transform([](const PgRows& rows) {
        return rows.count() > 0 && rows.integer(0, 0) != 0;
    });
}

} // namespace sz::store
