// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/roster/Conflicts.h"

#include <array>
#include <format>

namespace sz::roster {
namespace {

std::string nameZh(const Roster& roster, PersonIndex person)
{
    return roster.people[person].name;
}

std::string nameEn(const Roster& roster, PersonIndex person)
{
    const Person& one = roster.people[person];
    return one.nameEn.empty() ? one.name : one.nameEn;
}

/// By name, as it is spoken of; what has none by its code.
plan::Sentence called(const Words& name, const std::string& code)
{
    const std::string& zh = name.zh.empty() ? code : name.zh;
    return {name.en.empty() ? zh : name.en, zh};
}

/// "值班长", or the unit.
plan::Sentence placeOf(const Roster& roster, const UnitCode& unit, PostIndex post)
{
    if (post != kNobody) {
        return called(roster.posts[post].name, roster.posts[post].code.value);
    }
    const auto name = roster.namesOfUnits.find(unit);
    return called(name == roster.namesOfUnits.end() ? Words() : name->second, unit.value);
}

} // namespace

const char* conflictName(ConflictSort sort)
{
    static constexpr std::array kNames{
        "double-duty", "short-rest", "gap", "under-strength", "not-qualified"};
    return kNames[static_cast<std::size_t>(sort)];
}

plan::Sentence sentenceOf(const Roster& roster, const Conflict& c)
{
    const plan::Sentence place = placeOf(roster, c.unit, c.post);
    const plan::Sentence other = placeOf(roster, {}, c.other);
    switch (c.sort) {
    case ConflictSort::DoubleDuty:
        return {
            std::format(
                "{}: {} is at {} at the same time", place.en, nameEn(roster, c.person), other.en),
            std::format("{}：{}同时在{}", place.zh, nameZh(roster, c.person), other.zh)};
    case ConflictSort::ShortRest: {
        const double hours =
            std::chrono::duration<double, std::ratio<3600>>(c.time.until - c.time.from).count();
        const double least =
            std::chrono::duration<double, std::ratio<3600>>(roster.rules.rest).count();
        return {
            std::format(
                "{}: {} comes from {} after {:.3g} h of rest, the plan asks for {:.3g} h", place.en,
                nameEn(roster, c.person), other.en, hours, least),
            std::format(
                "{}：{}自{}下班后只休息 {:.3g} 小时，方案要求 {:.3g} 小时", place.zh,
                nameZh(roster, c.person), other.zh, hours, least)};
    }
    case ConflictSort::Gap:
        return {
            std::format("{}: nobody, {} needed", place.en, c.need),
            std::format("{}：缺岗，应有 {} 人", place.zh, c.need)};
    case ConflictSort::UnderStrength:
        if (c.isDepth) {
            return {
                std::format("{}: {} of {} teams stand behind it", place.en, c.have, c.need),
                std::format("{}：须有 {} 个班组待命，只有 {} 个", place.zh, c.need, c.have)};
        }
        return {
            std::format("{}: {} of {}", place.en, c.have, c.need),
            std::format("{}：应有 {} 人，只有 {} 人", place.zh, c.need, c.have)};
    case ConflictSort::NotQualified:
        return {
            std::format(
                "{}: {} is not qualified for \"{}\"", place.en, nameEn(roster, c.person),
                c.qualification),
            std::format("{}：{}没有“{}”资格", place.zh, nameZh(roster, c.person), c.qualification)};
    }
    return {};
}

} // namespace sz::roster
