// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Rotations that offices use, so that nobody has to write a cycle day by day.

#include "data/roster/Roster.h"

namespace sz::roster {

/// What one team does on each day of its cycle: index of a shift, or kFree.
inline constexpr int kFree = plan::kFreeDay;

/// Teams follow the same pattern, team n `stride` days behind team n − 1. The cycle is as long as the pattern.
[[nodiscard]] Wheel staggered(const std::vector<int>& pattern, int teams, int stride, Day epoch);

/// Four days on, three off (上四休三): seven teams a day apart, so that four stand each day.
[[nodiscard]] Rotation fourOnThreeOff(ShiftTemplate shift, Day epoch);
/// Day, night, off, off (四班两倒): four teams.
[[nodiscard]] Rotation dayNight(ShiftTemplate day, ShiftTemplate night, Day epoch);
/// Early, late, night, off (四班三运转): four teams.
[[nodiscard]] Rotation
threeShift(ShiftTemplate early, ShiftTemplate late, ShiftTemplate night, Day epoch);
/// Teams in turn day by day, counted apart on workdays, weekends and holidays, so that nobody has all the holidays. A kind of day
/// without a shift is not covered.
struct ByDayKind
{
    std::optional<ShiftTemplate> workday;
    std::optional<ShiftTemplate> weekend;
    std::optional<ShiftTemplate> holiday;
};
[[nodiscard]] Rotation byDayKind(const ByDayKind& shifts, int teams, Day epoch);

/// Of a plan's rotation: one team per shift in turn, a row for each kind of day, or the pattern it writes (shifts.toml).
[[nodiscard]] Rotation ofPlan(const plan::Rotation& rotation);

} // namespace sz::roster
