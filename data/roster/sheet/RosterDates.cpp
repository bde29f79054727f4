// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/roster/sheet/RosterDates.h"

#include "data/exchange/SheetDates.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>

namespace sz::roster {
namespace {

using std::chrono::sys_days;
using std::chrono::year_month;
using std::chrono::year_month_day;

constexpr double kLeastSerial = 20'000; ///< 1954: smaller numbers are not meant as days
constexpr double kMostSerial = 110'000; ///< 2201

/// Full-width digits and marks as ASCII, without spaces.
std::string plain(std::string_view text)
{
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 8> kAs{
        {{"／", "/"},
         {"－", "-"},
         {"．", "."},
         {"（", "("},
         {"）", ")"},
         {"：", ":"},
         {"　", ""},
         {"\u00A0", ""}}};
    std::string out;
    while (!text.empty()) {
        const auto as =
            std::ranges::find_if(kAs, [&](const auto& one) { return text.starts_with(one.first); });
        if (as != kAs.end()) {
            out += as->second;
            text.remove_prefix(as->first.size());
        } else if (
            text.size() >= 3 && text.starts_with("\xEF\xBC") && text[2] >= '\x90'
            && text[2] <= '\x99') {
            out += static_cast<char>('0' + (text[2] - '\x90'));
            text.remove_prefix(3);
        } else {
            if (text.front() != ' ' && text.front() != '\n' && text.front() != '\r'
                && text.front() != '\t') {
                out += text.front();
            }
            text.remove_prefix(1);
        }
    }
    return out;
}

/// 〇 to 十, 廿, 卅 at the front, taken off; none: −1.
int takeHanDigit(std::string_view& text)
{
    constexpr std::array<std::pair<std::string_view, int>, 16> kHan{
        {{"〇", 0},
         {"零", 0},
         {"○", 0},
         {"Ｏ", 0},
         {"一", 1},
         {"二", 2},
         {"三", 3},
         {"四", 4},
         {"五", 5},
         {"六", 6},
         {"七", 7},
         {"八", 8},
         {"九", 9},
         {"十", 10},
         {"廿", 20},
         {"卅", 30}}};
    const auto it =
        std::ranges::find_if(kHan, [&](const auto& one) { return text.starts_with(one.first); });
    if (it == kHan.end()) {
        return -1;
    }
    text.remove_prefix(it->first.size());
    return it->second;
}

/// "二〇二六" digit by digit, "二十二" and "廿二" as a sum; −1: neither.
int hanNumber(std::string_view run)
{
    int byDigit = 0;
    int sum = 0;
    int unit = 0;
    std::size_t digits = 0;
    bool hasTen = false;
    while (!run.empty()) {
        const int digit = takeHanDigit(run);
        if (digit < 10) {
            byDigit = byDigit * 10 + digit;
            unit = digit;
            ++digits;
        } else {
            sum += digit == 10 ? 10 * (unit == 0 ? 1 : unit) : digit;
            unit = 0;
            hasTen = true;
        }
    }
    const bool isYear = !hasTen && digits == 4;
    return hasTen ? sum + unit : isYear || digits == 1 ? byDigit : -1;
}

/// 二〇二六年十一月二十二日 as 2026年11月22日. Numerals before nothing of a date stay: 星期二.
std::string withDigits(std::string_view text)
{
    std::string out;
    while (!text.empty()) {
        std::string_view rest = text;
        while (takeHanDigit(rest) >= 0) {
        }
        const std::string_view run = text.substr(0, text.size() - rest.size());
        const bool isOfDate = rest.starts_with("年") || rest.starts_with("月")
                              || rest.starts_with("日") || rest.starts_with("号")
                              || rest.starts_with("號");
        const int number = run.empty() || !isOfDate ? -1 : hanNumber(run);
        out += number >= 0 ? std::to_string(number) : std::string(run);
        if (!rest.empty()) {
            out += rest.front();
            rest.remove_prefix(1);
        }
        text = rest;
    }
    return out;
}

/// Digits at the front, at most 4, taken off; −1: none.
int takeNumber(std::string_view& text)
{
    int value = 0;
    std::size_t n = 0;
    while (n < text.size() && n < 4 && text[n] >= '0' && text[n] <= '9') {
        value = value * 10 + (text[n++] - '0');
    }
    text.remove_prefix(n);
    return n == 0 ? -1 : value;
}

/// Monday 0 … Sunday 6.
std::optional<int> weekdayOf(std::string_view text)
{
    static constexpr std::array<std::string_view, 4> kBefore{"周", "星期", "礼拜", "週"};
    static constexpr std::array<std::string_view, 7> kDays{"一", "二", "三", "四",
                                                           "五", "六", "日"};
    static constexpr std::array<std::string_view, 7> kEnglish{"mon", "tue", "wed", "thu",
                                                              "fri", "sat", "sun"};
    for (const std::string_view before : kBefore) {
        if (text.starts_with(before)) {
            const std::string_view rest = text.substr(before.size());
            const auto it = std::ranges::find(kDays, rest == "天" ? std::string_view("日") : rest);
            return it == kDays.end() ? std::nullopt
                                     : std::optional(static_cast<int>(it - kDays.begin()));
        }
    }
    std::string lower(text);
    std::ranges::transform(lower, lower.begin(), [](unsigned char c) {
        return c < 0x80 ? static_cast<char>(std::tolower(c)) : static_cast<char>(c);
    });
    const auto it = std::ranges::find(kEnglish, std::string_view(lower).substr(0, 3));
    const bool isWord = lower.size() == 3 || lower.ends_with("day");
    return it != kEnglish.end() && isWord ? std::optional(static_cast<int>(it - kEnglish.begin()))
                                          : std::nullopt;
}

int weekdayOfDay(Day day)
{
    return static_cast<int>(std::chrono::weekday(sys_days(std::chrono::days(day))).iso_encoding())
           - 1;
}

std::optional<Day> dayIn(const std::optional<year_month>& month, int number)
{
    if (!month || number < 1 || number > 31) {
        return std::nullopt;
    }
    const year_month_day date = *month / std::chrono::day(static_cast<unsigned>(number));
    return date.ok() ? std::optional<Day>(sys_days(date).time_since_epoch().count()) : std::nullopt;
}

/// "22日", "22号", and "22" where numbers are days.
std::optional<Day> dayOfMonth(std::string_view text, const DateFrame& frame)
{
    const int number = takeNumber(text);
    const bool isDay =
        text == "日" || text == "号" || text == "號" || (text.empty() && frame.takesBareNumbers);
    return number >= 0 && isDay ? dayIn(frame.month, number) : std::nullopt;
}

std::optional<Day> wholeDate(std::string_view text, const DateFrame& frame)
{
    const Instant near{std::chrono::days(frame.near)};
    const auto found = exchange::sheetDate(text, near, 0);
    return found ? std::optional<Day>(
                       std::chrono::floor<std::chrono::days>(*found).time_since_epoch().count())
                 : std::nullopt;
}

std::optional<Day> serialDay(double serial, bool isFrom1904)
{
    if (!(serial >= kLeastSerial && serial <= kMostSerial)) {
        return std::nullopt;
    }
    constexpr Day kFrom1900 = -25'569; // 1899-12-30
    constexpr Day kFrom1904 = -24'107; // 1904-01-01
    return static_cast<Day>(std::floor(serial)) + (isFrom1904 ? kFrom1904 : kFrom1900);
}

/// Takes "(周日)", "周日" or "星期日" off the end; what stands before it may be empty.
std::optional<int> takeWeekday(std::string& text)
{
    const auto at =
        std::min({text.find("("), text.find("周"), text.find("星期"), text.find("礼拜")});
    if (at == std::string::npos || at == 0) {
        return std::nullopt;
    }
    std::string end = text.substr(at);
    if (end.starts_with('(') && end.ends_with(')')) {
        end = end.substr(1, end.size() - 2);
    }
    const auto weekday = weekdayOf(end);
    if (weekday) {
        text.resize(at);
    }
    return weekday;
}

} // namespace

std::optional<Day> rosterDay(std::string_view written, const DateFrame& frame)
{
    std::string text = withDigits(plain(written));
    if (text.empty()) {
        return std::nullopt;
    }
    if (const auto weekday = weekdayOf(text)) {
        return frame.near - weekdayOfDay(frame.near) + *weekday;
    }
    const auto weekday = takeWeekday(text);
    auto found = dayOfMonth(text, frame);
    if (!found) {
        found = wholeDate(text, frame);
    }
    if (!found && !weekday) { // with a clock time the space counts
        found = wholeDate(written, frame);
    }
    // A date whose weekday is another is of another year, or wrong: nobody may guess which.
    return found && weekday && weekdayOfDay(*found) != *weekday ? std::nullopt : found;
}

std::optional<Day> rosterDay(const exchange::BookCell& cell, const DateFrame& frame)
{
    if (const auto day = rosterDay(cell.text, frame)) {
        return day;
    }
    if (cell.number) {
        return serialDay(*cell.number, frame.isFrom1904);
    }
    // Text of a program that writes serial numbers into CSV.
    const bool isNumber = !cell.text.empty() && cell.text.size() <= 6
                          && cell.text.find_first_not_of("0123456789") == std::string::npos;
    return isNumber ? serialDay(std::strtod(cell.text.c_str(), nullptr), frame.isFrom1904)
                    : std::nullopt;
}

std::optional<year_month> monthIn(std::string_view title, Day near)
{
    const std::string text = withDigits(plain(title));
    for (auto at = text.find("月"); at != std::string::npos; at = text.find("月", at + 3)) {
        auto from = at;
        while (from > 0 && at - from < 2 && text[from - 1] >= '0' && text[from - 1] <= '9') {
            --from;
        }
        std::string_view digits = std::string_view(text).substr(from, at - from);
        const int month = takeNumber(digits);
        if (month < 1 || month > 12) {
            continue;
        }
        const std::string_view before = std::string_view(text).substr(0, from);
        if (before.ends_with("年") && before.size() >= 7) {
            std::string_view year = before.substr(before.size() - 7, 4);
            const int number = takeNumber(year);
            if (number >= 1970 && number <= 2200 && year.empty()) {
                return std::chrono::year(number) / month;
            }
        }
        const auto today = year_month_day(sys_days(std::chrono::days(near)));
        year_month best = today.year() / month;
        const auto distance = [&](year_month one) {
            return std::abs((sys_days(one / 15) - sys_days(std::chrono::days(near))).count());
        };
        for (const auto& one : {best - std::chrono::years(1), best + std::chrono::years(1)}) {
            best = distance(one) < distance(best) ? one : best;
        }
        return best;
    }
    return std::nullopt;
}

std::optional<Hours> rosterHours(std::string_view written)
{
    std::string text = plain(written);
    for (const std::string_view next : {"次日", "翌日", "第二天"}) {
        if (const auto at = text.find(next); at != std::string::npos) {
            text.erase(at, next.size());
        }
    }
    std::string_view rest = text;
    std::array<int, 2> minutes{};
    for (std::size_t i = 0; i < 2; ++i) {
        const int hour = takeNumber(rest);
        const std::string_view mark = rest.starts_with(":")    ? ":"
                                      : rest.starts_with("时") ? "时"
                                      : rest.starts_with("点") ? "点"
                                                               : "";
        rest.remove_prefix(mark.size());
        const int minute = mark.empty() ? -1 : takeNumber(rest);
        if (rest.starts_with("分")) {
            rest.remove_prefix(3);
        }
        const bool isGood = hour >= 0 && hour <= 24 && !mark.empty() && minute <= 59
                            && (minute >= 0 || mark != ":");
        if (!isGood || hour * 60 + std::max(minute, 0) > 24 * 60) {
            return std::nullopt;
        }
        minutes[i] = hour * 60 + std::max(minute, 0);
        if (i == 0) {
            const auto between = {"-", "~", "～", "—", "–", "至", "到"};
            const auto it = std::ranges::find_if(
                between, [&](std::string_view one) { return rest.starts_with(one); });
            if (it == between.end()) {
                return std::nullopt;
            }
            while (rest.starts_with(*it)) {
                rest.remove_prefix(std::string_view(*it).size());
            }
        }
    }
    return rest.empty() && minutes[0] < 24 * 60 ? std::optional(Hours{minutes[0], minutes[1]})
                                                : std::nullopt;
}

} // namespace sz::roster
