// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/plan/Cards.h"

#include <algorithm>

namespace sz::plan {
namespace {

std::string lowered(std::string_view text)
{
    std::string out(text);
    std::ranges::transform(out, out.begin(), [](unsigned char c) {
        return static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    });
    return out;
}

} // namespace

bool takesOrders(const Unit& unit)
{
    return unit.kind == UnitKind::District || unit.kind == UnitKind::Line
           || unit.kind == UnitKind::Street;
}

std::vector<const PlanCard*> cardsFor(const Plan& plan, const KindCode& kind, Grade grade)
{
    std::vector<const PlanCard*> out;
    for (const PlanCard& card : plan.cards) {
        if (std::ranges::contains(card.kinds, kind) && grade <= card.leastGrade) {
            out.push_back(&card);
        }
    }
    return out;
}

UnitCode unitAt(const UnitCode& written, const Place& place)
{
    return written.value == kDistrictHere ? place.district : written;
}

std::vector<const PlanCard*> cardsNamed(const Plan& plan, std::string_view typed)
{
    const std::string wanted = lowered(typed);
    std::vector<const PlanCard*> out;
    for (const PlanCard& card : plan.cards) {
        const Name& n = card.name;
        const auto begins = [&](const std::string& name) {
            return lowered(name).starts_with(wanted);
        };
        if (begins(n.zh) || begins(n.en) || begins(n.pinyin) || begins(n.initials)
            || begins(card.code)) {
            out.push_back(&card);
        }
    }
    return out;
}

} // namespace sz::plan
