// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/plan/Shifts.h"

#include <algorithm>

namespace sz::plan {
namespace {

constexpr int kWeek = 7;
constexpr std::int64_t kThursday = 3; ///< of 1970-01-01, Monday first

std::int64_t modulo(std::int64_t value, std::int64_t length)
{
    return ((value % length) + length) % length;
}

std::size_t weekday(std::int64_t day)
{
    return static_cast<std::size_t>(modulo(day + kThursday, kWeek));
}

bool isOf(DayKinds on, DayKind kind)
{
    return (on & static_cast<DayKinds>(kind)) != 0;
}

/// As the week alone has it.
DayKind plainKind(const WorkRules& rules, std::int64_t day)
{
    return rules.week[weekday(day)].empty() ? DayKind::Weekend : DayKind::Workday;
}

/// Days that are not what their weekday says, each once.
std::vector<std::int64_t> exceptions(const WorkRules& rules)
{
    std::vector<std::int64_t> days;
    for (const Holiday& holiday : rules.holidays) {
        for (std::int64_t day = holiday.from; day <= holiday.to; ++day) {
            days.push_back(day);
        }
        days.insert(days.end(), holiday.workdays.begin(), holiday.workdays.end());
    }
    std::ranges::sort(days);
    days.erase(std::ranges::unique(days).begin(), days.end());
    return days;
}

} // namespace

DayKind dayKind(const Calendar& calendar, std::int64_t day)
{
    if (calendar.isWorkday(day)) {
        return DayKind::Workday;
    }
    return calendar.holidayOn(day) != nullptr ? DayKind::Holiday : DayKind::Weekend;
}

std::int64_t
daysOfKind(const Calendar& calendar, DayKinds on, std::int64_t from, std::int64_t until)
{
    if (until < from) {
        return -daysOfKind(calendar, on, until, from);
    }
    const WorkRules& rules = calendar.rules();
    std::int64_t inWeek = 0;
    std::int64_t count = 0;
    for (std::int64_t day = from; day < from + kWeek; ++day) {
        const std::int64_t one = isOf(on, plainKind(rules, day)) ? 1 : 0;
        inWeek += one;
        count += day - from < (until - from) % kWeek ? one : 0;
    }
    count += inWeek * ((until - from) / kWeek);
    for (const std::int64_t day : exceptions(rules)) {
        if (from <= day && day < until) {
            count -= isOf(on, plainKind(rules, day)) ? 1 : 0;
            count += isOf(on, dayKind(calendar, day)) ? 1 : 0;
        }
    }
    return count;
}

DayKinds daysOf(const Rotation& rotation, std::size_t shift)
{
    return shift < rotation.on.size() ? rotation.on[shift] : kEveryDay;
}

int endOf(const Rotation& rotation, std::size_t shift)
{
    if (shift < rotation.endsAt.size() && rotation.endsAt[shift] >= 0) {
        return rotation.endsAt[shift];
    }
    const std::vector<std::size_t> row = rowOf(rotation, shift);
    const auto next = std::ranges::upper_bound(row, shift);
    return rotation.changesAt[next == row.end() ? row.front() : *next];
}

std::vector<std::size_t> rowOf(const Rotation& rotation, std::size_t shift)
{
    std::vector<std::size_t> row;
    for (std::size_t i = 0; i < rotation.changesAt.size(); ++i) {
        if (daysOf(rotation, i) == daysOf(rotation, shift)) {
            row.push_back(i);
        }
    }
    return row;
}

std::vector<TeamShift>
shiftsOn(const Rotation& rotation, const Calendar& calendar, std::int64_t day)
{
    std::vector<TeamShift> found;
    const std::size_t teams = rotation.teams.size();
    if (!rotation.pattern.empty()) {
        const auto length = static_cast<std::int64_t>(rotation.pattern.size());
        for (std::size_t team = 0; team < teams; ++team) {
            const auto behind = static_cast<std::int64_t>(team) * rotation.stride;
            const auto at = modulo(day - rotation.epochDay - behind, length);
            const int shift = rotation.pattern[static_cast<std::size_t>(at)];
            if (shift != kFreeDay) {
                found.push_back({static_cast<std::size_t>(shift), team});
            }
        }
        std::ranges::stable_sort(found, {}, &TeamShift::shift);
        return found;
    }
    const DayKind kind = dayKind(calendar, day);
    for (std::size_t shift = 0; shift < rotation.changesAt.size(); ++shift) {
        const DayKinds on = daysOf(rotation, shift);
        if (!isOf(on, kind)) {
            continue;
        }
        const std::vector<std::size_t> row = rowOf(rotation, shift);
        const auto before = on == kEveryDay ? day - rotation.epochDay
                                            : daysOfKind(calendar, on, rotation.epochDay, day);
        const auto number = before * static_cast<std::int64_t>(row.size())
                            + (std::ranges::find(row, shift) - row.begin());
        found.push_back(
            {shift, static_cast<std::size_t>(modulo(number, static_cast<std::int64_t>(teams)))});
    }
    return found;
}

} // namespace sz::plan
