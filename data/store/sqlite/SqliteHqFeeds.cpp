// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/store/sqlite/SqliteHqFeeds.h"

#include "data/store/Run.h"
#include "data/store/SqliteFile.h"

namespace sz::store {
namespace {

constexpr auto kHeads = "SELECT unit, seq, hash FROM feed_head";
constexpr auto kPlace =
    "INSERT INTO feed (unit, seq, number, hash) VALUES (:unit, :seq, :number, :hash)";
constexpr auto kSetHead = R"(
INSERT INTO feed_head (unit, seq, hash) VALUES (:unit, :seq, :hash)
ON CONFLICT (unit) DO UPDATE SET seq = excluded.seq, hash = excluded.hash)";
constexpr auto kAfter = R"(
SELECT f.seq, f.number, e.received_ms, e.serial, e.raw, f.hash FROM feed f JOIN entry e USING (number)
WHERE f.unit = :unit AND f.seq > :seq ORDER BY f.seq LIMIT :limit)";
constexpr auto kHashAt = "SELECT hash FROM feed WHERE unit = :unit AND seq = :seq";
constexpr auto kMissing = R"(
SELECT 0, e.number, e.received_ms, e.serial, e.raw FROM entry e
WHERE e.subject_kind = :kind AND e.subject_id = :subject AND e.number < :below
  AND NOT EXISTS (SELECT 1 FROM feed f WHERE f.unit = :unit AND f.number = e.number)
ORDER BY e.number)";

log::FeedItem readItem(const Run& run)
{
    return {
        run.count(0), run.count(1), run.instant(2), static_cast<std::uint32_t>(run.integer(3)),
        run.bytes(4)};
}

} // namespace

struct SqliteHqFeeds::Statements
{
    explicit Statements(SQLite::Database& db)
        : heads(db, kHeads), place(db, kPlace), setHead(db, kSetHead), after(db, kAfter),
          hashAt(db, kHashAt), missing(db, kMissing)
    {
    }

    SQLite::Statement heads;
    SQLite::Statement place;
    SQLite::Statement setHead;
    SQLite::Statement after;
    SQLite::Statement hashAt;
    SQLite::Statement missing;
};

SqliteHqFeeds::SqliteHqFeeds(SqliteFile& file)
    : m_file(file.path()), m_sql(std::make_unique<Statements>(file.db()))
{
}

SqliteHqFeeds::~SqliteHqFeeds() = default;

Result<std::map<UnitCode, FeedHead>> SqliteHqFeeds::heads() const
{
    return guarded(m_file, [&] {
        std::map<UnitCode, FeedHead> heads;
        Run run(m_sql->heads);
        while (run.next()) {
            heads.emplace(UnitCode(run.text(0)), FeedHead{run.count(1), run.digest(2)});
        }
        return heads;
    });
}

Result<void> SqliteHqFeeds::place(const UnitCode& unit, std::uint64_t number, const FeedHead& head)
{
    return guarded(m_file, [&] {
        Run place(m_sql->place);
        place.with(":unit", unit.value)
            .with(":seq", head.seq)
            .with(":number", number)
            .with(":hash", head.hash)
            .exec();
        Run(m_sql->setHead)
            .with(":unit", unit.value)
            .with(":seq", head.seq)
            .with(":hash", head.hash)
            .exec();
    });
}

Result<FeedPart> SqliteHqFeeds::after(
    const UnitCode& unit,
    std::uint64_t seq,
    std::size_t maxItems,
    std::size_t maxBytes) const
{
    return guarded(m_file, [&] {
        FeedPart part;
        std::size_t bytes = 0;
        Run run(m_sql->after);
        run.with(":unit", unit.value).with(":seq", seq).with(":limit", std::uint64_t{maxItems});
        while (bytes < maxBytes && run.next()) {
            part.items.push_back(readItem(run));
            part.hash = run.digest(5);
            bytes += part.items.back().raw.size();
        }
        return part;
    });
}

Result<Digest> SqliteHqFeeds::hashAt(const UnitCode& unit, std::uint64_t seq) const
{
    auto found = guarded(m_file, [&] {
        Run run(m_sql->hashAt);
        run.with(":unit", unit.value).with(":seq", seq);
        return run.next() ? std::optional(run.digest(0)) : std::nullopt;
    });
    if (found && !*found) {
        return fail(Code::NotFound, "the feed has no such place");
    }
    return found.transform([](const auto& hash) { return *hash; });
}

Result<std::vector<log::FeedItem>>
SqliteHqFeeds::missing(const UnitCode& unit, const log::Subject& subject, std::uint64_t below) const
{
    return guarded(m_file, [&] {
        std::vector<log::FeedItem> items;
        Run run(m_sql->missing);
        run.with(":unit", unit.value).with(":below", below);
        run.with(":kind", std::int64_t{static_cast<int>(subject.kind)})
            .with(":subject", subject.id);
        while (run.next()) {
            items.push_back(readItem(run));
        }
        return items;
    });
}

} // namespace sz::store
