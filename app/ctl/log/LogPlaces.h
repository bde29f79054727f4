// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What the administrator pointed at: a store, a tlog folder, headquarters' folder with both, or a PostgreSQL.

#include "data/audit/LogAudit.h"

namespace sz::ctl {

/// Evidence as found at FILE, DIR or postgresql://… `key` is a vkey, a file with one, or empty: then the folder's own
/// log.pub is taken, or the key the database names (`isKeyFromFolder`). `tlog`: where the tiles of a PostgreSQL's log are;
/// empty: its signed checkpoint alone is used. Errors: BadArgument (another URL: nobody serves tiles; neither store nor tlog
/// there), FileUnreadable, BadEncoding (no key), the store's.
struct LogPlaces
{
    audit::Evidence evidence;
    bool isKeyFromFolder = false;

    [[nodiscard]] static Result<LogPlaces>
    find(const std::string& where, const std::string& key, const std::filesystem::path& tlog = {});
};

[[nodiscard]] Result<std::string> readTextFile(const std::filesystem::path& file);

} // namespace sz::ctl
