// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/actions/OrderDraft.h"

#include "widgets/common/Durations.h"

#include <QCoreApplication>

#include <algorithm>

namespace sz::widgets {

std::vector<UnitCode>
suggestedUnits(const plan::Plan& plan, const KindCode& kind, const plan::Place& place)
{
    std::vector<UnitCode> units;
    const plan::Kind* found = plan.kind(kind);
    if (found == nullptr) {
        return units;
    }
    for (const UnitCode& code : found->units) {
        const UnitCode unit = code == UnitCode("district") ? place.district : code;
        if (plan.unit(unit) != nullptr && !std::ranges::contains(units, unit)) {
            units.push_back(unit);
        }
    }
    return units;
}

OrderLine draftLine(
    const plan::Plan& plan,
    const UnitCode& unit,
    const KindCode& kind,
    plan::Grade grade,
    plan::Mode mode)
{
    const plan::Limits limits = plan.limitsFor(kind, grade, mode);
    OrderLine line;
    line.unit = unit;
    line.post = model::answeringPost(plan, unit);
    line.sign = limits.sign;
    line.done = limits.done;
    line.work = limits.doneWork;
    return line;
}

QString doneLimitText(const OrderLine& line)
{
    return line.work ? limitText(*line.work) : limitText(Minutes{line.done});
}

UnitCode leadOf(const model::Incident* incident)
{
    if (incident == nullptr) {
        return {};
    }
    const auto lead = std::ranges::find_if(incident->orders, [](const model::Order& order) {
        return order.isLead && order.state != model::OrderState::Returned;
    });
    return lead == incident->orders.end() ? UnitCode() : lead->unit;
}

QString defaultOrderText(const QString& matter)
{
    return QCoreApplication::translate(
               "OrderDraft", "Deal with this and report back: %1",
               "order without a text of its own")
        .arg(matter);
}

model::IssueOrders issueOf(
    const QString& text,
    const std::vector<OrderLine>& lines,
    const std::function<OrderId()>& newId)
{
    model::IssueOrders act;
    act.text = text.trimmed().toStdString();
    for (const OrderLine& line : lines) {
        model::OrderTo to;
        to.id = newId();
        to.unit = line.unit;
        to.post = line.post;
        to.isLead = line.isLead;
        to.signMinutes = line.sign;
        to.doneMinutes = line.done;
        to.work = line.work;
        to.arriveMinutes = line.arrive;
        act.to.push_back(std::move(to));
    }
    return act;
}

} // namespace sz::widgets
