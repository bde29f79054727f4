// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/exchange/SheetDates.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <vector>

namespace sz::exchange {
namespace {

using std::chrono::sys_days;
using std::chrono::year_month_day;

struct Number
{
    int value = 0;
    int digits = 0;
    std::string_view after; ///< what stands between it and the next number, without spaces
};

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// Numbers with what stands behind each; nothing when it begins with something else.
std::optional<std::vector<Number>> numbersOf(std::string_view text)
{
    std::vector<Number> numbers;
    std::size_t at = 0;
    while (at < text.size()) {
        Number one;
        while (at < text.size() && isDigit(text[at]) && one.digits < 9) {
            one.value = one.value * 10 + (text[at++] - '0');
            ++one.digits;
        }
        if (one.digits == 0 || numbers.size() == 6) {
            return std::nullopt;
        }
        const std::size_t begin = at;
        while (at < text.size() && !isDigit(text[at])) {
            ++at;
        }
        one.after = text.substr(begin, at - begin);
        numbers.push_back(one);
    }
    return numbers;
}

std::string_view trimmed(std::string_view text)
{
    const auto isSpace = [](char c) { return c == ' ' || c == '\t'; };
    while (!text.empty() && isSpace(text.front())) {
        text.remove_prefix(1);
    }
    while (!text.empty() && isSpace(text.back())) {
        text.remove_suffix(1);
    }
    return text;
}

bool isDateMark(std::string_view mark)
{
    return mark == "-" || mark == "/" || mark == ".";
}

/// What may stand between a date and a clock time.
bool isPause(std::string_view mark)
{
    const std::string_view rest = mark.starts_with("日") ? trimmed(mark.substr(3)) : trimmed(mark);
    return rest.empty() || rest == "T" || rest == ",";
}

struct Parsed
{
    std::optional<int> year;
    int month = 0;
    int day = 0;
    std::optional<int> secondOfDay;
};

std::optional<int> clockOf(const std::vector<Number>& n, std::size_t from)
{
    const std::size_t count = n.size() - from;
    if (count < 2 || count > 3) {
        return std::nullopt;
    }
    const bool isHan = n[from].after == "时" || n[from].after == "点";
    for (std::size_t i = from; i + 1 < n.size(); ++i) {
        if (n[i].after != ":" && n[i].after != "：" && !isHan) {
            return std::nullopt;
        }
    }
    const std::string_view end = n.back().after;
    const int seconds = count == 3 ? n[from + 2].value : 0;
    if (!(end.empty() || (isHan && end == "分")) || n[from].value > 24 || n[from + 1].value > 59
        || seconds > 59) {
        return std::nullopt;
    }
    const int total = n[from].value * 3600 + n[from + 1].value * 60 + seconds;
    return total <= 24 * 3600 ? std::optional(total) : std::nullopt;
}

/// The day of month is n[at]: does a clock time follow it properly, or nothing?
bool takeClock(const std::vector<Number>& n, std::size_t at, Parsed& parsed)
{
    if (at + 1 == n.size()) {
        return isPause(n[at].after);
    }
    parsed.secondOfDay = clockOf(n, at + 1);
    return isPause(n[at].after) && parsed.secondOfDay;
}

std::optional<Parsed> parse(std::string_view text)
{
    const auto numbers = numbersOf(text);
    if (!numbers || numbers->empty()) {
        return std::nullopt;
    }
    const std::vector<Number>& n = *numbers;
    Parsed parsed;
    if (n[0].digits == 8) {
        parsed = {n[0].value / 10'000, n[0].value / 100 % 100, n[0].value % 100, {}};
        return takeClock(n, 0, parsed) ? std::optional(parsed) : std::nullopt;
    }
    const bool hasYear = n[0].digits == 4;
    const std::size_t month = hasYear ? 1 : 0;
    if (n.size() < month + 2) {
        return std::nullopt;
    }
    const bool isHan = n[month].after == "月" && (!hasYear || n[0].after == "年");
    const bool isMarked = isDateMark(n[month].after) && (!hasYear || n[0].after == n[month].after);
    if ((!isHan && !isMarked) || n[month].digits > 2 || n[month + 1].digits > 2) {
        return std::nullopt;
    }
    parsed.year = hasYear ? std::optional(n[0].value) : std::nullopt;
    parsed.month = n[month].value;
    parsed.day = n[month + 1].value;
    return takeClock(n, month + 1, parsed) ? std::optional(parsed) : std::nullopt;
}

std::optional<sys_days> dayOf(int year, const Parsed& parsed)
{
    const year_month_day day{
        std::chrono::year(year), std::chrono::month(static_cast<unsigned>(parsed.month)),
        std::chrono::day(static_cast<unsigned>(parsed.day))};
    return day.ok() && year >= 1970 && year <= 2200 ? std::optional(sys_days(day)) : std::nullopt;
}

std::optional<sys_days> nearest(const Parsed& parsed, sys_days near)
{
    const int year = static_cast<int>(year_month_day(near).year());
    std::optional<sys_days> best;
    for (const int one : {year, year - 1, year + 1}) {
        const auto day = dayOf(one, parsed);
        if (day && (!best || std::abs((*day - near).count()) < std::abs((*best - near).count()))) {
            best = day;
        }
    }
    return best;
}

} // namespace

std::optional<Instant> sheetDate(std::string_view text, Instant near, int utcOffsetMinutes)
{
    const auto parsed = parse(trimmed(text));
    if (!parsed) {
        return std::nullopt;
    }
    const auto today = std::chrono::floor<std::chrono::days>(near + Minutes{utcOffsetMinutes});
    const auto day = parsed->year ? dayOf(*parsed->year, *parsed) : nearest(*parsed, today);
    if (!day) {
        return std::nullopt;
    }
    constexpr int kLastSecond = 24 * 3600 - 1;
    return Instant(*day) + std::chrono::seconds(parsed->secondOfDay.value_or(kLastSecond))
           - Minutes{utcOffsetMinutes};
}

} // namespace sz::exchange
