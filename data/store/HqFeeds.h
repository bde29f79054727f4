// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What each unit may see, in its own gap-free order with a running hash.

#include "data/log/Chain.h"

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace sz::store {

class SqliteFile;

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

/// Part of HqLog; shares its file, thread and transactions. Errors everywhere: those of a store
/// (5xx, NoSpace).
class HqFeeds
{
public:
    /// Throws SQLite::Exception when a statement cannot be prepared (HqLog::open catches it).
    explicit HqFeeds(SqliteFile& file);
    ~HqFeeds();

    /// Heads of all feeds that have places.
    [[nodiscard]] Result<std::map<UnitCode, FeedHead>> heads() const;
    /// Sets the entry `number` at the place `head.seq`, which must be the next; moves the head
    /// there.
    [[nodiscard]] Result<void>
    place(const UnitCode& unit, std::uint64_t number, const FeedHead& head);
    /// The places after `seq`: at most `maxItems`, and no more entries once `maxBytes` are passed
    /// (at least one).
    [[nodiscard]] Result<FeedPart>
    after(const UnitCode& unit, std::uint64_t seq, std::size_t maxItems, std::size_t maxBytes)
        const;
    /// Running hash after a place. Errors: NotFound.
    [[nodiscard]] Result<Digest> hashAt(const UnitCode& unit, std::uint64_t seq) const;
    /// Entries of a subject with a lower number that the feed does not have yet, ascending; seq is
    /// 0.
    [[nodiscard]] Result<std::vector<log::FeedItem>>
    missing(const UnitCode& unit, const log::Subject& subject, std::uint64_t below) const;

private:
    struct Statements;
    std::string m_file;
    std::unique_ptr<Statements> m_sql;
};

} // namespace sz::store
