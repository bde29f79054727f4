// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Feed frames, encoded once for all desks of a unit that are at the same place.

#include "data/store/HqFeeds.h"
#include "data/sync/Frames.h"

#include <map>
#include <utility>

namespace sz::hq {

struct FeedFrame
{
    std::uint64_t last = 0; ///< place of its last item
    Bytes bytes;
};

/// Reads from the store what comes after a place. Thread: the engine's.
class FeedFrames
{
public:
    explicit FeedFrames(const store::HqFeeds& feeds) : m_feeds(feeds) {}

    /// At most 1000 items and about 64 KiB. Valid until the next call of anything here.
    /// Errors: StoreCorrupt (nothing there although the feed goes on), and the store's.
    [[nodiscard]] Result<const FeedFrame*> after(const UnitCode& unit, std::uint64_t seq);
    /// The feeds have grown: frames that end at the old heads are worth less than new ones.
    void clear() { m_frames.clear(); }

private:
    const store::HqFeeds& m_feeds;
    std::map<std::pair<UnitCode, std::uint64_t>, FeedFrame> m_frames;
};

} // namespace sz::hq
