// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// PMTiles v3 with image tiles: one file, found in by directories of Hilbert ids.

#include "data/packs/Pack.h"
#include "data/packs/PmDirectory.h"

namespace sz::packs {

/// `info` holds the file and its size. Used through openPack().
[[nodiscard]] Expected<std::unique_ptr<Pack>> openPmTiles(PackInfo info);

} // namespace sz::packs
