// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A log out of PostgreSQL into the file store's form, and back: the same tables with the same columns.

#include "data/base/Result.h"

#include <filesystem>
#include <string>

namespace sz::store {

/// Writes what the database holds at one moment into a new hq.db, and whole attached files into the folder `files` beside it. Keys
/// of contacts stay behind. Work goes on meanwhile. Errors: those of PgConnection, NoSpace, Io, StoreWrite. Thread: any.
[[nodiscard]] Result<void> copyFromPg(const std::string& url, const std::filesystem::path& file);

/// Fills an empty database (its tables are made) with what `file` holds, and with the whole attached files of the folder `files`.
/// All of the log or nothing. Errors: BadArgument (the database holds a log already), StoreFromFuture, those of PgConnection.
[[nodiscard]] Result<void> copyToPg(
    const std::filesystem::path& file,
    const std::filesystem::path& files,
    const std::string& url);

} // namespace sz::store
