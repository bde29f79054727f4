// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/store/SqliteFile.h"

#include "data/store/WalRoom.h"

#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <format>
#include <fstream>
#include <unistd.h>
#include <vector>

namespace sz::store {
namespace {

constexpr auto kQuickCheck = "PRAGMA quick_check(1)";
constexpr auto kUserVersion = "PRAGMA user_version";
constexpr auto kApplicationId = "PRAGMA application_id";
constexpr auto kTables = "SELECT count(*) FROM sqlite_schema";

constexpr std::uintmax_t kQuickCheckLimit = 64ULL * 1024 * 1024;
constexpr std::uintmax_t kDisposableLimit = 4ULL * 1024 * 1024; // can be made anew at any time
constexpr int kRoomStep = 1024;                                 // pages, 4 MiB
constexpr int kBusyMs = 200; // nobody else should be there at all

int g_checkpointPages = kCheckpointPages; // see setCheckpointPages

struct Pragma
{
    const char* name;
    const char* value;
    const char* readBack;
};

// secure_delete is on in Debian and halves the speed of a log that never deletes; the small default
// checkpoint does the same (findings/sync.md §1).
constexpr std::array kPragmas{
    Pragma{"journal_mode", "WAL", "wal"},   Pragma{"foreign_keys", "ON", "1"},
    Pragma{"secure_delete", "OFF", "0"},    Pragma{"trusted_schema", "OFF", "0"},
    Pragma{"cell_size_check", "ON", "1"},   Pragma{"cache_size", "-65536", "-65536"},
    Pragma{"wal_autocheckpoint", "0", "0"}, // ours tells of failures, SQLite's does not
};

// SQLite gives its side files the mode of the main one.
Result<void> createPrivate(const std::string& path)
{
    const int descriptor = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor < 0) {
        return fail(errno == ENOSPC ? Code::NoSpace : Code::StoreOpen, std::strerror(errno), path);
    }
    ::close(descriptor);
    return {};
}

// In the clear a file begins with SQLite's own words; a sealed one with random bytes.
bool isInTheClear(const std::filesystem::path& file)
{
    std::ifstream in(file, std::ios::binary);
    std::array<char, 16> head{};
    in.read(head.data(), head.size());
    return in.gcount() == 16 && std::string_view(head.data(), 15) == "SQLite format 3";
}

std::string ask(SQLite::Database& db, const std::string& query)
{
    return db.execAndGet(query).getString();
}

Result<void> setPragma(SQLite::Database& db, const Pragma& pragma, const std::string& path)
{
    db.exec(std::format("PRAGMA {}={}", pragma.name, pragma.value));
    const std::string got = ask(db, std::format("PRAGMA {}", pragma.name));
    if (got != pragma.readBack) {
        return fail(
            Code::StoreOpen, std::format("{} is {}, not {}", pragma.name, got, pragma.readBack),
            path);
    }
    return {};
}

// A page that could not be read says nothing about what is on it: such a file must not be called damaged and set aside.
bool isUnread(const std::string& found)
{
    constexpr std::string_view kCode = "error code=";
    const auto at = found.find(kCode);
    return at != std::string::npos
           && (std::atoi(found.c_str() + at + kCode.size()) & 0xff) == SQLITE_IOERR;
}

Result<void> checkHealth(SQLite::Database& db, const SqliteSpec& spec)
{
    std::error_code ignored;
    const std::filesystem::path& file = spec.file;
    if (std::filesystem::file_size(file, ignored)
        > (spec.isDurable ? kQuickCheckLimit : kDisposableLimit)) {
        return {};
    }
    const std::string found = ask(db, kQuickCheck);
    if (found != "ok") {
        return fail(isUnread(found) ? Code::Io : Code::StoreCorrupt, found, file.string());
    }
    return {};
}

// Before anything is written: is this a file of ours, and not newer than this program?
Result<int> knownVersion(SQLite::Database& db, const SqliteSpec& spec)
{
    const int version = std::stoi(ask(db, kUserVersion));
    const bool isNew = version == 0 && ask(db, kTables) == "0";
    if (!isNew && std::stoi(ask(db, kApplicationId)) != spec.applicationId) {
        return fail(Code::StoreCorrupt, "not a file of this kind", spec.file.string());
    }
    const auto newest = static_cast<int>(spec.migrations.size());
    if (version > newest) {
        return fail(
            Code::StoreFromFuture,
            std::format("version {}, this program knows up to {}", version, newest),
            spec.file.string());
    }
    return version;
}

void runMigration(SQLite::Database& db, const SqliteSpec& spec, int to)
{
    SQLite::Transaction transaction(db, SQLite::TransactionBehavior::IMMEDIATE);
    db.exec(std::string(spec.migrations[static_cast<std::size_t>(to - 1)].second));
    db.exec(std::format("PRAGMA application_id={}", spec.applicationId));
    db.exec(std::format("PRAGMA user_version={}", to));
    transaction.commit();
}

void migrate(SQLite::Database& db, const SqliteSpec& spec, int from)
{
    const auto newest = static_cast<int>(spec.migrations.size());
    if (from > 0 && from < newest && spec.isDurable) {
        const std::string copy = std::format("{}.before-{}", spec.file.string(), newest);
        std::error_code ignored;
        std::filesystem::remove(copy, ignored); // of an update that did not end
        SQLite::Statement vacuum(db, "VACUUM INTO :copy");
        vacuum.bind(":copy", copy);
        vacuum.exec();
    }
    for (int to = from + 1; to <= newest; ++to) {
        runMigration(db, spec, to);
    }
}

Code codeOf(int result, int extended)
{
    if (extended == SQLITE_IOERR_FSYNC || extended == SQLITE_IOERR_DIR_FSYNC) {
        return Code::SyncFailed;
    }
    switch (result & 0xff) {
    case SQLITE_FULL:
        return Code::NoSpace;
    case SQLITE_IOERR:
        return Code::Io;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return Code::StoreCorrupt;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return Code::StoreLocked;
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_READONLY:
        return Code::StoreOpen;
    default:
        return Code::StoreWrite;
    }
}

// The open WAL; null when nothing was ever written to it.
sqlite3_file* walOf(SQLite::Database& db)
{
    sqlite3_file* wal = nullptr;
    const int asked =
        sqlite3_file_control(db.getHandle(), "main", SQLITE_FCNTL_JOURNAL_POINTER, &wal);
    return asked == SQLITE_OK && wal != nullptr && wal->pMethods != nullptr ? wal : nullptr;
}

// SQLite cuts the WAL without a sync. After a sync that failed the disk may hold less of it than the kernel showed, and a power cut
// would lay those older frames over the file again: the cut must be on the disk, too. (Found by the simulator, seed 1207.)
Result<void> syncWal(SQLite::Database& db, const std::string& path)
{
    sqlite3_file* const wal = walOf(db);
    if (wal != nullptr && wal->pMethods->xSync(wal, SQLITE_SYNC_NORMAL) != SQLITE_OK) {
        return fail(Code::SyncFailed, "the WAL is not on the disk", path);
    }
    return {};
}

// After a sync that failed the kernel takes its pages for written and never writes them again, whatever later syncs say: a
// checkpoint cut short would then leave half of a transaction in the file and nothing in the WAL to mend it. Written once
// more, the pages are new to the kernel. (Found by the simulator, seed 50.)
Result<void> rewriteWal(SQLite::Database& db, const std::string& path)
{
    constexpr sqlite3_int64 kPart = 1 << 16; // SQLite writes less than 128 KiB at once
    sqlite3_file* const wal = walOf(db);
    if (wal == nullptr) {
        return {};
    }
    sqlite3_int64 size = 0;
    int result = wal->pMethods->xFileSize(wal, &size);
    std::vector<char> part(static_cast<std::size_t>(kPart));
    for (sqlite3_int64 from = 0; result == SQLITE_OK && from < size; from += kPart) {
        const auto count = static_cast<int>(std::min(kPart, size - from));
        result = wal->pMethods->xRead(wal, part.data(), count, from);
        if (std::ranges::all_of(part, [](char byte) { return byte == 0; })) {
            break; // the room behind the frames
        }
        if (result == SQLITE_OK) {
            result = wal->pMethods->xWrite(wal, part.data(), count, from);
        }
    }
    if (result != SQLITE_OK) {
        return fail(codeOf(result, result), "the WAL cannot be written anew", path);
    }
    return size == 0 ? Result<void>{} : syncWal(db, path);
}

// What a process that was killed left in the WAL can be read, and yet be only in the kernel's memory: nobody may build on
// it, or tell others of it, before it is on the disk.
Result<void> settle(SQLite::Database& db, const std::string& path)
{
    if (auto ok = rewriteWal(db, path); !ok) {
        return ok;
    }
    SQLite::Statement checkpoint(db, "PRAGMA wal_checkpoint(TRUNCATE)");
    const bool isDone = checkpoint.executeStep() && checkpoint.getColumn(0).getInt() == 0;
    if (!isDone) {
        return fail(Code::StoreLocked, "the WAL cannot be copied back", path);
    }
    return syncWal(db, path);
}

Result<void> prepareFile(SQLite::Database& db, const SqliteSpec& spec)
{
    const std::string path = spec.file.string();
    if (auto ok = useKey(db, spec.file, spec.key); !ok) {
        return ok;
    }
    sqlite3_db_config(db.getHandle(), SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    const auto version =
        (spec.prepare == nullptr ? Result<void>{} : spec.prepare(db.getHandle())).and_then([&] {
            return knownVersion(db, spec);
        });
    if (!version) {
        return std::unexpected(version.error());
    }
    for (const Pragma& pragma : kPragmas) {
        if (auto ok = setPragma(db, pragma, path); !ok) {
            return ok;
        }
    }
    const Pragma durable =
        spec.isDurable ? Pragma{"synchronous", "FULL", "2"} : Pragma{"synchronous", "NORMAL", "1"};
    return setPragma(db, durable, path)
        .and_then([&] { return settle(db, path); })
        .and_then([&] { return checkHealth(db, spec); })
        .transform([&] { migrate(db, spec, *version); });
}

} // namespace

// The raw key, so that no second, slow derivation runs; before anything else is asked. Not through a log, not through a
// trace: the statement is wiped.
Result<void>
useKey(SQLite::Database& db, const std::filesystem::path& file, const vault::SecretKey* key)
{
    if (key == nullptr) {
        return {};
    }
    if (isInTheClear(file)) {
        return fail(Code::PassphraseNeeded, "a file in the clear among sealed ones", file.string());
    }
    std::string text = toHex(key->bytes());
    std::string statement = std::format("PRAGMA key=\"x'{}'\"", text);
    const int done = sqlite3_exec(db.getHandle(), statement.c_str(), nullptr, nullptr, nullptr);
    vault::wipe(text);
    vault::wipe(statement);
    SQLite::Statement version(db, "PRAGMA cipher_version");
    if (done != SQLITE_OK
        || !version.executeStep()) { // plain SQLite takes the pragma and does nothing
        return fail(Code::StoreOpen, "this SQLite cannot seal files", file.string());
    }
    return {};
}

Error storeError(const SQLite::Exception& e, const std::string& file)
{
    return {
        codeOf(e.getErrorCode(), e.getExtendedErrorCode()),
        std::format("{} (SQLite {})", e.what(), e.getExtendedErrorCode()), file};
}

SqliteFile::SqliteFile(const std::string& path)
    : m_path(path), m_db(path, SQLite::OPEN_READWRITE, kBusyMs)
{
}

Result<std::unique_ptr<SqliteFile>> SqliteFile::open(const SqliteSpec& spec)
{
    const std::string path = spec.file.string();
    if (auto ok = createPrivate(path); !ok) {
        return std::unexpected(ok.error());
    }
    auto file = guarded(path, [&] { return std::unique_ptr<SqliteFile>(new SqliteFile(path)); });
    if (!file) {
        return file;
    }
    // Two layers: what SQLite threw, and what the checks found.
    const auto prepared = guarded(path, [&] { return prepareFile((*file)->m_db, spec); });
    if (!prepared) {
        return std::unexpected(prepared.error());
    }
    (*file)->checkpointOurselves();
    return prepared->transform([&] { return std::move(*file); });
}

void setCheckpointPages(int pages)
{
    g_checkpointPages = pages;
}

int checkpointPages()
{
    return g_checkpointPages;
}

void SqliteFile::checkpointOurselves()
{
    sqlite3_wal_hook(m_db.getHandle(), onCommit, this);
}

void SqliteFile::keepWalRoom()
{
    m_roomPages = std::min(g_checkpointPages, kRoomStep);
    makeWalRoom(m_db, m_roomPages);
}

// The commit itself stands whatever becomes of the checkpoint.
int SqliteFile::onCommit(void* self, sqlite3* db, const char* name, int pages)
{
    auto* const file = static_cast<SqliteFile*>(self);
    if (pages < g_checkpointPages) {
        if (file->m_roomPages > 0 && pages + kRoomStep / 2 > file->m_roomPages) {
            file->m_roomPages += kRoomStep;
            makeWalRoom(file->m_db, file->m_roomPages);
        }
        return SQLITE_OK;
    }
    const int result =
        sqlite3_wal_checkpoint_v2(db, name, SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
    if (result != SQLITE_OK && (result & 0xff) != SQLITE_BUSY && (result & 0xff) != SQLITE_LOCKED) {
        file->witness(
            {codeOf(result, sqlite3_extended_errcode(db)),
             std::format("checkpoint: {}", sqlite3_errmsg(db)), file->m_path});
    }
    return SQLITE_OK;
}

void SqliteFile::witness(const Error& error)
{
    const bool isFault = error.code == Code::Io || error.code == Code::SyncFailed
                         || error.code == Code::StoreCorrupt;
    if (isFault && !m_fault) {
        m_fault = error;
    }
}

Result<void> SqliteFile::begin()
{
    if (m_fault) {
        return std::unexpected(*m_fault);
    }
    return guarded(m_path, [&] { m_db.exec("BEGIN IMMEDIATE"); });
}

Result<void> SqliteFile::commit()
{
    auto done = guarded(m_path, [&] { m_db.exec("COMMIT"); });
    if (!done) {
        witness(done.error());
        rollback();
    }
    return done;
}

Result<void> SqliteFile::emptyWal()
{
    auto done = guarded(m_path, [&] { return settle(m_db, m_path); });
    return done ? *done : std::unexpected(done.error());
}

void SqliteFile::rollback()
{
    if (sqlite3_get_autocommit(m_db.getHandle()) == 0) { // some errors have rolled back already
        m_db.tryExec("ROLLBACK");
    }
}

} // namespace sz::store
