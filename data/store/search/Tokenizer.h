// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Words.h for FTS5.

#include "data/base/Result.h"

struct sqlite3;

namespace sz::store {

/// Makes `tokenize = 'sanzhen'` known to a connection. Errors: StoreOpen.
[[nodiscard]] Result<void> registerTokenizer(sqlite3* db);

} // namespace sz::store
