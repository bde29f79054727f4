// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/store/ContactFile.h"
#include "data/store/FolderLock.h"
#include "data/store/HqLog.h"
#include "data/store/HqMigrations.h"
#include "data/store/HqReader.h"
#include "data/store/Run.h"
#include "data/store/sqlite/HqFile.h"
#include "data/store/sqlite/HqRows.h"
#include "data/store/sqlite/SqliteHqDesks.h"
#include "data/store/sqlite/SqliteHqFeeds.h"
#include "data/store/sqlite/SqliteHqPeople.h"
#include "data/store/SqliteFile.h"

#include <SQLiteCpp/Backup.h>

namespace sz::store {
namespace {

constexpr std::int32_t kApplicationId = 0x535A4851; // "SZHQ"

constexpr auto kAppend = R"(
INSERT INTO entry (number, id, desk, counter, author, received_ms, serial, subject_kind, subject_id, raw)
VALUES (:number, :id, :desk, :counter, :author, :received, :serial, :kind, :subject, :raw))";
constexpr auto kRefuse = R"(
INSERT INTO refused (desk, counter, id, raw, code, detail, received_ms)
VALUES (:desk, :counter, :id, :raw, :code, :detail, :received))";
constexpr auto kKeepSignature = R"(
INSERT INTO batch (desk, first_counter, last_counter, signature) VALUES (:desk, :first, :last, :signature)
ON CONFLICT DO NOTHING)";
constexpr auto kHead = "SELECT coalesce(max(number), 0) FROM entry";
constexpr auto kMissingNumbers = "SELECT max(number) - count(*) FROM entry";
constexpr auto kHasEntry = "SELECT 1 FROM entry WHERE id = :id";
constexpr auto kDecided = R"(
SELECT number, 0, '', raw FROM entry WHERE desk = :desk AND counter = :counter
UNION ALL SELECT 0, code, detail, raw FROM refused WHERE desk = :desk AND counter = :counter)";
constexpr auto kEach = R"(
SELECT number, id, desk, counter, author, received_ms, serial, subject_kind, subject_id, raw
FROM entry ORDER BY number)";
constexpr auto kAfter = R"(
SELECT number, id, desk, counter, author, received_ms, serial, subject_kind, subject_id, raw
FROM entry WHERE number > :number ORDER BY number LIMIT :limit)";
constexpr auto kOfSubject = R"(
SELECT number, id, desk, counter, author, received_ms, serial, subject_kind, subject_id, raw
FROM entry WHERE subject_kind = :kind AND subject_id = :subject AND number <= :upto ORDER BY number)";
constexpr auto kDaySerials = "SELECT day, last FROM day_serial";
constexpr auto kSetDaySerial = R"(
INSERT INTO day_serial (day, last) VALUES (:day, :last) ON CONFLICT (day) DO UPDATE SET last = excluded.last)";
constexpr auto kMeta = "SELECT value FROM meta WHERE key = :key";
constexpr auto kSetMeta = R"(
INSERT INTO meta (key, value) VALUES (:key, :value) ON CONFLICT (key) DO UPDATE SET value = excluded.value)";

struct Statements
{
    explicit Statements(SQLite::Database& db)
        : append(db, kAppend), refuse(db, kRefuse), keepSignature(db, kKeepSignature),
          head(db, kHead), missingNumbers(db, kMissingNumbers), hasEntry(db, kHasEntry),
          decided(db, kDecided), each(db, kEach), after(db, kAfter), ofSubject(db, kOfSubject),
          daySerials(db, kDaySerials), setDaySerial(db, kSetDaySerial), meta(db, kMeta),
          setMeta(db, kSetMeta)
    {
    }

    SQLite::Statement append;
    SQLite::Statement refuse;
    SQLite::Statement keepSignature;
    SQLite::Statement head;
    SQLite::Statement missingNumbers;
    SQLite::Statement hasEntry;
    SQLite::Statement decided;
    SQLite::Statement each;
    SQLite::Statement after;
    SQLite::Statement ofSubject;
    SQLite::Statement daySerials;
    SQLite::Statement setDaySerial;
    SQLite::Statement meta;
    SQLite::Statement setMeta;
};

class SqliteHqLog final : public HqLog
{
public:
    /// Throws SQLite::Exception when a statement cannot be prepared.
    SqliteHqLog(FolderLock lock, std::unique_ptr<SqliteFile> file)
        : m_lock(std::move(lock)), m_file(std::move(file)), m_path(m_file->path()),
          m_sql(m_file->db()), m_desks(*m_file), m_feeds(*m_file), m_people(*m_file),
          m_contactKeys(std::filesystem::path(m_path).parent_path() / "contacts.db")
    {
    }

    [[nodiscard]] Result<void> begin() override { return m_file->begin(); }

    [[nodiscard]] Result<void> commit() override { return m_file->commit(); }

    void rollback() override { m_file->rollback(); }

    [[nodiscard]] bool isPassing(Code code) const override { return code == Code::NoSpace; }

    [[nodiscard]] Result<void> append(const NumberedEntry& entry) override;
    [[nodiscard]] Result<void> refuse(const RefusedEntry& entry) override;
    [[nodiscard]] Result<void> keepSignature(const log::Batch& batch) override;
    [[nodiscard]] Result<std::uint64_t> head() const override;
    [[nodiscard]] Result<bool> isWhole() const override;

    [[nodiscard]] Result<void> expect(const std::vector<std::string>&) override { return {}; }

    [[nodiscard]] Result<bool> hasEntry(const std::string& id) const override;
    [[nodiscard]] Result<Decided> decided(const DeskId& desk, std::uint64_t counter) const override;
    [[nodiscard]] Result<void>
    forEach(const std::function<void(const NumberedEntry&)>& visit) const override;
    [[nodiscard]] Result<std::vector<NumberedEntry>>
    after(std::uint64_t number, std::size_t limit) const override;
    [[nodiscard]] Result<std::vector<NumberedEntry>>
    entriesOf(const log::Subject& subject, std::uint64_t upTo) const override;

    [[nodiscard]] Result<HqNews> news() override { return HqNews{}; }

    [[nodiscard]] std::unique_ptr<HqWatch> watch(std::function<void()>) const override
    {
        return nullptr;
    }

    [[nodiscard]] Result<std::map<std::int64_t, std::uint32_t>> daySerials() const override;
    [[nodiscard]] Result<void> setDaySerial(std::int64_t day, std::uint32_t last) override;
    [[nodiscard]] Result<std::optional<std::string>> meta(const std::string& key) const override;
    [[nodiscard]] Result<void> setMeta(const std::string& key, const std::string& value) override;
    [[nodiscard]] Result<void> backupTo(const std::filesystem::path& file) const override;

    [[nodiscard]] HqReaders readers() const override
    {
        return [path = m_path] { return HqReader::open(path); };
    }

    [[nodiscard]] std::unique_ptr<SealBook> sealBook() const override { return nullptr; }

    [[nodiscard]] HqDesks& desks() override { return m_desks; }

    [[nodiscard]] HqFeeds& feeds() override { return m_feeds; }

    [[nodiscard]] HqPeople& people() override { return m_people; }

    [[nodiscard]] ContactKeys& contactKeys() override { return m_contactKeys; }

private:
    FolderLock m_lock; // first in, last out
    std::unique_ptr<SqliteFile> m_file;
    std::string m_path;
    mutable Statements m_sql; // running one changes it
    SqliteHqDesks m_desks;
    SqliteHqFeeds m_feeds;
    SqliteHqPeople m_people;
    ContactFile m_contactKeys;
};

Result<void> SqliteHqLog::append(const NumberedEntry& entry)
{
    return guarded(m_path, [&] {
        Run run(m_sql.append);
        run.with(":number", entry.number).with(":id", entry.id).with(":desk", entry.desk.value);
        run.with(":counter", entry.counter)
            .with(":author", entry.author)
            .with(":received", entry.receivedAt);
        run.with(":serial", std::int64_t{entry.serial});
        run.with(":kind", std::int64_t{static_cast<int>(entry.subject.kind)})
            .with(":subject", entry.subject.id);
        run.with(":raw", entry.raw).exec();
    });
}

Result<void> SqliteHqLog::refuse(const RefusedEntry& entry)
{
    return guarded(m_path, [&] {
        Run run(m_sql.refuse);
        run.with(":desk", entry.desk.value).with(":counter", entry.counter).with(":id", entry.id);
        run.with(":raw", entry.raw).with(":code", std::int64_t{static_cast<int>(entry.code)});
        run.with(":detail", entry.detail).with(":received", entry.receivedAt).exec();
    });
}

Result<void> SqliteHqLog::keepSignature(const log::Batch& batch)
{
    return guarded(m_path, [&] {
        Run run(m_sql.keepSignature);
        run.with(":desk", batch.desk.value).with(":first", batch.firstCounter);
        run.with(":last", batch.firstCounter + batch.entries.size() - 1)
            .with(":signature", batch.signature)
            .exec();
    });
}

Result<std::uint64_t> SqliteHqLog::head() const
{
    return guarded(m_path, [&] {
        Run run(m_sql.head);
        return run.next() ? run.count(0) : 0;
    });
}

// The primary key leaves no number twice, so counting tells.
Result<bool> SqliteHqLog::isWhole() const
{
    return guarded(m_path, [&] {
        Run run(m_sql.missingNumbers);
        return !run.next() || run.integer(0) == 0;
    });
}

Result<bool> SqliteHqLog::hasEntry(const std::string& id) const
{
    return guarded(m_path, [&] { return Run(m_sql.hasEntry).with(":id", id).next(); });
}

Result<Decided> SqliteHqLog::decided(const DeskId& desk, std::uint64_t counter) const
{
    auto found = guarded(m_path, [&]() -> std::optional<Decided> {
        Run run(m_sql.decided);
        run.with(":desk", desk.value).with(":counter", counter);
        if (!run.next()) {
            return std::nullopt;
        }
        return Decided{run.count(0), static_cast<Code>(run.integer(1)), run.text(2), run.bytes(3)};
    });
    if (found && !*found) {
        return fail(Code::NotFound, "nothing received under this counter");
    }
    return found.transform([](auto& one) { return std::move(*one); });
}

Result<void> SqliteHqLog::forEach(const std::function<void(const NumberedEntry&)>& visit) const
{
    return guarded(m_path, [&] {
        Run run(m_sql.each);
        while (run.next()) {
            visit(readEntry(run));
        }
    });
}

Result<std::vector<NumberedEntry>> SqliteHqLog::after(std::uint64_t number, std::size_t limit) const
{
    return guarded(m_path, [&] {
        std::vector<NumberedEntry> entries;
        Run run(m_sql.after);
        run.with(":number", number).with(":limit", std::uint64_t{limit});
        while (run.next()) {
            entries.push_back(readEntry(run));
        }
        return entries;
    });
}

Result<std::vector<NumberedEntry>>
SqliteHqLog::entriesOf(const log::Subject& subject, std::uint64_t upTo) const
{
    return guarded(m_path, [&] {
        std::vector<NumberedEntry> entries;
        Run run(m_sql.ofSubject);
        run.with(":kind", std::int64_t{static_cast<int>(subject.kind)});
        run.with(":subject", subject.id).with(":upto", upTo);
        while (run.next()) {
            entries.push_back(readEntry(run));
        }
        return entries;
    });
}

Result<std::map<std::int64_t, std::uint32_t>> SqliteHqLog::daySerials() const
{
    return guarded(m_path, [&] {
        std::map<std::int64_t, std::uint32_t> serials;
        Run run(m_sql.daySerials);
        while (run.next()) {
            serials.emplace(run.integer(0), static_cast<std::uint32_t>(run.integer(1)));
        }
        return serials;
    });
}

Result<void> SqliteHqLog::setDaySerial(std::int64_t day, std::uint32_t last)
{
    return guarded(m_path, [&] {
        Run(m_sql.setDaySerial).with(":day", day).with(":last", std::int64_t{last}).exec();
    });
}

Result<std::optional<std::string>> SqliteHqLog::meta(const std::string& key) const
{
    return guarded(m_path, [&] {
        Run run(m_sql.meta);
        run.with(":key", key);
        return run.next() ? std::optional(run.text(0)) : std::nullopt;
    });
}

Result<void> SqliteHqLog::setMeta(const std::string& key, const std::string& value)
{
    return guarded(
        m_path, [&] { Run(m_sql.setMeta).with(":key", key).with(":value", value).exec(); });
}

// A second connection that only reads: one step of the backup is one read transaction, so the copy
// is of one moment and the writer never waits. It does not checkpoint (findings/sync.md §1).
Result<void> SqliteHqLog::backupTo(const std::filesystem::path& file) const
{
    return guarded(file.string(), [&] {
        SQLite::Database from(m_path, SQLite::OPEN_READWRITE);
        from.exec("PRAGMA query_only=1");
        from.exec("PRAGMA wal_autocheckpoint=0");
        SQLite::Database to(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        SQLite::Backup(to, from).executeStep();
        to.exec("PRAGMA journal_mode=DELETE"); // one file, no side files
    });
}

} // namespace

Result<void> makeHqFile(const std::filesystem::path& file)
{
    return SqliteFile::open({file, kApplicationId, embedded::hqMigrations})
        .transform([](const auto&) {});
}

Result<std::unique_ptr<HqLog>> HqLog::open(const std::filesystem::path& folder)
{
    auto lock = FolderLock::take(folder / "hq.lock");
    if (!lock) {
        return std::unexpected(lock.error());
    }
    auto file = SqliteFile::open({folder / "hq.db", kApplicationId, embedded::hqMigrations});
    if (!file) {
        return std::unexpected(file.error());
    }
    const std::string path = (*file)->path();
    return guarded(path, [&]() -> std::unique_ptr<HqLog> {
        (*file)->keepWalRoom();
        return std::make_unique<SqliteHqLog>(std::move(*lock), std::move(*file));
    });
}

} // namespace sz::store
