// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What an index has to know of an incident, folded without the incident: is it open, since when not, with which it goes.

#include "data/log/EntryPeek.h"
#include "data/model/Incident.h"

#include <memory>
#include <vector>

namespace sz::model {

/// Entries of one incident in headquarters' order in; the state that foldHistory comes to out (a test holds the two
/// together). Reads only the bodies that can change it.
class StateFold
{
public:
    void add(const log::EntryHead& entry);

    [[nodiscard]] IncidentState state() const { return m_state; }
    /// Epoch while not closed.
    [[nodiscard]] Instant closedAt() const { return m_closedAt; }
    /// Incident::belongsTo().
    [[nodiscard]] IncidentId belongsTo() const;
    /// Has not yet been opened: its first entry is missing.
    [[nodiscard]] bool isEmpty() const { return m_entries == 0; }
    [[nodiscard]] std::uint64_t entries() const { return m_entries; }

private:
    enum class Mark : std::uint8_t {
        Open,
        Done,
        Rechecked, ///< done, and found so
        Held,      ///< returned, not decided
        Released,
        Withdrawn,
    };
    struct OrderMark
    {
        OrderId id;
        Mark mark = Mark::Open;
        bool hasHeir = false; ///< another order takes over from it: nobody decides on it any more
    };
    /// Few have any: a million incidents are folded at once.
    struct Ties
    {
        IncidentId into;
        IncidentId group;
    };
    [[nodiscard]] Ties& ties();
    void apply(const Act& act, Instant at);
    void issue(const IssueOrders& act);
    void close(Instant at, const MergeIncident* merger);
    /// Changes the mark of an order that has this one.
    void move(const OrderId& id, Mark from, Mark to);

    IncidentState m_state = IncidentState::Pending;
    Instant m_closedAt{};
    std::uint64_t m_entries = 0;
    bool m_isMerged = false;
    std::vector<OrderMark> m_orders;
    std::unique_ptr<Ties> m_ties;
};

} // namespace sz::model
