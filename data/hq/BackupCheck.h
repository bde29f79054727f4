// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Proves a log from its own entries: every chain again, every incident again.

#include "data/hq/Backup.h"
#include "data/plan/Plan.h"
#include "data/store/HqFiles.h"

namespace sz::hq {

/// What was gone through.
struct LogReport
{
    std::uint64_t entries = 0;
    std::uint64_t refused = 0;
    std::uint64_t desks = 0;
    std::uint64_t places = 0; ///< of all feeds
    std::uint64_t incidents = 0;
    std::uint64_t unfolded = 0; ///< entries that do not fold; the rest of their incident does
    std::map<UnitCode, store::FeedHead> feeds; ///< recomputed
    std::uint64_t files = 0;                   ///< entries whose attached file is there and right
    std::uint64_t filesOnTheWay = 0;           ///< whose desk had not sent it yet, within a day
    std::vector<std::string> badFiles; ///< "entry 12: <hash>, 4821 bytes: missing", or "… damaged"
};

/// Reads the whole log once in order and once by feeds: numbers without gaps, each desk's chain through accepted and refused
/// entries up to the counter the log names, each feed's running hash up to its head; then folds every incident.
/// Errors: StoreCorrupt naming the first number, counter or place that does not fit, and the store's. Thread: the log's.
[[nodiscard]] Result<LogReport>
checkLog(store::HqLog& log, const OperationId& operation, const plan::Plan& plan);

/// Reads every file that an accepted entry names and fills the report's part about them. Errors: the store's.
[[nodiscard]] Result<void>
checkAttached(store::HqLog& log, store::HqFiles& files, Instant now, LogReport& report);

/// Restores a backup into an empty folder, opens it there as headquarters would and goes through all of it. `plan`: used when
/// the backup holds none; may be empty. Errors: those of readManifest, checkFiles, checkLog and the plan; StoreCorrupt when
/// counts or heads differ from the manifest.
[[nodiscard]] Result<LogReport> checkBackup(
    const std::filesystem::path& backup,
    const std::filesystem::path& restoreInto,
    const std::filesystem::path& plan);

} // namespace sz::hq
