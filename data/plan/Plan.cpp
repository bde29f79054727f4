// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/plan/Plan.h"

#include <algorithm>

namespace sz::plan {
namespace {

// For lists sorted by code (units, districts, streets).
template <class List, class Code>
auto* findSorted(const List& list, const Code& code)
{
    const auto it = std::ranges::lower_bound(list, code, {}, &List::value_type::code);
    return it != list.end() && it->code == code ? &*it : nullptr;
}

// For short lists in the order of their file (zones, kinds, posts).
template <class List, class Code>
auto* findListed(const List& list, const Code& code)
{
    const auto it = std::ranges::find(list, code, &List::value_type::code);
    return it != list.end() ? &*it : nullptr;
}

} // namespace

const Unit* Plan::unit(const UnitCode& wanted) const
{
    return findSorted(units, wanted);
}

const Area* Plan::area(int number) const
{
    const bool isKnown = number >= 1 && number <= static_cast<int>(areas.size());
    return isKnown ? &areas[static_cast<std::size_t>(number - 1)] : nullptr;
}

const Zone* Plan::zone(const ZoneCode& wanted) const
{
    return findListed(zones, wanted);
}

const District* Plan::district(const UnitCode& wanted) const
{
    return findSorted(districts, wanted);
}

const Street* Plan::street(const StreetCode& wanted) const
{
    return findSorted(streets, wanted);
}

const Kind* Plan::kind(const KindCode& wanted) const
{
    return findListed(kinds, wanted);
}

const Post* Plan::post(const PostCode& wanted) const
{
    return findListed(posts, wanted);
}

const std::vector<Rung>& Plan::ladderFor(const KindCode& of) const
{
    const Kind* known = kind(of);
    return known == nullptr || known->ladder.empty() ? ladder : known->ladder;
}

const PlanCard* Plan::card(const std::string& wanted) const
{
    return findListed(cards, wanted);
}

Limits Plan::limitsFor(const KindCode& wanted, Grade grade, Mode mode) const
{
    if (const Kind* found = kind(wanted)) {
        const auto inMode = found->modeLimits.find({mode, grade});
        const auto own = found->limits.find(grade);
        if (inMode != found->modeLimits.end()) {
            return inMode->second;
        }
        if (own != found->limits.end()) {
            return own->second;
        }
    }
    const auto inMode = modeLimits.find({mode, grade});
    if (inMode != modeLimits.end()) {
        return inMode->second;
    }
    const auto general = limits.find(grade);
    return general != limits.end() ? general->second : Limits{};
}

const RoleRights* Plan::role(Role wanted) const
{
    const auto& all = roles.empty() ? standardRoles() : roles;
    const auto it = std::ranges::find(all, wanted, &RoleRights::role);
    return it == all.end() ? nullptr : &*it;
}

Reach Plan::reachOf(Role wanted, Right right) const
{
    const RoleRights* known = role(wanted);
    return known == nullptr ? Reach::None : known->of(right);
}

} // namespace sz::plan
