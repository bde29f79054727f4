// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/base/Hash.h"
#include "data/roster/ical/Ical.h"
#include "data/roster/ical/RosterCalendar.h"

#include <algorithm>
#include <cstdlib>
#include <format>
#include <map>
#include <tuple>

namespace sz::roster {
namespace {

constexpr int kDayMinutes = 24 * 60;

/// Duties that differ in their day only.
struct Series
{
    PostIndex post = 0;
    PersonIndex person = 0;
    std::uint32_t shift = 0;
    int fromMinute = 0; ///< local, of its day
    int minutes = 0;
    auto operator<=>(const Series&) const = default;
};

/// Days with the same step between them.
struct Run
{
    Day first = 0;
    int step = 0; ///< days; 0: one only
    int count = 1;
};

std::vector<Run> runsOf(const std::vector<Day>& days)
{
    std::vector<Run> runs;
    for (const Day day : days) {
        Run* last = runs.empty() ? nullptr : &runs.back();
        if (last != nullptr && last->count == 1) {
            last->step = static_cast<int>(day - last->first);
            last->count = 2;
        } else if (last != nullptr && last->first + Day(last->step) * last->count == day) {
            ++last->count;
        } else {
            runs.push_back({day, 0, 1});
        }
    }
    // Two that only happen to be apart by some days are two.
    std::vector<Run> apart;
    for (const Run& one : runs) {
        if (one.count == 2) {
            apart.push_back({one.first, 0, 1});
            apart.push_back({one.first + one.step, 0, 1});
        } else {
            apart.push_back(one);
        }
    }
    return apart;
}

icaltimetype timeOf(Day day, int minute, const icaltimezone* zone)
{
    const std::chrono::sys_time<Minutes> local{std::chrono::days(day) + Minutes(minute)};
    const auto midnight = std::chrono::floor<std::chrono::days>(local);
    const std::chrono::year_month_day date(midnight);
    const auto clock = static_cast<int>((local - midnight).count());
    icaltimetype time = icaltime_null_time();
    time.year = static_cast<int>(date.year());
    time.month = static_cast<int>(static_cast<unsigned>(date.month()));
    time.day = static_cast<int>(static_cast<unsigned>(date.day()));
    time.hour = clock / 60;
    time.minute = clock % 60;
    time.zone = zone;
    return time;
}

class Writer
{
public:
    Writer(const Roster& roster, const DutyTable& table, const CalendarStyle& style)
        : m_roster(roster), m_table(table), m_style(style),
          m_calendar(icalcomponent_new(ICAL_VCALENDAR_COMPONENT)),
          m_zoneId(std::format(
              "Sanzhen/UTC{}{:02}{:02}",
              roster.utcOffsetMinutes < 0 ? '-' : '+',
              std::abs(roster.utcOffsetMinutes) / 60,
              std::abs(roster.utcOffsetMinutes) % 60))
    {
        icalcomponent_add_property(m_calendar.get(), icalproperty_new_version("2.0"));
        icalcomponent_add_property(
            m_calendar.get(), icalproperty_new_prodid("-//Sanzhen//Roster//ZH"));
        addZone();
    }

    void addPost(PostIndex post)
    {
        std::map<Series, std::vector<Day>> all;
        for (const Stint& stint : m_table.of(post)) {
            const Span time = m_table.timeOf(stint);
            if (!m_table.range().holds(time.from)) {
                continue;
            }
            const Day day = m_roster.localDay(time.from);
            const auto minute = [&](Instant t) {
                return static_cast<int>(
                    std::chrono::duration_cast<Minutes>(t - m_roster.instantOf(day, 0)).count());
            };
            const int from = minute(time.from);
            all[{post, stint.person, stint.shift, from, minute(time.until) - from}].push_back(day);
        }
        for (const auto& [series, days] : all) {
            for (const Run& run : runsOf(days)) {
                addEvent(series, run);
            }
        }
    }

    Result<std::string> text() const
    {
        char* made = icalcomponent_as_ical_string_r(m_calendar.get());
        if (made == nullptr) {
            return fail(Code::Internal, "libical wrote nothing");
        }
        std::string text = made;
        icalmemory_free_buffer(made);
        return text;
    }

private:
    // A fixed offset is all a plan has, so one STANDARD part is the whole zone.
    void addZone()
    {
        icalcomponent* zone = icalcomponent_new(ICAL_VTIMEZONE_COMPONENT);
        icalcomponent_add_property(zone, icalproperty_new_tzid(m_zoneId.c_str()));
        icalcomponent* standard = icalcomponent_new(ICAL_XSTANDARD_COMPONENT);
        icalcomponent_add_property(
            standard, icalproperty_new_dtstart(icaltime_from_string("19700101T000000")));
        const int seconds = m_roster.utcOffsetMinutes * 60;
        icalcomponent_add_property(standard, icalproperty_new_tzoffsetfrom(seconds));
        icalcomponent_add_property(standard, icalproperty_new_tzoffsetto(seconds));
        icalcomponent_add_component(zone, standard);
        icalcomponent_add_component(m_calendar.get(), zone);
    }

    void addEvent(const Series& series, const Run& run)
    {
        icalcomponent* event = icalcomponent_new(ICAL_VEVENT_COMPONENT);
        const RosterPost& post = m_roster.posts[series.post];
        const Person& person = m_roster.people[series.person];
        const Words& shift = m_table.shiftName(series.shift);
        icalcomponent_add_property(event, icalproperty_new_uid(uidOf(series, run).c_str()));
        icalcomponent_add_property(
            event, icalproperty_new_dtstamp(icaltime_from_timet_with_zone(
                       static_cast<time_t>(toUtcMs(m_style.stamp) / 1000), 0,
                       icaltimezone_get_utc_timezone())));
        addTime(event, icalproperty_new_dtstart(timeOf(run.first, series.fromMinute, nullptr)));
        addTime(
            event,
            icalproperty_new_dtend(timeOf(run.first, series.fromMinute + series.minutes, nullptr)));
        if (run.count > 1) {
            icalrecurrencetype rule = icalrecurrencetype_from_string(
                std::format("FREQ=DAILY;INTERVAL={};COUNT={}", run.step, run.count).c_str());
            icalcomponent_add_property(event, icalproperty_new_rrule(rule));
        }
        const bool isZh = m_style.isChinese;
        const auto pick = [&](const std::string& zh, const std::string& en) {
            return isZh || en.empty() ? zh : en;
        };
        const std::string name = pick(person.name, person.nameEn);
        icalcomponent_add_property(
            event, icalproperty_new_summary(
                       (pick(post.name.zh, post.name.en) + (isZh ? "：" : ": ") + name).c_str()));
        if (!shift.zh.empty()) {
            icalcomponent_add_property(
                event, icalproperty_new_description(pick(shift.zh, shift.en).c_str()));
        }
        addOwn(event, kPostProperty, post.code.value);
        addOwn(event, kPersonProperty, person.name);
        addOwn(event, kShiftProperty, shift.zh);
        icalcomponent_add_component(m_calendar.get(), event);
    }

    void addTime(icalcomponent* event, icalproperty* property) const
    {
        icalproperty_add_parameter(property, icalparameter_new_tzid(m_zoneId.c_str()));
        icalcomponent_add_property(event, property);
    }

    static void addOwn(icalcomponent* event, const char* name, const std::string& value)
    {
        if (!value.empty()) {
            icalproperty* property = icalproperty_new_x(value.c_str());
            icalproperty_set_x_name(property, name);
            icalcomponent_add_property(event, property);
        }
    }

    /// The same duty has the same one next time, so that a calendar replaces it.
    [[nodiscard]] std::string uidOf(const Series& series, const Run& run) const
    {
        const std::string what = std::format(
            "{}|{}|{}|{}|{}|{}|{}", m_roster.posts[series.post].code.value,
            m_roster.people[series.person].name, run.first, series.fromMinute, series.minutes,
            run.step, run.count);
        const Digest digest = sha256(viewOf(what));
        std::string uid;
        for (std::size_t i = 0; i < 16; ++i) {
            uid += std::format("{:02x}", digest[i]);
        }
        return uid + "@sanzhen";
    }

    const Roster& m_roster;
    const DutyTable& m_table;
    const CalendarStyle& m_style;
    IcalComponent m_calendar;
    std::string m_zoneId;
};

} // namespace

Result<std::string> calendarText(
    const Roster& roster,
    const DutyTable& table,
    std::span<const PostIndex> posts,
    const CalendarStyle& style)
{
    Writer writer(roster, table, style);
    for (const PostIndex post : posts) {
        writer.addPost(post);
    }
    return writer.text();
}

} // namespace sz::roster
