// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// sanzhenctl roster export --ics FILE: who is planned, for anybody's own calendar.
#include "app/ctl/roster/RosterCall.h"
#include "data/roster/ical/RosterCalendar.h"

#include <boost/json.hpp>

#include <format>
#include <fstream>

namespace sz::ctl {
namespace {

std::vector<roster::PostIndex> postsOf(const roster::Roster& roster, const RosterAsked& asked)
{
    std::vector<roster::PostIndex> posts;
    for (roster::PostIndex post = 0; post < roster.posts.size(); ++post) {
        const bool isAsked = asked.post
                                 ? *asked.post == post
                                 : asked.unit.empty() || roster.posts[post].unit == asked.unit;
        if (isAsked) {
            posts.push_back(post);
        }
    }
    return posts;
}

std::size_t eventsIn(std::string_view text)
{
    constexpr std::string_view kEvent = "\r\nBEGIN:VEVENT";
    std::size_t count = 0;
    for (std::size_t at = text.find(kEvent); at != std::string_view::npos;
         at = text.find(kEvent, at + 1)) {
        ++count;
    }
    return count;
}

bool writeText(const std::string& text, const std::string& name, std::ostream& out)
{
    if (name == "-") {
        out << text;
        return static_cast<bool>(out.flush());
    }
    std::ofstream file(name, std::ios::binary);
    file << text;
    return static_cast<bool>(file.flush());
}

} // namespace

int exportRoster(const RosterCall& call, std::ostream& out, std::ostream& err, Instant now)
{
    constexpr int kDays = 31;
    const auto desk = openRoster(call, now, kDays, err);
    if (!desk) {
        return kMisused;
    }
    const auto refuse = [&](const std::string& where, const plan::Sentence& why) {
        err << where << ": " << call.say(why) << '\n';
        return kMisused;
    };
    const roster::Roster roster = desk->rosterOver(desk->range, call.mode);
    const auto asked = askedFor(*desk, roster, call.what);
    if (!asked) {
        return refuse(
            call.what,
            {"the plan has no such unit, area or post", "方案中没有这个单位、片区或岗位"});
    }
    const auto table = roster::DutyTable::expand(roster, desk->range);
    const std::vector<roster::PostIndex> posts = postsOf(roster, *asked);
    const auto text = table ? roster::calendarText(roster, *table, posts, {now, call.isChinese})
                            : Result<std::string>(std::unexpected(table.error()));
    if (!text) {
        return refuse(call.ics, {"no calendar could be made", "无法生成日历"});
    }
    if (!writeText(*text, call.ics, out)) {
        return refuse(call.ics, {"cannot be written", "无法写入"});
    }
    if (call.ics == "-") {
        return kGood;
    }
    const std::size_t events = eventsIn(*text);
    if (call.isJson) {
        out << boost::json::serialize(boost::json::object{
            {"file", call.ics},
            {"from", isoText(roster, desk->range.from)},
            {"until", isoText(roster, desk->range.until)},
            {"posts", posts.size()},
            {"events", events}})
            << '\n';
    } else {
        const std::string span = spanText(roster, desk->range);
        out
            << (call.isChinese ? std::format(
                                     "{}：{} 个岗位，{} 个日程，已写入 {}\n", span, posts.size(),
                                     events, call.ics)
                               : std::format(
                                     "{}: {} posts, {} events, written to {}\n", span, posts.size(),
                                     events, call.ics));
    }
    return kGood;
}

} // namespace sz::ctl
