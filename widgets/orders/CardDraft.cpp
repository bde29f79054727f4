// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/orders/CardDraft.h"

#include "data/plan/Cards.h"

#include <algorithm>
#include <numeric>

namespace sz::widgets {

namespace {

bool isBusy(const model::Incident& incident, const UnitCode& unit)
{
    return std::ranges::any_of(incident.orders, [&](const model::Order& order) {
        return order.unit == unit && (order.isOpen() || order.isHeld());
    });
}

bool isDrafted(const CardDraft& draft, const UnitCode& unit)
{
    return std::ranges::any_of(draft.groups, [&](const CardGroup& group) {
        return std::ranges::contains(group.lines, unit, &OrderLine::unit);
    });
}

OrderLine lineOf(
    const plan::Plan& plan,
    const plan::CardOrder& order,
    const UnitCode& unit,
    const model::Incident& incident)
{
    OrderLine line = draftLine(plan, unit, incident.kind, incident.grade, incident.mode);
    line.isLead = order.isLead;
    line.arrive = order.arrive;
    if (order.done > 0) {
        line.done = order.done;
        line.work = order.work;
    }
    line.sign = std::min(order.sign > 0 ? order.sign : line.sign, line.done);
    return line;
}

std::vector<OrderLine>& groupOf(CardDraft& draft, const std::string& text)
{
    auto group = std::ranges::find(draft.groups, text, &CardGroup::text);
    if (group == draft.groups.end()) {
        draft.groups.push_back({text, {}});
        group = draft.groups.end() - 1;
    }
    return group->lines;
}

} // namespace

std::size_t CardDraft::count() const
{
    return std::accumulate(
        groups.begin(), groups.end(), std::size_t{0},
        [](std::size_t sum, const CardGroup& group) { return sum + group.lines.size(); });
}

CardDraft
cardDraft(const plan::Plan& plan, const plan::PlanCard& card, const model::Incident& incident)
{
    CardDraft draft;
    const bool hasLead = !leadOf(&incident).empty();
    for (const plan::CardOrder& order : card.orders) {
        const UnitCode unit = plan::unitAt(order.unit, incident.place);
        if (unit.empty()) {
            draft.isPlaceMissing = true;
        } else if (isBusy(incident, unit)) {
            draft.busy.push_back(unit);
        } else if (plan.unit(unit) != nullptr && !isDrafted(draft, unit)) {
            OrderLine line = lineOf(plan, order, unit, incident);
            line.isLead = line.isLead && !hasLead;
            groupOf(draft, order.text.empty() ? card.text : order.text).push_back(std::move(line));
        }
    }
    return draft;
}

} // namespace sz::widgets
