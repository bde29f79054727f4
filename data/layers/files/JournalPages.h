// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What SQLite put aside before it wrote into a database: a program is writing, or ended while it was. The file alone may then be
// half of before and half of after.

#include "data/base/Bytes.h"

#include <cstdint>
#include <span>

namespace sz::layers {

/// A database as it was before the transaction that did not end.
struct JournalPages
{
    std::span<std::uint8_t> bytes;
    std::size_t changed = 0; ///< pages that read otherwise now
    bool isBroken = false;   ///< the journal is not of this database
};

/// `database` is written into, and may come back shorter. An empty journal, or one whose head is wiped as after a transaction that
/// ended, leaves it as it is. From the first page on that does not check out nothing is taken: SQLite writes no page of a
/// database before its journal is on the disk. Source: sqlite.org/fileformat2.html §3.
[[nodiscard]] JournalPages withJournal(std::span<std::uint8_t> database, BytesView journal);

} // namespace sz::layers
