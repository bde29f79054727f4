// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What stands where on the roster page: columns of shifts, rows of posts under their groups. Pure functions.

#include "data/roster/Roster.h"

#include <vector>

namespace sz::widgets {

enum class RosterSpan : std::uint8_t {
    Week,
    Day, ///< a strip of hours
    Month,
};

struct RosterColumn
{
    roster::Day day = 0;
    roster::Span time;
    roster::Words name;  ///< of the shift; empty in a month
    int minute = 0;      ///< local, at which it begins
    bool isFirst = true; ///< of its day
};

/// A heading of a kind of unit, or a post below it.
struct RosterLine
{
    plan::UnitKind group = plan::UnitKind::Office;
    roster::PostIndex post = roster::kNobody; ///< kNobody: the heading
};

/// Monday of the week, first of the month, or the day itself.
[[nodiscard]] roster::Day firstDayOf(RosterSpan span, roster::Day day);
[[nodiscard]] int daysOf(RosterSpan span, roster::Day first);
/// Days forward or back by weeks, days or months.
[[nodiscard]] roster::Day turned(RosterSpan span, roster::Day first, int by);

/// The shifts of each day as most posts have them; a month has one column a day. At most kMostShifts a day.
inline constexpr std::size_t kMostShifts = 4;
[[nodiscard]] std::vector<RosterColumn>
columnsOf(const roster::Roster& roster, RosterSpan span, roster::Day first);
/// All of them together.
[[nodiscard]] roster::Span timeOf(const std::vector<RosterColumn>& columns);

/// Office, zones, districts, lines, areas, then what is left; posts in the order of the roster. Units the plan does not know stand last.
[[nodiscard]] std::vector<RosterLine> linesOf(const roster::Roster& roster, const plan::Plan& plan);

} // namespace sz::widgets
