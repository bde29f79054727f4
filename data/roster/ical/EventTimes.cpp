// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/roster/ical/Ical.h"

#include <algorithm>

namespace sz::roster {
namespace {

/// A rule without an end is followed for so long at most.
constexpr std::size_t kMostSteps = 50'000;

struct FreeIterator
{
    void operator()(icalrecur_iterator* one) const { icalrecur_iterator_free(one); }
};

bool isFine(const icaltimetype& time)
{
    // The library calls 30 February valid, and would make it 2 March.
    const auto date = std::chrono::year(time.year)
                      / std::chrono::month(static_cast<unsigned>(time.month))
                      / std::chrono::day(static_cast<unsigned>(time.day));
    const bool isClock = time.hour >= 0 && time.hour < 24 && time.minute >= 0 && time.minute < 60;
    return icaltime_is_null_time(time) == 0 && time.year >= 1970 && time.year < 2200 && date.ok()
           && (time.is_date != 0 || isClock);
}

Instant asUtc(const icaltimetype& t)
{
    const auto day = std::chrono::sys_days(
        std::chrono::year(t.year) / std::chrono::month(static_cast<unsigned>(t.month))
        / std::chrono::day(static_cast<unsigned>(t.day)));
    return Instant(day) + Minutes(t.is_date != 0 ? 0 : t.hour * 60 + t.minute)
           + std::chrono::seconds(t.is_date != 0 ? 0 : t.second);
}

} // namespace

Instant EventTimes::instantOf(const icaltimetype& time, icaltimezone* zone) const
{
    const Instant clock = asUtc(time);
    if (time.is_date != 0 || zone == nullptr) {
        return clock - Minutes(m_roster.utcOffsetMinutes);
    }
    icaltimetype local = time;
    const int offset = icaltimezone_get_utc_offset(zone, &local, nullptr);
    return clock - std::chrono::seconds(offset);
}

std::expected<EventTimes::Moment, EventFault> EventTimes::momentOf(icalproperty* property) const
{
    Moment moment;
    const icalvalue* value = icalproperty_get_value(property);
    moment.time = icalvalue_get_datetime(value);
    if (icalvalue_isa(value) == ICAL_DATE_VALUE) {
        moment.time = icalvalue_get_date(value);
    }
    if (!isFine(moment.time)) {
        return std::unexpected(EventFault::NoTime);
    }
    if (icaltime_is_utc(moment.time) != 0) {
        moment.zone = icaltimezone_get_utc_timezone();
        return moment;
    }
    const char* name = icalproperty_get_parameter_as_string(property, "TZID");
    if (name != nullptr && moment.time.is_date == 0) {
        moment.zone = icalcomponent_get_timezone(m_calendar, name);
        if (moment.zone == nullptr) {
            moment.zone = icaltimezone_get_builtin_timezone(name);
        }
        if (moment.zone == nullptr) {
            return std::unexpected(EventFault::UnknownZone);
        }
    }
    return moment;
}

std::expected<Millis, EventFault> EventTimes::lengthOf(icalcomponent* event, const Moment& start)
{
    if (icalproperty* end = icalcomponent_get_first_property(event, ICAL_DTEND_PROPERTY)) {
        const auto until = momentOf(end);
        if (!until) {
            return std::unexpected(until.error());
        }
        return instantOf(until->time, until->zone) - instantOf(start.time, start.zone);
    }
    if (icalproperty* length = icalcomponent_get_first_property(event, ICAL_DURATION_PROPERTY)) {
        return std::chrono::seconds(icaldurationtype_as_int(icalproperty_get_duration(length)));
    }
    return start.time.is_date != 0 ? Millis(std::chrono::days(1)) : Millis(0);
}

std::optional<EventFault>
EventTimes::addRule(icalproperty* property, const Moment& start, std::vector<Instant>& all)
{
    icalrecurrencetype rule = icalproperty_get_rrule(property);
    if (rule.freq != ICAL_DAILY_RECURRENCE && rule.freq != ICAL_WEEKLY_RECURRENCE
        && rule.freq != ICAL_MONTHLY_RECURRENCE && rule.freq != ICAL_YEARLY_RECURRENCE) {
        return EventFault::RuleRefused;
    }
    // The end of a rule is told in UTC, or as a day that is meant whole; the rule itself runs in the event's own time.
    const bool hasEnd = icaltime_is_null_time(rule.until) == 0;
    std::optional<Instant> end;
    if (hasEnd) {
        icaltimetype until = rule.until;
        if (until.is_date != 0) {
            until.is_date = 0;
            until.hour = 23;
            until.minute = 59;
            until.second = 59;
            until.zone = nullptr;
        }
        end = instantOf(
            until, icaltime_is_utc(rule.until) != 0 ? icaltimezone_get_utc_timezone() : start.zone);
        rule.until = icaltime_null_time();
    }
    icaltimetype from = start.time;
    from.zone = nullptr;
    const std::unique_ptr<icalrecur_iterator, FreeIterator> steps(
        icalrecur_iterator_new(rule, from));
    if (!steps) {
        return EventFault::RuleRefused;
    }
    for (std::size_t n = 0;; ++n) {
        const icaltimetype next = icalrecur_iterator_next(steps.get());
        if (icaltime_is_null_time(next) != 0 || !isFine(next)) {
            return std::nullopt;
        }
        const Instant at = instantOf(next, start.zone);
        if (at >= m_range.until || (end && at > *end)) {
            return std::nullopt;
        }
        ++m_budget.occurrences;
        if (n >= kMostSteps || m_budget.isSpent(kMostIcalSteps)) {
            return EventFault::TooMany;
        }
        all.push_back(at);
    }
}

std::optional<EventFault>
EventTimes::addDates(icalcomponent* event, icalproperty_kind kind, std::vector<Instant>& all)
{
    for (icalproperty* one = icalcomponent_get_first_property(event, kind); one != nullptr;
         one = icalcomponent_get_next_property(event, kind)) {
        if (kind == ICAL_RDATE_PROPERTY
            && icaltime_is_null_time(icalproperty_get_rdate(one).time) != 0) {
            return EventFault::RuleRefused; // a period with a length of its own
        }
        Moment moment;
        if (kind == ICAL_RDATE_PROPERTY) {
            moment.time = icalproperty_get_rdate(one).time;
        } else {
            moment.time = icalproperty_get_exdate(one);
        }
        if (!isFine(moment.time)) {
            return EventFault::NoTime;
        }
        const char* name = icalproperty_get_parameter_as_string(one, "TZID");
        if (icaltime_is_utc(moment.time) != 0) {
            moment.zone = icaltimezone_get_utc_timezone();
        } else if (name != nullptr && moment.time.is_date == 0) {
            icaltimezone* own = icalcomponent_get_timezone(m_calendar, name);
            moment.zone = own != nullptr ? own : icaltimezone_get_builtin_timezone(name);
            if (moment.zone == nullptr) {
                return EventFault::UnknownZone;
            }
        }
        all.push_back(instantOf(moment.time, moment.zone));
        ++m_budget.occurrences;
        if (m_budget.isSpent(kMostIcalSteps)) {
            return EventFault::TooMany;
        }
    }
    return std::nullopt;
}

std::expected<std::vector<Span>, EventFault> EventTimes::of(icalcomponent* event)
{
    icalproperty* first = icalcomponent_get_first_property(event, ICAL_DTSTART_PROPERTY);
    if (first == nullptr) {
        return std::unexpected(EventFault::NoTime);
    }
    const auto start = momentOf(first);
    if (!start) {
        return std::unexpected(start.error());
    }
    const auto length = lengthOf(event, *start);
    if (!length) {
        return std::unexpected(length.error());
    }
    if (*length <= Millis(0) || *length > std::chrono::days(31)) {
        return std::unexpected(EventFault::NoTime);
    }
    if (icalcomponent_get_first_property(event, ICAL_EXRULE_PROPERTY) != nullptr) {
        return std::unexpected(EventFault::RuleRefused);
    }
    std::vector<Instant> all{instantOf(start->time, start->zone)};
    for (icalproperty* rule = icalcomponent_get_first_property(event, ICAL_RRULE_PROPERTY);
         rule != nullptr; rule = icalcomponent_get_next_property(event, ICAL_RRULE_PROPERTY)) {
        if (const auto fault = addRule(rule, *start, all)) {
            return std::unexpected(*fault);
        }
    }
    if (const auto fault = addDates(event, ICAL_RDATE_PROPERTY, all)) {
        return std::unexpected(*fault);
    }
    std::vector<Instant> without;
    if (const auto fault = addDates(event, ICAL_EXDATE_PROPERTY, without)) {
        return std::unexpected(*fault);
    }
    std::ranges::sort(all);
    all.erase(std::ranges::unique(all).begin(), all.end());
    std::vector<Span> spans;
    for (const Instant at : all) {
        if (m_range.holds(at) && !std::ranges::contains(without, at)) {
            spans.push_back({at, at + *length});
        }
    }
    return spans;
}

std::expected<std::optional<Instant>, EventFault> EventTimes::replaced(icalcomponent* event)
{
    icalproperty* property = icalcomponent_get_first_property(event, ICAL_RECURRENCEID_PROPERTY);
    if (property == nullptr) {
        return std::nullopt;
    }
    if (icalproperty_get_first_parameter(property, ICAL_RANGE_PARAMETER) != nullptr) {
        return std::unexpected(EventFault::RuleRefused);
    }
    const auto moment = momentOf(property);
    if (!moment) {
        return std::unexpected(moment.error());
    }
    return instantOf(moment->time, moment->zone);
}

} // namespace sz::roster
