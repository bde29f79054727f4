// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A copy of headquarters that can become headquarters: taken while it works, and proven by restoring it.

#include "data/store/HqLog.h"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace sz::hq {

/// One file of a backup.
struct BackedUpFile
{
    std::string name; ///< relative path, '/' between folders
    std::uint64_t size = 0;
    std::string digest; ///< hex SHA-256
};

/// manifest.json: what the backup holds, read back from the copy when it was taken.
struct BackupManifest
{
    Instant takenAt;
    std::string operation;
    std::uint64_t entries = 0; ///< last number
    std::uint64_t refused = 0;
    std::uint64_t desks = 0;
    std::map<UnitCode, store::FeedHead> feeds;
    std::vector<BackedUpFile> files; ///< in order of name; all but the manifest itself
};

struct BackupSpec
{
    std::filesystem::path
        data; ///< headquarters' folder: keys and whatever else lies there goes along
    std::filesystem::path plan; ///< copied below plan/; empty: none
    std::filesystem::path out;  ///< must not exist; appears as a whole, at the end
};

/// Copies the signed heads first, then the folder's other files, the log last: nothing names what is not there yet. What
/// an interrupted backup leaves is named `out`.partial. The keys go along: folder 0700, files 0600. Whatever the store, the copy
/// is of the file store's form. Errors: BadArgument (`out` exists), Io, NoSpace, and the store's. Thread: any.
[[nodiscard]] Result<BackupManifest>
takeBackup(const store::HqLog& log, const BackupSpec& spec, Instant now);

/// Errors: FileUnreadable, FileMalformed.
[[nodiscard]] Result<BackupManifest> readManifest(const std::filesystem::path& backup);

/// Compares every file with the manifest. Errors: FileMalformed naming the first that is missing, changed or not listed.
[[nodiscard]] Result<void>
checkFiles(const std::filesystem::path& backup, const BackupManifest& manifest);

} // namespace sz::hq
