// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/sync/Manifest.h"
#include "tests/fuzz/Runs.h"

namespace sz::fuzz {

// What a snapshot says of itself, and the places in its chunks.
void manifest(BytesView input)
{
    if (const auto read = sync::decodeManifest(input)) {
        const Bytes written = sync::encodeManifest(*read);
        const auto again = sync::decodeManifest(written);
        require(
            again && sync::encodeManifest(*again) == written,
            "a manifest changes when written again");
        require(
            again->headSeq() == read->headSeq(), "a manifest ends elsewhere when written again");
    }
    constexpr std::size_t kMost = 1 << 20;
    if (const auto items = sync::unpackItems(input, sync::kMaxChunkItems)) {
        const auto again = sync::unpackItems(sync::packItems(*items), sync::kMaxChunkItems);
        require(again && again->size() == items->size(), "places change when packed again");
    }
    const auto plain = sync::decompress(input, kMost);
    require(!plain || plain->size() <= kMost, "a chunk unpacks beyond its bound");
}

} // namespace sz::fuzz
