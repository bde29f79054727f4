// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The hash tree of RFC 6962 §2.1 (SHA-256): one root over a whole log, short proofs for one entry and for growth.

#include "data/base/Hash.h"

#include <cstdint>
#include <vector>

namespace sz::proof {

using Hashes = std::vector<Digest>;

/// SHA-256(0x00 ‖ record).
[[nodiscard]] Digest leafHash(BytesView record);
/// SHA-256(0x01 ‖ left ‖ right).
[[nodiscard]] Digest nodeHash(const Digest& left, const Digest& right);
/// Root over complete siblings only; `leaves` is not empty.
[[nodiscard]] Digest rootOf(std::span<const Digest> leaves);

/// Where the hashes of complete subtrees come from: memory, or tiles on a disk.
class HashSource
{
public:
    virtual ~HashSource() = default;
    /// Hash of the `index`-th subtree of 2^level leaves, from the left; all its leaves are in the
    /// tree.
    [[nodiscard]] virtual Result<Digest> subtree(unsigned level, std::uint64_t index) const = 0;
};

/// MTH(D[0:size]); SHA-256 of nothing for size 0. Errors: the source's.
[[nodiscard]] Result<Digest> rootOf(const HashSource& source, std::uint64_t size);
/// PATH(index, D[0:size]): the leaf's sibling first, the root's child last; at most 63.
/// Errors: BadArgument (index ≥ size), the source's.
[[nodiscard]] Result<Hashes>
inclusionProof(const HashSource& source, std::uint64_t index, std::uint64_t size);
/// PROOF(oldSize, D[0:newSize]); empty when oldSize is 0 or newSize. Errors: BadArgument (shrinks), the source's.
[[nodiscard]] Result<Hashes>
consistencyProof(const HashSource& source, std::uint64_t oldSize, std::uint64_t newSize);

/// RFC 9162 §2.1.3.2. True when the leaf stands at `index` of the tree with this size and root.
[[nodiscard]] bool verifyInclusion(
    const Digest& leaf,
    std::uint64_t index,
    std::uint64_t size,
    std::span<const Digest> proof,
    const Digest& root);
/// RFC 9162 §2.1.4.2; also size 0 (anything grows from nothing, proof empty) and equal sizes.
[[nodiscard]] bool verifyConsistency(
    std::uint64_t oldSize,
    const Digest& oldRoot,
    std::uint64_t newSize,
    const Digest& newRoot,
    std::span<const Digest> proof);

/// All complete subtrees of a tree in memory: 64 bytes a leaf. Not thread-safe.
class MemoryTree final : public HashSource
{
public:
    void append(const Digest& leaf);

    [[nodiscard]] std::uint64_t size() const { return m_levels.empty() ? 0 : m_levels[0].size(); }

    [[nodiscard]] Result<Digest> subtree(unsigned level, std::uint64_t index) const override;

private:
    std::vector<Hashes> m_levels;
};

} // namespace sz::proof
