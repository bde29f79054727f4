// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/Alarms.h"

#include <algorithm>
#include <tuple>

namespace sz::widgets {

LampCounts lampCounts(const std::map<IncidentId, model::IncidentPtr>& incidents, Instant now)
{
    LampCounts counts;
    for (const auto& [id, incident] : incidents) {
        const model::Lamp lamp = incident->lampAt(now);
        counts.near += lamp == model::Lamp::Near ? 1 : 0;
        counts.behind += lamp == model::Lamp::Behind ? 1 : 0;
        counts.late += lamp == model::Lamp::Late ? 1 : 0;
    }
    return counts;
}

std::vector<Alarm>
openAlarms(const std::map<IncidentId, model::IncidentPtr>& incidents, Instant now)
{
    std::vector<Alarm> alarms;
    for (const auto& [id, incident] : incidents) {
        for (const model::Step& step : incident->steps) {
            if (step.lampAt(now) == model::Lamp::Late
                && !incident->acknowledged.contains(step.ref())) {
                alarms.push_back({incident, step});
            }
        }
    }
    std::ranges::sort(alarms, {}, [](const Alarm& alarm) {
        return std::tuple(alarm.incident->grade, alarm.step.due, alarm.incident->id.value);
    });
    return alarms;
}

std::vector<OrderId> ordersToRemind(const model::Incident& incident)
{
    const auto pick = [&incident](auto&& isDue) {
        std::vector<OrderId> ids;
        for (const model::Order& order : incident.orders) {
            if (order.isOpen() && isDue(order)) {
                ids.push_back(order.id);
            }
        }
        return ids;
    };
    auto unsigned_ = pick([](const model::Order& order) { return !order.signedAt; });
    return unsigned_.empty() ? pick([](const model::Order& order) { return !order.firstWordAt; })
                             : unsigned_;
}

} // namespace sz::widgets
