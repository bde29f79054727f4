// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/hq/Restore.h"

#include "data/hq/BackupFolder.h"
#include "data/proof/Checkpoint.h"
#include "data/store/pg/PgBackup.h"
#include "data/store/pg/PgHqLog.h"
#include "data/store/pg/PgHqReader.h"

#include <fstream>
#include <iterator>

namespace sz::hq {
namespace {

namespace fs = std::filesystem;

constexpr auto kLog = "hq.db";
constexpr auto kFiles = "files";

std::string textOf(const fs::path& file)
{
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

// What was signed stands: headquarters over the new database go on from there.
Result<void> keepSignedHead(const fs::path& tlog, const std::string& url)
{
    const std::string checkpoint = textOf(tlog / "checkpoint");
    if (checkpoint.empty()) {
        return {};
    }
    std::string key = textOf(tlog / "log.pub");
    key.erase(key.find_last_not_of('\n') + 1);
    const auto known = proof::VerifierKey::parse(key);
    const auto signedHead =
        known ? proof::openCheckpoint(checkpoint, *known) : std::unexpected(known.error());
    if (!signedHead) {
        return std::unexpected(signedHead.error());
    }
    return store::writeSignedHead(url, key, {signedHead->size, checkpoint, textOf(tlog / "heads")});
}

Result<void> fillDatabase(const RestoreSpec& spec)
{
    return store::copyToPg(spec.backup / kLog, spec.backup / kFiles, spec.store).and_then([&] {
        return keepSignedHead(spec.backup / "tlog", spec.store);
    });
}

} // namespace

Result<BackupManifest> restoreBackup(const RestoreSpec& spec)
{
    const auto manifest = readManifest(spec.backup);
    if (!manifest) {
        return manifest;
    }
    const bool isShared = !spec.store.empty();
    if (isShared && !store::isPgUrl(spec.store)) {
        return fail(Code::BadArgument, "--store takes postgresql://HOST/DATABASE");
    }
    const auto isWanted = [&](const std::string& name) {
        const bool isInDatabase = name == kLog || name.starts_with(std::string(kFiles) + "/");
        return !name.starts_with("plan/") && !(isShared && isInDatabase);
    };
    const fs::path partial = spec.data.string() + ".partial";
    auto done = checkFiles(spec.backup, *manifest)
                    .and_then([&] { return makeFolder(partial, spec.data); })
                    .and_then([&] { return copyListed(spec.backup, partial, *manifest, isWanted); })
                    .and_then([&] { return isShared ? fillDatabase(spec) : Result<void>(); })
                    .and_then([&] { return putInPlace(partial, spec.data); })
                    .transform([&] { return *manifest; });
    std::error_code ignored; // keys should not lie about; there is nothing, if it became the folder
    done ? 0 : fs::remove_all(partial, ignored);
    return done;
}

} // namespace sz::hq
