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

void addDistrict(plan::Plan& plan, int number)
{
    const std::string code = std::format("D{:02}", number);
    addUnit(plan, code, plan::UnitKind::District, plan::Role::DistrictDesk);
    plan::Area area;
    area.number = number;
    area.district = UnitCode(code);
    plan.areas.push_back(std::move(area));
    plan::District district;
    district.code = UnitCode(code);
    district.areas = {number};
    plan.districts.push_back(std::move(district));
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
    addUnit(*plan, "HQ", plan::UnitKind::Office, plan::Role::DutyChief);
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
