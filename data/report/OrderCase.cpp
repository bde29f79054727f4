// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/report/OrderCase.h"

#include <algorithm>

namespace sz::report {
namespace {

using model::Incident;
using model::Order;
using model::OrderState;
using model::StepKind;

/// An incident with this order alone, as it stood before anything was done or (`isSigned`) when it was signed.
std::vector<model::Step>
stepsOwed(const plan::Plan& plan, const Incident& incident, const Order& order, bool isSigned)
{
    Incident bare;
    bare.id = incident.id;
    bare.kind = incident.kind;
    bare.grade = incident.grade;
    bare.mode = incident.mode;
    bare.reportedAt = incident.reportedAt;
    bare.state = model::IncidentState::Active;
    bare.hops = {incident.hops.front()};
    bare.orders.push_back(order);
    Order& then = bare.orders.front();
    then.state = isSigned ? OrderState::Signed : OrderState::Issued;
    then.ask.reset();
    then.doneAt.reset();
    then.returnedAt.reset();
    then.withdrawnAt.reset();
    then.onSceneAt.reset();
    then.movingAt.reset();
    then.firstWordAt.reset();
    if (!isSigned) {
        then.signedAt.reset();
    }
    return model::openSteps(plan, bare);
}

/// When the unit's clocks stopped without the thing being done.
std::optional<Instant> goneAt(const Incident& incident, const Order& order)
{
    if (order.withdrawnAt) {
        return order.withdrawnAt;
    }
    if (order.state != OrderState::Returned) {
        return std::nullopt;
    }
    return order.isHeld() ? incident.closedAt : order.returnedAt;
}

class CaseMaker
{
public:
    CaseMaker(const plan::Plan& plan, const model::IncidentPtr& incident, std::size_t index)
        : m_plan(plan), m_order(incident->orders[index]), m_gone(goneAt(*incident, m_order))
    {
        m_case.incident = incident;
        m_case.index = index;
    }

    OrderCase make()
    {
        const Order& o = m_order;
        take(stepsOwed(m_plan, *m_case.incident, o, false));
        if (o.signedAt) {
            take(stepsOwed(m_plan, *m_case.incident, o, true));
        }
        // a held return is still to be done, but nobody signs for it or goes there any more; nor when it is done
        const auto back = o.withdrawnAt ? o.withdrawnAt : o.returnedAt;
        const auto over = back ? back : o.doneAt;
        end(StepKind::Sign, o.signedAt, over);
        end(StepKind::Arrive, o.onSceneAt, over);
        end(StepKind::Feedback, o.firstWordAt, over);
        end(StepKind::Finish, o.doneAt, m_gone);
        countTrace();
        countReturns();
        const bool isResult = o.isLead && o.state == OrderState::Done;
        if (isResult && m_case.incident->rating) {
            m_case.rating = m_case.incident->rating->score;
        }
        return std::move(m_case);
    }

private:
    static std::size_t placeOf(StepKind kind)
    {
        return static_cast<std::size_t>(std::ranges::find(kUnitSteps, kind) - kUnitSteps.begin());
    }

    void take(const std::vector<model::Step>& owed)
    {
        for (const model::Step& step : owed) {
            const std::size_t place = placeOf(step.kind);
            if (step.order == m_order.id && place < m_case.steps.size() && !m_case.steps[place]) {
                m_case.steps[place] = {step.since, step.due, step.behindFrom, std::nullopt, false};
            }
        }
    }

    void end(StepKind kind, std::optional<Instant> kept, std::optional<Instant> gone)
    {
        auto& step = m_case.steps[placeOf(kind)];
        if (step) {
            step->ended = kept ? kept : gone;
            step->isKept = kept.has_value();
        }
    }

    // What the order itself forgets once it is decided. An act that did not fit its state is in the trace, too: it counts for
    // nothing, as it did then.
    void countTrace()
    {
        std::string pending;
        bool isOpen = true;
        for (const model::TraceLine& line : m_case.incident->trace) {
            if (const auto* ask = std::get_if<model::AskRelief>(line.act.get())) {
                if (ask->order == m_order.id && isOpen && pending.empty()) {
                    pending = line.entry;
                    ++m_case.asked;
                }
            } else if (const auto* decision = std::get_if<model::DecideRelief>(line.act.get())) {
                if (decision->order == m_order.id && !pending.empty() && decision->ask == pending) {
                    m_case.granted += decision->isGranted ? 1 : 0;
                    pending.clear();
                }
            } else if (isEnd(*line.act)) {
                isOpen = false;
                pending.clear();
            } else if (isReopening(*line.act)) {
                isOpen = true;
            }
        }
        m_case.failed = m_order.rechecks - (m_order.isRecheckPassed ? 1 : 0);
    }

    [[nodiscard]] bool isEnd(const model::Act& act) const
    {
        const auto* done = std::get_if<model::FinishOrder>(&act);
        const auto* back = std::get_if<model::ReturnOrder>(&act);
        const auto* off = std::get_if<model::WithdrawOrder>(&act);
        return (done != nullptr && done->order == m_order.id)
               || (back != nullptr && back->order == m_order.id)
               || (off != nullptr && off->order == m_order.id);
    }

    [[nodiscard]] bool isReopening(const model::Act& act) const
    {
        const auto* decided = std::get_if<model::DecideReturn>(&act);
        const auto* recheck = std::get_if<model::RecheckOrder>(&act);
        return (decided != nullptr && decided->order == m_order.id && !decided->isAccepted)
               || (recheck != nullptr && recheck->order == m_order.id && !recheck->isPassed);
    }

    // An order counts those it takes over from, too: these are of other units.
    void countReturns()
    {
        const Order* before =
            m_order.instead.empty() ? nullptr : m_case.incident->order(m_order.instead);
        m_case.returns = m_order.returns - (before != nullptr ? before->returns : 0);
    }

    const plan::Plan& m_plan;
    const Order& m_order;
    std::optional<Instant> m_gone;
    OrderCase m_case;
};

/// The order an act is about.
bool concerns(const model::Act& act, const OrderId& order)
{
    return std::visit(
        [&](const auto& a) {
            if constexpr (requires { a.order == order; }) {
                return a.order == order;
            } else if constexpr (requires { a.to.front().id == order; }) {
                return std::ranges::any_of(a.to, [&](const auto& to) { return to.id == order; });
            } else if constexpr (requires { a.orders.front() == order; }) {
                return std::ranges::contains(a.orders, order);
            } else {
                return false;
            }
        },
        act);
}

} // namespace

bool OrderCase::isAway() const
{
    const Order& o = order();
    return o.state == OrderState::Withdrawn || (o.state == OrderState::Returned && !o.isHeld());
}

OrderCase caseOf(const plan::Plan& plan, const model::IncidentPtr& incident, std::size_t index)
{
    return CaseMaker(plan, incident, index).make();
}

std::uint64_t numberAt(const Incident& incident, const OrderId& order, Instant at)
{
    for (const model::TraceLine& line : incident.trace) {
        if (line.at == at && concerns(*line.act, order)) {
            return line.number;
        }
    }
    return 0;
}

} // namespace sz::report
