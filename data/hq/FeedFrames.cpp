// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/hq/FeedFrames.h"

namespace sz::hq {
namespace {

constexpr std::size_t kFrameBytes = 64 * 1024;
constexpr std::size_t kMostFrames = 256; // many desks far behind, each at another place

} // namespace

Result<const FeedFrame*> FeedFrames::after(const UnitCode& unit, std::uint64_t seq)
{
    const std::pair key{unit, seq};
    if (const auto it = m_frames.find(key); it != m_frames.end()) {
        return &it->second;
    }
    auto part = m_feeds.after(unit, seq, sync::kMaxFeedItems, kFrameBytes);
    if (!part) {
        return std::unexpected(part.error());
    }
    if (part->items.empty()) {
        return fail(Code::StoreCorrupt, "the feed ends before its head");
    }
    if (m_frames.size() >= kMostFrames) {
        m_frames.clear();
    }
    const std::uint64_t last = part->items.back().seq;
    Bytes bytes = sync::encodeFrame(sync::Feed{unit, std::move(part->items), part->hash});
    return &m_frames.emplace(key, FeedFrame{last, std::move(bytes)}).first->second;
}

} // namespace sz::hq
