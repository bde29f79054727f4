// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Who owes what until when, from the state of an incident and the plan's limits.
#include "data/model/World.h"

#include <algorithm>

namespace sz::model {
namespace {

const UnitCode kOffice{"HQ"};

class StepList
{
public:
    StepList(const plan::Plan& plan, const Incident& incident)
        : m_plan(plan), m_incident(incident),
          m_limits(plan.limitsFor(incident.kind, incident.grade, incident.mode))
    {
    }

    std::vector<Step> build()
    {
        if (m_incident.state == IncidentState::Closed) {
            return {};
        }
        officeSteps();
        for (const Order& order : m_incident.orders) {
            orderSteps(order);
        }
        std::ranges::stable_sort(m_steps, {}, &Step::due);
        return std::move(m_steps);
    }

private:
    void officeSteps()
    {
        const bool isWatched = m_incident.watchUntil && m_incident.orders.empty();
        if (isWatched) {
            addOffice(
                StepKind::Watch, *m_incident.watchedSince,
                std::chrono::ceil<Minutes>(*m_incident.watchUntil - *m_incident.watchedSince));
        } else if (std::ranges::none_of(m_incident.orders, isSomebodys) && !isSomebodysElse()) {
            addOffice(StepKind::Assign, m_incident.owner().from, Minutes{m_limits.assign});
        }
        if (m_incident.reports.empty() && m_incident.grade <= plan::Grade::III) {
            addOffice(
                StepKind::FirstReport, m_incident.reportedAt, Minutes{m_limits.writtenReport});
        }
        if (!m_incident.reports.empty() && m_incident.nextReportMinutes) {
            const auto updates =
                std::ranges::count(m_incident.reports, ReportStage::Update, &FiledReport::stage);
            addOffice(
                StepKind::Update, m_incident.reports.back().at,
                Minutes{*m_incident.nextReportMinutes}, static_cast<int>(updates) + 1);
        }
        for (std::size_t i = 0; i < m_incident.decisions.size(); ++i) {
            if (const Decision& d = m_incident.decisions[i]; !d.settledAt) {
                addOffice(
                    StepKind::Decide, d.askedAt, Minutes{m_limits.decide}, static_cast<int>(i) + 1);
            }
        }
        if (m_incident.allOrdersDone() && std::ranges::any_of(m_incident.orders, isSomebodys)
            && !isRechecked() && m_incident.force() == nullptr
            && m_incident.openDecision() == nullptr) {
            addOffice(StepKind::Close, lastDone(), Minutes{m_limits.feedback});
        }
    }

    /// Done, or somebody is at it.
    static bool isSomebodys(const Order& order)
    {
        return order.isOpen() || order.isHeld() || order.state == OrderState::Done;
    }

    /// A campaign's items and a led case have their units without any order.
    [[nodiscard]] bool isSomebodysElse() const
    {
        return m_incident.campaign != nullptr || m_incident.ledCase;
    }

    /// Some result waits to be rechecked.
    [[nodiscard]] bool isRechecked() const
    {
        return m_limits.recheck > 0 && std::ranges::any_of(m_incident.orders, [](const Order& o) {
                   return o.state == OrderState::Done && !o.isRecheckPassed;
               });
    }

    Instant lastDone() const
    {
        Instant last = m_incident.reportedAt;
        for (const Order& order : m_incident.orders) {
            last = std::max({last, order.doneAt.value_or(last), order.returnedAt.value_or(last)});
        }
        for (const TaskForce& force : m_incident.forces) {
            last = std::max(last, force.endedAt.value_or(last));
        }
        for (const Decision& decision : m_incident.decisions) {
            last = std::max(last, decision.settledAt.value_or(last));
        }
        return last;
    }

    // What the office owes about an order.
    void officeOrderSteps(const Order& order)
    {
        if (order.isOpen() && order.ask) {
            addOffice(StepKind::Relief, order.ask->at, Minutes{m_limits.decide}, 0, order.id);
        }
        if (order.isHeld() && order.heir.empty()) {
            addOffice(StepKind::Return, *order.returnedAt, Minutes{m_limits.decide}, 0, order.id);
        }
        if (m_limits.recheck > 0 && order.state == OrderState::Done && !order.isRecheckPassed) {
            addOffice(StepKind::Recheck, *order.doneAt, Minutes{m_limits.recheck}, 0, order.id);
        }
    }

    void orderSteps(const Order& order)
    {
        officeOrderSteps(order);
        if (order.isHeld()) {
            addFinish(order); // no clock is ever ownerless
        }
        if (!order.isOpen()) {
            return;
        }
        if (!order.signedAt) {
            addOrder(StepKind::Sign, order, order.issuedAt, order.signMinutes);
        } else {
            if (order.arriveMinutes > 0 && !order.onSceneAt) {
                addOrder(StepKind::Arrive, order, *order.signedAt, order.arriveMinutes);
            }
            if (!order.firstWordAt && m_limits.feedback < order.doneMinutes) {
                addOrder(StepKind::Feedback, order, *order.signedAt, m_limits.feedback);
            }
        }
        addFinish(order);
    }

    void addFinish(const Order& order)
    {
        const plan::Calendar& calendar = m_plan.calendar;
        const Instant since = order.againFrom.value_or(order.issuedAt);
        const Instant due = order.finishDue(calendar);
        add(StepKind::Finish, order.unit, order.post, order.id, 0, since, due - since);
        Step& step = m_steps.back();
        if (order.work) { // warned of in the same clock
            const Warning warning = warningOf(calendar.workTime(since, due));
            step.nearFrom = calendar.beforeWorkTime(due, warning.nearLeft);
            step.behindFrom = calendar.beforeWorkTime(due, warning.behindLeft);
        }
        if (const Instant raw = order.rawDue(calendar); raw != due) {
            step.rawDue = raw;
        }
    }

    void addOffice(
        StepKind kind,
        Instant since,
        Millis total,
        int ordinal = 0,
        const OrderId& order = {})
    {
        add(kind, kOffice, answeringPost(m_plan, kOffice), order, ordinal, since, total);
    }

    void addOrder(StepKind kind, const Order& order, Instant since, int minutes)
    {
        add(kind, order.unit, order.post, order.id, 0, since, Minutes{minutes});
    }

    struct Warning
    {
        Millis nearLeft{};
        Millis behindLeft{};
    };
    // The plan's minutes are the least warning; a long limit warns a sixth (near) and a twelfth (behind) of its length
    // ahead, and a short one at most its last half and third: a ten-minute limit that is blue from its first second says
    // nothing, and five minutes are no warning for a day's work.
    [[nodiscard]] Warning warningOf(Millis total) const
    {
        const plan::ModeRules& mode = m_plan.rulesOf(m_incident.mode);
        const auto least = [&](int minutes, int share, int percent) {
            return std::max<Millis>(Minutes{minutes}, total / share) * percent / 100;
        };
        return {
            std::min<Millis>(least(m_limits.nearMin, 6, mode.nearPercent), total / 2),
            std::min<Millis>(least(m_limits.behindMin, 12, mode.behindPercent), total / 3)};
    }

    void
    add(StepKind kind,
        UnitCode unit,
        PostCode post,
        OrderId order,
        int ordinal,
        Instant since,
        Millis total)
    {
        const auto [nearLeft, behindLeft] = warningOf(total);
        const Instant due = since + total;
        m_steps.push_back(
            {kind, std::move(unit), std::move(post), std::move(order), ordinal, since, due,
             due - nearLeft, due - behindLeft, std::nullopt});
    }

    const plan::Plan& m_plan;
    const Incident& m_incident;
    plan::Limits m_limits;
    std::vector<Step> m_steps;
};

} // namespace

std::vector<Step> openSteps(const plan::Plan& plan, const Incident& incident)
{
    return StepList(plan, incident).build();
}

PostCode answeringPost(const plan::Plan& plan, const UnitCode& unit)
{
    const plan::Unit* known = plan.unit(unit);
    const auto role = known != nullptr ? defaultRole(*known) : plan::Role::Viewer;
    const auto own = std::ranges::find_if(
        plan.posts, [&](const plan::Post& p) { return p.unit == unit && p.role == role; });
    const auto first =
        own != plan.posts.end() ? own : std::ranges::find(plan.posts, unit, &plan::Post::unit);
    return first == plan.posts.end() ? PostCode() : first->code;
}

plan::Role defaultRole(const plan::Unit& unit)
{
    switch (unit.kind) {
    case plan::UnitKind::Office:
        return plan::Role::DutyChief;
    case plan::UnitKind::Zone:
    case plan::UnitKind::Area:
        return plan::Role::Leader;
    case plan::UnitKind::District:
    case plan::UnitKind::Street:
    case plan::UnitKind::Grid:
        return plan::Role::DistrictDesk;
    case plan::UnitKind::Line:
        return plan::Role::LineDesk;
    }
    return plan::Role::Viewer;
}

} // namespace sz::model
