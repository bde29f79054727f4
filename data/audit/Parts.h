// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The parts of an examination; LogAudit puts them together.

#include "data/audit/LogAudit.h"

#include <set>

namespace sz::audit {

/// Which numbers have been seen where, and which records are known to be as signed.
struct Seen
{
    std::int64_t head = 0;      ///< highest number in the store
    std::vector<bool> inFeed;   ///< by number
    std::vector<bool> isProven; ///< by number: the signed tree has exactly this record

    [[nodiscard]] static bool at(const std::vector<bool>& bits, std::int64_t number)
    {
        return number >= 0 && static_cast<std::size_t>(number) < bits.size()
               && bits[static_cast<std::size_t>(number)];
    }
    static void set(std::vector<bool>& bits, std::int64_t number);
};

/// Leaves under a signed root, or nothing to compare with.
struct SignedLeaves
{
    std::uint64_t size = 0; ///< of the checkpoint
    proof::Hashes leaves;   ///< of the tiles, as far as they could be read
    bool areProven = false; ///< they lead to the signed root
    bool areKnown = false;  ///< there are leaves to compare with at all
};

/// Reads checkpoint, heads and tiles; compares the levels of the tiles with each other and with the root.
[[nodiscard]] SignedLeaves
auditTiles(const Evidence& evidence, Report& report, std::optional<proof::Heads>& heads);
/// The store's records in the signed tree's order, one after the other, against the leaves.
class TreeComparison
{
public:
    TreeComparison(const SignedLeaves& leaves, Seen& seen, Report& report)
        : m_leaves(leaves), m_seen(seen), m_report(report)
    {
    }

    void compare(std::int64_t number, const proof::Record& record);
    /// After the last entry.
    void finish(const Evidence& evidence);

private:
    const SignedLeaves& m_leaves;
    Seen& m_seen;
    Report& m_report;
    proof::Hashes m_own; ///< of the store's records, where the tiles cannot be believed
};

/// Numbers without gaps, and each entry's own words against its row.
[[nodiscard]] Result<void> auditEntries(
    const store::HqReader& reader,
    store::NumberRange range,
    const std::vector<store::DeskRecord>& desks,
    TreeComparison* tree,
    Seen& seen,
    Report& report);

/// Chain and signatures of one desk from a counter on (1: all of it).
[[nodiscard]] Result<void> auditDesk(
    const store::HqReader& reader,
    const store::DeskRecord& desk,
    std::uint64_t first,
    const proof::DeskHead* head,
    const Seen& seen,
    Report& report);

/// Places, running hash and head of one feed.
[[nodiscard]] Result<void> auditFeed(
    const store::HqReader& reader,
    const UnitCode& unit,
    store::NumberRange range,
    const proof::PlaceHead* head,
    Seen& seen,
    Report& report);

} // namespace sz::audit
