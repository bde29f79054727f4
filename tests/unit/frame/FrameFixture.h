// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A small plan, late steps and link states for the tests of the window's frame.

#include "data/desk/Desk.h"
#include "widgets/models/Alarms.h"

#include <QWidget>

#include <array>
#include <format>
#include <memory>
#include <vector>

namespace sz::test {

using desk::LinkState;

inline const Instant kNow = fromUtcMs(1'571'293'387'000); // 2019-10-17 14:23:07 in Wuhan
inline constexpr std::array kLinkStates{
    LinkState::Offline, LinkState::Connecting, LinkState::CatchingUp, LinkState::Live,
    LinkState::Refused};

inline plan::Name nameOf(const char* zh, const char* en)
{
    plan::Name name;
    name.zh = zh;
    name.en = en;
    return name;
}

inline std::shared_ptr<const plan::Plan> framePlan(bool isSample = true)
{
    auto plan = std::make_shared<plan::Plan>();
    plan->isSample = isSample;
    for (const auto& [code, zh, en] :
         {std::tuple("HQ", "指挥部办公室", "Command office"),
          {"L01", "公安", "Police"},
          {"L19", "供电", "Power"}}) {
        plan::Unit unit;
        unit.code = UnitCode(code);
        unit.name = nameOf(zh, en);
        plan->units.push_back(unit);
    }
    return plan;
}

/// An incident whose order to `unit` should have been signed for `lateBy` ago.
inline model::IncidentPtr lateIncident(
    const char* id,
    std::uint32_t serial,
    const char* title,
    const char* unit = "L19",
    Millis lateBy = Millis{252'000})
{
    auto incident = std::make_shared<model::Incident>();
    incident->id = IncidentId(id);
    incident->serial = serial;
    incident->title = title;
    incident->grade = plan::Grade::II;
    incident->reportedAt = kNow - Minutes{40};
    model::Order order;
    order.id = OrderId(std::string("order-") + id);
    order.unit = UnitCode(unit);
    incident->orders = {order};
    model::Step step;
    step.kind = model::StepKind::Sign;
    step.unit = order.unit;
    step.order = order.id;
    step.due = kNow - lateBy;
    step.since = step.due - Minutes{10};
    step.nearFrom = step.behindFrom = step.since;
    incident->steps = {step};
    return incident;
}

inline widgets::Alarm alarmOf(const model::IncidentPtr& incident)
{
    return {incident, incident->steps.front()};
}

/// As many late incidents as asked for, all of one unit.
inline std::vector<widgets::Alarm> floodOf(int count, const char* unit = "L19")
{
    std::vector<widgets::Alarm> alarms;
    for (int i = 0; i < count; ++i) {
        auto incident = std::make_shared<model::Incident>(*lateIncident(
            std::format("{}-{}", unit, i).c_str(), static_cast<std::uint32_t>(i + 1), "no power",
            unit));
        incident->grade = plan::Grade::IV; // graver ones stand for themselves
        alarms.push_back(alarmOf(incident));
    }
    return alarms;
}

inline desk::LinkStatus linkOf(LinkState state, bool isEverLive = true)
{
    desk::LinkStatus link;
    link.state = state;
    link.since = kNow - Minutes{3};
    link.attempts = state == LinkState::Live ? 0 : 6;
    link.headquarters = state == LinkState::Live ? "Command office" : "";
    if (isEverLive) {
        link.asOf = state == LinkState::Live ? kNow : kNow - Millis{192'000};
        link.clockOffset = Millis{20};
    }
    link.reason = state == LinkState::Refused ? Code::Revoked : Code::LinkDown;
    return link;
}

/// Geometry of every widget below one, in its coordinates.
inline std::vector<QRect> geometries(const QWidget& root)
{
    std::vector<QRect> all;
    for (const QWidget* child : root.findChildren<QWidget*>()) {
        all.emplace_back(child->mapTo(&root, QPoint()), child->size());
    }
    return all;
}

/// Object names of visible focusable widgets that lack a name, own or accessible.
inline QStringList namelessIn(const QWidget& root)
{
    QStringList nameless;
    for (const QWidget* child : root.findChildren<QWidget*>()) {
        const bool isNamed = !child->objectName().isEmpty() && !child->accessibleName().isEmpty();
        if (child->focusPolicy() != Qt::NoFocus && !isNamed) {
            nameless.append(
                QLatin1StringView(child->metaObject()->className()) + QLatin1Char(':')
                + child->objectName());
        }
    }
    return nameless;
}

} // namespace sz::test
