// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/store/pg/PgSchema.h"

#include "data/store/pg/PgConnection.h"
#include "data/store/PgMigrations.h"

#include <format>

namespace sz::store {
namespace {

// The lock's number is "SZHQ"; it falls with the transaction.
constexpr auto kBegin = R"(
BEGIN;
SELECT pg_advisory_xact_lock(1398425681);
CREATE TABLE IF NOT EXISTS schema_version (one boolean PRIMARY KEY DEFAULT true CHECK (one), version bigint NOT NULL);
INSERT INTO schema_version VALUES (true, 0) ON CONFLICT DO NOTHING)";
constexpr auto kVersion = "SELECT version FROM schema_version";
constexpr auto kTables = "SELECT count(*) FROM information_schema.tables WHERE "
                         "table_schema = current_schema() AND table_name = 'schema_version'";

Result<std::int64_t> versionOf(PgConnection& link)
{
    return link.run(kTables).and_then([&](const PgRows& tables) -> Result<std::int64_t> {
        if (tables.integer(0, 0) == 0) {
            return 0;
        }
        return link.run(kVersion).transform(
            [](const PgRows& rows) { return rows.count() == 0 ? 0 : rows.integer(0, 0); });
    });
}

Result<void> runMissing(PgConnection& link, std::size_t from)
{
    for (std::size_t to = from; to < embedded::pgMigrations.size(); ++to) {
        if (auto ok = link.runText(std::string(embedded::pgMigrations[to].second)); !ok) {
            return ok;
        }
    }
    return link.runText(std::format(
        "UPDATE schema_version SET version = {}; COMMIT", embedded::pgMigrations.size()));
}

} // namespace

Result<void> migratePg(const std::string& url)
{
    auto link = PgConnection::open(url);
    if (!link) {
        return std::unexpected(link.error());
    }
    const auto newest = static_cast<std::int64_t>(embedded::pgMigrations.size());
    const auto known = versionOf(**link);
    if (!known) {
        return std::unexpected(known.error());
    }
    if (*known > newest) {
        return fail(
            Code::StoreFromFuture,
            std::format("version {}, this program knows up to {}", *known, newest),
            (*link)->where());
    }
    if (*known == newest) {
        return {}; // a user without the right to make tables may go on
    }
    return (*link)
        ->runText(kBegin)
        .and_then([&] { return versionOf(**link); }) // another may have been first
        .and_then(
            [&](std::int64_t from) { return runMissing(**link, static_cast<std::size_t>(from)); });
}

} // namespace sz::store
