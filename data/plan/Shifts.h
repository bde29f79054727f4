// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Which team of a rotation has which shift of a day: the one rule that the plan's own answers and the rosters made of it share.

#include "data/plan/Plan.h"

namespace sz::plan {

/// What a day is by the working calendar. A make-up workday (调休上班) is a workday, whatever its weekday.
enum class DayKind : std::uint8_t {
    Workday = 1,
    Weekend = 2, ///< free, without being a public holiday
    Holiday = 4,
};
using DayKinds = std::uint8_t; ///< sum of DayKind
inline constexpr DayKinds kEveryDay = 7;
/// Of a local day number.
[[nodiscard]] DayKind dayKind(const Calendar& calendar, std::int64_t day);
/// Days of these kinds from–until, half-open; negative when `until` is the earlier one. Weeks are counted, not days.
[[nodiscard]] std::int64_t
daysOfKind(const Calendar& calendar, DayKinds on, std::int64_t from, std::int64_t until);

/// Kinds of days on which a shift of a rotation is held.
[[nodiscard]] DayKinds daysOf(const Rotation& rotation, std::size_t shift);
/// Minutes after midnight; not later than the beginning: on the next day.
[[nodiscard]] int endOf(const Rotation& rotation, std::size_t shift);
/// Shifts that are held on the same kinds of days and so follow one another, in their order; `shift` is one of them.
[[nodiscard]] std::vector<std::size_t> rowOf(const Rotation& rotation, std::size_t shift);

struct TeamShift
{
    std::size_t shift = 0; ///< into Rotation::changesAt
    std::size_t team = 0;  ///< into Rotation::teams
};
/// Of one local day, by shift, then team: whose shifts begin on it. Empty on a day that nobody has.
[[nodiscard]] std::vector<TeamShift>
shiftsOn(const Rotation& rotation, const Calendar& calendar, std::int64_t day);

} // namespace sz::plan
