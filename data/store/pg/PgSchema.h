// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Brings the tables of a database to this program's version.

#include "data/base/Result.h"

#include <string>

namespace sz::store {

/// Runs the missing migrations in one transaction; several headquarters may start at once. Errors:
/// StoreFromFuture, and those of PgConnection.
[[nodiscard]] Result<void> migratePg(const std::string& url);

} // namespace sz::store
