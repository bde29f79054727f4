// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/proof/Merkle.h"

#include <bit>

namespace sz::proof {
namespace {

constexpr std::array<std::uint8_t, 1> kLeaf{0};
constexpr std::array<std::uint8_t, 1> kNode{1};

// RFC 6962's k: the largest power of two below n (n > 1).
std::uint64_t splitOf(std::uint64_t n)
{
    return std::bit_floor(n - 1);
}

// MTH(D[from:from+count]); `from` is a multiple of a power of two not below count.
Result<Digest> rangeHash(const HashSource& source, std::uint64_t from, std::uint64_t count)
{
    if (std::has_single_bit(count)) {
        const auto level = static_cast<unsigned>(std::countr_zero(count));
        return source.subtree(level, from >> level);
    }
    const std::uint64_t k = splitOf(count);
    return source.subtree(static_cast<unsigned>(std::countr_zero(k)), from / k)
        .and_then([&](const Digest& left) {
            return rangeHash(source, from + k, count - k).transform([&](const Digest& right) {
                return nodeHash(left, right);
            });
        });
}

// Appends the hash of a range to a proof.
Result<void>
addRange(const HashSource& source, std::uint64_t from, std::uint64_t count, Hashes& out)
{
    return rangeHash(source, from, count).transform([&](const Digest& hash) {
        out.push_back(hash);
    });
}

Result<void> addPath(
    const HashSource& source,
    std::uint64_t index,
    std::uint64_t from,
    std::uint64_t count,
    Hashes& out)
{
    if (count == 1) {
        return {};
    }
    const std::uint64_t k = splitOf(count);
    if (index < k) {
        return addPath(source, index, from, k, out).and_then([&] {
            return addRange(source, from + k, count - k, out);
        });
    }
    return addPath(source, index - k, from + k, count - k, out).and_then([&] {
        return addRange(source, from, k, out);
    });
}

// SUBPROOF(m, D[from:from+count], isWhole) of RFC 6962 §2.1.2.
Result<void> addSubproof(
    const HashSource& source,
    std::uint64_t m,
    std::uint64_t from,
    std::uint64_t count,
    bool isWhole,
    Hashes& out)
{
    if (m == count) {
        return isWhole ? Result<void>{} : addRange(source, from, count, out);
    }
    const std::uint64_t k = splitOf(count);
    if (m <= k) {
        return addSubproof(source, m, from, k, isWhole, out).and_then([&] {
            return addRange(source, from + k, count - k, out);
        });
    }
    return addSubproof(source, m - k, from + k, count - k, false, out).and_then([&] {
        return addRange(source, from, k, out);
    });
}

// What both verifiers walk: the place of a node and of the last node on the way up.
struct Climb
{
    std::uint64_t node;
    std::uint64_t last;

    [[nodiscard]] bool isRight() const { return (node & 1) != 0 || node == last; }

    // Past a step without a sibling: up to where the node is a right child.
    void skipLoneEdges()
    {
        while ((node & 1) == 0 && node != 0) {
            up();
        }
    }

    void up()
    {
        node >>= 1;
        last >>= 1;
    }
};

} // namespace

Digest leafHash(BytesView record)
{
    return sha256({kLeaf, record});
}

Digest nodeHash(const Digest& left, const Digest& right)
{
    return sha256({kNode, left, right});
}

Digest rootOf(std::span<const Digest> leaves)
{
    if (leaves.size() == 1) {
        return leaves[0];
    }
    const std::size_t k = splitOf(leaves.size());
    return nodeHash(rootOf(leaves.first(k)), rootOf(leaves.subspan(k)));
}

Result<Digest> rootOf(const HashSource& source, std::uint64_t size)
{
    return size == 0 ? Result<Digest>(sha256(BytesView{})) : rangeHash(source, 0, size);
}

Result<Hashes> inclusionProof(const HashSource& source, std::uint64_t index, std::uint64_t size)
{
    if (index >= size) {
        return fail(Code::BadArgument, "the entry is not in the tree");
    }
    Hashes out;
    return addPath(source, index, 0, size, out).transform([&] { return std::move(out); });
}

Result<Hashes>
consistencyProof(const HashSource& source, std::uint64_t oldSize, std::uint64_t newSize)
{
    if (oldSize > newSize) {
        return fail(Code::BadArgument, "a log does not shrink");
    }
    Hashes out;
    if (oldSize == 0 || oldSize == newSize) {
        return out;
    }
    return addSubproof(source, oldSize, 0, newSize, true, out).transform([&] {
        return std::move(out);
    });
}

bool verifyInclusion(
    const Digest& leaf,
    std::uint64_t index,
    std::uint64_t size,
    std::span<const Digest> proof,
    const Digest& root)
{
    if (index >= size) {
        return false;
    }
    Climb at{index, size - 1};
    Digest hash = leaf;
    for (const Digest& sibling : proof) {
        if (at.last == 0) {
            return false;
        }
        if (at.isRight()) {
            hash = nodeHash(sibling, hash);
            at.skipLoneEdges();
        } else {
            hash = nodeHash(hash, sibling);
        }
        at.up();
    }
    return at.last == 0 && hash == root;
}

bool verifyConsistency(
    std::uint64_t oldSize,
    const Digest& oldRoot,
    std::uint64_t newSize,
    const Digest& newRoot,
    std::span<const Digest> proof)
{
    if (oldSize == 0 || oldSize == newSize) {
        return proof.empty() && oldSize <= newSize && (oldSize == 0 || oldRoot == newRoot);
    }
    if (oldSize > newSize || proof.empty()) {
        return false;
    }
    Climb at{oldSize - 1, newSize - 1};
    while ((at.node & 1) != 0) {
        at.up();
    }
    // A complete old tree is its own first node and is left out of the proof.
    const bool isOwnNode = std::has_single_bit(oldSize);
    Digest oldHash = isOwnNode ? oldRoot : proof.front();
    Digest newHash = oldHash;
    for (const Digest& sibling : proof.subspan(isOwnNode ? 0 : 1)) {
        if (at.last == 0) {
            return false;
        }
        if (at.isRight()) {
            oldHash = nodeHash(sibling, oldHash);
            newHash = nodeHash(sibling, newHash);
            at.skipLoneEdges();
        } else {
            newHash = nodeHash(newHash, sibling);
        }
        at.up();
    }
    return at.last == 0 && oldHash == oldRoot && newHash == newRoot;
}

void MemoryTree::append(const Digest& leaf)
{
    Digest hash = leaf;
    for (std::size_t level = 0;; ++level) {
        if (level == m_levels.size()) {
            m_levels.emplace_back();
        }
        Hashes& row = m_levels[level];
        row.push_back(hash);
        if (row.size() % 2 != 0) {
            return;
        }
        hash = nodeHash(row[row.size() - 2], row.back());
    }
}

Result<Digest> MemoryTree::subtree(unsigned level, std::uint64_t index) const
{
    if (level >= m_levels.size() || index >= m_levels[level].size()) {
        return fail(Code::NotFound, "the tree has no such subtree");
    }
    return m_levels[level][index];
}

} // namespace sz::proof
