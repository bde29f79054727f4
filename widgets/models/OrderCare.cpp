// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/OrderCare.h"

#include "widgets/common/Durations.h"
#include "widgets/models/Wording.h"

#include <QCoreApplication>

#include <algorithm>

namespace sz::widgets {

namespace {

using model::OrderState;
using model::StepKind;

struct OrderCare
{
    Q_DECLARE_TR_FUNCTIONS(OrderCare)
};

bool isDecision(const model::Step& step)
{
    return step.kind == StepKind::Relief || step.kind == StepKind::Return
           || step.kind == StepKind::Recheck;
}

bool isSameDay(Instant a, Instant b, int utcOffsetMinutes)
{
    const auto day = [&](Instant t) {
        return std::chrono::floor<std::chrono::days>(t + Minutes{utcOffsetMinutes});
    };
    return day(a) == day(b);
}

/// A returned order that is still its unit's.
QString heldText(const model::Order& order, const plan::Plan& plan)
{
    const QString unit = unitText(plan, order.unit);
    return order.heir.empty()
               ? OrderCare::tr("return undecided, still the matter of %1", "unit").arg(unit)
               : OrderCare::tr("still the matter of %1 until the next unit signs", "unit")
                     .arg(unit);
}

QString recheckText(const model::Order& order)
{
    if (order.isRecheckPassed) {
        return OrderCare::tr("rechecked: in order");
    }
    return OrderCare::tr("recheck %1: not in order", "first, second").arg(order.rechecks);
}

Millis spent(const model::Hop& hop, const model::Incident& incident, Instant now)
{
    return std::max(Millis::zero(), hop.until.value_or(incident.closedAt.value_or(now)) - hop.from);
}

QString spentText(Millis time)
{
    const auto seconds = std::chrono::floor<std::chrono::seconds>(time);
    return seconds < Minutes{1} ? OrderCare::tr("%1 s", "seconds").arg(seconds.count())
                                : limitText(std::chrono::floor<Minutes>(time));
}

} // namespace

std::optional<Waiting> waitingOn(const model::Order& order)
{
    if (order.isOpen() && order.ask) {
        return Waiting{StepKind::Relief, order.id};
    }
    if (order.isHeld() && order.heir.empty()) {
        return Waiting{StepKind::Return, order.id};
    }
    if (order.state == OrderState::Done && !order.isRecheckPassed) {
        return Waiting{StepKind::Recheck, order.id};
    }
    return std::nullopt;
}

std::optional<Waiting> waitingFor(const model::Incident& incident, const OrderId& chosen)
{
    if (incident.state == model::IncidentState::Closed) {
        return std::nullopt;
    }
    const model::Order* order = chosen.empty() ? nullptr : incident.order(chosen);
    const auto own = order == nullptr ? std::nullopt : waitingOn(*order);
    if (own && own->kind != StepKind::Recheck) {
        return own;
    }
    const auto owed = [&](auto&& fits) -> std::optional<Waiting> {
        const auto step = std::ranges::find_if(incident.steps, fits); // earliest due first
        return step == incident.steps.end() ? std::nullopt
                                            : std::optional(Waiting{step->kind, step->order});
    };
    if (const auto ofChosen =
            owed([&](const model::Step& s) { return isDecision(s) && s.order == chosen; })) {
        return ofChosen;
    }
    const auto first = owed(isDecision);
    return first ? first : own;
}

Instant dueOf(const model::Order& order, const plan::Plan& plan)
{
    return order.finishDue(plan.calendar);
}

Instant rawDueOf(const model::Order& order, const plan::Plan& plan)
{
    return order.rawDue(plan.calendar);
}

// As the fold would do it: the order's own clock then says what that means.
Instant
dueWith(model::Order order, model::Relief relief, int minutes, Instant from, const plan::Plan& plan)
{
    if (relief == model::Relief::Extend) {
        order.addedMinutes += minutes;
    } else {
        const Instant start =
            order.suspensions.empty() ? from : std::max(from, order.suspensions.back().until);
        order.suspensions.push_back({start, start + Minutes{minutes}});
    }
    return dueOf(order, plan);
}

Instant dueResumed(model::Order order, Instant now, const plan::Plan& plan)
{
    if (order.isSuspendedAt(now)) {
        order.suspensions.back().until = now;
    }
    return dueOf(order, plan);
}

QString whenText(Instant t, Instant now, int utcOffsetMinutes)
{
    return isSameDay(t, now, utcOffsetMinutes) ? clockMinuteText(t, utcOffsetMinutes)
                                               : dayClockText(t, utcOffsetMinutes);
}

QString bothClocksText(Instant raw, Instant due, Instant now, int utcOffsetMinutes)
{
    const QString to = isSameDay(raw, due, utcOffsetMinutes)
                           ? clockMinuteText(due, utcOffsetMinutes)
                           : whenText(due, now, utcOffsetMinutes);
    return OrderCare::tr("%1 → %2", "the limit as it was, as it is")
        .arg(whenText(raw, now, utcOffsetMinutes), to);
}

// As the model reckons it (Order::finishDue): whole days of a limit in workdays are workdays.
QString moreTimeText(const model::Order* order, int minutes)
{
    using plan::WorkLimit;
    constexpr int kDay = 24 * 60;
    if (order == nullptr || !order->work) {
        return limitText(Minutes{minutes});
    }
    const int days = order->work->unit == WorkLimit::Unit::Days ? minutes / kDay : 0;
    const int rest = minutes - days * kDay;
    QStringList parts;
    if (days > 0) {
        parts.append(limitText(WorkLimit{WorkLimit::Unit::Days, days}));
    }
    if (rest > 0 || days == 0) {
        parts.append(limitText(WorkLimit{WorkLimit::Unit::Minutes, rest}));
    }
    return parts.join(OrderCare::tr(" and ", "3 workdays and 2 h of work"));
}

QString askText(const model::Order& order)
{
    if (!order.ask) {
        return {};
    }
    const bool isMore = order.ask->relief == model::Relief::Extend;
    const QString length =
        isMore ? moreTimeText(&order, order.ask->minutes) : limitText(Minutes{order.ask->minutes});
    return isMore
               ? OrderCare::tr("%1 more asked for: waits", "length of time").arg(length)
               : OrderCare::tr("suspension for %1 asked for: waits", "length of time").arg(length);
}

QStringList careNotes(
    const model::Incident& incident,
    const model::Order& order,
    const plan::Plan& plan,
    Instant now)
{
    QStringList notes;
    if (order.isHeld()) {
        notes.append(heldText(order, plan));
    }
    if (order.isOpen() && order.ask) {
        notes.append(askText(order));
    }
    const bool runs = order.isOpen() || order.isHeld();
    if (runs && order.isSuspendedAt(now)) {
        notes.append(
            OrderCare::tr("suspended until %1", "clock")
                .arg(whenText(order.suspensions.back().until, now, plan.utcOffsetMinutes)));
    }
    const Instant due = dueOf(order, plan);
    const Instant raw = rawDueOf(order, plan);
    if (runs && due != raw) {
        notes.append(OrderCare::tr("limit was %1", "16:00 → 18:00")
                         .arg(bothClocksText(raw, due, now, plan.utcOffsetMinutes)));
    }
    if (order.rechecks > 0) {
        notes.append(recheckText(order));
    }
    if (order.returns > 1) {
        notes.append(OrderCare::tr("returned %1 times", "count").arg(order.returns));
    }
    if (const model::Order* before =
            order.instead.empty() ? nullptr : incident.order(order.instead)) {
        notes.append(OrderCare::tr("takes over from %1", "unit").arg(unitText(plan, before->unit)));
    }
    if (const auto files = std::ranges::count(incident.files, order.id, &model::Attachment::order);
        files > 0) {
        notes.append(OrderCare::tr("evidence: %n files", nullptr, static_cast<int>(files)));
    }
    return notes;
}

QString hopsText(const model::Incident& incident, const plan::Plan& plan, Instant now)
{
    QStringList hops;
    for (const model::Hop& hop : incident.hops) {
        hops.append(OrderCare::tr("%1 %2", "owner of the matter, how long")
                        .arg(unitText(plan, hop.unit), spentText(spent(hop, incident, now))));
    }
    return hops.join(QStringLiteral(" › "));
}

QString hopsDetail(const model::Incident& incident, const plan::Plan& plan, Instant now)
{
    QStringList hops;
    for (const model::Hop& hop : incident.hops) {
        hops.append(QStringLiteral("%1  %2  %3")
                        .arg(
                            clockText(hop.from, plan.utcOffsetMinutes), unitText(plan, hop.unit),
                            ageText(spent(hop, incident, now))));
    }
    return hops.join(QLatin1Char('\n'));
}

} // namespace sz::widgets
