// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Which days are workdays and which hours of them: limits in working time count here (calendar.toml).

#include "data/base/Clock.h"

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace sz::plan {

/// A stretch of a working day, minutes after local midnight: 0 ≤ from < to ≤ 1440.
struct WorkSpan
{
    int from = 0;
    int to = 0;
    bool operator==(const WorkSpan&) const = default;
};

/// A public holiday with the make-up workdays (调休) that are worked for it. Days are local day numbers (since 1970-01-01).
struct Holiday
{
    std::int64_t from = 0;
    std::int64_t to = 0; ///< the last day off
    std::string nameZh;
    std::string nameEn;
    std::vector<std::int64_t> workdays;
    bool operator==(const Holiday&) const = default;
};

/// A working calendar as the plan writes it. In a year that is not among `years` the week alone counts.
struct WorkRules
{
    using Hours = std::vector<WorkSpan>; ///< ascending, apart; empty: a day off

    std::array<Hours, 7> week; ///< Monday first
    Hours makeup;              ///< of a make-up workday
    std::vector<Holiday> holidays;
    std::vector<int> years; ///< whose holidays are all there; ascending
    bool operator==(const WorkRules&) const = default;
};

/// Of a plan without calendar.toml: Monday to Friday 09:00–17:00, no holidays.
[[nodiscard]] const WorkRules& standardWorkRules();

/// A limit in working time.
struct WorkLimit
{
    /// Wire values.
    enum class Unit : std::uint8_t {
        Days = 1,    ///< ends with the n-th workday after the day it began on
        Minutes = 2, ///< counted while there is work
    };
    Unit unit = Unit::Days;
    int amount = 0; ///< > 0
    bool operator==(const WorkLimit&) const = default;
};

inline constexpr int kMostWorkDays = 250;

/// About as long on a clock that runs day and night, in minutes: 7 workdays are 10 days of the calendar; minutes stay.
[[nodiscard]] constexpr int aboutMinutes(const WorkLimit& limit)
{
    return limit.unit == WorkLimit::Unit::Minutes ? limit.amount
                                                  : (limit.amount * 7 + 4) / 5 * 24 * 60;
}

/// Instants that differ by working time. All functions are pure and exact to the millisecond, take a few steps of a binary
/// search, and know nothing of daylight saving: the plan has a fixed offset. Thread: any, once made.
class Calendar
{
public:
    Calendar() : Calendar(standardWorkRules(), 480) {}
    /// Rules without any hour of work in the week count as the standard ones: a limit must end.
    Calendar(WorkRules rules, int utcOffsetMinutes);

    [[nodiscard]] std::int64_t localDay(Instant t) const;
    [[nodiscard]] bool isWorkday(std::int64_t day) const { return !hoursOf(day).empty(); }
    [[nodiscard]] const WorkRules::Hours& hoursOf(std::int64_t day) const;
    /// Null when it is none.
    [[nodiscard]] const Holiday* holidayOn(std::int64_t day) const;
    /// Are the holidays of this day's year known?
    [[nodiscard]] bool isKnown(std::int64_t day) const;

    /// The first moment by which so much working time has passed since `from`; `from` itself for none. What ends with the
    /// last minute of a day ends then, not when the next day begins.
    [[nodiscard]] Instant afterWorkTime(Instant from, Millis work) const;
    /// The close of the n-th workday (n ≥ 1) after the local day of `from`: that day itself does not count.
    [[nodiscard]] Instant afterWorkDays(Instant from, int days) const;
    [[nodiscard]] Instant after(Instant from, WorkLimit limit) const;
    /// The first moment from which no more than so much working time is left until `until`.
    [[nodiscard]] Instant beforeWorkTime(Instant until, Millis work) const;
    /// Working time between two moments; negative when the second is the earlier one.
    [[nodiscard]] Millis workTime(Instant from, Instant until) const;

    [[nodiscard]] const WorkRules& rules() const { return m_rules; }

private:
    /// A holiday or a make-up workday, with what all up to and including it add to the plain weeks.
    struct Exception
    {
        std::int64_t day = 0;
        bool isWorked = false;
        std::int64_t addedMs = 0;
        std::int64_t addedDays = 0;
    };
    struct Count
    {
        std::int64_t ms = 0;
        std::int64_t days = 0;
    };
    void index();
    [[nodiscard]] const Exception* exceptionOn(std::int64_t day) const;
    /// Working time and workdays before the day began, since a day long ago.
    [[nodiscard]] Count before(std::int64_t day) const;
    [[nodiscard]] std::int64_t position(Instant t) const;
    [[nodiscard]] Instant at(std::int64_t work) const;
    [[nodiscard]] Instant instantOf(std::int64_t day, std::int64_t msOfDay) const;

    WorkRules m_rules;
    Millis m_offset;
    std::array<Count, 8> m_week; ///< before each weekday; the last: of a whole week
    std::vector<Exception> m_exceptions;
};

} // namespace sz::plan
