// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Tiles read back from a folder: proofs are made from the files themselves, not from what wrote them.

#include "data/proof/TileTree.h"

#include <map>

namespace sz::proof {

/// The tree of `size` leaves in a tlog folder. Keeps the tiles of the right edge and the last few others.
/// Errors everywhere: StoreCorrupt (`where` names the file: missing, too short, not whole hashes), FileUnreadable.
/// Not thread-safe.
class TileFolder final : public HashSource
{
public:
    TileFolder(std::filesystem::path folder, std::uint64_t size);

    [[nodiscard]] std::uint64_t size() const { return m_size; }
    [[nodiscard]] Result<Digest> subtree(unsigned level, std::uint64_t index) const override;
    /// Exactly the hashes that belong to the tree; a full tile stands in for a missing partial one.
    [[nodiscard]] Result<Hashes> tile(unsigned level, std::uint64_t index) const;
    [[nodiscard]] Result<std::vector<std::string>> bundle(std::uint64_t index) const;
    /// The record of one leaf. Errors: also BadArgument (index ≥ size).
    [[nodiscard]] Result<std::string> record(std::uint64_t index) const;

private:
    [[nodiscard]] std::uint64_t width(unsigned level, std::uint64_t index) const;
    [[nodiscard]] Result<const Hashes*> cached(unsigned level, std::uint64_t index) const;

    std::filesystem::path m_folder;
    std::uint64_t m_size;
    mutable std::map<std::pair<unsigned, std::uint64_t>, Hashes> m_tiles;
};

} // namespace sz::proof
