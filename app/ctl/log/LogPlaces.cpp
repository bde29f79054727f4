// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/log/LogPlaces.h"

#include "data/proof/Files.h"
#include "data/store/pg/PgHqFiles.h"
#include "data/store/pg/PgHqLog.h"
#include "data/store/pg/PgHqReader.h"

namespace sz::ctl {
namespace {

namespace fs = std::filesystem;

fs::path orNone(const fs::path& path)
{
    return fs::exists(path) ? path : fs::path();
}

Result<proof::VerifierKey> readKey(const std::string& textOrFile)
{
    std::string text = textOrFile;
    if (fs::is_regular_file(text)) {
        auto read = readTextFile(text);
        if (!read) {
            return std::unexpected(read.error());
        }
        text = *read;
        text.erase(text.find_last_not_of("\r\n ") + 1);
    }
    return proof::VerifierKey::parse(text);
}

Result<LogPlaces> withKey(LogPlaces out, const std::string& textOrFile)
{
    return readKey(textOrFile).transform([&](proof::VerifierKey found) {
        out.evidence.key = std::move(found);
        return std::move(out);
    });
}

// Without a folder of tiles, what the headquarters agreed to have signed is in the database itself.
Result<LogPlaces> findPg(const std::string& url, const std::string& key, const fs::path& tlog)
{
    LogPlaces out;
    out.evidence.reader = [url] { return store::openPgHqReader(url); };
    out.evidence.files = [url] { return store::makePgFiles(url); };
    out.evidence.now = SystemClock().now();
    out.isKeyFromFolder = key.empty();
    if (!tlog.empty()) {
        out.evidence.tlog = fs::exists(tlog / "tlog") ? tlog / "tlog" : tlog;
        return withKey(
            std::move(out), key.empty() ? (out.evidence.tlog / "log.pub").string() : key);
    }
    return store::readSignedHead(url).and_then([&](const auto& standing) -> Result<LogPlaces> {
        if (standing.second.size == 0) {
            return std::move(out);
        }
        out.evidence.notes = standing.second;
        return withKey(std::move(out), key.empty() ? standing.first : key);
    });
}

bool hasSignedAnything(const audit::Evidence& evidence)
{
    const auto isThere = [&](const char* name) { return fs::exists(evidence.tlog / name); };
    return !evidence.notes.checkpoint.empty() || !evidence.older.empty()
           || (!evidence.tlog.empty()
               && (isThere("checkpoint") || isThere("tile") || isThere("heads")
                   || isThere("cosigned")));
}

} // namespace

Result<LogPlaces> knowWhetherUnsigned(LogPlaces places)
{
    if (!places.evidence.hasStore() || hasSignedAnything(places.evidence)) {
        return places;
    }
    return places.evidence.openStore()
        .and_then([](const auto& reader) { return reader->head(); })
        .transform([&](std::uint64_t head) {
            if (head == 0) {
                places.isUnsignedYet = true;
                places.evidence.tlog.clear();
            }
            return std::move(places);
        });
}

Result<std::string> readTextFile(const fs::path& file)
{
    return proof::readWhole(file).transform([](const Bytes& b) { return std::string(textOf(b)); });
}

Result<LogPlaces>
LogPlaces::find(const std::string& where, const std::string& key, const fs::path& tlog)
{
    if (store::isPgUrl(where)) {
        return findPg(where, key, tlog);
    }
    LogPlaces out;
    if (where.starts_with("https://") || where.starts_with("http://")) {
        auto mirror = Mirror::fetch(where);
        if (!mirror) {
            return std::unexpected(mirror.error());
        }
        out.mirror = std::move(*mirror);
    } else if (where.contains("://")) {
        return fail(Code::BadArgument, "neither http, https nor postgresql", where);
    }
    const fs::path path(out.mirror ? out.mirror->folder() : fs::path(where));
    if (fs::is_regular_file(path)) {
        out.evidence.store = path;
        out.evidence.tlog = orNone(path.parent_path() / "tlog");
    } else if (fs::exists(path / "hq.db")) {
        out.evidence.store = path / "hq.db";
        out.evidence.tlog = orNone(path / "tlog");
    } else if (fs::exists(path / "checkpoint")) {
        out.evidence.tlog = path;
    } else {
        return fail(Code::BadArgument, "neither hq.db nor a tlog folder is there", where);
    }
    if (!out.evidence.store.empty()) {
        out.evidence.files = [folder = out.evidence.store.parent_path() / "files"] {
            return store::makeFolderFiles(folder);
        };
        out.evidence.now = SystemClock().now();
    }
    if (out.evidence.tlog.empty()) {
        return out;
    }
    out.isKeyFromFolder = key.empty();
    return withKey(std::move(out), key.empty() ? (out.evidence.tlog / "log.pub").string() : key);
}

} // namespace sz::ctl
