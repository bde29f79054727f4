// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/Alarms.h"

#include <algorithm>
#include <tuple>

namespace sz::widgets {

namespace {

constexpr std::chrono::hours kRingBack{2};

bool isSilent(const model::Incident& incident, const model::Step& step, Instant now)
{
    const std::string ref = step.ref();
    const auto shelf = incident.shelved.find(ref);
    return incident.acknowledged.contains(ref)
           || (shelf != incident.shelved.end() && now < shelf->second.until);
}

auto harmOf(const Alarm& alarm)
{
    return std::tuple(alarm.incident->grade, alarm.step.due, alarm.incident->id.value);
}

} // namespace

LampCounts lampCounts(const Incidents& incidents, Instant now)
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

std::vector<Alarm> openAlarms(const Incidents& incidents, Instant now)
{
    std::vector<Alarm> alarms;
    for (const auto& [id, incident] : incidents) {
        for (const model::Step& step : incident->steps) {
            if (step.lampAt(now) == model::Lamp::Late && !isSilent(*incident, step, now)) {
                alarms.push_back({incident, step});
            }
        }
    }
    std::ranges::sort(alarms, {}, harmOf);
    return alarms;
}

std::vector<Alarm> clearedAlarms(const plan::Plan& plan, const Incidents& incidents, Instant now)
{
    std::vector<Alarm> alarms;
    for (const auto& [id, incident] : incidents) {
        if (incident->state == model::IncidentState::Closed
            || incident->lastTouched < now - kRingBack) {
            continue;
        }
        for (const model::LateStep& late : model::lateSteps(plan, *incident)) {
            if (late.clearedAt >= now - kRingBack && !isSilent(*incident, late.step, now)) {
                alarms.push_back({incident, late.step, late.clearedAt});
            }
        }
    }
    std::ranges::sort(alarms, {}, harmOf);
    return alarms;
}

std::vector<Shelved> shelvedAlarms(const Incidents& incidents, Instant now)
{
    std::vector<Shelved> found;
    for (const auto& [id, incident] : incidents) {
        for (const model::Step& step : incident->steps) {
            const auto it = incident->shelved.find(step.ref());
            if (it != incident->shelved.end() && now < it->second.until) {
                found.push_back({incident, step, it->second});
            }
        }
    }
    std::ranges::sort(found, {}, [](const Shelved& s) { return s.shelf.until; });
    return found;
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
