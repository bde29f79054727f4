// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/hq/Backup.h"

#include "data/hq/BackupFolder.h"
#include "data/hq/FileDigest.h"

#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value_to.hpp>

#include <algorithm>
#include <format>
#include <fstream>
#include <iterator>
#include <set>

namespace sz::hq {
namespace {

namespace fs = std::filesystem;
namespace json = boost::json;

constexpr auto kManifest = "manifest.json";
constexpr auto kLog = "hq.db";
constexpr auto kContactKeys = "contacts.db"; // no copy of them may outlive them
constexpr std::int64_t kFormat = 1;

// Of this process and this moment, or copied another way.
bool isLeftOut(const fs::path& file)
{
    const std::string name = file.filename().string();
    return name.starts_with(kLog) || name.starts_with(kContactKeys) || name == "hq.lock"
           || name == "admin.sock" || name == "endpoint.json" || name.ends_with(".new")
           || name.ends_with(".part"); // of a file that is still coming
}

// What names other files goes first: by the time those are copied they are all there.
bool isSignedHead(const fs::path& file)
{
    return file.filename() == "checkpoint" || file.filename() == "heads";
}

template <class Wanted>
Result<void> copyTree(const fs::path& from, const fs::path& to, Wanted isWanted)
{
    std::error_code ec;
    for (auto it = fs::recursive_directory_iterator(from, ec); !ec && it != fs::end(it);
         it.increment(ec)) {
        if (!it->is_regular_file() || it->is_symlink() || !isWanted(it->path())) {
            continue;
        }
        if (auto ok = copyFile(it->path(), to / it->path().lexically_relative(from)); !ok) {
            return ok;
        }
    }
    return ec ? Result<void>(ioFailure(ec, from)) : Result<void>{};
}

Result<void> copyData(const fs::path& from, const fs::path& to)
{
    return copyTree(from, to, isSignedHead).and_then([&] {
        return copyTree(
            from, to, [](const fs::path& file) { return !isSignedHead(file) && !isLeftOut(file); });
    });
}

Result<void> copyPlan(const fs::path& from, const fs::path& to)
{
    return from.empty() ? Result<void>{} : copyTree(from, to, [](const fs::path&) { return true; });
}

Result<std::vector<BackedUpFile>> listFiles(const fs::path& folder)
{
    std::vector<BackedUpFile> files;
    std::error_code ec;
    for (auto it = fs::recursive_directory_iterator(folder, ec); !ec && it != fs::end(it);
         it.increment(ec)) {
        const std::string name = it->path().lexically_relative(folder).generic_string();
        if (!it->is_regular_file() || name == kManifest) {
            continue;
        }
        const auto digest = fileDigest(it->path());
        if (!digest) {
            return std::unexpected(digest.error());
        }
        files.push_back({name, it->file_size(), toHex(*digest)});
    }
    if (ec) {
        return ioFailure(ec, folder);
    }
    std::ranges::sort(files, {}, &BackedUpFile::name);
    return files;
}

// Opened like any log: a copy that does not open is no backup.
Result<BackupManifest> describe(const fs::path& folder)
{
    BackupManifest out;
    auto log = store::HqLog::open(folder);
    if (!log) {
        return std::unexpected(log.error());
    }
    auto known =
        (*log)
            ->meta("operation")
            .transform([&](const auto& operation) { out.operation = operation.value_or(""); })
            .and_then([&] { return (*log)->head(); })
            .transform([&](std::uint64_t head) { out.entries = head; })
            .and_then([&] { return (*log)->feeds().heads(); })
            .transform([&](auto heads) { out.feeds = std::move(heads); })
            .and_then([&] { return (*log)->desks().all(); })
            .transform([&](const std::vector<store::DeskRecord>& desks) {
                out.desks = desks.size();
                for (const store::DeskRecord& desk : desks) {
                    out.refused += desk.lastCounter;
                }
                out.refused -= out.entries; // every counter was accepted or refused
            });
    log->reset();
    std::error_code ignored; // not there is as good
    fs::remove(folder / "hq.lock", ignored);
    return known.transform([&] { return std::move(out); });
}

std::string textOf(const BackupManifest& manifest)
{
    json::object feeds;
    for (const auto& [unit, head] : manifest.feeds) {
        feeds[unit.value] = json::object{{"seq", head.seq}, {"hash", toHex(head.hash)}};
    }
    json::array files;
    for (const BackedUpFile& file : manifest.files) {
        files.push_back(
            json::object{{"name", file.name}, {"size", file.size}, {"sha256", file.digest}});
    }
    const json::object out{
        {"format", kFormat},
        {"taken", std::format("{:%FT%T}Z", manifest.takenAt)},
        {"taken_ms", toUtcMs(manifest.takenAt)},
        {"operation", manifest.operation},
        {"entries", manifest.entries},
        {"refused", manifest.refused},
        {"desks", manifest.desks},
        {"feeds", feeds},
        {"files", files}};
    return json::serialize(out) + "\n";
}

Result<void> writeManifest(const fs::path& folder, const BackupManifest& manifest)
{
    std::ofstream out(folder / kManifest, std::ios::binary);
    out << textOf(manifest);
    out.close();
    if (!out) {
        return fail(Code::Io, "cannot be written", (folder / kManifest).string());
    }
    return {};
}

store::FeedHead readHead(const json::value& value)
{
    store::FeedHead head{value.at("seq").to_number<std::uint64_t>(), {}};
    const auto hash = fromHex(json::value_to<std::string>(value.at("hash")));
    if (!hash || hash->size() != head.hash.size()) {
        throw std::runtime_error("a hash that is none");
    }
    std::ranges::copy(*hash, head.hash.begin());
    return head;
}

BackupManifest readFields(const json::value& value)
{
    if (value.at("format").to_number<std::int64_t>() != kFormat) {
        throw std::runtime_error("another format");
    }
    BackupManifest out;
    out.takenAt = fromUtcMs(value.at("taken_ms").to_number<std::int64_t>());
    out.operation = json::value_to<std::string>(value.at("operation"));
    out.entries = value.at("entries").to_number<std::uint64_t>();
    out.refused = value.at("refused").to_number<std::uint64_t>();
    out.desks = value.at("desks").to_number<std::uint64_t>();
    for (const auto& [unit, head] : value.at("feeds").as_object()) {
        out.feeds.emplace(UnitCode(std::string_view(unit)), readHead(head));
    }
    for (const json::value& file : value.at("files").as_array()) {
        out.files.push_back(
            {json::value_to<std::string>(file.at("name")),
             file.at("size").to_number<std::uint64_t>(),
             json::value_to<std::string>(file.at("sha256"))});
    }
    return out;
}

} // namespace

Result<BackupManifest> takeBackup(const store::HqLog& log, const BackupSpec& spec, Instant now)
{
    const fs::path partial = spec.out.string() + ".partial";
    BackupManifest manifest;
    return makeFolder(partial, spec.out)
        .and_then([&] { return copyData(spec.data, partial); })
        .and_then([&] { return copyPlan(spec.plan, partial / "plan"); })
        .and_then([&] { return log.backupTo(partial / kLog); })
        .and_then([&] { return describe(partial); })
        .transform([&](BackupManifest found) { manifest = std::move(found); })
        .and_then([&] { return listFiles(partial); })
        .transform([&](auto files) { manifest.files = std::move(files); })
        .and_then([&] {
            manifest.takenAt = now;
            return writeManifest(partial, manifest);
        })
        .and_then([&] { return putInPlace(partial, spec.out); })
        .transform([&] { return std::move(manifest); });
}

Result<BackupManifest> readManifest(const fs::path& backup)
{
    const fs::path file = backup / kManifest;
    std::ifstream in(file, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    if (!in || text.empty()) {
        return fail(Code::FileUnreadable, "no manifest", file.string());
    }
    try {
        return readFields(json::parse(text));
    } catch (const std::exception& e) {
        return fail(Code::FileMalformed, e.what(), file.string());
    }
}

Result<void> checkFiles(const fs::path& backup, const BackupManifest& manifest)
{
    const auto found = listFiles(backup);
    if (!found) {
        return std::unexpected(found.error());
    }
    std::map<std::string, const BackedUpFile*> there;
    for (const BackedUpFile& file : *found) {
        there.emplace(file.name, &file);
    }
    for (const BackedUpFile& wanted : manifest.files) {
        const auto node = there.extract(wanted.name);
        const fs::path where = backup / wanted.name;
        if (node.empty()) {
            return fail(Code::FileMalformed, "is missing", where.string());
        }
        if (node.mapped()->size != wanted.size || node.mapped()->digest != wanted.digest) {
            return fail(Code::FileMalformed, "is not what was backed up", where.string());
        }
    }
    if (!there.empty()) {
        return fail(
            Code::FileMalformed, "is not in the manifest",
            (backup / there.begin()->first).string());
    }
    return {};
}

} // namespace sz::hq
