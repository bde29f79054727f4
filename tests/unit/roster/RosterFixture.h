// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Small rosters, and moments as one writes them.

#include "data/roster/DutyTable.h"
#include "data/roster/Patterns.h"
#include "tests/support/SamplePlan.h"

#include <QString>
#include <QStringList>

namespace sz::roster::test {

inline Day day(int y, unsigned m, unsigned d)
{
    return std::chrono::sys_days(std::chrono::year(y) / std::chrono::month(m) / std::chrono::day(d))
        .time_since_epoch()
        .count();
}

inline Instant local(int y, unsigned m, unsigned d, int hour = 0, int minute = 0, int offset = 480)
{
    return Instant(std::chrono::days(day(y, m, d))) + Minutes(hour * 60 + minute - offset);
}

inline ShiftTemplate shift(const char* zh, int from, int until)
{
    ShiftTemplate made;
    made.code = zh;
    made.name = {zh, zh};
    made.from = from;
    made.until = until;
    return made;
}

/// One post "P", unit "U", with a rotation and teams of one person each: 甲, 乙, 丙 …
inline Roster onePost(Rotation rotation, int teams)
{
    static constexpr const char* kNames[] = {"甲", "乙", "丙", "丁", "戊", "己", "庚", "辛"};
    Roster roster;
    roster.calendar = sz::test::samplePlan()->calendar;
    roster.rotations.push_back(std::move(rotation));
    RosterPost post{PostCode("P"), UnitCode("U"), {"岗", "Post"}, {Turn{}}, {}};
    for (int i = 0; i < teams; ++i) {
        post.teams.push_back({roster.personNamed(kNames[i], UnitCode("U"))});
    }
    roster.add(std::move(post));
    return roster;
}

inline PostIndex addPost(Roster& roster, const char* code, const char* unit)
{
    RosterPost post{PostCode(code), UnitCode(unit), {code, code}, {}, {}};
    return roster.add(std::move(post));
}

inline void assign(Roster& roster, PostIndex post, const char* person, Instant from, Instant until)
{
    const PersonIndex who = roster.personNamed(person, roster.posts[post].unit);
    roster.assignments.push_back({post, who, {from, until}, kNobody, kNobody});
}

/// "甲 20:30-08:30 夜班", in local time, in the order of the table; empty: nobody.
inline QString whoAt(const Roster& roster, const DutyTable& table, PostIndex post, Instant when)
{
    std::vector<OnDuty> found;
    table.at(post, when, found);
    QStringList all;
    for (const OnDuty& one : found) {
        const auto clock = [&](Instant t) {
            const auto minute =
                std::chrono::duration_cast<Minutes>(t - roster.instantOf(roster.localDay(t), 0))
                    .count();
            return QStringLiteral("%1:%2")
                .arg(minute / 60, 2, 10, QLatin1Char('0'))
                .arg(minute % 60, 2, 10, QLatin1Char('0'));
        };
        all << QStringLiteral("%1 %2-%3 %4")
                   .arg(
                       QString::fromStdString(roster.people[one.person].name), clock(one.time.from),
                       clock(one.time.until),
                       QString::fromStdString(table.shiftName(one.shift).zh));
    }
    return all.join(QStringLiteral(", "));
}

inline DutyTable spread(const Roster& roster, Instant from, Instant until)
{
    auto table = DutyTable::expand(roster, {from, until});
    if (!table) {
        throw std::runtime_error(table.error().detail);
    }
    return std::move(*table);
}

} // namespace sz::roster::test
