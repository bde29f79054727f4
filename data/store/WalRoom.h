// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Room in a write-ahead log, so that a commit changes bytes of a file and not its size.

#include <SQLiteCpp/SQLiteCpp.h>

namespace sz::store {

/// Writes zeros behind the end of the WAL, until it holds so many pages: a sync of a file that grows waits for the file
/// system's journal, and with it for whatever others on the machine have written. Call on the writer's thread, outside a
/// transaction. Failure changes nothing.
void makeWalRoom(SQLite::Database& db, int pages);

} // namespace sz::store
