// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/store/Reseal.h"

#include "data/store/SqliteFile.h"
#include "data/vault/Protection.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <format>
#include <fstream>
#include <iterator>
#include <sys/stat.h>
#include <unistd.h>

namespace sz::store {
namespace {

namespace fs = std::filesystem;

constexpr std::array kSealed{"log.db", "contacts.db", "outbox.mirror", "desk.key"};
constexpr auto kDecided = "protection.next";
constexpr auto kFiles = "files";
constexpr std::string_view kKeyAbout = "sanzhen desk key 1";

fs::path nextOf(const fs::path& file)
{
    return file.string() + ".next";
}

std::unexpected<Error> ioFailure(const fs::path& file)
{
    return fail(errno == ENOSPC ? Code::NoSpace : Code::Io, std::strerror(errno), file.string());
}

Result<void> syncPath(const fs::path& path)
{
    const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    const bool isSynced = fd >= 0 && ::fsync(fd) == 0;
    const Result<void> done = isSynced ? Result<void>() : ioFailure(path);
    if (fd >= 0) {
        ::close(fd);
    }
    return done;
}

Result<void> writeWhole(const fs::path& file, BytesView bytes)
{
    const int fd = ::open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (fd < 0) {
        return ioFailure(file);
    }
    while (!bytes.empty()) {
        const ssize_t n = ::write(fd, bytes.data(), bytes.size());
        if (n < 0) {
            const auto why = ioFailure(file);
            ::close(fd);
            return why;
        }
        bytes = bytes.subspan(static_cast<std::size_t>(n));
    }
    ::close(fd);
    return syncPath(file);
}

std::string readWhole(const fs::path& file)
{
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::string keyClause(const vault::SecretKey* key)
{
    return key == nullptr ? "''" : std::format("'x''{}'''", toHex(key->bytes()));
}

void run(SQLite::Database& db, std::string statement)
{
    db.exec(statement);
    vault::wipe(statement); // it may hold a key
}

// SQLCipher copies every page through the new key; what an export leaves out is set by hand. Closing the old one writes its
// WAL back and removes it.
Result<void> exportFile(const fs::path& from, const Resealing& how)
{
    const fs::path to = nextOf(from);
    std::error_code ignored;
    fs::remove(to, ignored);
    fs::remove(to.string() + "-journal", ignored); // of a killed export: it would be played back
    if (!fs::exists(from, ignored)) {
        return {};
    }
    if (auto made = writeWhole(to, {}); !made) { // 0600
        return made;
    }
    return guarded(
               from.string(),
               [&] {
                   SQLite::Database db(from.string(), SQLite::OPEN_READWRITE, 200);
                   if (how.from) {
                       run(db, std::format("PRAGMA key={}", keyClause(how.from.get())));
                   }
                   const int version = db.execAndGet("PRAGMA user_version").getInt();
                   const int application = db.execAndGet("PRAGMA application_id").getInt();
                   db.exec("PRAGMA wal_checkpoint(TRUNCATE)");
                   SQLite::Statement attach(
                       db, std::format("ATTACH :file AS next KEY {}", keyClause(how.to.get())));
                   attach.bind(":file", to.string());
                   attach.exec();
                   db.execAndGet("SELECT sqlcipher_export('next')");
                   db.exec(std::format("PRAGMA next.user_version={}", version));
                   db.exec(std::format("PRAGMA next.application_id={}", application));
                   db.exec("DETACH next");
               })
        .and_then([&] { return syncPath(to); });
}

Result<void> exportMirror(const fs::path& from, const Resealing& how)
{
    std::error_code ignored;
    if (!fs::exists(from, ignored)) {
        return {};
    }
    return OutboxMirror::resealed(from, how.from, how.to).and_then([&](const Bytes& bytes) {
        return writeWhole(nextOf(from), bytes);
    });
}

Result<void> exportKey(const fs::path& from, const Resealing& how)
{
    const std::string text = readWhole(from);
    auto pem = how.from ? openKeyText(text, *how.from) : Result<std::string>(text);
    return pem.and_then([&](std::string& plain) {
        std::string out = how.to ? sealKeyText(plain, *how.to) : plain;
        auto written = writeWhole(nextOf(from), viewOf(out));
        vault::wipe(plain);
        vault::wipe(out);
        return written;
    });
}

// Those that headquarters does not have yet lie nowhere else.
Result<void> exportFiles(const fs::path& folder, const Resealing& how)
{
    std::error_code ignored;
    const fs::path next = nextOf(folder / kFiles);
    fs::remove_all(next, ignored);
    if (!how.copyFiles || !fs::exists(folder / kFiles, ignored)) {
        return {};
    }
    fs::create_directories(
        next, ignored); // also when there is nothing to copy: what came half goes
    fs::permissions(next, fs::perms::owner_all, ignored);
    return how.copyFiles(next).and_then([&] { return syncPath(folder); });
}

void removeAll(const fs::path& folder, const char* name)
{
    std::error_code ignored;
    for (const char* suffix : {"", "-wal", "-shm"}) {
        fs::remove(folder / (std::string(name) + suffix), ignored);
    }
}

// Made before a migration (SqliteFile), in the form the file had then.
void removeOlderCopies(const fs::path& folder)
{
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator(folder, ignored)) {
        const std::string name = entry.path().filename().string();
        if (name.starts_with("log.db.before-") || name.starts_with("view.db.before-")) {
            fs::remove(entry.path(), ignored);
        }
    }
}

void tell(const Resealing& how, const char* step)
{
    if (how.reached) {
        how.reached(step);
    }
}

} // namespace

Result<void> reseal(const fs::path& folder, const Resealing& how)
{
    if (auto ended = finishResealing(folder); !ended) {
        return ended;
    }
    const fs::path decided = folder / kDecided;
    return exportFile(folder / "log.db", how)
        .transform([&] { tell(how, "log"); })
        .and_then([&] { return exportFile(folder / "contacts.db", how); })
        .and_then([&] { return exportMirror(folder / "outbox.mirror", how); })
        .transform([&] { tell(how, "mirror"); })
        .and_then([&] { return exportKey(folder / "desk.key", how); })
        .transform([&] { tell(how, "key"); })
        .and_then([&] { return exportFiles(folder, how); })
        .transform([&] { tell(how, "files"); })
        .and_then([&] { return writeWhole(nextOf(decided), viewOf(how.protection)); })
        .and_then([&]() -> Result<void> {
            tell(how, "written");
            if (::rename(nextOf(decided).c_str(), decided.c_str()) != 0) {
                return ioFailure(decided);
            }
            return syncPath(folder);
        })
        .transform([&] { tell(how, "decided"); })
        .and_then([&] { return finishResealing(folder); })
        .transform([&] { tell(how, "done"); });
}

Result<void> finishResealing(const fs::path& folder)
{
    const fs::path decided = folder / kDecided;
    std::error_code error;
    if (!fs::exists(decided, error)) {
        for (const char* name : kSealed) {
            fs::remove(nextOf(folder / name), error);
        }
        fs::remove(nextOf(decided), error);
        fs::remove_all(nextOf(folder / kFiles), error);
        fs::remove(nextOf(folder / "log.db").string() + "-journal", error);
        fs::remove(nextOf(folder / "contacts.db").string() + "-journal", error);
        return {};
    }
    removeAll(folder, "view.db");
    removeAll(folder, "search.db");
    fs::remove_all(folder / "snapshot", error); // chunks of one not taken yet
    fs::remove_all(folder / "opened", error);   // copies a viewer had
    if (const fs::path next = nextOf(folder / kFiles); fs::exists(next, error)) {
        fs::remove_all(folder / kFiles, error);
        fs::rename(next, folder / kFiles, error);
        if (error) {
            return fail(Code::Io, error.message(), (folder / kFiles).string());
        }
    }
    fs::remove(folder / "draft.json", error); // of a report nobody registered
    removeOlderCopies(folder);
    for (const char* name : {"log.db", "contacts.db"}) { // the new file has what was in them
        fs::remove(folder / (std::string(name) + "-wal"), error);
        fs::remove(folder / (std::string(name) + "-shm"), error);
    }
    for (const char* name : kSealed) {
        const fs::path next = nextOf(folder / name);
        if (fs::exists(next, error) && ::rename(next.c_str(), (folder / name).c_str()) != 0) {
            return ioFailure(folder / name);
        }
    }
    if (auto synced = syncPath(folder); !synced) {
        return synced;
    }
    const bool isSealed = fs::file_size(decided, error) > 0;
    const fs::path mark = vault::protectionFile(folder);
    if (isSealed ? ::rename(decided.c_str(), mark.c_str()) != 0
                 : (fs::remove(mark, error), ::unlink(decided.c_str()) != 0)) {
        return ioFailure(decided);
    }
    return syncPath(folder);
}

bool hasResealing(const fs::path& folder)
{
    std::error_code ignored;
    return fs::exists(folder / kDecided, ignored) || fs::exists(nextOf(folder / kFiles), ignored)
           || fs::exists(nextOf(folder / kDecided), ignored)
           || std::ranges::any_of(kSealed, [&](const char* name) {
                  return fs::exists(nextOf(folder / name), ignored);
              });
}

std::string sealKeyText(const std::string& pem, const vault::SecretKey& key)
{
    return "sealed " + toHex(vault::seal(key, viewOf(pem), viewOf(kKeyAbout))) + "\n";
}

Result<std::string> openKeyText(const std::string& text, const vault::SecretKey& key)
{
    constexpr std::string_view kHead = "sealed ";
    const auto end = text.find('\n');
    const auto bytes =
        text.starts_with(kHead) && end != std::string::npos
            ? fromHex(std::string_view(text).substr(kHead.size(), end - kHead.size()))
            : fail(Code::FileMalformed, "the desk's key is not sealed");
    auto plain =
        bytes.and_then([&](const Bytes& b) { return vault::unseal(key, b, viewOf(kKeyAbout)); });
    if (!plain) {
        return fail(Code::FileMalformed, plain.error().detail, "desk.key");
    }
    std::string out(plain->begin(), plain->end());
    vault::wipe(*plain);
    return out;
}

} // namespace sz::store
