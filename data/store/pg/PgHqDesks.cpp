// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/store/pg/PgHqDesks.h"

namespace sz::store {
namespace {

constexpr auto kAll = R"(
SELECT id, unit, public_key, fingerprint, name, enrolled_ms, revoked_ms, last_counter, author FROM desk ORDER BY id)";
constexpr auto kAdd = R"(
INSERT INTO desk (id, unit, public_key, fingerprint, name, enrolled_ms, revoked_ms, last_counter, author, revision)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, (SELECT revision FROM hq_head)))";
constexpr auto kSetFingerprint =
    "UPDATE desk SET fingerprint = $2, revision = (SELECT revision FROM hq_head) WHERE id = $1";
constexpr auto kRevoke = R"(
UPDATE desk SET revoked_ms = $2, revision = (SELECT revision FROM hq_head) WHERE id = $1 AND revoked_ms IS NULL)";
constexpr auto kAddCode = "INSERT INTO enrol_code (hash, unit, expires_ms) VALUES ($1, $2, $3)";
constexpr auto kCode = "SELECT unit, expires_ms, used_ms, desk FROM enrol_code WHERE hash = $1";
constexpr auto kUseCode = "UPDATE enrol_code SET used_ms = $2, desk = $3 WHERE hash = $1";

EnrolCode readCode(const PgRows& rows)
{
    EnrolCode code{UnitCode(rows.text(0, 0)), rows.instant(0, 1), std::nullopt, {}};
    if (!rows.isNull(0, 2)) {
        code.usedAt = rows.instant(0, 2);
        code.desk = DeskId(rows.text(0, 3));
    }
    return code;
}

PublicKey keyOf(const PgRows& rows, int row, int column)
{
    return rows.digest(row, column); // both are 32 bytes
}

} // namespace

std::vector<DeskRecord> readDesks(const PgRows& rows)
{
    std::vector<DeskRecord> desks;
    for (int row = 0; row < rows.count(); ++row) {
        DeskRecord desk;
        desk.id = DeskId(rows.text(row, 0));
        desk.unit = UnitCode(rows.text(row, 1));
        desk.key = keyOf(rows, row, 2);
        desk.fingerprint = rows.text(row, 3);
        desk.name = rows.text(row, 4);
        desk.enrolledAt = rows.instant(row, 5);
        if (!rows.isNull(row, 6)) {
            desk.revokedAt = rows.instant(row, 6);
        }
        desk.lastCounter = rows.number(row, 7);
        desk.author = rows.digest(row, 8);
        desks.push_back(std::move(desk));
    }
    return desks;
}

Result<void> PgHqDesks::run(const char* sql, const PgArguments& arguments)
{
    return m_session.change(
        [&] { return m_session.ask(sql, arguments).transform([](const PgRows&) {}); });
}

Result<std::vector<DeskRecord>> PgHqDesks::all() const
{
    return m_session.ask(kAll).transform(readDesks);
}

Result<void> PgHqDesks::add(const DeskRecord& desk)
{
    PgArguments arguments;
    arguments.with(desk.id.value).with(desk.unit.value).with(BytesView(desk.key));
    arguments.with(desk.fingerprint).with(desk.name).with(desk.enrolledAt);
    desk.revokedAt ? arguments.with(*desk.revokedAt) : arguments.withNull(PgType::Int8);
    arguments.with(desk.lastCounter).with(BytesView(desk.author));
    return run(kAdd, arguments);
}

// Waits for the commit: one row a batch, and a batch is what a desk pushes all the time.
Result<void>
PgHqDesks::setChain(const DeskId& desk, std::uint64_t lastCounter, const Digest& author)
{
    return m_session.change([&]() -> Result<void> {
        m_session.chains.insert_or_assign(desk.value, std::pair{lastCounter, author});
        return {};
    });
}

Result<void> PgHqDesks::setFingerprint(const DeskId& desk, const std::string& fingerprint)
{
    return run(kSetFingerprint, PgArguments().with(desk.value).with(fingerprint));
}

Result<void> PgHqDesks::revoke(const DeskId& desk, Instant at)
{
    return run(kRevoke, PgArguments().with(desk.value).with(at));
}

Result<void> PgHqDesks::addCode(const Digest& hash, const UnitCode& unit, Instant expiresAt)
{
    return run(kAddCode, PgArguments().with(BytesView(hash)).with(unit.value).with(expiresAt));
}

Result<std::optional<EnrolCode>> PgHqDesks::code(const Digest& hash) const
{
    return m_session.ask(kCode, PgArguments().with(BytesView(hash)))
        .transform([](const PgRows& rows) {
            return rows.count() == 0 ? std::nullopt : std::optional(readCode(rows));
        });
}

Result<void> PgHqDesks::useCode(const Digest& hash, const DeskId& desk, Instant at)
{
    return run(kUseCode, PgArguments().with(BytesView(hash)).with(at).with(desk.value));
}

} // namespace sz::store
