// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/roster/RosterEdits.h"

#include <algorithm>

namespace sz::widgets {
namespace {

constexpr std::size_t kMostUndo = 50;
constexpr std::chrono::days kWeek{7};

} // namespace

RosterEdits::RosterEdits(RosterModel& model, QObject* parent) : QObject(parent), m_model(model)
{
    connect(&model.shifts(), &ShiftSource::changed, this, [this] { m_saving.clear(); });
    connect(&model.shifts(), &ShiftSource::refused, this, [this] { m_saving.clear(); });
}

const RosterColumn& RosterEdits::column(const RosterPlace& place) const
{
    return m_model.columns()[place.column];
}

model::CellEdit RosterEdits::cellOf(const RosterPlace& place, std::vector<std::string> people) const
{
    model::CellEdit cell;
    cell.post = m_model.roster().posts[place.post].code;
    cell.people = std::move(people);
    if (const roster::BookShift* shift = m_model.shift(place.post, column(place), place.part)) {
        cell.day = shift->day;
        cell.shift = shift->name.zh;
        cell.from = shift->time.from;
        cell.until = shift->time.until;
    } else { // a post without a rotation: the shift of the page
        const RosterColumn& at = column(place);
        cell.day = at.day;
        cell.shift = at.name.zh.empty() ? std::string("全天") : at.name.zh;
        cell.from = at.time.from;
        cell.until = at.time.until;
    }
    const auto& cells = m_model.shifts().state().cells;
    const auto touched = cells.find({cell.post, cell.day, cell.shift});
    cell.base = touched == cells.end() ? 0 : touched->second.version;
    return cell;
}

model::CellEdit RosterEdits::before(const model::CellEdit& cell) const
{
    model::CellEdit was = cell;
    const auto& cells = m_model.shifts().state().cells;
    const auto touched = cells.find({cell.post, cell.day, cell.shift});
    was.isAsPlanned = touched == cells.end() || touched->second.standing.edit.isAsPlanned;
    was.people =
        was.isAsPlanned ? std::vector<std::string>() : touched->second.standing.edit.people;
    return was;
}

Result<void>
RosterEdits::write(const UnitCode& unit, std::vector<model::CellEdit> cells, bool isUndo)
{
    model::EditRoster undo{unit, {}, {}};
    for (const model::CellEdit& cell : cells) {
        if (std::ranges::contains(m_saving, model::ShiftCellKey{cell.post, cell.day, cell.shift})) {
            return fail(Code::BadArgument, "saving");
        }
    }
    for (std::size_t from = 0; from < cells.size(); from += model::kMostCells) {
        const std::size_t until = std::min(from + model::kMostCells, cells.size());
        model::EditRoster act{unit, {}, {}};
        for (std::size_t i = from; i < until; ++i) {
            undo.cells.push_back(before(cells[i]));
            act.cells.push_back(std::move(cells[i]));
        }
        if (auto may = m_model.shifts().mayPerform(act); !may) {
            return may;
        }
        for (const model::CellEdit& cell : act.cells) {
            m_saving.push_back({cell.post, cell.day, cell.shift});
        }
        m_model.shifts().perform(act);
    }
    if (!isUndo) {
        m_undo.push_back(std::move(undo));
        if (m_undo.size() > kMostUndo) {
            m_undo.erase(m_undo.begin());
        }
    }
    return {};
}

Result<void> RosterEdits::assign(const RosterPlace& place, const std::vector<std::string>& names)
{
    if (names.empty()) {
        return fail(Code::MissingField, "name");
    }
    model::CellEdit cell = cellOf(place, names);
    const std::vector<std::string> there = m_model.peopleAt(place.post, {cell.from, cell.until});
    const bool isShort = std::ranges::any_of(
        m_model.conflictsAt(place.post, {cell.from, cell.until}), [](const roster::Conflict& one) {
            return one.sort == roster::ConflictSort::UnderStrength && !one.isDepth;
        });
    if (isShort && names.size() == 1) {
        cell.people = there;
        if (!std::ranges::contains(there, names.front())) {
            cell.people.push_back(names.front());
        }
    }
    if (cell.people == there) {
        return fail(Code::AlreadyDone, names.front());
    }
    return write(m_model.roster().posts[place.post].unit, {cell});
}

Result<void> RosterEdits::clear(const RosterPlace& place)
{
    model::CellEdit cell = cellOf(place, {});
    if (m_model.peopleAt(place.post, {cell.from, cell.until}).empty()) {
        return fail(Code::AlreadyDone, "nobody");
    }
    return write(m_model.roster().posts[place.post].unit, {cell});
}

Result<void> RosterEdits::asPlanned(const RosterPlace& place)
{
    model::CellEdit cell = cellOf(place, {});
    cell.isAsPlanned = true;
    if (before(cell).isAsPlanned) {
        return fail(Code::AlreadyDone, "as planned");
    }
    return write(m_model.roster().posts[place.post].unit, {cell});
}

Result<std::size_t> RosterEdits::copyLastWeek(const UnitCode& unit)
{
    std::vector<model::CellEdit> cells;
    const roster::Roster& roster = m_model.roster();
    for (const roster::PostIndex post : m_model.book().postsOf(unit)) {
        for (const roster::BookShift& shift : m_model.book().row(post).shifts) {
            const roster::Span earlier{shift.time.from - kWeek, shift.time.until - kWeek};
            std::vector<std::string> people;
            for (const roster::PersonIndex person : m_model.book().peopleAt(post, earlier)) {
                people.push_back(roster.people[person].name);
            }
            if (people.empty() || !timeOf(m_model.columns()).holds(shift.time.from)
                || people == m_model.peopleAt(post, shift.time)) {
                continue;
            }
            const auto& known = m_model.shifts().state().cells;
            const auto touched = known.find({roster.posts[post].code, shift.day, shift.name.zh});
            model::CellEdit cell;
            cell.post = roster.posts[post].code;
            cell.day = shift.day;
            cell.shift = shift.name.zh;
            cell.from = shift.time.from;
            cell.until = shift.time.until;
            cell.people = std::move(people);
            cell.base = touched == known.end() ? 0 : touched->second.version;
            cells.push_back(std::move(cell));
        }
    }
    const std::size_t count = cells.size();
    if (count == 0) {
        return fail(Code::AlreadyDone, "the week is as the one before");
    }
    return write(unit, std::move(cells)).transform([count] { return count; });
}

Result<void> RosterEdits::moveTo(const RosterPlace& from, const RosterPlace& to, bool isCopy)
{
    const roster::Roster& roster = m_model.roster();
    model::CellEdit source = cellOf(from, {});
    model::CellEdit target = cellOf(to, {});
    target.people = m_model.peopleAt(from.post, {source.from, source.until});
    if (target.people.empty()) {
        return fail(Code::MissingField, "nobody is there");
    }
    const bool isSame =
        source.post == target.post && source.day == target.day && source.shift == target.shift;
    if (isSame) {
        return fail(Code::AlreadyDone, "the same shift");
    }
    const UnitCode unit = roster.posts[from.post].unit;
    if (unit != roster.posts[to.post].unit) {
        return fail(Code::NotAllowed, "of another unit");
    }
    std::vector<model::CellEdit> cells{target};
    if (!isCopy) {
        cells.push_back(source);
    }
    return write(unit, std::move(cells));
}

Result<model::DutySlot> RosterEdits::slotAt(const RosterPlace& place) const
{
    const model::CellEdit cell = cellOf(place, {});
    const auto people = m_model.peopleAt(place.post, {cell.from, cell.until});
    if (people.empty()) {
        return fail(Code::MissingField, "nobody is there");
    }
    return model::DutySlot{cell.post, people.front(), cell.from, cell.until};
}

Result<void>
RosterEdits::swap(const RosterPlace& a, const RosterPlace& b, const std::string& reason)
{
    const auto first = slotAt(a);
    const auto second = slotAt(b);
    if (!first || !second) {
        return std::unexpected(first ? second.error() : first.error());
    }
    if (first->person == second->person) {
        return fail(Code::AlreadyDone, first->person);
    }
    const model::AskDutyChange ask{model::DutyChange::Swap, *first, *second, {}, reason};
    if (auto may = m_model.shifts().mayPerform(ask); !may) {
        return may;
    }
    m_model.shifts().perform(ask);
    return {};
}

Result<void>
RosterEdits::substitute(const RosterPlace& place, const std::string& by, const std::string& reason)
{
    return askChange(model::DutyChange::Substitute, place, by, reason);
}

Result<void> RosterEdits::noShow(
    const RosterPlace& place,
    const std::string& substitute,
    const std::string& reason)
{
    return askChange(model::DutyChange::NoShow, place, substitute, reason);
}

Result<void> RosterEdits::askChange(
    model::DutyChange sort,
    const RosterPlace& place,
    const std::string& substitute,
    const std::string& reason)
{
    const auto slot = slotAt(place);
    if (!slot) {
        return std::unexpected(slot.error());
    }
    const model::AskDutyChange ask{sort, *slot, {}, substitute, reason};
    if (auto may = m_model.shifts().mayPerform(ask); !may) {
        return may;
    }
    m_model.shifts().perform(ask);
    return {};
}

Result<void>
RosterEdits::decide(const RosterPlace& place, bool isAccepted, const std::string& reason)
{
    const roster::BookShift* shift = m_model.shift(place.post, column(place), place.part);
    const auto [id, change] =
        m_model.waiting(place.post, shift == nullptr ? column(place).time : shift->time);
    if (change == nullptr) {
        return fail(Code::NothingAsked, "no change waits");
    }
    const model::DecideDutyChange act{id, isAccepted, reason};
    if (auto may = m_model.shifts().mayPerform(act); !may) {
        return may;
    }
    m_model.shifts().perform(act);
    return {};
}

Result<void> RosterEdits::choose(const RosterPlace& place, std::size_t version)
{
    const roster::BookShift* shift = m_model.shift(place.post, column(place), place.part);
    const model::ShiftCell* cell = shift == nullptr ? nullptr : m_model.touched(place.post, *shift);
    if (cell == nullptr || cell->rivals.empty() || version > cell->rivals.size()) {
        return fail(Code::NothingAsked, "no two versions");
    }
    model::CellEdit chosen = version == 0 ? cell->standing.edit : cell->rivals[version - 1].edit;
    chosen.base = cell->version;
    return write(cell->unit, {chosen});
}

Result<std::size_t> RosterEdits::import(const std::vector<model::EditRoster>& acts)
{
    std::size_t cells = 0;
    for (const model::EditRoster& act : acts) {
        if (auto done = write(act.unit, act.cells); !done) {
            return std::unexpected(done.error());
        }
        cells += act.cells.size();
    }
    return cells;
}

Result<void> RosterEdits::undo()
{
    if (m_undo.empty()) {
        return fail(Code::NothingAsked, "nothing to undo");
    }
    model::EditRoster act = std::move(m_undo.back());
    m_undo.pop_back();
    const auto& cells = m_model.shifts().state().cells;
    for (model::CellEdit& cell : act.cells) {
        const auto now = cells.find({cell.post, cell.day, cell.shift});
        cell.base = now == cells.end() ? 0 : now->second.version;
    }
    return write(act.unit, std::move(act.cells), true);
}

} // namespace sz::widgets
