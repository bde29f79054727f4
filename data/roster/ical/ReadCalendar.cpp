// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/roster/ical/Ical.h"
#include "data/roster/ical/RosterCalendar.h"
#include "data/roster/sheet/PeopleCell.h"
#include "data/roster/sheet/RosterNames.h"

#include <algorithm>
#include <format>
#include <set>

namespace sz::roster {
namespace {

constexpr std::chrono::seconds kMostTime{20};
constexpr std::size_t kShownText = 60;
constexpr std::size_t kMostName = 200; ///< bytes

/// At most so many bytes, cut before a character, not in it.
std::string shortened(std::string text)
{
    if (text.size() <= kShownText) {
        return text;
    }
    std::size_t end = kShownText;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) {
        --end;
    }
    return text.substr(0, end) + "…";
}

std::string textOf(icalcomponent* event, icalproperty_kind kind)
{
    icalproperty* property = icalcomponent_get_first_property(event, kind);
    const icalvalue* value = property == nullptr ? nullptr : icalproperty_get_value(property);
    const char* text = value == nullptr ? nullptr : icalvalue_get_text(value);
    return text == nullptr ? std::string() : text;
}

std::vector<std::string> ownTexts(icalcomponent* event, std::string_view name)
{
    std::vector<std::string> all;
    for (icalproperty* one = icalcomponent_get_first_property(event, ICAL_X_PROPERTY);
         one != nullptr; one = icalcomponent_get_next_property(event, ICAL_X_PROPERTY)) {
        const char* called = icalproperty_get_x_name(one);
        const char* value = icalproperty_get_x(one);
        if (called != nullptr && value != nullptr && name == called) {
            all.emplace_back(value);
        }
    }
    return all;
}

/// "值班长：王伟", "Duty chief: Wang Wei"; without a colon all of it is the first part.
std::pair<std::string, std::string> atColon(const std::string& text)
{
    constexpr std::string_view kWide = "：";
    const auto wide = text.find(kWide);
    const auto narrow = text.find(':');
    if (wide == std::string::npos && narrow == std::string::npos) {
        return {text, {}};
    }
    const bool isWide = wide < narrow;
    const std::size_t at = isWide ? wide : narrow;
    return {text.substr(0, at), text.substr(at + (isWide ? kWide.size() : 1))};
}

CellRefusal refusalOf(EventFault fault)
{
    switch (fault) {
    case EventFault::NoTime:
        return CellRefusal::NoTime;
    case EventFault::UnknownZone:
        return CellRefusal::UnknownZone;
    case EventFault::RuleRefused:
        return CellRefusal::UnusualRule;
    case EventFault::TooMany:
        return CellRefusal::TooOften;
    }
    return CellRefusal::Damaged;
}

class Reader
{
public:
    Reader(icalcomponent* calendar, const Roster& roster, const Span& range)
        : m_calendar(calendar), m_roster(roster), m_range(range), m_posts(roster, {}),
          m_budget{0, std::chrono::steady_clock::now() + kMostTime},
          m_times(calendar, roster, range, m_budget)
    {
    }

    Result<SheetRoster> run()
    {
        const auto count = static_cast<std::size_t>(
            icalcomponent_count_components(m_calendar, ICAL_VEVENT_COMPONENT));
        if (count > kMostEvents) {
            return fail(Code::FileTooLarge, std::to_string(kMostEvents) + " events");
        }
        for (icalcomponent* one = next(true); one != nullptr; one = next(false)) {
            m_events.push_back(one);
        }
        findChanged();
        for (std::size_t i = 0; i < m_events.size(); ++i) {
            take(i);
            if (m_budget.isSpent(kMostIcalSteps) || m_read.duties.size() > kMostOccurrences) {
                return fail(Code::FileTooLarge, std::to_string(kMostOccurrences) + " events");
            }
        }
        std::ranges::stable_sort(
            m_read.duties, {}, [](const PlannedDuty& one) { return one.time.from; });
        return std::move(m_read);
    }

private:
    [[nodiscard]] icalcomponent* next(bool isFirst) const
    {
        return isFirst ? icalcomponent_get_first_component(m_calendar, ICAL_VEVENT_COMPONENT)
                       : icalcomponent_get_next_component(m_calendar, ICAL_VEVENT_COMPONENT);
    }

    // A changed single event takes the place of one of the series with its UID.
    void findChanged()
    {
        for (icalcomponent* event : m_events) {
            const auto at = m_times.replaced(event);
            if (at && *at) {
                m_changed.insert({textOf(event, ICAL_UID_PROPERTY), **at});
            }
        }
    }

    void refuse(std::size_t i, CellRefusal why, const std::string& value)
    {
        ++m_read.cells;
        const std::string uid = textOf(m_events[i], ICAL_UID_PROPERTY);
        RefusedCell refused;
        refused.cell = std::format("VEVENT {}", i + 1) + (uid.empty() ? "" : " " + shortened(uid));
        refused.why = why;
        refused.value = shortened(value);
        m_read.refused.push_back(std::move(refused));
    }

    /// The line that is to blame, as it stands.
    [[nodiscard]] std::string lineOf(std::size_t i, EventFault fault) const
    {
        const bool isRule = fault == EventFault::RuleRefused || fault == EventFault::TooMany;
        icalproperty* line = icalcomponent_get_first_property(
            m_events[i], isRule ? ICAL_RRULE_PROPERTY : ICAL_DTSTART_PROPERTY);
        if (line == nullptr) {
            line = icalcomponent_get_first_property(m_events[i], ICAL_DTSTART_PROPERTY);
        }
        if (line == nullptr) {
            return "DTSTART";
        }
        return written(line);
    }

    [[nodiscard]] static std::string written(icalproperty* property)
    {
        char* text = icalproperty_as_ical_string_r(property);
        std::string line = text == nullptr ? "" : text;
        icalmemory_free_buffer(text);
        std::erase_if(line, [](char c) { return c == '\r' || c == '\n'; });
        return line;
    }

    void take(std::size_t i)
    {
        icalcomponent* event = m_events[i];
        if (icalcomponent_get_status(event) == ICAL_STATUS_CANCELLED) {
            return;
        }
        const auto times = m_times.of(event);
        if (!times) {
            return refuse(i, refusalOf(times.error()), lineOf(i, times.error()));
        }
        const auto own = m_times.replaced(event);
        if (!own) {
            return refuse(i, refusalOf(own.error()), lineOf(i, own.error()));
        }
        const auto [head, tail] = wordsOf(event);
        const auto post = postOf(i, head);
        if (!post) {
            return;
        }
        const std::vector<std::string> people = peopleOf(i, tail);
        if (people.empty()) {
            return;
        }
        if (times->empty()) {
            ++m_read.cells;
            ++m_read.outside;
        }
        for (const Span& time : *times) {
            if (*own || !m_changed.contains({textOf(event, ICAL_UID_PROPERTY), time.from})) {
                add(i, *post, time, people);
            }
        }
    }

    /// Post and people: "值班长：王伟", "值班长 王伟", or the people alone where the place is the post.
    [[nodiscard]] std::pair<std::string, std::string> wordsOf(icalcomponent* event) const
    {
        const std::string summary = textOf(event, ICAL_SUMMARY_PROPERTY);
        auto words = atColon(summary);
        if (!words.second.empty()) {
            return words;
        }
        const auto isPost = [this](const std::string& word) {
            const auto post = m_posts.find(word, {});
            return post || post.error() == NameLookup::Ambiguous;
        };
        const auto space = summary.find_first_of(" \t");
        if (space != std::string::npos && isPost(summary.substr(0, space))) {
            return {summary.substr(0, space), summary.substr(space + 1)};
        }
        const std::string place = textOf(event, ICAL_LOCATION_PROPERTY);
        return !place.empty() && isPost(place) ? std::pair(place, summary) : words;
    }

    std::optional<PostIndex> postOf(std::size_t i, const std::string& head)
    {
        const auto own = ownTexts(m_events[i], kPostProperty);
        const std::string place = textOf(m_events[i], ICAL_LOCATION_PROPERTY);
        const std::string& word = !own.empty() ? own.front() : !place.empty() ? place : head;
        if (word.empty()) {
            refuse(i, CellRefusal::NoPost, {});
            return std::nullopt;
        }
        auto post = m_posts.find(word, {});
        if (!post && own.empty() && !place.empty()) { // a room, perhaps
            post = m_posts.find(head, {});
        }
        if (!post) {
            refuse(
                i,
                post.error() == NameLookup::Unknown ? CellRefusal::UnknownPost
                                                    : CellRefusal::AmbiguousPost,
                word);
            return std::nullopt;
        }
        return *post;
    }

    std::vector<std::string> peopleOf(std::size_t i, const std::string& tail)
    {
        if (auto own = ownTexts(m_events[i], kPersonProperty); !own.empty()) {
            const bool isFine = std::ranges::all_of(own, [](const std::string& one) {
                return !one.empty() && one.size() <= kMostName
                       && std::ranges::none_of(
                           one, [](char c) { return static_cast<unsigned char>(c) < 0x20; });
            });
            if (!isFine) {
                refuse(i, CellRefusal::NotAName, own.front());
                return {};
            }
            return own;
        }
        const PeopleCell cell = roster::peopleOf(tail);
        if (cell.fault != NameFault::None || cell.names.empty()) {
            refuse(
                i,
                cell.fault == NameFault::TooLong ? CellRefusal::NameTooLong : CellRefusal::NotAName,
                cell.fault != NameFault::None ? cell.bad
                : tail.empty()                ? textOf(m_events[i], ICAL_SUMMARY_PROPERTY)
                                              : tail);
            return {};
        }
        if (!cell.leftOut.empty()) {
            m_read.leftOut.push_back({{}, std::format("VEVENT {}", i + 1), cell.leftOut});
        }
        return cell.names;
    }

    void
    add(std::size_t i, PostIndex post, const Span& time, const std::vector<std::string>& people)
    {
        ++m_read.cells;
        PlannedDuty duty;
        duty.cell = std::format("VEVENT {}", i + 1);
        duty.post = post;
        duty.day = m_roster.localDay(time.from);
        duty.time = time;
        const auto own = ownTexts(m_events[i], kShiftProperty);
        duty.shift = own.empty() ? shiftAt(post, duty.day, time) : own.front();
        duty.people = people;
        m_read.duties.push_back(std::move(duty));
    }

    /// The name of the post's shift with these hours, else the hours.
    [[nodiscard]] std::string shiftAt(PostIndex post, Day day, const Span& time) const
    {
        for (const Turn& turn : m_roster.posts[post].turns) {
            for (const ShiftTemplate& shift : m_roster.rotations[turn.rotation].shifts) {
                const Instant from = m_roster.instantOf(day, shift.from);
                if (from == time.from && from + Minutes(shift.minutes()) == time.until) {
                    return shift.name.zh;
                }
            }
        }
        const auto clock = [&](Instant t) {
            return std::format(
                "{:%H:%M}", std::chrono::floor<Minutes>(t + Minutes(m_roster.utcOffsetMinutes)));
        };
        return clock(time.from) + "-" + clock(time.until);
    }

    icalcomponent* m_calendar;
    const Roster& m_roster;
    const Span& m_range;
    PostNames m_posts;
    IcalBudget m_budget;
    EventTimes m_times;
    std::vector<icalcomponent*> m_events;
    std::set<std::pair<std::string, Instant>> m_changed;
    SheetRoster m_read;
};

/// Several calendars in one file: one roster of all of them.
Result<SheetRoster> readAll(icalcomponent* root, const Roster& roster, const Span& range)
{
    SheetRoster all;
    bool hasAny = false;
    for (icalcomponent* one = icalcomponent_get_first_component(root, ICAL_VCALENDAR_COMPONENT);
         one != nullptr; one = icalcomponent_get_next_component(root, ICAL_VCALENDAR_COMPONENT)) {
        auto read = Reader(one, roster, range).run();
        if (!read) {
            return read;
        }
        hasAny = true;
        std::ranges::move(read->duties, std::back_inserter(all.duties));
        std::ranges::move(read->refused, std::back_inserter(all.refused));
        std::ranges::move(read->leftOut, std::back_inserter(all.leftOut));
        all.cells += read->cells;
        all.outside += read->outside;
    }
    if (!hasAny) {
        return fail(Code::FileMalformed, "ics");
    }
    std::ranges::stable_sort(all.duties, {}, [](const PlannedDuty& one) { return one.time.from; });
    return all;
}

} // namespace

bool isCalendar(BytesView bytes)
{
    constexpr std::string_view kBegin = "BEGIN:VCALENDAR";
    std::string_view text(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    if (text.starts_with("\xEF\xBB\xBF")) {
        text.remove_prefix(3);
    }
    return text.size() >= kBegin.size()
           && std::ranges::equal(text.substr(0, kBegin.size()), kBegin, [](char a, char b) {
                  return (a >= 'a' && a <= 'z' ? static_cast<char>(a - 'a' + 'A') : a) == b;
              });
}

Result<SheetRoster> readCalendar(BytesView bytes, const Roster& roster, const Span& range)
{
    if (bytes.empty()) {
        return fail(Code::FileMalformed, "empty");
    }
    if (bytes.size() > kMostCalendarBytes) {
        return fail(Code::FileTooLarge, std::to_string(kMostCalendarBytes >> 20U) + " MB");
    }
    std::string text(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    if (text.starts_with("\xEF\xBB\xBF")) {
        text.erase(0, 3);
    }
    // The library reads up to a zero byte and would call the rest read.
    if (!isCalendar(bytes) || text.contains('\0') || !isUtf8(text)) {
        return fail(Code::FileMalformed, "ics");
    }
    icalerror_set_errors_are_fatal(0);
    const IcalComponent root(icalparser_parse_string(text.c_str()));
    if (!root || icalcomponent_isa(root.get()) == ICAL_NO_COMPONENT) {
        return fail(Code::FileMalformed, "ics");
    }
    icalcomponent* calendar = root.get();
    if (icalcomponent_isa(calendar) == ICAL_XROOT_COMPONENT) {
        return readAll(calendar, roster, range);
    }
    if (icalcomponent_isa(calendar) != ICAL_VCALENDAR_COMPONENT) {
        return fail(Code::FileMalformed, "ics");
    }
    return Reader(calendar, roster, range).run();
}

} // namespace sz::roster
