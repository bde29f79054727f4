// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/roster/PlanRoster.h"

#include "data/plan/files/NodeReader.h"
#include "data/plan/files/TomlFile.h"
#include "data/roster/Patterns.h"

#include <algorithm>
#include <format>

namespace sz::roster {
namespace {

constexpr int kMostRestHours = 72;
constexpr int kMostPeople = 10'000;

std::string filled(std::string team, const std::string& post)
{
    constexpr std::string_view kPost = "{post}";
    if (const auto at = team.find(kPost); at != std::string::npos) {
        team.replace(at, kPost.size(), post);
    }
    return team;
}

PersonIndex
teamOf(Roster& roster, const plan::Post& post, const plan::Rotation& rotation, std::size_t n)
{
    const PersonIndex index =
        roster.personNamed(filled(rotation.teams[n], post.name.zh), post.unit);
    Person& team = roster.people[index];
    team.isTeam = true;
    const std::string& name = post.name.en.empty() ? post.name.zh : post.name.en;
    team.nameEn = n < rotation.teamsEn.size() ? filled(rotation.teamsEn[n], name) : team.name;
    return index;
}

void addPost(Roster& roster, const plan::Plan& plan, const plan::Post& post)
{
    RosterPost made{post.code, post.unit, {post.name.zh, post.name.en}, {}, {}};
    const auto rotation = std::ranges::find(plan.rotations, post.rotation, &plan::Rotation::code);
    if (rotation != plan.rotations.end()) {
        Turn turn;
        turn.rotation = static_cast<std::uint32_t>(rotation - plan.rotations.begin());
        made.turns.push_back(turn);
        for (std::size_t n = 0; n < rotation->teams.size(); ++n) {
            made.teams.push_back({teamOf(roster, post, *rotation, n)});
        }
    }
    roster.add(std::move(made));
}

void addGap(Roster& roster, const plan::RosterGap& gap, const Span& range)
{
    const auto post = roster.post(gap.post);
    if (!post) {
        return;
    }
    constexpr int kDay = 24 * 60;
    const int until = gap.toMinute + (gap.toMinute <= gap.fromMinute ? kDay : 0);
    const Day first = roster.localDay(range.from) - 4;
    const Day last = roster.localDay(range.until) + 4;
    for (Day day = gap.day.value_or(first); day <= gap.day.value_or(last); ++day) {
        roster.absences.push_back(
            {*post,
             kNobody,
             {roster.instantOf(day, gap.fromMinute), roster.instantOf(day, until)},
             {gap.reasonZh, gap.reasonEn}});
    }
}

std::optional<plan::Mode> modeNamed(plan::NodeReader& reader)
{
    const std::string name = reader.text("mode", plan::Need::No);
    const auto it = std::ranges::find(plan::kModeNames, name);
    if (it == plan::kModeNames.end()) {
        if (!name.empty()) {
            reader.errorAt(
                "mode", {std::format("\"{}\" is not a mode.", name),
                         std::format("没有“{}”这种状态。", name)});
        }
        return std::nullopt;
    }
    return static_cast<plan::Mode>(it - plan::kModeNames.begin() + 1);
}

PostCode postNamed(plan::NodeReader& reader, const plan::Plan& plan, plan::Need need)
{
    const PostCode code(reader.text("post", need));
    if (!code.empty() && plan.post(code) == nullptr) {
        reader.errorAt(
            "post", {std::format("There is no post \"{}\".", code.value),
                     std::format("没有岗位“{}”。", code.value)});
    }
    return code;
}

UnitCode unitNamed(plan::NodeReader& reader, const plan::Plan& plan, plan::Need need)
{
    const UnitCode code(reader.text("unit", need));
    if (!code.empty() && plan.unit(code) == nullptr) {
        reader.errorAt(
            "unit", {std::format("There is no unit \"{}\".", code.value),
                     std::format("没有单位“{}”。", code.value)});
    }
    return code;
}

void readMinimum(plan::NodeReader reader, const plan::Plan& plan, PlanRules& rules)
{
    Minimum minimum;
    minimum.post = postNamed(reader, plan, plan::Need::No);
    minimum.unit = unitNamed(reader, plan, plan::Need::No);
    if (minimum.post.empty() == minimum.unit.empty()) {
        reader.error(
            {"A minimum is either of a \"post\" or of a \"unit\".",
             "最低人数须写“post”或“unit”之一。"});
    }
    minimum.mode = modeNamed(reader);
    minimum.people = reader.integer("people", 1, kMostPeople, plan::Need::Yes, 1);
    reader.warnUnknown();
    rules.rules.minimums.push_back(std::move(minimum));
}

void readQualified(plan::NodeReader reader, const plan::Plan& plan, PlanRules& rules)
{
    PlanRules::Qualified one;
    one.qualification = reader.text("name");
    one.unit = unitNamed(reader, plan, plan::Need::Yes);
    one.people = reader.texts("people");
    const bool isAsked =
        std::ranges::contains(rules.skills, one.qualification, &PlanRules::Skill::qualification);
    if (!one.qualification.empty()
        && !isAsked) { // a slip of the pen would leave everybody unqualified
        reader.errorAt(
            "name", {std::format("No [[qualification]] asks for \"{}\".", one.qualification),
                     std::format("没有 [[qualification]] 要求“{}”。", one.qualification)});
    }
    reader.warnUnknown();
    rules.qualified.push_back(std::move(one));
}

void readSkill(plan::NodeReader reader, const plan::Plan& plan, PlanRules& rules)
{
    PlanRules::Skill skill;
    skill.post = postNamed(reader, plan, plan::Need::Yes);
    skill.shift = reader.text("shift", plan::Need::No);
    skill.qualification = reader.text("name");
    reader.warnUnknown();
    rules.skills.push_back(std::move(skill));
}

} // namespace

Roster rosterOf(const plan::Plan& plan, const Span& range)
{
    Roster roster;
    roster.utcOffsetMinutes = plan.utcOffsetMinutes;
    roster.calendar = plan.calendar;
    for (const plan::Rotation& rotation : plan.rotations) {
        roster.rotations.push_back(ofPlan(rotation));
    }
    for (const plan::Unit& unit : plan.units) {
        roster.namesOfUnits.try_emplace(
            unit.code, Words{
                           unit.name.shortZh.empty() ? unit.name.zh : unit.name.shortZh,
                           unit.name.shortEn.empty() ? unit.name.en : unit.name.shortEn});
        for (const std::string* name :
             {&unit.code.value, &unit.name.zh, &unit.name.en, &unit.name.shortZh,
              &unit.name.shortEn}) {
            roster.unitNames.try_emplace(*name, unit.code);
        }
    }
    for (const plan::Post& post : plan.posts) {
        addPost(roster, plan, post);
    }
    for (const plan::RosterGap& gap : plan.gaps) {
        addGap(roster, gap, range);
    }
    for (std::size_t i = 0; i < plan::kModes; ++i) {
        const auto mode = static_cast<plan::Mode>(i + 1);
        const plan::ModeRules& rules = plan.rulesOf(mode);
        for (const PostCode& post : rules.deepPosts) {
            roster.rules.depths.push_back({post, mode, rules.rosterDepth});
        }
    }
    return roster;
}

std::expected<PlanRules, std::vector<plan::Fault>>
readRules(const std::filesystem::path& folder, const plan::Plan& plan)
{
    PlanRules rules;
    std::error_code ec;
    if (!std::filesystem::exists(folder / kRosterRuleFile, ec) && !ec) {
        return rules;
    }
    plan::FaultList faults;
    if (const auto root = plan::readToml(folder, kRosterRuleFile, faults)) {
        plan::NodeReader reader(*root, {kRosterRuleFile}, faults);
        rules.rules.rest =
            std::chrono::hours(reader.integer("rest_hours", 0, kMostRestHours, plan::Need::No, 11));
        for (plan::NodeReader& one : reader.tables("minimum", plan::Need::No)) {
            readMinimum(std::move(one), plan, rules);
        }
        for (plan::NodeReader& one : reader.tables("qualification", plan::Need::No)) {
            readSkill(std::move(one), plan, rules);
        }
        for (plan::NodeReader& one : reader.tables("qualified", plan::Need::No)) {
            readQualified(std::move(one), plan, rules);
        }
        reader.warnUnknown();
    }
    if (faults.hasErrors()) {
        return std::unexpected(std::move(faults).take());
    }
    return rules;
}

void apply(const PlanRules& rules, Roster& roster)
{
    std::vector<Depth> depths =
        std::move(roster.rules.depths); // of limits.toml, not of roster.toml
    roster.rules = rules.rules;
    roster.rules.depths = std::move(depths);
    for (const PlanRules::Qualified& one : rules.qualified) {
        for (const std::string& name : one.people) {
            auto& has = roster.people[roster.personNamed(name, one.unit)].qualifications;
            if (!std::ranges::contains(has, one.qualification)) {
                has.push_back(one.qualification);
            }
        }
    }
    for (const PlanRules::Skill& skill : rules.skills) {
        const auto index = roster.post(skill.post);
        if (!index) {
            continue;
        }
        for (Turn& turn : roster.posts[*index].turns) {
            Rotation own = roster.rotations[turn.rotation];
            for (ShiftTemplate& shift : own.shifts) {
                if (skill.shift.empty() || skill.shift == shift.name.zh) {
                    shift.qualifications.push_back(skill.qualification);
                }
            }
            turn.rotation = static_cast<std::uint32_t>(roster.rotations.size());
            roster.rotations.push_back(std::move(own));
        }
    }
}

} // namespace sz::roster
