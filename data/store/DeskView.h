// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// view.db: which places of the feed belong to which incident, and which incidents the board needs. Disposable.

#include "data/model/Incident.h"
#include "data/vault/Aead.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <vector>

namespace sz::store {

/// One incident as the index knows it.
struct IndexRow
{
    IncidentId incident;
    model::IncidentState state = model::IncidentState::Pending;
    Instant closedAt; ///< epoch while not closed
    std::uint64_t entries = 0;
    std::vector<std::uint64_t> newSeqs; ///< places added since the last update, ascending
    IncidentId belongsTo{};             ///< Incident::belongsTo()
    bool isMatter = false; ///< `incident` names a matter of the operation: its places only are kept
};

/// How many incidents the feed holds, by state.
struct Totals
{
    std::uint64_t pending = 0;
    std::uint64_t active = 0;
    std::uint64_t closed = 0;

    [[nodiscard]] std::uint64_t all() const { return pending + active + closed; }
    bool operator==(const Totals&) const = default;
};

/// Thread: the store's. Losing it costs only the time to rebuild.
class DeskView
{
public:
    /// One incident with the places of its entries in the feed, ascending.
    struct Members
    {
        IncidentId incident;
        std::vector<std::uint64_t> seqs;
    };

    /// A damaged file, one of another program version or of another fold is thrown away and made anew (`wasRebuilt`).
    /// Large files are not read through for that: damage shows as StoreCorrupt when it is met, and `remake` helps.
    /// Errors: NoSpace, StoreOpen.
    [[nodiscard]] static Result<DeskView>
    open(const std::filesystem::path& file, const vault::SecretKey* key = nullptr);
    DeskView(DeskView&&) noexcept;
    DeskView& operator=(DeskView&&) noexcept;
    ~DeskView();

    /// True when there was a file and it could not be used.
    [[nodiscard]] bool wasRebuilt() const { return m_wasRebuilt; }
    /// Last place of the feed that is indexed.
    [[nodiscard]] std::uint64_t applied() const { return m_applied; }

    /// Withdrawn::generation() as of what is indexed.
    [[nodiscard]] std::uint64_t scope() const { return m_scope; }
    [[nodiscard]] Result<void> setScope(std::uint64_t generation);

    /// Rows and the new mark in one transaction. After a failure every later one fails as well: the index has no holes.
    [[nodiscard]] Result<void> update(const std::vector<IndexRow>& rows, std::uint64_t applied);
    /// The same for many rows in one transaction, when the rows are all there is (an empty view): in order, indexes last.
    [[nodiscard]] Result<void> load(std::vector<IndexRow> rows, std::uint64_t applied);
    /// Incidents that are open or were closed at or after `since`, and whatever belongs to one of them, however long ago it
    /// was merged or closed: a major incident counts all its own. Circles of incidents are as good as any.
    [[nodiscard]] Result<std::vector<Members>> board(Instant since) const;
    /// Places of an incident, ascending.
    [[nodiscard]] Result<std::vector<std::uint64_t>> seqsOf(const IncidentId& incident) const;
    /// Takes an incident out. After a failure as after one of update().
    [[nodiscard]] Result<void> forget(const IncidentId& incident);
    [[nodiscard]] Result<bool> isKnown(const IncidentId& incident) const;
    [[nodiscard]] Result<Totals> totals() const;
    /// Empties everything (after the feed has been forgotten).
    [[nodiscard]] Result<void> clear();
    /// Throws the file away, whatever is wrong with it, and begins anew. Errors: NoSpace, StoreOpen.
    [[nodiscard]] Result<void> remake();

private:
    struct Impl;
    static Result<std::unique_ptr<Impl>>
    openOnce(const std::filesystem::path& file, const vault::SecretKey* key);
    DeskView(std::unique_ptr<Impl> impl, const vault::SecretKey* key, bool wasRebuilt);

    std::unique_ptr<Impl> m_impl;
    const vault::SecretKey* m_key; ///< outlives us; null: in the clear
    std::uint64_t m_applied = 0;
    std::uint64_t m_scope = 0;
    bool m_wasRebuilt = false;
};

} // namespace sz::store
