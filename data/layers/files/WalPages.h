// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What a program that has a GeoPackage open has not yet written into it: SQLite's write-ahead log, taken over as SQLite would.

#include "data/base/Bytes.h"

#include <cstdint>
#include <span>
#include <vector>

namespace sz::layers {

/// A database with the committed pages of its log. Where it has grown, the bytes are its own, else they are those given.
struct WalPages
{
    std::span<std::uint8_t> bytes;
    std::size_t changed = 0; ///< pages that read otherwise now
    bool isBroken = false; ///< the log is not of this database, or is damaged behind what was taken
    std::vector<std::uint8_t> grown;

    WalPages() = default;
    WalPages(WalPages&&) = default;
    WalPages& operator=(WalPages&&) = default;
    WalPages(const WalPages&) = delete; // `bytes` may be of `grown`
    WalPages& operator=(const WalPages&) = delete;
};

/// `database` is written into; an empty log leaves it as it is. Frames behind the last commit, and all from the first that does not
/// check out, are none: so SQLite recovers. Source: sqlite.org/fileformat2.html §4.
[[nodiscard]] WalPages withLog(std::span<std::uint8_t> database, BytesView log);

} // namespace sz::layers
