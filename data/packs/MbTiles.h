// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// MBTiles 1.3: a SQLite file with the tables (or views) `metadata` and `tiles`, rows counted from the south.

#include "data/packs/Pack.h"

namespace sz::packs {

inline constexpr std::string_view kSqliteMagic{"SQLite format 3"};

/// `info` holds the file and its size. Used through openPack(). What the file's own views may cost is bounded in time.
[[nodiscard]] Expected<std::unique_ptr<Pack>> openMbTiles(PackInfo info);

} // namespace sz::packs
