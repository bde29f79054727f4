// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/store/HqReader.h"
#include "data/store/Run.h"
#include "data/store/sqlite/HqFile.h"
#include "data/store/sqlite/HqRows.h"
#include "data/store/SqliteFile.h"

#include <limits>

namespace sz::store {
namespace {

constexpr std::int32_t kApplicationId = 0x535A4851; // "SZHQ"

constexpr auto kOperation = "SELECT value FROM meta WHERE key = 'operation'";
constexpr auto kHead = "SELECT coalesce(max(number), 0) FROM entry";
constexpr auto kDesks = R"(
SELECT id, unit, public_key, fingerprint, name, enrolled_ms, revoked_ms, last_counter, author FROM desk ORDER BY id)";
constexpr auto kEntries = R"(
SELECT number, id, desk, counter, author, received_ms, serial, subject_kind, subject_id, raw
FROM entry WHERE number > :after AND number <= :last ORDER BY number)";
constexpr auto kNumberOf = "SELECT number FROM entry WHERE id = :id";
constexpr auto kFirstCounters = R"(
SELECT desk, min(counter) FROM entry WHERE number > :after AND number <= :last GROUP BY desk)";
constexpr auto kRows = R"(
SELECT counter, number, author, raw FROM entry WHERE desk = :desk AND counter >= :first
UNION ALL SELECT counter, 0, NULL, raw FROM refused WHERE desk = :desk AND counter >= :first ORDER BY counter)";
constexpr auto kBatches = R"(
SELECT first_counter, last_counter, signature FROM batch
WHERE desk = :desk AND last_counter >= :first ORDER BY last_counter)";
constexpr auto kAuthorAt = "SELECT author FROM entry WHERE desk = :desk AND counter = :counter";
constexpr auto kFeeds = "SELECT unit FROM feed UNION SELECT unit FROM feed_head";
constexpr auto kPlaces = R"(
SELECT f.seq, f.number, f.hash, e.received_ms, e.serial, e.raw FROM feed f LEFT JOIN entry e USING (number)
WHERE f.unit = :unit AND f.number > :after AND f.number <= :last ORDER BY f.seq)";
constexpr auto kFeedHeads = "SELECT unit, seq, hash FROM feed_head";
constexpr auto kFeedHashAt = "SELECT hash FROM feed WHERE unit = :unit AND seq = :seq";

struct Statements
{
    explicit Statements(SQLite::Database& db)
        : operation(db, kOperation), head(db, kHead), desks(db, kDesks), entries(db, kEntries),
          numberOf(db, kNumberOf), firstCounters(db, kFirstCounters), rows(db, kRows),
          batches(db, kBatches), authorAt(db, kAuthorAt), feeds(db, kFeeds), places(db, kPlaces),
          feedHeads(db, kFeedHeads), feedHashAt(db, kFeedHashAt)
    {
    }

    SQLite::Statement operation;
    SQLite::Statement head;
    SQLite::Statement desks;
    SQLite::Statement entries;
    SQLite::Statement numberOf;
    SQLite::Statement firstCounters;
    SQLite::Statement rows;
    SQLite::Statement batches;
    SQLite::Statement authorAt;
    SQLite::Statement feeds;
    SQLite::Statement places;
    SQLite::Statement feedHeads;
    SQLite::Statement feedHashAt;
};

Signature signatureOf(const Bytes& bytes)
{
    Signature out{};
    if (bytes.size() == out.size()) {
        std::ranges::copy(bytes, out.begin());
    }
    return out;
}

PlaceRow readPlace(const Run& run)
{
    PlaceRow row{run.integer(0), run.integer(1), run.digest(2), std::nullopt};
    if (!run.isNull(5)) {
        row.entry = log::FeedItem{
            run.count(0), run.count(1), run.instant(3), static_cast<std::uint32_t>(run.integer(4)),
            run.bytes(5)};
    }
    return row;
}

std::string escaped(const std::string& path)
{
    std::string out;
    for (const char c : path) {
        out += c == '?' ? "%3f" : c == '#' ? "%23" : c == '%' ? "%25" : std::string(1, c);
    }
    return out;
}

// A copy on a read-only medium has no place for a WAL's index: then the file is taken as it is.
std::unique_ptr<SQLite::Database> openAnyhow(const std::filesystem::path& file)
{
    try {
        auto db = std::make_unique<SQLite::Database>(file.string(), SQLite::OPEN_READONLY);
        db->exec("PRAGMA query_only = ON");
        (void)db->execAndGet("SELECT count(*) FROM sqlite_master");
        return db;
    } catch (const SQLite::Exception&) {
        return openAsItLies(file);
    }
}

template <class T>
Result<T> found(Result<std::optional<T>> one, const char* what)
{
    return std::move(one).and_then([&](std::optional<T> value) -> Result<T> {
        return value ? Result<T>(std::move(*value)) : fail(Code::NotFound, what);
    });
}

class SqliteHqReader final : public HqReader
{
public:
    /// Throws SQLite::Exception when a statement cannot be prepared.
    SqliteHqReader(std::string file, std::unique_ptr<SQLite::Database> open)
        : m_path(std::move(file)), m_db(std::move(open)), m_sql(*m_db)
    {
    }

    [[nodiscard]] Result<OperationId> operation() const override;
    [[nodiscard]] Result<std::uint64_t> head() const override;
    [[nodiscard]] Result<std::vector<DeskRecord>> desks() const override;
    [[nodiscard]] Result<void> forEachEntry(
        NumberRange range,
        const std::function<void(std::int64_t, const NumberedEntry&)>& visit) const override;
    [[nodiscard]] Result<NumberedEntry> entry(std::uint64_t number) const override;
    [[nodiscard]] Result<std::uint64_t> numberOf(const std::string& id) const override;
    [[nodiscard]] Result<std::map<DeskId, std::uint64_t>>
    firstCounters(NumberRange range) const override;
    [[nodiscard]] Result<void> forEachRow(
        const DeskId& desk,
        std::uint64_t first,
        const std::function<void(const DeskRow&)>& visit) const override;
    [[nodiscard]] Result<std::vector<BatchRow>>
    batches(const DeskId& desk, std::uint64_t first) const override;
    [[nodiscard]] Result<Digest> authorAt(const DeskId& desk, std::uint64_t counter) const override;
    [[nodiscard]] Result<std::vector<UnitCode>> feeds() const override;
    [[nodiscard]] Result<void> forEachPlace(
        const UnitCode& unit,
        NumberRange range,
        const std::function<void(const PlaceRow&)>& visit) const override;
    [[nodiscard]] Result<std::map<UnitCode, FeedHead>> feedHeads() const override;
    [[nodiscard]] Result<Digest> feedHashAt(const UnitCode& unit, std::uint64_t seq) const override;

private:
    std::string m_path;
    std::unique_ptr<SQLite::Database> m_db;
    mutable Statements m_sql; // running one changes it
};

Result<OperationId> SqliteHqReader::operation() const
{
    return guarded(m_path, [&] {
        Run run(m_sql.operation);
        return run.next() ? OperationId(run.text(0)) : OperationId();
    });
}

Result<std::uint64_t> SqliteHqReader::head() const
{
    return guarded(m_path, [&] {
        Run run(m_sql.head);
        return run.next() ? run.count(0) : 0;
    });
}

Result<std::vector<DeskRecord>> SqliteHqReader::desks() const
{
    return guarded(m_path, [&] {
        std::vector<DeskRecord> out;
        Run run(m_sql.desks);
        while (run.next()) {
            out.push_back(readDesk(run));
        }
        return out;
    });
}

Result<void> SqliteHqReader::forEachEntry(
    NumberRange range,
    const std::function<void(std::int64_t, const NumberedEntry&)>& visit) const
{
    return guarded(m_path, [&] {
        Run run(m_sql.entries);
        run.with(":after", range.after).with(":last", range.last);
        while (run.next()) {
            visit(run.integer(0), readEntry(run));
        }
    });
}

Result<NumberedEntry> SqliteHqReader::entry(std::uint64_t number) const
{
    const auto n = static_cast<std::int64_t>(number);
    return found(
        guarded(
            m_path,
            [&]() -> std::optional<NumberedEntry> {
                Run run(m_sql.entries);
                run.with(":after", n - 1).with(":last", n);
                return run.next() ? std::optional(readEntry(run)) : std::nullopt;
            }),
        "no entry has this number");
}

Result<std::uint64_t> SqliteHqReader::numberOf(const std::string& id) const
{
    return found(
        guarded(
            m_path,
            [&] {
                Run run(m_sql.numberOf);
                run.with(":id", id);
                return run.next() ? std::optional(run.count(0)) : std::nullopt;
            }),
        "no entry has this id");
}

Result<std::map<DeskId, std::uint64_t>> SqliteHqReader::firstCounters(NumberRange range) const
{
    return guarded(m_path, [&] {
        std::map<DeskId, std::uint64_t> out;
        Run run(m_sql.firstCounters);
        run.with(":after", range.after).with(":last", range.last);
        while (run.next()) {
            out.emplace(run.text(0), run.count(1));
        }
        return out;
    });
}

Result<void> SqliteHqReader::forEachRow(
    const DeskId& desk,
    std::uint64_t first,
    const std::function<void(const DeskRow&)>& visit) const
{
    return guarded(m_path, [&] {
        Run run(m_sql.rows);
        run.with(":desk", desk.value).with(":first", first);
        while (run.next()) {
            visit(
                {run.count(0), run.integer(1), run.isNull(2) ? Digest{} : run.digest(2),
                 log::entryHash(run.bytes(3))});
        }
    });
}

Result<std::vector<BatchRow>> SqliteHqReader::batches(const DeskId& desk, std::uint64_t first) const
{
    return guarded(m_path, [&] {
        std::vector<BatchRow> out;
        Run run(m_sql.batches);
        run.with(":desk", desk.value).with(":first", first);
        while (run.next()) {
            out.push_back({run.count(0), run.count(1), signatureOf(run.bytes(2))});
        }
        return out;
    });
}

Result<Digest> SqliteHqReader::authorAt(const DeskId& desk, std::uint64_t counter) const
{
    return found(
        guarded(
            m_path,
            [&] {
                Run run(m_sql.authorAt);
                run.with(":desk", desk.value).with(":counter", counter);
                return run.next() ? std::optional(run.digest(0)) : std::nullopt;
            }),
        "no entry of this counter was accepted");
}

Result<std::vector<UnitCode>> SqliteHqReader::feeds() const
{
    return guarded(m_path, [&] {
        std::vector<UnitCode> out;
        Run run(m_sql.feeds);
        while (run.next()) {
            out.emplace_back(run.text(0));
        }
        return out;
    });
}

Result<void> SqliteHqReader::forEachPlace(
    const UnitCode& unit,
    NumberRange range,
    const std::function<void(const PlaceRow&)>& visit) const
{
    return guarded(m_path, [&] {
        Run run(m_sql.places);
        run.with(":unit", unit.value).with(":after", range.after).with(":last", range.last);
        while (run.next()) {
            visit(readPlace(run));
        }
    });
}

Result<std::map<UnitCode, FeedHead>> SqliteHqReader::feedHeads() const
{
    return guarded(m_path, [&] {
        std::map<UnitCode, FeedHead> out;
        Run run(m_sql.feedHeads);
        while (run.next()) {
            out.emplace(UnitCode(run.text(0)), FeedHead{run.count(1), run.digest(2)});
        }
        return out;
    });
}

Result<Digest> SqliteHqReader::feedHashAt(const UnitCode& unit, std::uint64_t seq) const
{
    return found(
        guarded(
            m_path,
            [&] {
                Run run(m_sql.feedHashAt);
                run.with(":unit", unit.value).with(":seq", seq);
                return run.next() ? std::optional(run.digest(0)) : std::nullopt;
            }),
        "the feed has no such place");
}

} // namespace

Result<std::unique_ptr<HqReader>> HqReader::open(const std::filesystem::path& file)
{
    const std::string path = file.string();
    return guarded(path, [&] { return openAnyhow(file); })
        .and_then([&](auto db) -> Result<std::unique_ptr<HqReader>> {
            const auto isOurs = guarded(path, [&] {
                return db->execAndGet("PRAGMA application_id").getInt() == kApplicationId;
            });
            if (!isOurs || !*isOurs) {
                return isOurs ? fail(Code::StoreCorrupt, "not a log of headquarters", path)
                              : std::unexpected(isOurs.error());
            }
            return guarded(path, [&]() -> std::unique_ptr<HqReader> {
                db->exec("BEGIN"); // what headquarters writes meanwhile is not seen
                return std::make_unique<SqliteHqReader>(path, std::move(db));
            });
        });
}

std::unique_ptr<SQLite::Database> openAsItLies(const std::filesystem::path& file)
{
    return std::make_unique<SQLite::Database>(
        "file:" + escaped(file.string()) + "?immutable=1",
        SQLite::OPEN_READONLY | SQLite::OPEN_URI);
}

} // namespace sz::store
