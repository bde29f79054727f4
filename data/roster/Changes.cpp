// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/roster/Changes.h"

#include "data/roster/DutyTable.h"

#include <algorithm>

namespace sz::roster {
namespace {

/// A slot found in the roster.
struct Held
{
    PostIndex post = 0;
    PersonIndex person = 0;
    std::uint32_t label = kNobody;
};

/// The parts of the slot's time in which its person is there follow one another without a gap.
Result<Held> heldSlot(Roster& roster, const Slot& slot)
{
    const auto post = roster.post(slot.post);
    if (!post) {
        return fail(Code::NotFound, "no such post", slot.post.value);
    }
    const auto table = DutyTable::expand(roster, slot.time);
    if (!table) {
        return std::unexpected(table.error());
    }
    Instant until = slot.time.from;
    std::optional<Held> held;
    for (const Stint& stint : table->of(*post)) {
        const Span time = table->timeOf(stint);
        const bool isTheirs = roster.people[stint.person].name == slot.person
                              && (!held || held->person == stint.person);
        if (isTheirs && time.from <= until && until < time.until) {
            held = Held{*post, stint.person, roster.labelNamed(table->shiftName(stint.shift).zh)};
            until = time.until;
        }
    }
    return held && until >= slot.time.until
               ? Result<Held>(*held)
               : fail(Code::NotFound, "does not hold it then: " + slot.person, slot.post.value);
}

void standIn(Roster& roster, const Held& held, PersonIndex person, const Span& time)
{
    roster.assignments.push_back({held.post, person, time, held.label, held.person});
}

Result<Roster> swapped(Roster roster, const Change& change)
{
    if (!change.other) {
        return fail(Code::MissingField, "the other duty");
    }
    const auto first = heldSlot(roster, change.slot);
    if (!first) {
        return std::unexpected(first.error());
    }
    const auto second = heldSlot(roster, *change.other);
    if (!second) {
        return std::unexpected(second.error());
    }
    standIn(roster, *first, second->person, change.slot.time);
    standIn(roster, *second, first->person, change.other->time);
    return roster;
}

} // namespace

Result<Change> approved(Change change, std::string by, Instant at)
{
    if (by.empty()) {
        return fail(Code::MissingField, "who approves");
    }
    if (change.approval) {
        return fail(Code::AlreadyDone, "approved by " + change.approval->by);
    }
    const bool isPart = by == change.askedBy || by == change.slot.person || by == change.substitute
                        || (change.other && by == change.other->person);
    if (isPart) {
        return fail(Code::SecondPerson, by);
    }
    change.approval = Approval{std::move(by), at};
    return change;
}

Result<Roster> applied(Roster roster, const Change& change)
{
    if (!change.approval) {
        return fail(Code::SecondPerson, "not approved");
    }
    if (change.sort == ChangeSort::Swap) {
        return swapped(std::move(roster), change);
    }
    if (change.sort == ChangeSort::Substitute && change.substitute.empty()) {
        return fail(Code::MissingField, "the substitute");
    }
    const auto held = heldSlot(roster, change.slot);
    if (!held) {
        return std::unexpected(held.error());
    }
    if (change.sort == ChangeSort::NoShow) {
        roster.absences.push_back(
            {held->post, held->person, change.slot.time, {change.reason, change.reason}});
    }
    if (!change.substitute.empty()) {
        const PersonIndex person =
            roster.personNamed(change.substitute, roster.posts[held->post].unit);
        standIn(roster, *held, person, change.slot.time);
    }
    return roster;
}

} // namespace sz::roster
