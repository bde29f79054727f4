// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Bits that turn on a disk, in what had been synced long ago.

#include "data/sim/Random.h"

#include <filesystem>

namespace sz::sim {

/// Turns one bit of one row's `raw`: table "feed" of a desk's log.db, or "entry" of headquarters' hq.db. Returns the row's
/// place or number; 0 when there is no row. Nobody may have the file open.
[[nodiscard]] std::uint64_t
rot(const std::filesystem::path& file, const std::string& table, Random& random);

} // namespace sz::sim
