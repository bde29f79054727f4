// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What each unit may see, in its own gap-free order with a running hash.

#include "data/log/Chain.h"

#include <map>
#include <vector>

namespace sz::store {

/// Last place of a feed and the running hash there.
struct FeedHead
{
    std::uint64_t seq = 0;
    Digest hash{};
};

/// Places in a row, and the running hash after the last of them.
struct FeedPart
{
    std::vector<log::FeedItem> items; ///< ascending seq without gaps; empty at the end of the feed
    Digest hash{};                    ///< zeros when there are no items
};

/// Part of HqLog; shares its thread and transactions. Errors everywhere: those of a store (5xx,
/// NoSpace).
class HqFeeds
{
public:
    virtual ~HqFeeds() = default;

    /// Heads of all feeds that have places.
    [[nodiscard]] virtual Result<std::map<UnitCode, FeedHead>> heads() const = 0;
    /// Sets the entry `number` at the place `head.seq`, which must be the next; moves the head
    /// there. The store may find the fault only at the commit.
    [[nodiscard]] virtual Result<void>
    place(const UnitCode& unit, std::uint64_t number, const FeedHead& head) = 0;
    /// The places after `seq`: at most `maxItems`, and no more entries once `maxBytes` are passed
    /// (at least one).
    [[nodiscard]] virtual Result<FeedPart>
    after(const UnitCode& unit, std::uint64_t seq, std::size_t maxItems, std::size_t maxBytes)
        const = 0;
    /// Running hash after a place. Errors: NotFound.
    [[nodiscard]] virtual Result<Digest> hashAt(const UnitCode& unit, std::uint64_t seq) const = 0;
    /// Entries of a subject with a lower number that the feed does not have yet, ascending; seq is
    /// 0.
    [[nodiscard]] virtual Result<std::vector<log::FeedItem>>
    missing(const UnitCode& unit, const log::Subject& subject, std::uint64_t below) const = 0;
};

} // namespace sz::store
