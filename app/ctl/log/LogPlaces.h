// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What the administrator pointed at: a store, a tlog folder, headquarters' folder with both, a PostgreSQL, or a web address.

#include "app/ctl/log/Mirror.h"
#include "data/audit/LogAudit.h"

namespace sz::ctl {

/// Evidence as found at FILE, DIR, postgresql://… or https://… (a tlog folder that a web server hands out). `key` is a vkey, a file with one, or empty: then the folder's own
/// log.pub is taken, or the key the database names (`isKeyFromFolder`). `tlog`: where the tiles of a PostgreSQL's log are;
/// empty: its signed checkpoint alone is used. Errors: BadArgument (another URL; neither store nor tlog
/// there), those of Mirror::fetch, FileUnreadable, BadEncoding (no key), the store's.
struct LogPlaces
{
    audit::Evidence evidence;
    bool isKeyFromFolder = false;
    bool isUnsignedYet = false;           ///< by knowWhetherUnsigned
    std::shared_ptr<const Mirror> mirror; ///< holds what was fetched; null: nothing was

    [[nodiscard]] static Result<LogPlaces>
    find(const std::string& where, const std::string& key, const std::filesystem::path& tlog = {});
};

/// A headquarters that has never had an entry has no checkpoint either: then the store is examined alone. An empty store beside
/// tiles, heads, a cosigned checkpoint, or with an older checkpoint to continue, is none such, and a store with entries never is.
/// Errors: the store's.
[[nodiscard]] Result<LogPlaces> knowWhetherUnsigned(LogPlaces places);

[[nodiscard]] Result<std::string> readTextFile(const std::filesystem::path& file);

} // namespace sz::ctl
