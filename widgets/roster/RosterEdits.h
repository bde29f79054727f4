// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What a planner does on the page, as acts: put somebody in, clear, copy a week, swap, undo.

#include "widgets/roster/RosterModel.h"

#include <QObject>

namespace sz::widgets {

/// A shift of a post in the days shown.
struct RosterPlace
{
    roster::PostIndex post = roster::kNobody;
    std::size_t column = 0;
    std::size_t part = 0; ///< which of the shifts of a day, where a column is a day
};

/// Nothing is changed here: every verb becomes acts of the source. Errors are the rule's, and MissingField (nobody holds it, no
/// name), AlreadyDone (it is so already), NothingAsked (no change waits, nothing to undo),
/// BadArgument "saving" (the last edit of the same cell is still being written). Thread: gui.
class RosterEdits final : public QObject
{
    Q_OBJECT
public:
    explicit RosterEdits(RosterModel& model, QObject* parent = nullptr);

    /// Instead of whoever is there; beside them while the shift is under strength and one name is given.
    Result<void> assign(const RosterPlace& place, const std::vector<std::string>& names);
    Result<void> clear(const RosterPlace& place);
    Result<void> asPlanned(const RosterPlace& place);
    /// Who was there a week before, for every post of the unit in the days shown.
    Result<std::size_t> copyLastWeek(const UnitCode& unit);
    /// People of one shift into another, which has to be free; as a copy they stay where they were, too.
    Result<void> moveTo(const RosterPlace& from, const RosterPlace& to, bool isCopy);
    /// Asks a second person.
    Result<void> swap(const RosterPlace& a, const RosterPlace& b, const std::string& reason);
    /// Somebody who will not be able to come; asks a second person.
    Result<void>
    substitute(const RosterPlace& place, const std::string& by, const std::string& reason);
    Result<void>
    noShow(const RosterPlace& place, const std::string& substitute, const std::string& reason);
    Result<void> decide(const RosterPlace& place, bool isAccepted, const std::string& reason);
    /// Of two planners' versions: 0 the standing one, 1 the first rival, …
    Result<void> choose(const RosterPlace& place, std::size_t version);
    /// Duties read from a file, unit by unit. Returns the cells.
    Result<std::size_t> import(const std::vector<model::EditRoster>& acts);
    /// Takes the last edit back, as another edit.
    Result<void> undo();
    [[nodiscard]] bool canUndo() const { return !m_undo.empty(); }
    [[nodiscard]] model::CellEdit
    cellOf(const RosterPlace& place, std::vector<std::string> people) const;

private:
    Result<void>
    write(const UnitCode& unit, std::vector<model::CellEdit> cells, bool isUndo = false);
    Result<void> askChange(
        model::DutyChange sort,
        const RosterPlace& place,
        const std::string& substitute,
        const std::string& reason);
    [[nodiscard]] Result<model::DutySlot> slotAt(const RosterPlace& place) const;
    [[nodiscard]] model::CellEdit before(const model::CellEdit& cell) const;
    [[nodiscard]] const RosterColumn& column(const RosterPlace& place) const;

    RosterModel& m_model;
    std::vector<model::EditRoster> m_undo;
    std::vector<model::ShiftCellKey> m_saving; ///< a second edit of these has not seen the first
};

} // namespace sz::widgets
