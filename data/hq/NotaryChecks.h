// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What must hold before a checkpoint is signed, or believed: free functions over a store's examiner and the tlog folder.

#include "data/proof/Heads.h"
#include "data/proof/TileTree.h"
#include "data/store/HqReader.h"

#include <filesystem>

namespace sz::hq {

/// Entries `after` < number ≤ `last` by what their desks signed and what the feeds say. Errors: BadChain, the store's.
[[nodiscard]] Result<void>
examine(const store::HqReader& reader, std::uint64_t after, std::uint64_t last);

/// Root and growth once more, from the files as they now lie on the disk, against the checkpoint as it lies there.
/// Errors: BadChain, BadSignature, those of the files.
[[nodiscard]] Result<void> checkGrowth(
    const std::filesystem::path& tlog,
    const proof::VerifierKey& key,
    std::uint64_t before,
    const proof::Checkpoint& next);

/// Where every chain stands. Errors: the store's.
[[nodiscard]] Result<proof::Heads>
collectHeads(const store::HqReader& reader, const proof::Checkpoint& next);

/// Desks and feeds only ever go on from where they were signed. Errors: BadChain.
[[nodiscard]] Result<void>
checkHeads(const store::HqReader& reader, const proof::Heads& before, const proof::Heads& next);

/// Entries after `from` up to `to` against the leaves they were signed as. Errors: BadChain, StoreCorrupt, the store's.
[[nodiscard]] Result<void> compareWithTiles(
    const store::HqReader& reader,
    const std::filesystem::path& tlog,
    std::uint64_t size,
    std::uint64_t from,
    std::uint64_t to);

} // namespace sz::hq
