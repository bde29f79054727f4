// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Places of a feed as bytes: what stands in a Feed frame and in a chunk of a snapshot.

#include "data/base/Result.h"
#include "data/log/Chain.h"

#include <vector>

namespace sz::sync {

/// A CBOR array with [seq, number, received, serial, raw] for each.
[[nodiscard]] Bytes packItems(const std::vector<log::FeedItem>& items);
/// Errors: BadEncoding (malformed, or more than `most`).
[[nodiscard]] Result<std::vector<log::FeedItem>> unpackItems(BytesView plain, std::size_t most);

/// zstd level 1; empty when that is not shorter, unless it is wanted all the same.
[[nodiscard]] Bytes compress(BytesView plain, bool isAlways = false);
/// Errors: BadEncoding (damaged, or larger than `most` bytes when unpacked).
[[nodiscard]] Result<Bytes> decompress(BytesView packed, std::size_t most = 64 << 20);

} // namespace sz::sync
