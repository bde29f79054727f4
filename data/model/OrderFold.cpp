// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/model/OrderFold.h"

#include <algorithm>
#include <iterator>

namespace sz::model {

void OrderFolder::operator()(const IssueOrders& a)
{
    if (m_i.state == IncidentState::Closed) {
        return;
    }
    std::vector<OrderTo> to = a.to;
    std::ranges::stable_partition(to, &OrderTo::isLead);
    const bool isFirst = m_i.orders.empty();
    for (const OrderTo& o : to) {
        if (m_i.order(o.id) == nullptr) {
            m_i.orders.push_back(newOrder(a, o));
        }
    }
    m_i.state = IncidentState::Active;
    if (Decision* decision = settle(a.decides)) {
        std::ranges::transform(to, std::back_inserter(decision->orders), &OrderTo::id);
    }
    if (isFirst && !m_i.orders.empty()) { // 首问负责: before anybody has signed
        const Order& lead = m_i.orders.front();
        own(lead.unit, lead.post, lead.id);
    }
}

void OrderFolder::operator()(const SignOrder& a)
{
    if (Order* o = open(a.order); o != nullptr && !o->signedAt) {
        sign(*o);
    }
}

void OrderFolder::operator()(const ProgressOrder& a)
{
    Order* o = open(a.order);
    if (o == nullptr) {
        return;
    }
    sign(*o); // who moves has taken the order
    const bool isThere = a.progress == Progress::OnScene;
    if (isThere && !o->onSceneAt) {
        o->onSceneAt = m_at;
        o->state = OrderState::OnScene;
    } else if (!isThere && !o->movingAt && !o->onSceneAt) {
        o->movingAt = m_at;
        o->state = OrderState::Moving;
    }
    word(*o, a.text);
}

void OrderFolder::operator()(const ReportOrder& a)
{
    if (Order* o = open(a.order)) {
        sign(*o);
        word(*o, a.text);
    }
}

void OrderFolder::operator()(const FinishOrder& a)
{
    if (Order* o = open(a.order)) {
        sign(*o);
        o->doneAt = m_at;
        o->state = OrderState::Done;
        o->ask.reset();
        word(*o, a.result);
    }
}

void OrderFolder::operator()(const ReturnOrder& a)
{
    if (Order* o = open(a.order)) {
        o->returnedAt = m_at;
        o->state = OrderState::Returned;
        o->isReleased =
            false; // its unit has the matter until the next one, or the office, takes it
        o->ask.reset();
        ++o->returns;
        word(*o, a.reason);
    }
}

void OrderFolder::operator()(const RemindUnits& a)
{
    for (const OrderId& id : a.orders) {
        if (Order* o = open(id)) {
            ++o->reminders;
        }
    }
}

void OrderFolder::operator()(const AskRelief& a)
{
    if (Order* o = open(a.order); o != nullptr && !o->ask) {
        o->ask = ReliefAsk{m_entry.id.text(), a.relief,     a.minutes,     a.reason, m_at,
                           m_entry.unit,      m_entry.post, m_entry.person};
        if (m_entry.unit == o->unit) {
            word(*o, a.reason);
        }
    }
}

void OrderFolder::operator()(const DecideRelief& a)
{
    Order* o = open(a.order);
    if (o == nullptr || !o->ask || o->ask->entry != a.ask) {
        return;
    }
    const ReliefAsk ask = *std::exchange(o->ask, std::nullopt);
    if (!a.isGranted) {
        return;
    }
    if (ask.relief == Relief::Extend) {
        o->addedMinutes += ask.minutes;
    } else {
        // from when it was asked for: the unit cannot help it that nobody looked
        const Instant from =
            o->suspensions.empty() ? ask.at : std::max(ask.at, o->suspensions.back().until);
        o->suspensions.push_back({from, from + Minutes{ask.minutes}});
    }
}

void OrderFolder::operator()(const ResumeOrder& a)
{
    Order* o = open(a.order);
    if (o != nullptr && o->isSuspendedAt(m_at)) {
        // A second stop that was to follow this one does not come any more.
        std::erase_if(o->suspensions, [this](const Suspension& s) { return s.from > m_at; });
        o->suspensions.back().until = m_at;
    }
}

void OrderFolder::operator()(const WithdrawOrder& a)
{
    if (Order* o = open(a.order)) {
        o->withdrawnAt = m_at;
        o->state = OrderState::Withdrawn;
        o->ask.reset();
        word(*o, a.reason);
        release(*o);
    }
}

void OrderFolder::operator()(const DecideReturn& a)
{
    Order* o = find(a.order);
    if (o == nullptr || !o->isHeld() || !o->heir.empty()) {
        return;
    }
    o->isReleased = true;
    if (a.isAccepted) {
        release(*o);
        return;
    }
    o->returnedAt.reset();
    o->state = o->onSceneAt  ? OrderState::OnScene
               : o->movingAt ? OrderState::Moving
               : o->signedAt ? OrderState::Signed
                             : OrderState::Issued;
}

void OrderFolder::operator()(const RecheckOrder& a)
{
    Order* o = find(a.order);
    if (o == nullptr || o->state != OrderState::Done || o->isRecheckPassed) {
        return;
    }
    ++o->rechecks;
    o->isRecheckPassed = a.isPassed;
    if (!a.isPassed) {
        o->doneAt.reset();
        o->state = o->onSceneAt ? OrderState::OnScene : OrderState::Signed;
        o->againFrom = m_at;
        o->againMinutes = a.minutes;
        o->addedMinutes = 0;
        o->suspensions.clear();
    }
}

void OrderFolder::own(const UnitCode& unit, const PostCode& post, const OrderId& order)
{
    Hop& last = m_i.hops.back();
    if (last.unit == unit && last.order == order && !last.until) {
        return;
    }
    last.until = last.until.value_or(m_at);
    m_i.hops.push_back({unit, post, order, m_at, std::nullopt});
}

Decision* OrderFolder::settle(const std::string& ask)
{
    const auto it = std::ranges::find(m_i.decisions, ask, &Decision::entry);
    if (ask.empty() || it == m_i.decisions.end() || it->settledAt) {
        return nullptr;
    }
    it->settledAt = m_at;
    it->settledBy = m_entry.unit;
    it->settledByPost = m_entry.post;
    return &*it;
}

Order* OrderFolder::find(const OrderId& id)
{
    if (id.empty()) {
        return nullptr;
    }
    const auto it = std::ranges::find(m_i.orders, id, &Order::id);
    return it != m_i.orders.end() ? &*it : nullptr;
}

Order* OrderFolder::open(const OrderId& id)
{
    Order* order = find(id);
    return order != nullptr && order->isOpen() ? order : nullptr;
}

void OrderFolder::sign(Order& o)
{
    if (!o.signedAt) {
        o.signedAt = m_at;
        o.state = OrderState::Signed;
        takeOver(o);
    }
}

// The next one has accepted: now those before it are rid of the matter.
void OrderFolder::takeOver(const Order& o)
{
    const bool wasOwners = releaseChain(o);
    if (wasOwners || m_i.owner().order.empty() || o.isLead) {
        own(o.unit, o.post, o.id);
    }
}

// Nobody else has it yet: the office owns it.
void OrderFolder::release(Order& o)
{
    const bool wasOwners = releaseChain(o);
    if (wasOwners || m_i.owner().order == o.id) {
        own(kOffice, {}, {});
    }
}

// True when the owner is one of those this order takes over from.
bool OrderFolder::releaseChain(const Order& o)
{
    const OrderId owned = m_i.owner().order;
    bool hasOwner = false;
    for (Order* before = find(o.instead); before != nullptr; before = find(before->instead)) {
        before->isReleased = true;
        hasOwner = hasOwner || before->id == owned;
    }
    return hasOwner;
}

void OrderFolder::word(Order& o, const std::string& text) const
{
    if (text.empty()) {
        return;
    }
    o.lastWord = text;
    if (!o.firstWordAt) {
        o.firstWordAt = m_at;
    }
}

Order OrderFolder::newOrder(const IssueOrders& a, const OrderTo& to)
{
    Order o;
    o.id = to.id;
    o.unit = to.unit;
    o.post = to.post;
    o.isLead = to.isLead;
    o.text = a.text;
    o.issuedBy = m_entry.post;
    o.issuedByUnit = m_entry.unit;
    o.issuedAt = m_at;
    o.signMinutes = to.signMinutes;
    o.doneMinutes = to.doneMinutes;
    o.arriveMinutes = to.arriveMinutes;
    o.work = to.work;
    if (Order* before = find(to.instead);
        before != nullptr && before->state == OrderState::Returned && before->heir.empty()) {
        o.instead = before->id;
        o.returns = before->returns;
        before->heir = o.id;
    }
    return o;
}

} // namespace sz::model
