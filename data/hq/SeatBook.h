// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Who may act at which desk: persons, sign-ons and locks, in memory and in the store, changed together.

#include "data/model/SeatActs.h"
#include "data/store/HqDesks.h"
#include "data/store/HqPeople.h"

#include <map>

namespace sz::hq {

/// An entry on its way in.
struct Arrival
{
    std::uint64_t counter = 0; ///< in its desk's chain
    Instant receivedAt;
};

/// Part of the Ledger; every change inside its transactions. After a rollback, and when another headquarters has changed
/// something, it is read anew before the next answer. Thread: the ledger's.
class SeatBook
{
public:
    SeatBook(store::HqPeople& store, std::shared_ptr<const plan::Plan> plan);

    /// Sign-ons that ended more than a month before `now` are left in the store.
    [[nodiscard]] Result<void> load(Instant now);
    /// Reads anew when something may have changed behind our back.
    [[nodiscard]] Result<void> refresh();
    void outdate() { m_isStale = true; }
    void rolledBack() { m_isStale = m_isStale || m_hasDraft; }
    void kept() { m_hasDraft = false; }
    /// Has anything changed that desks show, since the last call?
    [[nodiscard]] bool takeChanged() { return std::exchange(m_hasChanged, false); }

    /// A unit with persons: nobody acts at its desks without signing on.
    [[nodiscard]] bool isNeeded(const UnitCode& unit) const { return m_since.contains(unit); }
    /// Null when there is none.
    [[nodiscard]] const store::PersonRecord* person(const PersonCode& code) const;
    [[nodiscard]] const std::map<PersonCode, store::PersonRecord>& persons() const
    {
        return m_persons;
    }
    /// Those of the unit who are not disabled, as this desk may show them.
    [[nodiscard]] std::vector<model::Person>
    peopleFor(const UnitCode& unit, const DeskId& desk) const;
    [[nodiscard]] model::Tries tries(const PersonCode& person, const DeskId& desk) const;
    /// Desks where the person is locked.
    [[nodiscard]] std::vector<DeskId> locksOf(const PersonCode& person) const;

    [[nodiscard]] Result<void> put(const store::PersonRecord& person);
    [[nodiscard]] Result<void> putTries(const store::TriesRecord& tries);
    /// A new sign-on ends the others at that desk: what the desk wrote up to `counter` was done under them.
    [[nodiscard]] Result<void> grant(const model::Grant& grant, std::uint64_t counter);
    /// Ends a person's sign-ons everywhere, at once.
    [[nodiscard]] Result<void> endAll(
        const PersonCode& person,
        Instant at,
        const std::function<std::uint64_t(const DeskId&)>& received);

    /// The role an entry is done in: that of the sign-on it names; nothing for a shared seat (no persons in the unit, or
    /// written before there were any). Its time is that of its receipt or, when it comes late, the one it claims.
    /// Errors: SignOnNeeded, GrantExpired, PostNotYours, NotAllowed (another role).
    [[nodiscard]] Result<std::optional<plan::Role>>
    roleOf(const store::DeskRecord& desk, const log::Entry& entry, const Arrival& in) const;
    /// May this stand? Errors: the 7xx, NotAllowed, NotFound.
    [[nodiscard]] Result<void> check(
        const store::DeskRecord& desk,
        const log::Entry& entry,
        const model::SeatAct& act,
        plan::Role role,
        const Arrival& in) const;
    /// What an accepted one changes.
    [[nodiscard]] Result<void> apply(
        const store::DeskRecord& desk,
        const log::Entry& entry,
        const model::SeatAct& act,
        const Arrival& in);

private:
    [[nodiscard]] Result<void> checkOffline(
        const store::DeskRecord& desk,
        const log::Entry& entry,
        const model::Grant& claimed,
        const Arrival& in) const;
    [[nodiscard]] const store::GrantRecord*
    lastOf(const DeskId& desk, const PersonCode& person) const;
    [[nodiscard]] Result<void> end(store::GrantRecord& record, Instant at, std::uint64_t counter);
    void touched();

    store::HqPeople& m_store;
    std::shared_ptr<const plan::Plan> m_plan; // shared with the ledger
    Instant m_horizon;
    std::map<PersonCode, store::PersonRecord> m_persons;
    std::map<UnitCode, Instant> m_since; ///< when a unit got its first person
    std::map<DeskId, std::vector<store::GrantRecord>> m_grants; ///< in order of their ids
    std::map<std::pair<PersonCode, DeskId>, model::Tries> m_tries;
    bool m_isStale = true;
    bool m_hasDraft = false;
    bool m_hasChanged = false;
};

} // namespace sz::hq
