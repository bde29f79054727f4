// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Days as rosters write them, mostly without year and often without month.

#include "data/exchange/Workbook.h"
#include "data/roster/Roster.h"

namespace sz::roster {

/// What is known around a cell.
struct DateFrame
{
    Day near =
        0; ///< dates without a year are nearest to it; weekdays are of its week, Monday first
    std::optional<std::chrono::year_month>
        month; ///< of "22日" and, where a bare number is a day, of "22"
    bool isFrom1904 = false;
    bool takesBareNumbers = false; ///< 1 to 31 are days of the month: heads of a calendar
};

/// 2026-11-22, 2026年11月22日, 11月22日, 11/22, 22日, 22号, 周日, 星期日, 礼拜天, 11月22日（周日）, a spreadsheet's serial number; full-width
/// digits, too. None: no such day (2月30日), a day without a month where none is known, or a weekday in brackets that is another.
[[nodiscard]] std::optional<Day> rosterDay(const exchange::BookCell& cell, const DateFrame& frame);
[[nodiscard]] std::optional<Day> rosterDay(std::string_view text, const DateFrame& frame);

/// "2026年11月值班表", "11月排班": the month a title names, its year nearest to `near` when it has none. None: it names no month.
[[nodiscard]] std::optional<std::chrono::year_month> monthIn(std::string_view title, Day near);

/// Minutes after midnight of "08:30-20:30", "8:30—次日8:30", "20时30分至8时30分"; `until` ≤ `from` is the next day. None: no such times.
struct Hours
{
    int from = 0;
    int until = 0;
    bool operator==(const Hours&) const = default;
};
[[nodiscard]] std::optional<Hours> rosterHours(std::string_view text);

} // namespace sz::roster
