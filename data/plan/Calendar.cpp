// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Working time is one axis: plain weeks, closed in form, and what the holidays before a day take away or add. Going along it is a
// division and a search in the exceptions; going back is a search for the day.
#include "data/plan/Calendar.h"

#include <algorithm>
#include <map>

namespace sz::plan {
namespace {

constexpr std::int64_t kMinuteMs = 60'000;
constexpr std::int64_t kDayMs = 24 * 60 * kMinuteMs;
constexpr std::int64_t kWeekDays = 7;
constexpr std::int64_t kThursday = 3; ///< 1970-01-01 was one

std::int64_t floorDiv(std::int64_t a, std::int64_t b)
{
    return a / b - (a % b < 0 ? 1 : 0);
}

/// Monday is 0.
std::size_t weekdayOf(std::int64_t day)
{
    const std::int64_t shifted = day + kThursday;
    return static_cast<std::size_t>(shifted - floorDiv(shifted, kWeekDays) * kWeekDays);
}

std::int64_t lengthMs(const WorkRules::Hours& hours)
{
    std::int64_t sum = 0;
    for (const WorkSpan& span : hours) {
        sum += (span.to - span.from) * kMinuteMs;
    }
    return sum;
}

WorkRules::Hours standardHours()
{
    return {{9 * 60, 17 * 60}};
}

bool hasHours(const WorkRules& rules)
{
    return std::ranges::any_of(rules.week, [](const auto& hours) { return !hours.empty(); });
}

/// The last day of which `count` is below the target; `count` never falls and has no end. Looks around a guess first.
template <class CountOf>
std::int64_t lastDayBelow(std::int64_t guess, std::int64_t target, CountOf count)
{
    std::int64_t low = guess;
    for (std::int64_t step = 1; count(low) >= target; step *= 2) {
        low -= step;
    }
    std::int64_t high = guess + 1;
    for (std::int64_t step = 1; count(high) < target; step *= 2) {
        low = high;
        high += step;
    }
    while (high - low > 1) {
        const std::int64_t middle = low + (high - low) / 2;
        (count(middle) < target ? low : high) = middle;
    }
    return low;
}

} // namespace

const WorkRules& standardWorkRules()
{
    static const WorkRules kRules{
        {standardHours(),
         standardHours(),
         standardHours(),
         standardHours(),
         standardHours(),
         {},
         {}},
        standardHours(),
        {},
        {}};
    return kRules;
}

Calendar::Calendar(WorkRules rules, int utcOffsetMinutes)
    : m_rules(hasHours(rules) ? std::move(rules) : standardWorkRules()),
      m_offset(Minutes{utcOffsetMinutes})
{
    index();
}

void Calendar::index()
{
    for (std::size_t i = 0; i < m_rules.week.size(); ++i) {
        const WorkRules::Hours& hours = m_rules.week[i];
        m_week[i + 1] = {m_week[i].ms + lengthMs(hours), m_week[i].days + (hours.empty() ? 0 : 1)};
    }
    std::map<std::int64_t, bool> changed;
    for (const Holiday& holiday : m_rules.holidays) {
        for (std::int64_t day = holiday.from; day <= holiday.to; ++day) {
            changed.emplace(day, false);
        }
    }
    for (const Holiday& holiday : m_rules.holidays) {
        for (const std::int64_t day : holiday.workdays) {
            changed[day] = !m_rules.makeup.empty();
        }
    }
    Count added;
    for (const auto& [day, isWorked] : changed) {
        const WorkRules::Hours& usual = m_rules.week[weekdayOf(day)];
        added.ms += (isWorked ? lengthMs(m_rules.makeup) : 0) - lengthMs(usual);
        added.days += (isWorked ? 1 : 0) - (usual.empty() ? 0 : 1);
        m_exceptions.push_back({day, isWorked, added.ms, added.days});
    }
}

std::int64_t Calendar::localDay(Instant t) const
{
    return floorDiv((t + m_offset).time_since_epoch().count(), kDayMs);
}

const Calendar::Exception* Calendar::exceptionOn(std::int64_t day) const
{
    const auto it = std::ranges::lower_bound(m_exceptions, day, {}, &Exception::day);
    return it != m_exceptions.end() && it->day == day ? &*it : nullptr;
}

const WorkRules::Hours& Calendar::hoursOf(std::int64_t day) const
{
    static const WorkRules::Hours kNone;
    if (const Exception* exception = exceptionOn(day)) {
        return exception->isWorked ? m_rules.makeup : kNone;
    }
    return m_rules.week[weekdayOf(day)];
}

const Holiday* Calendar::holidayOn(std::int64_t day) const
{
    const auto it = std::ranges::find_if(
        m_rules.holidays, [day](const Holiday& h) { return h.from <= day && day <= h.to; });
    return it == m_rules.holidays.end() ? nullptr : &*it;
}

bool Calendar::isKnown(std::int64_t day) const
{
    const std::chrono::year_month_day date{std::chrono::sys_days(std::chrono::days(day))};
    return std::ranges::binary_search(m_rules.years, static_cast<int>(date.year()));
}

Calendar::Count Calendar::before(std::int64_t day) const
{
    const std::int64_t week = floorDiv(day + kThursday, kWeekDays);
    const Count& part = m_week[weekdayOf(day)];
    const Count& whole = m_week.back();
    Count count{week * whole.ms + part.ms, week * whole.days + part.days};
    const auto it = std::ranges::lower_bound(m_exceptions, day, {}, &Exception::day);
    if (it != m_exceptions.begin()) {
        count.ms += std::prev(it)->addedMs;
        count.days += std::prev(it)->addedDays;
    }
    return count;
}

std::int64_t Calendar::position(Instant t) const
{
    const std::int64_t day = localDay(t);
    const std::int64_t ofDay = (t + m_offset).time_since_epoch().count() - day * kDayMs;
    std::int64_t work = before(day).ms;
    for (const WorkSpan& span : hoursOf(day)) {
        work += std::clamp<std::int64_t>(
            ofDay - span.from * kMinuteMs, 0, (span.to - span.from) * kMinuteMs);
    }
    return work;
}

Instant Calendar::instantOf(std::int64_t day, std::int64_t msOfDay) const
{
    return Instant{Millis{day * kDayMs + msOfDay}} - m_offset;
}

// The first moment with so much work before it.
Instant Calendar::at(std::int64_t work) const
{
    const std::int64_t guess = work / m_week.back().ms * kWeekDays - kThursday;
    const std::int64_t day =
        lastDayBelow(guess, work, [this](std::int64_t d) { return before(d).ms; });
    std::int64_t left = work - before(day).ms;
    for (const WorkSpan& span : hoursOf(day)) {
        const std::int64_t length = (span.to - span.from) * kMinuteMs;
        if (left <= length) {
            return instantOf(day, span.from * kMinuteMs + left);
        }
        left -= length;
    }
    return instantOf(day, kDayMs); // not reached: the day holds what is left
}

Instant Calendar::afterWorkTime(Instant from, Millis work) const
{
    return work <= Millis::zero() ? from : at(position(from) + work.count());
}

Instant Calendar::afterWorkDays(Instant from, int days) const
{
    if (days < 1) {
        return from;
    }
    const std::int64_t today = localDay(from);
    const std::int64_t target = before(today + 1).days + days;
    const std::int64_t day =
        lastDayBelow(today + days, target, [this](std::int64_t d) { return before(d).days; });
    return instantOf(day, hoursOf(day).back().to * kMinuteMs);
}

Instant Calendar::after(Instant from, WorkLimit limit) const
{
    return limit.unit == WorkLimit::Unit::Days ? afterWorkDays(from, limit.amount)
                                               : afterWorkTime(from, Minutes{limit.amount});
}

Instant Calendar::beforeWorkTime(Instant until, Millis work) const
{
    return work <= Millis::zero() ? until : at(position(until) - work.count());
}

Millis Calendar::workTime(Instant from, Instant until) const
{
    return Millis{position(until) - position(from)};
}

} // namespace sz::plan
