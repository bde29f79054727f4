// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Which entry stands in which feed: the audience of an incident before and after each entry.

#include "data/hq/Staged.h"
#include "data/model/World.h"
#include "data/store/HqLog.h"

#include <memory>

namespace sz::hq {

/// Sets entries into the units' feeds and knows the heads. Part of Ledger: same transaction, same thread.
class FeedBook
{
public:
    FeedBook(store::HqFeeds& feeds, OperationId operation);

    /// Errors: the store's.
    [[nodiscard]] Result<void> load();

    /// Heads that other processes have moved.
    void adopt(const std::map<UnitCode, store::FeedHead>& heads);

    /// Gives a new entry to every unit of the audience, and to those it takes out of it: their screens would show the
    /// incident for ever. Who is new gets the incident's earlier entries first. `after` is null for entries about the
    /// operation itself, which the office and the author's unit see, and `everybody` of those that concern all. Errors: the
    /// store's.
    [[nodiscard]] Result<void> spread(
        const store::NumberedEntry& entry,
        const UnitCode& author,
        const model::IncidentPtr& before,
        const model::IncidentPtr& after,
        const std::vector<UnitCode>& everybody = {});
    /// Do any of these feeds lack an entry of a matter?
    [[nodiscard]] Result<bool> isLacking(
        const std::vector<UnitCode>& units,
        const log::Subject& matter,
        std::uint64_t upTo) const;
    /// Gives each of these feeds the entries of a matter that it lacks, up to and with a number: units that have come into the
    /// plan since. Inside a transaction. Errors: the store's.
    [[nodiscard]] Result<void>
    fill(const std::vector<UnitCode>& units, const log::Subject& matter, std::uint64_t upTo);
    /// The start of the feed when it has no places yet.
    [[nodiscard]] store::FeedHead head(const UnitCode& unit) const;

    void keep() { m_heads.keep(); }
    void drop() { m_heads.drop(); }

private:
    [[nodiscard]] Result<void>
    backfill(const UnitCode& unit, const log::Subject& subject, std::uint64_t below);
    [[nodiscard]] Result<void> place(const UnitCode& unit, log::FeedItem item);

    store::HqFeeds& m_feeds;
    OperationId m_operation;
    Staged<UnitCode, store::FeedHead> m_heads;
};

} // namespace sz::hq
