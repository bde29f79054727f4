// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/roster/ical/RosterCalendar.h"
#include "widgets/common/Language.h"
#include "widgets/roster/RosterImport.h"

namespace sz::widgets {

// By name, as it stands on the screen: rotations, hand-made changes and agreed swaps alike.
Result<std::string> exportedCalendar(const RosterModel& model, const UnitCode& unit, Instant now)
{
    const roster::Roster& all = model.roster();
    roster::Roster shown;
    shown.utcOffsetMinutes = all.utcOffsetMinutes;
    shown.calendar = all.calendar;
    shown.rotations = all.rotations;
    shown.people = all.people;
    std::vector<roster::PostIndex> posts;
    for (const roster::PostIndex post : model.book().postsOf(unit)) {
        roster::RosterPost named = all.posts[post];
        named.turns.clear();
        named.teams.clear();
        const roster::PostIndex at = shown.add(std::move(named));
        posts.push_back(at);
        for (const roster::BookDuty& one : model.book().row(post).duties) {
            const std::uint32_t label = shown.labelNamed(one.shift.zh);
            shown.assignments.push_back({at, one.person, one.time, label, roster::kNobody});
        }
    }
    const auto table = roster::DutyTable::expand(shown, timeOf(model.columns()));
    if (!table) {
        return std::unexpected(table.error());
    }
    return roster::calendarText(shown, *table, posts, {now, uiLanguage() == Language::Chinese});
}

} // namespace sz::widgets
