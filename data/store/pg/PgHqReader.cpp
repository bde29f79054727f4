// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/store/pg/PgHqReader.h"

#include "data/store/pg/PgConnection.h"
#include "data/store/pg/PgEntries.h"
#include "data/store/pg/PgHqDesks.h"
#include "data/store/pg/PgHqFeeds.h"

#include <algorithm>

namespace sz::store {
namespace {

constexpr auto kBegin = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";
// An examination takes as long as it takes.
constexpr auto kPatience = "SET idle_in_transaction_session_timeout = 0";
constexpr auto kIsOurs = "SELECT count(*) FROM information_schema.tables WHERE table_schema = "
                         "current_schema() AND table_name = 'hq_head'";

constexpr auto kOperation = "SELECT value FROM meta WHERE key = 'operation'";
constexpr auto kHead = "SELECT coalesce(max(number), 0)::bigint FROM entry";
constexpr auto kDesks = R"(
SELECT id, unit, public_key, fingerprint, name, enrolled_ms, revoked_ms, last_counter, author FROM desk ORDER BY id)";
constexpr auto kEntries = R"(
SELECT number, id, desk, counter, author, received_ms, serial, subject_kind, subject_id, raw
FROM entry WHERE number > $1 AND number <= $2 ORDER BY number LIMIT 2000)";
constexpr auto kNumberOf = "SELECT number FROM entry WHERE id = $1";
constexpr auto kFirstCounters = R"(
SELECT desk, min(counter)::bigint FROM entry WHERE number > $1 AND number <= $2 GROUP BY desk)";
// Whoever dropped the constraints may have the same counter accepted and refused: the pair leaves no row twice.
constexpr auto kRows = R"(
SELECT counter, number, author, raw FROM (
  SELECT counter, number, author, raw FROM entry WHERE desk = $1 AND counter >= $2
  UNION ALL SELECT counter, 0::bigint, NULL::bytea, raw FROM refused WHERE desk = $1 AND counter >= $2) AS own
WHERE (counter, number) > ($2, $3) ORDER BY counter, number LIMIT 2000)";
constexpr auto kBatches = R"(
SELECT first_counter, last_counter, signature FROM batch
WHERE desk = $1 AND last_counter >= $2 ORDER BY last_counter)";
constexpr auto kAuthorAt = "SELECT author FROM entry WHERE desk = $1 AND counter = $2";
constexpr auto kFeeds = R"(
SELECT unit FROM (SELECT unit FROM feed UNION SELECT unit FROM feed_head) AS known ORDER BY unit COLLATE "C")";
constexpr auto kPlaces = R"(
SELECT f.seq, f.number, f.hash, e.received_ms, e.serial, e.raw FROM feed f LEFT JOIN entry e USING (number)
WHERE f.unit = $1 AND f.seq > $2 AND f.number > $3 AND f.number <= $4 ORDER BY f.seq LIMIT 2000)";
constexpr auto kFeedHeads = "SELECT unit, seq, hash FROM feed_head";
constexpr auto kFeedHashAt = "SELECT hash FROM feed WHERE unit = $1 AND seq = $2";

constexpr auto kLowest = std::numeric_limits<std::int64_t>::min();

Signature signatureOf(const Bytes& bytes)
{
    Signature out{};
    if (bytes.size() == out.size()) {
        std::ranges::copy(bytes, out.begin());
    }
    return out;
}

PlaceRow readPlace(const PgRows& rows, int row)
{
    PlaceRow place{rows.integer(row, 0), rows.integer(row, 1), rows.digest(row, 2), std::nullopt};
    if (!rows.isNull(row, 5)) {
        place.entry = log::FeedItem{
            rows.number(row, 0), rows.number(row, 1), rows.instant(row, 3),
            static_cast<std::uint32_t>(rows.integer(row, 4)), rows.bytes(row, 5)};
    }
    return place;
}

class PgHqReader final : public HqReader
{
public:
    explicit PgHqReader(std::unique_ptr<PgConnection> link) : m_link(std::move(link)) {}

    [[nodiscard]] Result<OperationId> operation() const override
    {
        return m_link->run(kOperation).transform([](const PgRows& rows) {
            return rows.count() == 0 ? OperationId() : OperationId(rows.text(0, 0));
        });
    }

    [[nodiscard]] Result<std::uint64_t> head() const override
    {
        return m_link->run(kHead).transform([](const PgRows& rows) { return rows.number(0, 0); });
    }

    [[nodiscard]] Result<std::vector<DeskRecord>> desks() const override
    {
        return m_link->run(kDesks).transform(readDesks);
    }

    [[nodiscard]] Result<void> forEachEntry(
        NumberRange range,
        const std::function<void(std::int64_t, const NumberedEntry&)>& visit) const override
    {
        return pages([&](bool& isEnd) {
            const auto arguments = PgArguments().with(range.after).with(range.last);
            return m_link->run(kEntries, arguments).transform([&](const PgRows& rows) {
                for (const NumberedEntry& entry : readEntries(rows)) {
                    range.after = static_cast<std::int64_t>(entry.number);
                    visit(range.after, entry);
                }
                isEnd = rows.count() == 0;
            });
        });
    }

    [[nodiscard]] Result<NumberedEntry> entry(std::uint64_t number) const override
    {
        const auto n = static_cast<std::int64_t>(number);
        return m_link->run(kEntries, PgArguments().with(n - 1).with(n))
            .and_then([](const PgRows& rows) -> Result<NumberedEntry> {
                auto found = readEntries(rows);
                return found.empty() ? fail(Code::NotFound, "no entry has this number")
                                     : Result<NumberedEntry>(std::move(found.front()));
            });
    }

    [[nodiscard]] Result<std::uint64_t> numberOf(const std::string& id) const override
    {
        return one(
            m_link->run(kNumberOf, PgArguments().with(id)), "no entry has this id",
            [](const PgRows& rows) { return rows.number(0, 0); });
    }

    [[nodiscard]] Result<std::map<DeskId, std::uint64_t>>
    firstCounters(NumberRange range) const override
    {
        return m_link->run(kFirstCounters, PgArguments().with(range.after).with(range.last))
            .transform([](const PgRows& rows) {
                std::map<DeskId, std::uint64_t> out;
                for (int row = 0; row < rows.count(); ++row) {
                    out.emplace(rows.text(row, 0), rows.number(row, 1));
                }
                return out;
            });
    }

    [[nodiscard]] Result<void> forEachRow(
        const DeskId& desk,
        std::uint64_t first,
        const std::function<void(const DeskRow&)>& visit) const override
    {
        std::int64_t number = kLowest;
        return pages([&](bool& isEnd) {
            const auto arguments = PgArguments().with(desk.value).with(first).with(number);
            return m_link->run(kRows, arguments).transform([&](const PgRows& rows) {
                for (int row = 0; row < rows.count(); ++row) {
                    first = rows.number(row, 0);
                    number = rows.integer(row, 1);
                    visit(
                        {first, number, rows.isNull(row, 2) ? Digest{} : rows.digest(row, 2),
                         log::entryHash(rows.bytes(row, 3))});
                }
                isEnd = rows.count() == 0;
            });
        });
    }

    [[nodiscard]] Result<std::vector<BatchRow>>
    batches(const DeskId& desk, std::uint64_t first) const override
    {
        return m_link->run(kBatches, PgArguments().with(desk.value).with(first))
            .transform([](const PgRows& rows) {
                std::vector<BatchRow> out;
                for (int row = 0; row < rows.count(); ++row) {
                    out.push_back(
                        {rows.number(row, 0), rows.number(row, 1),
                         signatureOf(rows.bytes(row, 2))});
                }
                return out;
            });
    }

    [[nodiscard]] Result<Digest> authorAt(const DeskId& desk, std::uint64_t counter) const override
    {
        return one(
            m_link->run(kAuthorAt, PgArguments().with(desk.value).with(counter)),
            "no entry of this counter was accepted",
            [](const PgRows& rows) { return rows.digest(0, 0); });
    }

    [[nodiscard]] Result<std::vector<UnitCode>> feeds() const override
    {
        return m_link->run(kFeeds).transform([](const PgRows& rows) {
            std::vector<UnitCode> out;
            for (int row = 0; row < rows.count(); ++row) {
                out.emplace_back(rows.text(row, 0));
            }
            return out;
        });
    }

    [[nodiscard]] Result<void> forEachPlace(
        const UnitCode& unit,
        NumberRange range,
        const std::function<void(const PlaceRow&)>& visit) const override
    {
        std::int64_t seq = kLowest;
        return pages([&](bool& isEnd) {
            PgArguments arguments;
            arguments.with(unit.value).with(seq).with(range.after).with(range.last);
            return m_link->run(kPlaces, arguments).transform([&](const PgRows& rows) {
                for (int row = 0; row < rows.count(); ++row) {
                    seq = rows.integer(row, 0);
                    visit(readPlace(rows, row));
                }
                isEnd = rows.count() == 0;
            });
        });
    }

    [[nodiscard]] Result<std::map<UnitCode, FeedHead>> feedHeads() const override
    {
        return m_link->run(kFeedHeads).transform(readHeads);
    }

    [[nodiscard]] Result<Digest> feedHashAt(const UnitCode& unit, std::uint64_t seq) const override
    {
        return one(
            m_link->run(kFeedHashAt, PgArguments().with(unit.value).with(seq)),
            "the feed has no such place", [](const PgRows& rows) { return rows.digest(0, 0); });
    }

private:
    template <class Read>
    static auto one(const Result<PgRows>& rows, const char* what, Read read)
        -> Result<decltype(read(*rows))>
    {
        if (!rows) {
            return std::unexpected(rows.error());
        }
        if (rows->count() == 0) {
            return fail(Code::NotFound, what);
        }
        return read(*rows);
    }

    template <class Page>
    static Result<void> pages(Page page)
    {
        for (bool isEnd = false; !isEnd;) {
            if (auto ok = page(isEnd); !ok) {
                return ok;
            }
        }
        return {};
    }

    std::unique_ptr<PgConnection> m_link;
};

} // namespace

Result<std::unique_ptr<HqReader>> openPgHqReader(const std::string& url)
{
    auto link = PgConnection::open(url);
    if (!link) {
        return std::unexpected(link.error());
    }
    return (*link)
        ->run(kIsOurs)
        .and_then([&](const PgRows& rows) -> Result<void> {
            if (rows.integer(0, 0) == 0) {
                return fail(Code::StoreCorrupt, "not a log of headquarters", (*link)->where());
            }
            return {};
        })
        .and_then([&] { return (*link)->run(kPatience); })
        .and_then([&](const PgRows&) { return (*link)->run(kBegin); })
        .transform([&](const PgRows&) -> std::unique_ptr<HqReader> {
            return std::make_unique<PgHqReader>(std::move(*link));
        });
}

} // namespace sz::store
