// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// posts.csv, rosters.csv
#include "data/plan/files/CsvTable.h"
#include "data/plan/files/Reading.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <format>

namespace sz::plan {
namespace {

std::optional<int> digits(std::string_view text)
{
    int value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') {
            return std::nullopt;
        }
        value = value * 10 + (c - '0');
    }
    return value;
}

Role roleOf(const CsvRow& row)
{
    const auto& text = row.text("role");
    const auto role = roleFrom(text);
    if (!role) {
        row.error(
            {std::format("\"{}\" is not a role.", text), std::format("“{}”不是角色。", text)});
    }
    return role.value_or(Role::Viewer);
}

void readPost(const CsvRow& row, Reading& reading)
{
    Post post;
    post.code = PostCode(row.need("code"));
    post.unit = UnitCode(row.need("unit"));
    post.name.zh = row.need("name_zh");
    post.name.en = row.need("name_en");
    post.role = roleOf(row);
    post.seat = row.text("seat_zh");
    post.seatEn = row.text("seat_en");
    post.phone = row.text("phone");
    post.rotation = row.need("rotation");
    if (!isPhone(post.phone)) {
        row.error(
            {std::format("\"{}\" is not a phone number.", post.phone),
             std::format("“{}”不是电话号码。", post.phone)});
    }
    reading.define(row.spot(), post.code.str());
    reading.plan.posts.push_back(std::move(post));
}

int clockOf(const CsvRow& row, std::string_view column)
{
    const auto& text = row.text(column);
    const auto minutes = clockMinutes(text);
    if (!minutes) {
        row.error(notAClock(text));
    }
    return minutes.value_or(0);
}

void readGap(const CsvRow& row, Reading& reading)
{
    RosterGap gap;
    gap.post = PostCode(row.need("post"));
    gap.fromMinute = clockOf(row, "from");
    gap.toMinute = clockOf(row, "to");
    gap.reasonZh = row.text("reason_zh");
    gap.reasonEn = row.text("reason_en");
    if (const auto& date = row.text("date"); !date.empty()) {
        gap.day = dayNumber(date);
        if (!gap.day) {
            row.error(notADay(date));
        }
    }
    const bool isKnown =
        std::ranges::find(reading.plan.posts, gap.post, &Post::code) != reading.plan.posts.end();
    if (!isKnown && !reading.faults.isBroken(kPostFile)) {
        row.error(
            {std::format("There is no post \"{}\".", gap.post.str()),
             std::format("没有岗位“{}”。", gap.post.str())});
    }
    reading.plan.gaps.push_back(std::move(gap));
}

} // namespace

Sentence notAClock(std::string_view text)
{
    return {
        std::format("\"{}\" is not a time of day like 08:30.", text),
        std::format("“{}”不是 08:30 这样的时刻。", text)};
}

Sentence notADay(std::string_view text)
{
    return {
        std::format("\"{}\" is not a date like 2019-10-14.", text),
        std::format("“{}”不是 2019-10-14 这样的日期。", text)};
}

std::optional<int> clockMinutes(std::string_view text)
{
    if (text.size() != 5 || text[2] != ':') {
        return std::nullopt;
    }
    const auto hour = digits(text.substr(0, 2));
    const auto minute = digits(text.substr(3));
    return hour && minute && *hour < 24 && *minute < 60 ? std::optional(*hour * 60 + *minute)
                                                        : std::nullopt;
}

std::optional<std::int64_t> dayNumber(std::string_view text)
{
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') {
        return std::nullopt;
    }
    const auto year = digits(text.substr(0, 4));
    const auto month = digits(text.substr(5, 2));
    const auto day = digits(text.substr(8));
    if (!year || !month || !day) {
        return std::nullopt;
    }
    const std::chrono::year_month_day date{
        std::chrono::year(*year), std::chrono::month(static_cast<unsigned>(*month)),
        std::chrono::day(static_cast<unsigned>(*day))};
    return date.ok()
               ? std::optional<std::int64_t>(std::chrono::sys_days(date).time_since_epoch().count())
               : std::nullopt;
}

bool isPhone(std::string_view text)
{
    return text.size() <= 24 && text.find_first_not_of("0123456789+- ()") == std::string_view::npos;
}

void readPosts(Reading& reading)
{
    const auto table = CsvTable::read(
        reading.dir, kPostFile,
        {{"code"},
         {"unit"},
         {"name_zh"},
         {"name_en"},
         {"role"},
         {"seat_zh", false},
         {"seat_en", false},
         {"phone", false},
         {"rotation"}},
        reading.faults);
    for (std::size_t i = 0; table && i < table->size(); ++i) {
        readPost(table->row(i, reading.faults), reading);
    }
}

void readGaps(Reading& reading)
{
    const auto table = CsvTable::read(
        reading.dir, kGapFile,
        {{"post"}, {"date"}, {"from"}, {"to"}, {"reason_zh", false}, {"reason_en", false}},
        reading.faults);
    for (std::size_t i = 0; table && i < table->size(); ++i) {
        readGap(table->row(i, reading.faults), reading);
    }
}

} // namespace sz::plan
