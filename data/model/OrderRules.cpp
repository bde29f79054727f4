// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/model/OrderRules.h"

#include "data/model/OpenMatters.h"

#include <algorithm>

namespace sz::model {

using plan::Right;

namespace {

int longest(const plan::WorkLimit& limit)
{
    return limit.unit == plan::WorkLimit::Unit::Days ? plan::kMostWorkDays : kLongestLimit;
}

} // namespace

Result<void> OrderRules::operator()(const IssueOrders& a) const
{
    return openFor(Right::IssueOrders)
        .and_then([&] { return need(!a.to.empty(), Code::MissingField, "unit"); })
        .and_then([&] { return need(!isBlank(a.text), Code::MissingField, "text"); })
        .and_then([&] { return addressees(a.to); })
        .and_then([&] { return a.decides.empty() ? Result<void>{} : asked(a.decides); });
}

Result<void> OrderRules::operator()(const SignOrder& a) const
{
    return ownOpenOrder(Right::SignOrder, a.order).and_then([&] {
        return need(
            !m_incident->order(a.order)->signedAt, Code::AlreadySigned, "signed for already");
    });
}

Result<void> OrderRules::operator()(const ProgressOrder& a) const
{
    return ownOpenOrder(Right::ProgressOrder, a.order);
}

Result<void> OrderRules::operator()(const ReportOrder& a) const
{
    return ownOpenOrder(Right::ReportOrder, a.order).and_then([&] {
        return need(!isBlank(a.text), Code::MissingField, "text");
    });
}

Result<void> OrderRules::operator()(const FinishOrder& a) const
{
    return ownOpenOrder(Right::FinishOrder, a.order)
        .and_then([&] { return need(!isBlank(a.result), Code::MissingField, "result"); })
        .and_then([&] { return supportClosed(a.order); });
}

Result<void> OrderRules::operator()(const ReturnOrder& a) const
{
    return ownOpenOrder(Right::ReturnOrder, a.order).and_then([&] {
        return need(!isBlank(a.reason), Code::MissingField, "reason");
    });
}

Result<void> OrderRules::operator()(const RemindUnits& a) const
{
    return openFor(Right::RemindUnits)
        .and_then(
            [&] { return need(!a.orders.empty(), Code::NoSuchOrder, "no order to remind of"); })
        .and_then([&] {
            const bool known = std::ranges::all_of(
                a.orders, [&](const OrderId& id) { return m_incident->order(id) != nullptr; });
            return need(known, Code::NoSuchOrder, "unknown order");
        });
}

Result<void> OrderRules::operator()(const AskRelief& a) const
{
    return ownOpenOrder(Right::AskRelief, a.order)
        .and_then([&] { return words(a.reason, "reason"); })
        .and_then([&] {
            return need(
                a.minutes >= 1 && a.minutes <= kLongestLimit, Code::LimitOutOfRange,
                std::to_string(a.minutes));
        })
        .and_then([&] {
            return need(
                !m_incident->order(a.order)->ask, Code::AlreadyDone,
                "a request of this order waits already");
        });
}

Result<void> OrderRules::operator()(const DecideRelief& a) const
{
    return ownOpenOrder(Right::DecideRelief, a.order)
        .and_then([&] {
            const auto& ask = m_incident->order(a.order)->ask;
            return need(ask && ask->entry == a.ask, Code::NothingAsked, "no such request");
        })
        .and_then([&] {
            return need(
                !hasAsked(*m_incident->order(a.order)->ask), Code::SecondPerson,
                "who has asked does not decide");
        })
        .and_then([&] { return a.isGranted ? Result<void>{} : words(a.words, "words"); });
}

Result<void> OrderRules::operator()(const ResumeOrder& a) const
{
    return ownOpenOrder(Right::AskRelief, a.order).and_then([&] {
        return need(
            !m_incident->order(a.order)->suspensions.empty(), Code::NothingAsked,
            "the order is not suspended");
    });
}

Result<void> OrderRules::operator()(const WithdrawOrder& a) const
{
    return ownOpenOrder(Right::WithdrawOrder, a.order).and_then([&] {
        return words(a.reason, "reason");
    });
}

Result<void> OrderRules::operator()(const DecideReturn& a) const
{
    return openOrders(Right::DecideReturn)
        .and_then([&] {
            return need(m_incident->order(a.order) != nullptr, Code::NoSuchOrder, "no such order");
        })
        .and_then([&] {
            return need(
                m_incident->order(a.order)->isHeld() && m_incident->order(a.order)->heir.empty(),
                Code::NothingAsked, "the order has not come back");
        })
        .and_then([&] {
            return need(
                m_incident->order(a.order)->returns < 2
                    || may(Right::DecideSecondReturn).has_value(),
                Code::ChiefDecides, std::to_string(m_incident->order(a.order)->returns));
        })
        .and_then([&] { return words(a.words, "words"); });
}

Result<void> OrderRules::operator()(const RecheckOrder& a) const
{
    return ownOrder(Right::RecheckOrder, a.order)
        .and_then([&] {
            const Order& order = *m_incident->order(a.order);
            return need(
                order.state == OrderState::Done && !order.isRecheckPassed, Code::NothingAsked,
                "no result waits to be rechecked");
        })
        .and_then([&] { return words(a.text, "text"); })
        .and_then([&] {
            return need(
                a.good >= 0 && a.good <= a.sampled, Code::CountsUnbalanced,
                std::to_string(a.sampled));
        })
        .and_then([&] {
            return need(
                a.isPassed || (a.minutes >= 1 && a.minutes <= kLongestLimit), Code::LimitOutOfRange,
                std::to_string(a.minutes));
        });
}

Result<void> OrderRules::asked(const std::string& ask) const
{
    const bool isOpen = std::ranges::any_of(
        m_incident->decisions, [&](const Decision& d) { return d.entry == ask && !d.settledAt; });
    return need(isOpen, Code::NothingAsked, "no such question is open");
}

Result<void> OrderRules::addressees(const std::vector<OrderTo>& to) const
{
    for (const OrderTo& o : to) {
        const plan::Unit* unit = m_plan.unit(o.unit);
        const bool isAddressable =
            unit != nullptr
            && (unit->kind == plan::UnitKind::District || unit->kind == plan::UnitKind::Line
                || unit->kind == plan::UnitKind::Street);
        if (!isAddressable) {
            return fail(Code::NoSuchUnit, o.unit.value);
        }
        if (o.id.empty() || o.post.empty()) // every step has unit, post and limit
        {
            return fail(Code::MissingField, o.id.empty() ? "order id" : "post");
        }
        if (m_incident->order(o.id) != nullptr
            || std::ranges::count(to, o.id, &OrderTo::id) > 1) { // a second one would not be folded
            return fail(Code::BadArgument, std::string(kOrderIdTaken) + o.id.value);
        }
        if (o.signMinutes < 1 || o.doneMinutes < o.signMinutes || o.doneMinutes > kLongestLimit
            || o.arriveMinutes < 0 || o.arriveMinutes > kLongestLimit) {
            return fail(Code::LimitOutOfRange, o.unit.value);
        }
        if (o.work && (o.work->amount < 1 || o.work->amount > longest(*o.work))) {
            return fail(Code::LimitOutOfRange, o.unit.value);
        }
        if (auto can = takesOver(o); !can) {
            return can;
        }
    }
    const auto leads = std::ranges::count_if(to, &OrderTo::isLead);
    return need(leads <= 1, Code::BadArgument, "an order has at most one lead unit");
}

// What came back is given to another unit at most once; what came back twice, when the chief has decided.
Result<void> OrderRules::takesOver(const OrderTo& to) const
{
    if (to.instead.empty()) {
        return {};
    }
    const Order* back = m_incident->order(to.instead);
    return need(back != nullptr, Code::NoSuchOrder, to.instead.value)
        .and_then([&] {
            return need(
                back->state == OrderState::Returned && back->heir.empty(), Code::AlreadyDone,
                "the order is not a returned one");
        })
        .and_then([&] {
            return need(
                back->returns < 2 || !back->isHeld() || may(Right::DecideSecondReturn).has_value(),
                Code::ChiefDecides, std::to_string(back->returns));
        });
}

// The lead unit answers for the whole: it cannot finish while a supporting step is open. What came back is open, too, until it
// is decided whose it is: its clock runs on.
Result<void> OrderRules::supportClosed(const OrderId& id) const
{
    if (!m_incident->order(id)->isLead) {
        return {};
    }
    const auto openSupport = std::ranges::count_if(m_incident->orders, [&](const Order& o) {
        return o.id != id && !o.isLead && (o.isOpen() || o.isHeld());
    });
    return need(openSupport == 0, Code::StepsOpen, std::to_string(openSupport));
}

// With persons, the person counts; at shared seats, the seat.
bool OrderRules::hasAsked(const ReliefAsk& ask) const
{
    if (!ask.person.empty() && !m_actor.person.empty()) {
        return ask.person == m_actor.person;
    }
    return ask.unit == m_actor.unit && ask.post == m_actor.post;
}

} // namespace sz::model
