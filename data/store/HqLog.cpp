// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/store/HqLog.h"

#include "data/store/FolderLock.h"
#include "data/store/HqMigrations.h"
#include "data/store/Run.h"
#include "data/store/SqliteFile.h"

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
          head(db, kHead), hasEntry(db, kHasEntry), decided(db, kDecided), each(db, kEach), after(db, kAfter),
          daySerials(db, kDaySerials), setDaySerial(db, kSetDaySerial), meta(db, kMeta),
          setMeta(db, kSetMeta)
    {
    }

    SQLite::Statement append;
    SQLite::Statement refuse;
    SQLite::Statement keepSignature;
    SQLite::Statement head;
    SQLite::Statement hasEntry;
    SQLite::Statement decided;
    SQLite::Statement each;
    SQLite::Statement after;
    SQLite::Statement daySerials;
    SQLite::Statement setDaySerial;
    SQLite::Statement meta;
    SQLite::Statement setMeta;
};

NumberedEntry readEntry(const Run& run)
{
    return {
        run.count(0),
        run.text(1),
        DeskId(run.text(2)),
        run.count(3),
        run.digest(4),
        run.instant(5),
        static_cast<std::uint32_t>(run.integer(6)),
        {static_cast<log::SubjectKind>(run.integer(7)), run.text(8)},
        run.bytes(9)};
}

} // namespace

struct HqLog::Impl
{
    Impl(FolderLock held, std::unique_ptr<SqliteFile> open)
        : lock(std::move(held)), file(std::move(open)), path(file->path()), sql(file->db())
    {
    }

    FolderLock lock; // first in, last out
    std::unique_ptr<SqliteFile> file;
    std::string path;
    Statements sql;
};

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
    return guarded(path, [&] {
        return std::unique_ptr<HqLog>(
            new HqLog(std::make_unique<Impl>(std::move(*lock), std::move(*file))));
    });
}

HqLog::HqLog(std::unique_ptr<Impl> impl)
    : m_impl(std::move(impl)), m_desks(std::make_unique<HqDesks>(*m_impl->file)),
      m_feeds(std::make_unique<HqFeeds>(*m_impl->file))
{
}

HqLog::~HqLog() = default;

Result<void> HqLog::begin()
{
    return m_impl->file->begin();
}

Result<void> HqLog::commit()
{
    return m_impl->file->commit();
}

void HqLog::rollback()
{
    m_impl->file->rollback();
}

Result<void> HqLog::append(const NumberedEntry& entry)
{
    return guarded(m_impl->path, [&] {
        Run run(m_impl->sql.append);
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

Result<void> HqLog::refuse(const RefusedEntry& entry)
{
    return guarded(m_impl->path, [&] {
        Run run(m_impl->sql.refuse);
        run.with(":desk", entry.desk.value).with(":counter", entry.counter).with(":id", entry.id);
        run.with(":raw", entry.raw).with(":code", std::int64_t{static_cast<int>(entry.code)});
        run.with(":detail", entry.detail).with(":received", entry.receivedAt).exec();
    });
}

Result<void> HqLog::keepSignature(const log::Batch& batch)
{
    return guarded(m_impl->path, [&] {
        Run run(m_impl->sql.keepSignature);
        run.with(":desk", batch.desk.value).with(":first", batch.firstCounter);
        run.with(":last", batch.firstCounter + batch.entries.size() - 1)
            .with(":signature", batch.signature)
            .exec();
    });
}

Result<std::uint64_t> HqLog::head() const
{
    return guarded(m_impl->path, [&] {
        Run run(m_impl->sql.head);
        return run.next() ? run.count(0) : 0;
    });
}

Result<bool> HqLog::hasEntry(const std::string& id) const
{
    return guarded(m_impl->path, [&] { return Run(m_impl->sql.hasEntry).with(":id", id).next(); });
}

Result<Decided> HqLog::decided(const DeskId& desk, std::uint64_t counter) const
{
    auto found = guarded(m_impl->path, [&]() -> std::optional<Decided> {
        Run run(m_impl->sql.decided);
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

Result<void> HqLog::forEach(const std::function<void(const NumberedEntry&)>& visit) const
{
    return guarded(m_impl->path, [&] {
        Run run(m_impl->sql.each);
        while (run.next()) {
            visit(readEntry(run));
        }
    });
}

Result<std::vector<NumberedEntry>> HqLog::after(std::uint64_t number, std::size_t limit) const
{
    return guarded(m_impl->path, [&] {
        std::vector<NumberedEntry> entries;
        Run run(m_impl->sql.after);
        run.with(":number", number).with(":limit", std::uint64_t{limit});
        while (run.next()) {
            entries.push_back(readEntry(run));
        }
        return entries;
    });
}

Result<std::map<std::int64_t, std::uint32_t>> HqLog::daySerials() const
{
    return guarded(m_impl->path, [&] {
        std::map<std::int64_t, std::uint32_t> serials;
        Run run(m_impl->sql.daySerials);
        while (run.next()) {
            serials.emplace(run.integer(0), static_cast<std::uint32_t>(run.integer(1)));
        }
        return serials;
    });
}

Result<void> HqLog::setDaySerial(std::int64_t day, std::uint32_t last)
{
    return guarded(m_impl->path, [&] {
        Run(m_impl->sql.setDaySerial).with(":day", day).with(":last", std::int64_t{last}).exec();
    });
}

Result<std::optional<std::string>> HqLog::meta(const std::string& key) const
{
    return guarded(m_impl->path, [&] {
        Run run(m_impl->sql.meta);
        run.with(":key", key);
        return run.next() ? std::optional(run.text(0)) : std::nullopt;
    });
}

Result<void> HqLog::setMeta(const std::string& key, const std::string& value)
{
    return guarded(m_impl->path, [&] {
        Run(m_impl->sql.setMeta).with(":key", key).with(":value", value).exec();
    });
}

} // namespace sz::store
