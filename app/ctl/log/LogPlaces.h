// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What the administrator pointed at: a store, a tlog folder, headquarters' folder with both.

#include "data/audit/LogAudit.h"

namespace sz::ctl {

/// Evidence as found at FILE or DIR. `key` is a vkey, a file with one, or empty: then the folder's own log.pub is taken
/// (`isKeyFromFolder`). Errors: BadArgument (a URL: nobody serves tiles; neither store nor tlog there), FileUnreadable,
/// BadEncoding (no key).
struct LogPlaces
{
    audit::Evidence evidence;
    bool isKeyFromFolder = false;

    [[nodiscard]] static Result<LogPlaces> find(const std::string& where, const std::string& key);
};

[[nodiscard]] Result<std::string> readTextFile(const std::filesystem::path& file);

} // namespace sz::ctl
