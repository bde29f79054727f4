// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/report/Scorecard.h"

#include <algorithm>
#include <map>
#include <utility>

namespace sz::report {
namespace {

UnitCard
cardOf(const plan::Plan& plan, const UnitCode& unit, std::vector<OrderCase> cases, Instant asOf)
{
    UnitCard card;
    card.unit = unit;
    card.cases = std::move(cases);
    std::ranges::stable_sort(card.cases, {}, [](const OrderCase& c) {
        return std::pair(c.order().issuedAt, c.order().id);
    });
    const Sample sample{card.cases, asOf, plan.score.satisfiedFrom};
    for (std::size_t i = 0; i < kFigures; ++i) {
        const auto figure = static_cast<Figure>(i);
        card.values[i] = valueOf(figure, rowsOf(sample, figure));
    }
    card.points = pointsOf(plan.score, card.values);
    return card;
}

// Best first; whoever has no score comes after all who have.
void rank(std::vector<UnitCard>& units)
{
    std::ranges::stable_sort(units, [](const UnitCard& a, const UnitCard& b) {
        return a.points.score.value_or(-1) > b.points.score.value_or(-1);
    });
    for (std::size_t i = 0; i < units.size() && units[i].points.score; ++i) {
        const bool isEqual = i > 0 && units[i].points.score == units[i - 1].points.score;
        units[i].rank = isEqual ? units[i - 1].rank : static_cast<int>(i) + 1;
    }
}

} // namespace

const UnitCard* Scorecard::unit(const UnitCode& code) const
{
    const auto it = std::ranges::find(units, code, &UnitCard::unit);
    return it == units.end() ? nullptr : &*it;
}

std::vector<Row> Scorecard::rows(const UnitCode& code, Figure figure) const
{
    const UnitCard* found = unit(code);
    return found == nullptr ? std::vector<Row>() : rowsOf(sampleOf(*found), figure);
}

Scorecard makeScorecard(
    std::shared_ptr<const plan::Plan> plan,
    std::span<const model::IncidentPtr> incidents,
    Period period,
    Instant asOf)
{
    std::map<UnitCode, std::vector<OrderCase>> byUnit;
    for (const model::IncidentPtr& incident : incidents) {
        for (std::size_t i = 0; i < incident->orders.size(); ++i) {
            const model::Order& order = incident->orders[i];
            if (period.holds(order.issuedAt)) {
                byUnit[order.unit].push_back(caseOf(*plan, incident, i));
            }
        }
    }
    Scorecard card{std::move(plan), period, asOf, {}};
    for (auto& [unit, cases] : byUnit) {
        card.units.push_back(cardOf(*card.plan, unit, std::move(cases), asOf));
    }
    rank(card.units);
    return card;
}

} // namespace sz::report
