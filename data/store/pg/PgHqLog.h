// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The store for any number of headquarters: one PostgreSQL database (or schema) an operation.

#include "data/store/HqLog.h"

namespace sz::store {

/// True for "postgresql://…" and "postgres://…".
[[nodiscard]] bool isPgUrl(const std::string& url);

/// Opens the database, making its tables when it has none, and holds `folder`/hq.lock: the folder keeps what
/// is not in the log. The user of the URL must own the schema at the first start; passwords belong into
/// ~/.pgpass. Errors: StoreLocked (the folder), StoreFromFuture (the tables are a newer program's), StoreOpen
/// (not reachable, or no right), and those of HqLog.
[[nodiscard]] Result<std::unique_ptr<HqLog>>
openPgHqLog(const std::filesystem::path& folder, const std::string& url);

/// The file store, or PostgreSQL when there is a URL. Errors: those of both; BadArgument for another URL.
[[nodiscard]] Result<std::unique_ptr<HqLog>>
openHqLog(const std::filesystem::path& folder, const std::string& url);

} // namespace sz::store
