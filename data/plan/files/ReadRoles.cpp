// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// roles.toml; a plan without it has the standard roles
#include "data/plan/files/Reading.h"
#include "data/plan/files/TomlFile.h"

#include <algorithm>
#include <format>

namespace sz::plan {
namespace {

void readReach(NodeReader& acts, const std::string& name, RoleRights& role)
{
    const auto right = rightFrom(name);
    const auto text = acts.text(name);
    const auto reach = reachFrom(text);
    if (!right) {
        acts.errorAt(
            name, {std::format("There is no act \"{}\".", name),
                   std::format("没有“{}”这一操作。", name)});
    } else if (!reach && !text.empty()) {
        acts.errorAt(
            name, {std::format("\"{}\" is not one of own, office, any, none.", text),
                   std::format("“{}”不是 own、office、any、none 之一。", text)});
    } else {
        role.reach[static_cast<std::size_t>(*right)] = reach.value_or(Reach::None);
    }
}

void readRole(NodeReader reader, Reading& reading)
{
    RoleRights role;
    const auto code = reader.text("code");
    reader.setFeature(code);
    const auto known = roleFrom(code);
    if (!known && !code.empty()) {
        reader.error(
            {std::format("\"{}\" is not a role.", code), std::format("“{}”不是角色。", code)});
    }
    role.role = known.value_or(Role::Viewer);
    role.nameZh = reader.text("name_zh");
    role.nameEn = reader.text("name_en");
    reading.define(reader.spot(), code);
    if (auto acts = reader.table("acts", Need::No)) {
        acts->setFeature(code);
        for (const std::string& name : acts->keys()) {
            readReach(*acts, name, role);
        }
    }
    reader.warnUnknown();
    reading.plan.roles.push_back(std::move(role));
}

void readLimitsOfSignOn(NodeReader reader, SignOnLimits& limits)
{
    constexpr int kDay = 24 * 60;
    const auto minutes = [&](const char* key, int least, Minutes& value) {
        const auto otherwise = static_cast<int>(value.count());
        value = Minutes{reader.integer(key, least, kDay, Need::No, otherwise)};
    };
    minutes("longest_minutes", 30, limits.longest);
    minutes("handover_minutes", 0, limits.handover);
    minutes("tries_minutes", 1, limits.triesWithin);
    limits.tries = reader.integer("tries", 3, 20, Need::No, limits.tries);
    reader.warnUnknown();
}

// Acts of later versions: a roles.toml that mentions one nowhere was written before it, and means the standard.
void addLaterRights(std::vector<RoleRights>& roles)
{
    for (auto i = static_cast<std::size_t>(Right::AskRelief); i < kRights; ++i) {
        if (std::ranges::any_of(roles, [&](const auto& r) { return r.reach[i] != Reach::None; })) {
            continue;
        }
        for (RoleRights& role : roles) {
            role.reach[i] = standardRoles()[static_cast<std::size_t>(role.role)].reach[i];
        }
    }
}

} // namespace

void readRoles(Reading& reading)
{
    std::error_code ec;
    if (!std::filesystem::exists(reading.dir / kRoleFile, ec)) {
        reading.plan.roles = standardRoles();
        return;
    }
    const auto root = readToml(reading.dir, kRoleFile, reading.faults);
    if (!root) {
        return;
    }
    NodeReader reader(*root, {kRoleFile}, reading.faults);
    if (auto limits = reader.table("sign_on", Need::No)) {
        readLimitsOfSignOn(std::move(*limits), reading.plan.signOn);
    }
    for (auto& role : reader.tables("role")) {
        readRole(std::move(role), reading);
    }
    reader.warnUnknown();
    std::ranges::sort(reading.plan.roles, {}, &RoleRights::role);
    addLaterRights(reading.plan.roles);
}

// An act that no role has would stand on a button nobody can ever press; a post without its role could do nothing. A city
// that keeps no callers' contacts gives nobody those two rights, and the field is not shown.
void checkRoles(Reading& reading)
{
    if (reading.unread.contains(kRoleFile)) {
        return;
    }
    const auto& plan = reading.plan;
    for (std::size_t i = 0; i < kRights; ++i) {
        const auto mayDo = [&](const RoleRights& role) { return role.reach[i] != Reach::None; };
        const auto right = static_cast<Right>(i);
        const bool isOptional = right == Right::SealContact || right == Right::OpenContact;
        if (!isOptional && std::ranges::none_of(plan.roles, mayDo)) {
            reading.faults.error(
                {kRoleFile}, {std::format("Nobody may do \"{}\".", kRightNames[i]),
                              std::format("没有任何角色可以“{}”。", kRightNames[i])});
        }
    }
    for (const auto& post : plan.posts) {
        if (!std::ranges::contains(plan.roles, post.role, &RoleRights::role)) {
            const auto code = kRoleCodes[static_cast<std::size_t>(post.role)];
            reading.faults.error(
                reading.spotOf(kPostFile, post.code.str()),
                {std::format("Its role \"{}\" is not in roles.toml.", code),
                 std::format("其角色“{}”不在 roles.toml 中。", code)});
        }
    }
}

} // namespace sz::plan
