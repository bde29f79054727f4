// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A backup becomes headquarters again: over a file, or over PostgreSQL.

#include "data/hq/Backup.h"

namespace sz::hq {

struct RestoreSpec
{
    std::filesystem::path backup;
    std::filesystem::path data; ///< must not exist; appears as a whole, at the end
    std::string store;          ///< of an empty database; empty: a file in `data`
};

/// Compares every file with the manifest first. The plan stays in the backup (`--plan BACKUP/plan`). Whoever has gone through
/// the backup (checkBackup) knows that it is good. Errors: those of readManifest and checkFiles, BadArgument (`data` exists, or the
/// database holds a log), Io, NoSpace, and the store's. Thread: any.
[[nodiscard]] Result<BackupManifest> restoreBackup(const RestoreSpec& spec);

} // namespace sz::hq
