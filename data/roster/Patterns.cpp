// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/roster/Patterns.h"

#include <algorithm>
#include <numeric>

namespace sz::roster {
namespace {

Step step(std::size_t shift, std::size_t team)
{
    return {static_cast<std::uint16_t>(shift), static_cast<std::uint16_t>(team)};
}

/// One team after the other takes the shift.
Wheel inTurn(DayKinds on, std::size_t shift, int teams, Day epoch)
{
    Wheel wheel{on, epoch, {}};
    for (int team = 0; team < teams; ++team) {
        wheel.cycle.push_back({step(shift, static_cast<std::size_t>(team))});
    }
    return wheel;
}

/// Shifts of the same kinds of days: one team a shift, in turn, from one such day to the next.
Wheel rowInTurn(const plan::Rotation& rotation, const std::vector<std::size_t>& row)
{
    Wheel wheel{plan::daysOf(rotation, row.front()), rotation.epochDay, {}};
    const std::size_t teams = rotation.teams.size();
    wheel.cycle.resize(std::lcm(teams, row.size()) / row.size());
    for (std::size_t day = 0; day < wheel.cycle.size(); ++day) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            wheel.cycle[day].push_back(step(row[i], (day * row.size() + i) % teams));
        }
    }
    return wheel;
}

/// Where several teams stand at once, each of them is needed: as many as on the emptiest day that has the shift at all.
void askForAll(const Wheel& wheel, std::vector<ShiftTemplate>& shifts)
{
    for (std::size_t i = 0; i < shifts.size(); ++i) {
        std::ptrdiff_t least = 0;
        for (const std::vector<Step>& day : wheel.cycle) {
            const auto n = std::ranges::count(day, static_cast<std::uint16_t>(i), &Step::shift);
            least = n > 0 && (least == 0 || n < least) ? n : least;
        }
        shifts[i].needs = std::max(1, static_cast<int>(least));
    }
}

} // namespace

Wheel staggered(const std::vector<int>& pattern, int teams, int stride, Day epoch)
{
    const int length = static_cast<int>(pattern.size());
    Wheel wheel{kEveryDay, epoch, {}};
    wheel.cycle.resize(pattern.size());
    for (int day = 0; day < length; ++day) {
        for (int team = 0; team < teams; ++team) {
            const int at = (((day - team * stride) % length) + length) % length;
            if (const int shift = pattern[static_cast<std::size_t>(at)]; shift != kFree) {
                wheel.cycle[static_cast<std::size_t>(day)].push_back(
                    step(static_cast<std::size_t>(shift), static_cast<std::size_t>(team)));
            }
        }
    }
    return wheel;
}

Rotation fourOnThreeOff(ShiftTemplate shift, Day epoch)
{
    shift.needs = std::max(shift.needs, 4);
    return {
        "4on3off",
        {"上四休三", "Four on, three off"},
        {std::move(shift)},
        {staggered({0, 0, 0, 0, kFree, kFree, kFree}, 7, 1, epoch)}};
}

Rotation dayNight(ShiftTemplate day, ShiftTemplate night, Day epoch)
{
    return {
        "day-night",
        {"四班两倒", "Day and night"},
        {std::move(day), std::move(night)},
        {staggered({0, 1, kFree, kFree}, 4, 1, epoch)}};
}

Rotation threeShift(ShiftTemplate early, ShiftTemplate late, ShiftTemplate night, Day epoch)
{
    return {
        "three-shift",
        {"四班三运转", "Three shifts"},
        {std::move(early), std::move(late), std::move(night)},
        {staggered({0, 1, 2, kFree}, 4, 1, epoch)}};
}

Rotation byDayKind(const ByDayKind& shifts, int teams, Day epoch)
{
    Rotation rotation{"by-day-kind", {"工作日、周末、节假日分排", "By kind of day"}, {}, {}};
    const auto add = [&](DayKind kind, const std::optional<ShiftTemplate>& shift) {
        if (shift) {
            rotation.wheels.push_back(
                inTurn(static_cast<DayKinds>(kind), rotation.shifts.size(), teams, epoch));
            rotation.shifts.push_back(*shift);
        }
    };
    add(DayKind::Workday, shifts.workday);
    add(DayKind::Weekend, shifts.weekend);
    add(DayKind::Holiday, shifts.holiday);
    return rotation;
}

Rotation ofPlan(const plan::Rotation& rotation)
{
    Rotation made{rotation.code, {rotation.code, rotation.code}, {}, {}};
    const std::size_t shifts = rotation.changesAt.size();
    for (std::size_t i = 0; i < shifts; ++i) {
        ShiftTemplate shift;
        shift.code = rotation.code + "/" + std::to_string(i + 1);
        shift.name = {rotation.shiftNames[i].zh, rotation.shiftNames[i].en};
        shift.from = rotation.changesAt[i];
        shift.until = plan::endOf(rotation, i);
        made.shifts.push_back(std::move(shift));
    }
    if (!rotation.pattern.empty()) {
        made.wheels.push_back(staggered(
            rotation.pattern, static_cast<int>(rotation.teams.size()), rotation.stride,
            rotation.epochDay));
        askForAll(made.wheels.back(), made.shifts);
        return made;
    }
    for (std::size_t i = 0; i < shifts; ++i) {
        if (const auto row = plan::rowOf(rotation, i); row.front() == i) {
            made.wheels.push_back(rowInTurn(rotation, row));
        }
    }
    return made;
}

} // namespace sz::roster
