// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/verify/Verify.h"

#include <openssl/evp.h>

#include <functional>

namespace verify {

Hash sha256(std::string_view bytes)
{
    Hash out(32, '\0');
    if (EVP_Digest(
            bytes.data(), bytes.size(), reinterpret_cast<unsigned char*>(out.data()), nullptr,
            EVP_sha256(), nullptr)
        != 1) {
        throw std::runtime_error("SHA-256");
    }
    return out;
}

Hash leafOf(std::string_view record)
{
    return sha256(std::string(1, '\0').append(record));
}

Hash nodeOf(std::string_view left, std::string_view right)
{
    return sha256(std::string(1, '\1').append(left).append(right));
}

// Down from the root: at each step the last hash of the path is the half the leaf is not in.
Hash rootFromPath(
    const Hash& leaf,
    std::uint64_t index,
    std::uint64_t size,
    const std::vector<Hash>& path)
{
    std::size_t left = path.size();
    const std::function<Hash(std::uint64_t, std::uint64_t)> climb = [&](std::uint64_t i,
                                                                        std::uint64_t n) -> Hash {
        if (n == 1) {
            return leaf;
        }
        if (left == 0) {
            throw Refusal("the path is too short", "路径太短");
        }
        const std::string_view sibling = path[--left];
        std::uint64_t half = 1;
        while (half < n - half) {
            half *= 2;
        }
        return i < half ? nodeOf(climb(i, half), sibling)
                        : nodeOf(sibling, climb(i - half, n - half));
    };
    if (index >= size) {
        throw Refusal("the entry is not in a tree of this size", "条目不在此大小的树中");
    }
    Hash root = climb(index, size);
    if (left != 0) {
        throw Refusal("the path is too long", "路径太长");
    }
    return root;
}

// As many peaks as `size` has ones in binary: each trailing one is a subtree the new leaf completes.
void Growing::add(Hash leaf)
{
    for (std::uint64_t n = m_size++; n % 2 == 1; n /= 2) {
        leaf = nodeOf(m_peaks.back(), leaf);
        m_peaks.pop_back();
    }
    m_peaks.push_back(std::move(leaf));
}

Hash Growing::root() const
{
    if (m_peaks.empty()) {
        return sha256("");
    }
    Hash out = m_peaks.back();
    for (std::size_t i = m_peaks.size() - 1; i-- > 0;) {
        out = nodeOf(m_peaks[i], out);
    }
    return out;
}

} // namespace verify
