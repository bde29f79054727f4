// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The two chains (architecture.md, "The log"): what a desk wrote, in its order, and what a feed shows, without gaps.

#include "data/log/Entry.h"

#include <vector>

namespace sz::log {

/// Link of a desk's own chain: author(n) = SHA-256(author(n-1) ‖ entryHash). The chain starts from 32 zero bytes.
[[nodiscard]] Digest authorLink(const Digest& previous, const Digest& entry);

/// What a desk sends in one piece: its entries `firstCounter…`, linked to what it sent before and signed by it.
struct Batch
{
    OperationId operation;
    DeskId desk;
    std::uint64_t firstCounter = 1; ///< counters start at 1 and have no gaps
    Digest previous{};              ///< author chain before the first entry
    std::vector<Bytes> entries;     ///< encoded; at most 256
    Signature signature{};
};

inline constexpr std::size_t kMaxBatchEntries = 256;

void signBatch(Batch& batch, const SigningKey& key);
[[nodiscard]] bool verifyBatch(const Batch& batch, const PublicKey& key);
/// The same for who has only the hashes of the entries, in order; `batch.entries` is not looked at.
[[nodiscard]] bool
verifyBatch(const Batch& batch, const std::vector<Digest>& entryHashes, const PublicKey& key);

/// One place of a feed: an accepted entry with what headquarters adds to it.
struct FeedItem
{
    std::uint64_t seq = 0;    ///< 1-based, without gaps, in this feed
    std::uint64_t number = 0; ///< log number, ascending over the whole operation ("#8834")
    Instant receivedAt;       ///< headquarters' clock
    std::uint32_t serial =
        0;     ///< incident serial of its day when the entry opened an incident, else 0
    Bytes raw; ///< the encoded entry, untouched
};

/// Running hash of a feed: feed(n) = SHA-256(feed(n-1) ‖ seq ‖ number ‖ receivedAt ‖ serial ‖ entryHash), integers as 8 bytes
/// big endian. A feed starts from SHA-256("sanzhen feed" ‖ operation ‖ unit).
[[nodiscard]] Digest feedStart(const OperationId& operation, const UnitCode& unit);
[[nodiscard]] Digest feedLink(const Digest& previous, const FeedItem& item);

} // namespace sz::log
