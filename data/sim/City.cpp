// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/sim/City.h"

#include <algorithm>
#include <format>

namespace sz::sim {
namespace {

constexpr int kDistricts = 5;
constexpr int kLines = 3;
constexpr auto kRotation = "two shifts";
constexpr int kStreets = 6;

plan::Name nameOf(const std::string& text)
{
    plan::Name name;
    name.zh = name.en = text;
    return name;
}

void addUnit(plan::Plan& plan, const std::string& code, plan::UnitKind kind, plan::Role role)
{
    plan::Unit unit;
    unit.code = UnitCode(code);
    unit.kind = kind;
    unit.name = nameOf(code);
    plan.units.push_back(std::move(unit));
    plan::Post post;
    post.code = PostCode(code + "-duty");
    post.unit = UnitCode(code);
    post.name = nameOf(code);
    post.role = role;
    post.rotation = kRotation;
    plan.posts.push_back(std::move(post));
}

void addArea(plan::Plan& plan, int number, const std::string& district)
{
    plan::Area area;
    area.number = number;
    area.district = UnitCode(district);
    area.label = {114.0 + 0.05 * number, 30.6};
    plan.areas.push_back(std::move(area));
}

// The first district has two areas, and streets that can go from one to the other.
void addStreets(plan::Plan& plan)
{
    const UnitCode district("D01");
    addArea(plan, kDistricts + 1, district.value);
    plan.districts.front().areas.push_back(kDistricts + 1);
    for (int i = 1; i <= kStreets; ++i) {
        plan::Street street;
        street.code = StreetCode(std::format("S{}", i));
        street.name = nameOf(street.code.value);
        street.district = district;
        street.area = 1;
        plan.streets.push_back(std::move(street));
    }
}

void addDistrict(plan::Plan& plan, int number)
{
    const std::string code = std::format("D{:02}", number);
    addUnit(plan, code, plan::UnitKind::District, plan::Role::DistrictDesk);
    addArea(plan, number, code);
    plan::District district;
    district.code = UnitCode(code);
    district.areas = {number};
    plan.districts.push_back(std::move(district));
}

// The office has two chiefs: what one proposes the other approves.
void addSecondChief(plan::Plan& plan)
{
    plan::Post post;
    post.code = PostCode("HQ-second");
    post.unit = UnitCode("HQ");
    post.name = nameOf("HQ-second");
    post.role = plan::Role::DutyChief;
    post.rotation = kRotation;
    plan.posts.push_back(std::move(post));
}

// An area that leaders of the office answer for in turn.
void addLeaders(plan::Plan& plan)
{
    plan::Unit area;
    area.code = UnitCode("A01");
    area.kind = plan::UnitKind::Area;
    area.name = nameOf("A01");
    plan.units.push_back(std::move(area));
    for (const char* code : {"HQ-lead", "HQ-lead2"}) {
        plan::Post post;
        post.code = PostCode(code);
        post.unit = UnitCode("HQ");
        post.name = nameOf(code);
        post.role = plan::Role::Leader;
        post.rotation = kRotation;
        plan.posts.push_back(std::move(post));
    }
}

} // namespace

std::shared_ptr<const plan::Plan> makeCity()
{
    auto plan = std::make_shared<plan::Plan>();
    plan->code = "sim";
    plan->city = nameOf("Simulation");
    plan::Rotation rotation;
    rotation.code = kRotation;
    rotation.changesAt = {8 * 60, 20 * 60};
    rotation.shiftNames = {nameOf("day"), nameOf("night")};
    rotation.teams = {"one", "two"};
    plan->rotations.push_back(std::move(rotation));
    for (int i = 1; i <= kDistricts; ++i) {
        addDistrict(*plan, i);
    }
    addStreets(*plan);
    addUnit(*plan, "HQ", plan::UnitKind::Office, plan::Role::DutyChief);
    addSecondChief(*plan);
    for (int i = 1; i <= kLines; ++i) {
        addUnit(*plan, std::format("L{:02}", i), plan::UnitKind::Line, plan::Role::LineDesk);
    }
    addLeaders(*plan);
    plan->contactDays = 1;
    std::ranges::sort(plan->units, {}, &plan::Unit::code);
    for (const char* code : {"fire", "gas"}) {
        plan::Kind kind;
        kind.code = KindCode(code);
        kind.name = nameOf(code);
        plan->kinds.push_back(std::move(kind));
    }
    return plan;
}

} // namespace sz::sim
