// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/Relations.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace sz::widgets {
namespace {

bool isLate(const model::Incident& incident, const model::Order& order, Instant now)
{
    return std::ranges::any_of(incident.steps, [&](const model::Step& step) {
        return step.order == order.id && step.lampAt(now) == model::Lamp::Late;
    });
}

void addOrders(Rollup& sum, const model::Incident& incident, Instant now)
{
    for (const model::Order& order : incident.orders) {
        if (order.isOpen() || order.isHeld()) {
            ++sum.ordersOpen;
            sum.ordersLate += isLate(incident, order, now) ? 1 : 0;
        }
    }
}

void addPart(model::Counts& sum, const model::CountPart& part)
{
    const auto it = std::ranges::find(sum.parts, part.label, &model::CountPart::label);
    if (it == sum.parts.end()) {
        sum.parts.push_back(part);
    } else {
        it->count += part.count;
    }
}

// What does not balance below does not balance above: totals and parts are summed apart.
void addCounts(std::vector<model::Counts>& sums, const model::Counts& counts)
{
    const auto it = std::ranges::find(sums, counts.label, &model::Counts::label);
    if (it == sums.end()) {
        sums.push_back(counts);
        return;
    }
    it->total += counts.total;
    for (const model::CountPart& part : counts.parts) {
        addPart(*it, part);
    }
}

} // namespace

Relations::Relations(const std::vector<model::IncidentPtr>& incidents)
{
    std::set<IncidentId> named;
    for (const model::IncidentPtr& incident : incidents) {
        if (!incident->belongsTo().empty()) {
            m_tied.emplace(incident->id, incident);
            m_below[incident->belongsTo()].push_back(incident);
            named.insert(incident->belongsTo());
        }
    }
    if (named.empty()) {
        return;
    }
    for (const model::IncidentPtr& incident : incidents) {
        if (named.contains(incident->id)) {
            m_tied.emplace(incident->id, incident);
        }
    }
    for (auto& [id, children] : m_below) {
        std::ranges::sort(children, {}, [](const model::IncidentPtr& i) {
            return std::tuple(i->state == model::IncidentState::Closed, i->enteredAt, i->id);
        });
    }
}

model::IncidentPtr Relations::find(const IncidentId& id) const
{
    const auto it = m_tied.find(id);
    return it == m_tied.end() ? nullptr : it->second;
}

Upward Relations::above(const model::Incident& incident) const
{
    const IncidentId& other = incident.belongsTo();
    if (other.empty()) {
        return {};
    }
    const Tie tie = incident.mergedInto.empty() ? Tie::Grouped : Tie::Merged;
    return {tie, other, find(other), isBelow(other, incident.id)};
}

std::vector<model::IncidentPtr> Relations::below(const IncidentId& id) const
{
    const auto it = m_below.find(id);
    return it == m_below.end() ? std::vector<model::IncidentPtr>() : it->second;
}

std::vector<model::IncidentPtr> Relations::allBelow(const IncidentId& id) const
{
    std::vector<model::IncidentPtr> all;
    std::set<IncidentId> seen{id};
    std::vector<IncidentId> open{id};
    while (!open.empty()) {
        const IncidentId next = open.back();
        open.pop_back();
        for (const model::IncidentPtr& child : below(next)) {
            if (seen.insert(child->id).second) {
                all.push_back(child);
                open.push_back(child->id);
            }
        }
    }
    return all;
}

Rollup Relations::rollup(const IncidentId& id, Instant now) const
{
    Rollup sum;
    if (!m_below.contains(id)) { // most of them: a board asks for each row it draws
        return sum;
    }
    for (const model::IncidentPtr& one : allBelow(id)) {
        if (!one->mergedInto.empty()) {
            ++sum.merged;
            continue;
        }
        ++sum.grouped;
        ++(one->state == model::IncidentState::Closed ? sum.closed : sum.open);
        addOrders(sum, *one, now);
    }
    return sum;
}

std::vector<model::Counts> Relations::counts(const model::Incident& incident) const
{
    std::vector<model::Counts> sums;
    if (incident.counts) {
        sums.push_back(*incident.counts);
    }
    bool isSum = sums.empty(); // the first one: its label is stated below, too
    for (const model::IncidentPtr& one : allBelow(incident.id)) {
        if (one->mergedInto.empty() && one->counts) {
            isSum = isSum || one->counts->label == sums.front().label;
            addCounts(sums, *one->counts);
        }
    }
    if (!isSum) {
        sums.erase(sums.begin());
    }
    return sums;
}

IncidentId Relations::target(const model::Incident& incident) const
{
    std::set<IncidentId> seen{incident.id};
    IncidentId at = incident.id;
    IncidentId next = incident.mergedInto;
    while (!next.empty() && find(next) != nullptr) {
        if (!seen.insert(next).second) {
            return incident.id;
        }
        at = next;
        next = find(next)->mergedInto;
    }
    return at;
}

bool Relations::isBelow(const IncidentId& lower, const IncidentId& upper) const
{
    std::set<IncidentId> seen;
    for (model::IncidentPtr at = find(lower); at != nullptr && seen.insert(at->id).second;
         at = find(at->belongsTo())) {
        if (at->belongsTo() == upper) {
            return true;
        }
    }
    return false;
}

} // namespace sz::widgets
