// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Bodies a desk has given up because its unit no longer takes part in their incident, and how they come back.

#include "data/base/Ids.h"
#include "data/log/Chain.h"
#include "data/store/SqliteFile.h"

#include <cstdint>
#include <map>
#include <set>
#include <vector>

namespace sz::store {

/// Part of log.db; shares its connection and thread. Errors everywhere: the store's (5xx, NoSpace).
class Withdrawn
{
public:
    /// `sql` outlives it.
    explicit Withdrawn(SqliteFile& sql) : m_sql(sql) {}

    /// Overwrites the bodies of these places, all of `incident`, and empties the WAL they went through: nothing readable of them
    /// stays in the file. Their hashes stay.
    [[nodiscard]] Result<void>
    drop(const IncidentId& incident, const std::vector<std::uint64_t>& seqs);
    /// How often bodies have gone or come back. The index (DeskView::scope) must have seen the same: a power cut may take the
    /// last commits of one file and not of the other.
    [[nodiscard]] Result<std::uint64_t> generation() const;
    /// Places without body, ascending.
    [[nodiscard]] Result<std::vector<std::uint64_t>> seqsOf(const IncidentId& incident) const;
    [[nodiscard]] Result<std::map<IncidentId, std::vector<std::uint64_t>>> all() const;
    /// Places these bodies belong to, by incident; places that have theirs are left out.
    /// Errors: BadChain when a body is not the one that was given up.
    [[nodiscard]] Result<std::map<IncidentId, std::vector<std::uint64_t>>>
    match(const std::vector<log::FeedItem>& items) const;
    /// Puts matched bodies back.
    [[nodiscard]] Result<void> restore(const std::vector<log::FeedItem>& items);

private:
    SqliteFile& m_sql;
};

} // namespace sz::store
