// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// calendar.toml; a plan without it works Monday to Friday 09:00–17:00
#include "data/plan/files/Reading.h"
#include "data/plan/files/TomlFile.h"

#include <algorithm>
#include <array>
#include <format>

namespace sz::plan {
namespace {

constexpr std::array<const char*, 7> kWeek{"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
constexpr int kEndOfDay = 24 * 60;
constexpr std::int64_t kLongestHoliday = 31;

int yearOf(std::int64_t day)
{
    return static_cast<int>(
        std::chrono::year_month_day{std::chrono::sys_days(std::chrono::days(day))}.year());
}

std::string dateOf(std::int64_t day)
{
    return std::format("{:%F}", std::chrono::sys_days(std::chrono::days(day)));
}

std::optional<int> closeMinutes(std::string_view text)
{
    return text == "24:00" ? std::optional(kEndOfDay) : clockMinutes(text);
}

/// "08:30-12:00".
std::optional<WorkSpan> spanOf(std::string_view text)
{
    const auto dash = text.find('-');
    if (dash == std::string_view::npos) {
        return std::nullopt;
    }
    const auto from = clockMinutes(text.substr(0, dash));
    const auto to = closeMinutes(text.substr(dash + 1));
    return from && to && *from < *to ? std::optional(WorkSpan{*from, *to}) : std::nullopt;
}

WorkRules::Hours readHours(NodeReader& reader, const char* key)
{
    WorkRules::Hours hours;
    for (const std::string& text : reader.texts(key, Need::No)) {
        const auto span = spanOf(text);
        if (!span) {
            reader.errorAt(
                key, {std::format("\"{}\" is not a stretch of a day like 08:30-12:00.", text),
                      std::format("“{}”不是“08:30-12:00”这样的时段。", text)});
            return {};
        }
        if (!hours.empty() && span->from < hours.back().to) {
            reader.errorAt(
                key, {std::format("\"{}\" begins before the one in front of it ends.", text),
                      std::format("“{}”早于前一时段结束。", text)});
            return {};
        }
        hours.push_back(*span);
    }
    return hours;
}

void readWeek(NodeReader reader, WorkRules& rules)
{
    for (std::size_t i = 0; i < kWeek.size(); ++i) {
        rules.week[i] = readHours(reader, kWeek[i]);
    }
    const auto worked = std::ranges::find_if(rules.week, [](const auto& h) { return !h.empty(); });
    if (worked == rules.week.end()) {
        reader.error(
            {"No weekday has hours of work: no limit in working time would ever end.",
             "没有一天有办公时间：按工作时间计的时限永远不会到期。"});
        return;
    }
    rules.makeup = readHours(reader, "makeup");
    if (rules.makeup.empty()) {
        rules.makeup = *worked;
    }
    reader.warnUnknown();
}

std::vector<int> readYears(NodeReader& reader)
{
    auto years = reader.integers("years");
    for (const int year : years) {
        if (year < 1970 || year > 2200) {
            reader.errorAt(
                "years", {std::format("{} is not a year from 1970 to 2200.", year),
                          std::format("{} 不是 1970 至 2200 的年份。", year)});
            return {};
        }
    }
    std::ranges::sort(years);
    if (const auto twice = std::ranges::adjacent_find(years); twice != years.end()) {
        reader.errorAt(
            "years", {std::format("{} is there twice.", *twice), std::format("{} 重复。", *twice)});
    }
    const auto doubled = std::ranges::unique(years);
    years.erase(doubled.begin(), doubled.end());
    return years;
}

/// The holidays of a calendar; remembers which days have been spoken for.
class HolidayReader
{
public:
    explicit HolidayReader(WorkRules& rules) : m_rules(rules) {}

    void read(NodeReader reader)
    {
        Holiday holiday;
        holiday.nameZh = reader.text("name_zh");
        holiday.nameEn = reader.text("name_en");
        reader.setFeature(holiday.nameZh);
        const auto from = day(reader, "from", reader.text("from"));
        const auto to = reader.has("to") ? day(reader, "to", reader.text("to")) : from;
        for (const std::string& text : reader.texts("workdays", Need::No)) {
            if (const auto worked = day(reader, "workdays", text)) {
                holiday.workdays.push_back(*worked);
                takeWorkday(reader, *worked);
            }
        }
        if (from && to) {
            holiday.from = *from;
            holiday.to = *to;
            takeHoliday(reader, holiday);
        }
        reader.warnUnknown();
    }

private:
    std::optional<std::int64_t> day(NodeReader& reader, const char* key, const std::string& text)
    {
        const auto number = dayNumber(text);
        if (!number && !text.empty()) {
            reader.errorAt(
                key, {std::format("\"{}\" is not a date like 2019-10-01.", text),
                      std::format("“{}”不是“2019-10-01”这样的日期。", text)});
        } else if (number && !std::ranges::contains(m_rules.years, yearOf(*number))) {
            reader.errorAt(
                key, {std::format("The year of {} is not among \"years\".", text),
                      std::format("{} 的年份不在“years”中。", text)});
            return std::nullopt;
        }
        return number;
    }

    void takeHoliday(NodeReader& reader, const Holiday& holiday)
    {
        if (holiday.to < holiday.from || holiday.to - holiday.from >= kLongestHoliday) {
            reader.errorAt(
                "to", {"A holiday ends on its first day or up to 30 days later.",
                       "节假日应止于首日或其后 30 天内。"});
            return;
        }
        for (std::int64_t d = holiday.from; d <= holiday.to; ++d) {
            take(reader, "from", d);
        }
        m_rules.holidays.push_back(holiday);
    }

    void takeWorkday(NodeReader& reader, std::int64_t d)
    {
        take(reader, "workdays", d);
        const auto weekday = std::chrono::weekday(std::chrono::sys_days(std::chrono::days(d)));
        if (!m_rules.week[weekday.iso_encoding() - 1].empty()) {
            reader.warningAt(
                "workdays", {std::format("{} is worked anyway.", dateOf(d)),
                             std::format("{} 本来就上班。", dateOf(d))});
        }
    }

    void take(NodeReader& reader, const char* key, std::int64_t d)
    {
        if (!m_taken.insert(d).second) {
            reader.errorAt(
                key, {std::format("{} is spoken for already.", dateOf(d)),
                      std::format("{} 已有安排。", dateOf(d))});
        }
    }

    WorkRules& m_rules;
    std::set<std::int64_t> m_taken;
};

// A year nobody has filled in is worked like any other week: that has to be said, not found out.
void warnOfYears(NodeReader& reader, const WorkRules& rules)
{
    const auto warn = [&](int year) {
        reader.warningAt(
            "years", {std::format("{} has no holidays: the week alone counts.", year),
                      std::format("{} 年没有节假日安排：只按星期计。", year)});
    };
    std::set<int> filled;
    for (const Holiday& holiday : rules.holidays) {
        filled.insert({yearOf(holiday.from), yearOf(holiday.to)});
    }
    if (rules.years.empty()) {
        reader.warningAt(
            "years", {"No year has holidays: the week alone counts.",
                      "没有任何年份的节假日安排：只按星期计。"});
        return;
    }
    for (int year = rules.years.front(); year <= rules.years.back(); ++year) {
        if (!filled.contains(year)) {
            warn(year);
        }
    }
}

} // namespace

void readCalendar(Reading& reading)
{
    const int offset = reading.plan.utcOffsetMinutes;
    std::error_code ec;
    if (!std::filesystem::exists(reading.dir / kCalendarFile, ec)) {
        reading.plan.calendar = Calendar(standardWorkRules(), offset);
        return;
    }
    const auto root = readToml(reading.dir, kCalendarFile, reading.faults);
    if (!root) {
        return;
    }
    NodeReader reader(*root, {kCalendarFile}, reading.faults);
    WorkRules rules;
    if (auto hours = reader.table("hours")) {
        readWeek(std::move(*hours), rules);
    }
    rules.years = readYears(reader);
    HolidayReader holidays(rules);
    for (auto& one : reader.tables("holiday", Need::No)) {
        holidays.read(std::move(one));
    }
    warnOfYears(reader, rules);
    reader.warnUnknown();
    std::ranges::sort(rules.holidays, {}, &Holiday::from);
    reading.plan.calendar = Calendar(std::move(rules), offset);
}

// Limits in working time without a calendar would run through every holiday.
void checkCalendar(Reading& reading)
{
    std::error_code ec;
    const Plan& plan = reading.plan;
    const auto isWorking = [](const auto& entry) { return entry.second.doneWork.has_value(); };
    const bool isUsed = std::ranges::any_of(plan.limits, isWorking)
                        || std::ranges::any_of(plan.modeLimits, isWorking)
                        || std::ranges::any_of(plan.kinds, [&](const Kind& kind) {
                               return std::ranges::any_of(kind.limits, isWorking)
                                      || std::ranges::any_of(kind.modeLimits, isWorking);
                           });
    if (isUsed && !std::filesystem::exists(reading.dir / kCalendarFile, ec)) {
        reading.faults.warning(
            {kLimitFile},
            {"Limits are in working time, but there is no calendar.toml: Monday to Friday, without "
             "holidays.",
             "有按工作时间计的时限，但没有 calendar.toml：按周一至周五计，不含节假日。"});
    }
}

} // namespace sz::plan
