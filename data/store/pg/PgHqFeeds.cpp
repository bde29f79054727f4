// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/store/pg/PgHqFeeds.h"

namespace sz::store {
namespace {

constexpr auto kHeads = "SELECT unit, seq, hash FROM feed_head";
constexpr auto kAfter = R"(
SELECT f.seq, f.number, e.received_ms, e.serial, e.raw, f.hash FROM feed f JOIN entry e USING (number)
WHERE f.unit = $1 AND f.seq > $2 ORDER BY f.seq LIMIT $3)";
constexpr auto kHashAt = "SELECT hash FROM feed WHERE unit = $1 AND seq = $2";
constexpr auto kMissing = R"(
SELECT 0::bigint, e.number, e.received_ms, e.serial, e.raw FROM entry e
WHERE e.subject_kind = $1 AND e.subject_id = $2 AND e.number < $3
  AND NOT EXISTS (SELECT FROM feed f WHERE f.unit = $4 AND f.number = e.number)
ORDER BY e.number)";

log::FeedItem readItem(const PgRows& rows, int row)
{
    return {
        rows.number(row, 0), rows.number(row, 1), rows.instant(row, 2),
        static_cast<std::uint32_t>(rows.integer(row, 3)), rows.bytes(row, 4)};
}

} // namespace

std::map<UnitCode, FeedHead> readHeads(const PgRows& rows)
{
    std::map<UnitCode, FeedHead> heads;
    for (int row = 0; row < rows.count(); ++row) {
        heads.emplace(
            UnitCode(rows.text(row, 0)), FeedHead{rows.number(row, 1), rows.digest(row, 2)});
    }
    return heads;
}

Result<std::map<UnitCode, FeedHead>> PgHqFeeds::heads() const
{
    return m_session.ask(kHeads).transform(readHeads);
}

Result<void> PgHqFeeds::place(const UnitCode& unit, std::uint64_t number, const FeedHead& head)
{
    return m_session.change([&]() -> Result<void> {
        m_session.places.add(unit.value, head.seq, number, head.hash);
        m_session.heads.insert_or_assign(unit.value, std::pair{head.seq, head.hash});
        return {};
    });
}

Result<FeedPart> PgHqFeeds::after(
    const UnitCode& unit,
    std::uint64_t seq,
    std::size_t maxItems,
    std::size_t maxBytes) const
{
    const auto arguments = PgArguments().with(unit.value).with(seq).with(std::uint64_t{maxItems});
    return m_session.ask(kAfter, arguments).transform([&](const PgRows& rows) {
        FeedPart part;
        std::size_t bytes = 0;
        for (int row = 0; row < rows.count() && bytes < maxBytes; ++row) {
            part.items.push_back(readItem(rows, row));
            part.hash = rows.digest(row, 5);
            bytes += part.items.back().raw.size();
        }
        return part;
    });
}

Result<Digest> PgHqFeeds::hashAt(const UnitCode& unit, std::uint64_t seq) const
{
    return m_session.ask(kHashAt, PgArguments().with(unit.value).with(seq))
        .and_then([](const PgRows& rows) -> Result<Digest> {
            if (rows.count() == 0) {
                return fail(Code::NotFound, "the feed has no such place");
            }
            return rows.digest(0, 0);
        });
}

Result<std::vector<log::FeedItem>>
PgHqFeeds::missing(const UnitCode& unit, const log::Subject& subject, std::uint64_t below) const
{
    PgArguments arguments;
    arguments.with(std::int64_t{static_cast<int>(subject.kind)}).with(subject.id);
    arguments.with(below).with(unit.value);
    return m_session.flush()
        .and_then([&] { return m_session.ask(kMissing, arguments); })
        .transform([](const PgRows& rows) {
            std::vector<log::FeedItem> items;
            for (int row = 0; row < rows.count(); ++row) {
                items.push_back(readItem(rows, row));
            }
            return items;
        });
}

} // namespace sz::store
