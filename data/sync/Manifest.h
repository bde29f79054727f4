// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What a snapshot says of itself, under headquarters' signature: which chunks, in which order, and where the feed stands then.

#include "data/sync/FeedPack.h"

namespace sz::sync {

/// A piece of a feed that never changes again: zstd of packItems, named by the SHA-256 of those bytes.
struct ChunkMark
{
    Digest hash{};
    std::uint64_t size = 0; ///< bytes, at most kMaxChunkBytes
    std::uint64_t last = 0; ///< its last place; the first is the one after the chunk before
    Digest feedHash{};      ///< running hash of the feed after it
    bool operator==(const ChunkMark&) const = default;
};

inline constexpr std::size_t kMaxChunkBytes = 1024 * 1024;
inline constexpr std::size_t kMaxChunkItems = 200'000;
inline constexpr std::size_t kMaxChunks = 60'000;

struct Manifest
{
    OperationId operation;
    UnitCode unit;
    Instant cutAt;
    std::uint64_t treeSize =
        0; ///< of the log's tree when it was cut; 0 = headquarters signs no tree
    Digest treeRoot{};
    std::vector<ChunkMark> chunks; ///< never empty; `last` ascends

    [[nodiscard]] std::uint64_t headSeq() const { return chunks.empty() ? 0 : chunks.back().last; }
};

[[nodiscard]] Bytes encodeManifest(const Manifest& manifest);
/// Errors: BadEncoding (also: no chunks, places that do not ascend, a chunk too large).
[[nodiscard]] Result<Manifest> decodeManifest(BytesView bytes);

/// What the log's key signs: words that keep it from ever meaning something else, then the manifest's bytes.
[[nodiscard]] Bytes signedManifest(BytesView manifest);

} // namespace sz::sync
