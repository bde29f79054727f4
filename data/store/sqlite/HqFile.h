// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// hq.db, for who fills or reads one as a file.

#include "data/base/Result.h"

#include <SQLiteCpp/Database.h>

#include <filesystem>
#include <memory>

namespace sz::store {

/// Makes an empty log, as a headquarters does that starts for the first time. Errors: StoreOpen and what a disk can do.
[[nodiscard]] Result<void> makeHqFile(const std::filesystem::path& file);

/// A log that nobody writes, to be read: no file appears beside it, and it may lie on a read-only medium. Throws SQLite::Exception.
[[nodiscard]] std::unique_ptr<SQLite::Database> openAsItLies(const std::filesystem::path& file);

} // namespace sz::store
