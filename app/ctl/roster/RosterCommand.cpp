// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/roster/RosterCommand.h"

#include "app/ctl/roster/RosterJson.h"
#include "data/roster/DutyTable.h"

#include <algorithm>
#include <format>

namespace sz::ctl {
namespace {

constexpr int kCheckDays = 7;

std::string phoneOf(const plan::Plan& plan, const PostCode& code)
{
    const plan::Post* post = plan.post(code);
    if (post == nullptr || !post->phone.empty()) {
        return post == nullptr ? std::string() : post->phone;
    }
    const plan::Unit* unit = plan.unit(post->unit);
    return unit == nullptr ? std::string() : unit->phone;
}

boost::json::object postJson(
    const RosterDesk& desk,
    const roster::Roster& roster,
    const roster::DutyTable& table,
    roster::PostIndex post,
    const std::vector<roster::OnDuty>& found)
{
    boost::json::array people;
    for (const roster::OnDuty& one : found) {
        const roster::Person& person = roster.people[one.person];
        people.push_back(
            {{"name", person.name},
             {"name_en", person.nameEn},
             {"team", person.isTeam},
             {"shift", table.shiftName(one.shift).zh},
             {"shift_en", table.shiftName(one.shift).en},
             {"from", isoText(roster, one.time.from)},
             {"until", isoText(roster, one.time.until)}});
    }
    const roster::RosterPost& at = roster.posts[post];
    return {
        {"post", at.code.value},
        {"unit", at.unit.value},
        {"name", at.name.en},
        {"name_zh", at.name.zh},
        {"phone", phoneOf(desk.plan, at.code)},
        {"on_duty", std::move(people)}};
}

void printPost(
    const RosterCall& call,
    const RosterDesk& desk,
    const roster::Roster& roster,
    const roster::DutyTable& table,
    roster::PostIndex post,
    const std::vector<roster::OnDuty>& found,
    std::ostream& out)
{
    const roster::RosterPost& at = roster.posts[post];
    std::string holders;
    for (const roster::OnDuty& one : found) {
        const roster::Person& person = roster.people[one.person];
        holders += std::format(
            "{}{} ({} {})",
            holders.empty()  ? ""
            : call.isChinese ? "、"
                             : ", ",
            call.say(roster::Words{person.name, person.nameEn}),
            call.say(table.shiftName(one.shift)), spanText(roster, one.time).substr(11));
    }
    if (holders.empty()) {
        holders = call.isChinese ? "缺岗" : "nobody";
    }
    out << std::format(
        "{}  {}  {}  {}\n", at.code.value, call.say(at.name), holders, phoneOf(desk.plan, at.code));
}

} // namespace

std::optional<RosterAsked>
askedFor(const RosterDesk& desk, const roster::Roster& roster, const std::string& what)
{
    if (what.empty()) {
        return RosterAsked{};
    }
    if (const auto post = roster.post(PostCode(what))) {
        return RosterAsked{post, {}};
    }
    const auto area = std::ranges::find_if(desk.plan.areas, [&](const plan::Area& one) {
        return what == std::to_string(one.number) || what == one.name.zh || what == one.name.en;
    });
    if (area != desk.plan.areas.end()) {
        return RosterAsked{{}, area->unit};
    }
    const auto unit = roster.unitNames.find(what);
    return unit == roster.unitNames.end() ? std::nullopt
                                          : std::optional(RosterAsked{{}, unit->second});
}

int tellOnDuty(const RosterCall& call, std::ostream& out, std::ostream& err, Instant now)
{
    const auto desk = openRoster(call, now, 1, err);
    if (!desk) {
        return kMisused;
    }
    const roster::Span range{desk->at, desk->at + Minutes(1)};
    const roster::Roster roster = desk->rosterOver(range, call.mode);
    const auto asked = askedFor(*desk, roster, call.what);
    if (!asked) {
        err << call.what << ": "
            << (call.isChinese ? "方案中没有这个单位、片区或岗位"
                               : "the plan has no such unit, area or post")
            << '\n';
        return kMisused;
    }
    const auto table = roster::DutyTable::expand(roster, range);
    if (!table) {
        err << table.error().detail << '\n';
        return kMisused;
    }
    std::size_t gaps = 0;
    boost::json::array posts;
    for (roster::PostIndex post = 0; post < roster.posts.size(); ++post) {
        const bool isAsked = asked->post
                                 ? *asked->post == post
                                 : asked->unit.empty() || roster.posts[post].unit == asked->unit;
        if (!isAsked) {
            continue;
        }
        std::vector<roster::OnDuty> found;
        table->at(post, desk->at, found);
        gaps += found.empty() ? 1U : 0U;
        if (call.isJson) {
            posts.push_back(postJson(*desk, roster, *table, post, found));
        } else {
            printPost(call, *desk, roster, *table, post, found, out);
        }
    }
    if (call.isJson) {
        out << boost::json::serialize(
            boost::json::object{{"at", isoText(roster, desk->at)}, {"posts", std::move(posts)}})
            << '\n';
    }
    return gaps == 0 ? kGood : kFound;
}

int checkRoster(const RosterCall& call, std::ostream& out, std::ostream& err, Instant now)
{
    const auto desk = openRoster(call, now, kCheckDays, err);
    if (!desk) {
        return kMisused;
    }
    const roster::Roster roster = desk->rosterOver(desk->range, call.mode);
    const auto found = roster::conflictsOf(roster, desk->range);
    if (!found) {
        err << found.error().detail << '\n';
        return kMisused;
    }
    boost::json::array conflicts;
    for (const roster::Conflict& one : *found) {
        if (call.isJson) {
            conflicts.push_back(conflictJson(roster, one));
        } else {
            printConflict(call, roster, one, out);
        }
    }
    if (call.isJson) {
        out << boost::json::serialize(boost::json::object{
            {"from", isoText(roster, desk->range.from)},
            {"until", isoText(roster, desk->range.until)},
            {"posts", roster.posts.size()},
            {"conflicts", std::move(conflicts)}})
            << '\n';
    } else {
        const std::string span = spanText(roster, desk->range);
        out
            << (call.isChinese
                    ? std::format(
                          "{}：{} 个岗位，{} 处冲突\n", span, roster.posts.size(), found->size())
                    : std::format(
                          "{}: {} posts, {} conflicts\n", span, roster.posts.size(),
                          found->size()));
    }
    return found->empty() ? kGood : kFound;
}

int runRoster(std::span<const std::string> args, std::ostream& out, std::ostream& err, Instant now)
{
    if (!args.empty() && args.front() == "--help") {
        out << kRosterUsage;
        return kGood;
    }
    const auto call = parsedRoster(args);
    if (!call) {
        err << kRosterUsage;
        return kMisused;
    }
    switch (call->verb) {
    case RosterVerb::Import:
        return importRoster(*call, out, err, now);
    case RosterVerb::Export:
        return exportRoster(*call, out, err, now);
    case RosterVerb::Check:
        return checkRoster(*call, out, err, now);
    case RosterVerb::OnDuty:
        return tellOnDuty(*call, out, err, now);
    }
    return kMisused;
}

} // namespace sz::ctl
