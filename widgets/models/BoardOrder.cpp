// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/BoardOrder.h"

#include <algorithm>
#include <limits>

namespace sz::widgets {

Pane paneOf(const model::Incident& incident, Instant now)
{
    if (incident.state == model::IncidentState::Closed) {
        return Pane::Closed;
    }
    if (incident.lampAt(now) == model::Lamp::Late) {
        return Pane::Overdue;
    }
    // A campaign and a led case have no orders; their items and their leader are at work all the same.
    const bool isInHand = incident.campaign != nullptr || incident.ledCase;
    return incident.state == model::IncidentState::Pending && !isInHand ? Pane::Pending
                                                                        : Pane::Active;
}

BoardRank rankOf(const model::Incident& incident, Instant now)
{
    BoardRank rank{
        paneOf(incident, now), 0, std::numeric_limits<std::int64_t>::max(), incident.id.value};
    if (rank.pane == Pane::Closed) {
        rank.second = -toUtcMs(incident.closedAt.value_or(incident.lastTouched));
        return rank;
    }
    const model::Step* step = incident.nextStep(now);
    if (step != nullptr) {
        rank.second = toUtcMs(step->due);
        rank.first = -static_cast<int>(step->lampAt(now));
    }
    if (rank.pane == Pane::Overdue) {
        rank.first = static_cast<int>(incident.grade);
    }
    return rank;
}

Instant rankHoldsUntil(const model::Incident& incident, Instant now)
{
    Instant next = Instant::max();
    for (const model::Step& step : incident.steps) {
        for (const Instant at : {step.nearFrom, step.behindFrom, step.due}) {
            next = at > now ? std::min(next, at) : next;
        }
    }
    return next;
}

bool wasLate(const model::Incident& incident, const plan::Calendar& calendar)
{
    const bool lateOrder = std::ranges::any_of(incident.orders, [&](const model::Order& order) {
        return order.doneAt && *order.doneAt > order.finishDue(calendar);
    });
    return lateOrder || std::ranges::any_of(incident.reports, [](const model::FiledReport& report) {
               return report.wasDue && report.at > *report.wasDue;
           });
}

} // namespace sz::widgets
