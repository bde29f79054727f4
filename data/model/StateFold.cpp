// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/model/StateFold.h"

#include <algorithm>

namespace sz::model {
namespace {

constexpr bool isOf(std::uint32_t type, ActType wanted)
{
    return type == static_cast<std::uint32_t>(wanted);
}

bool canChangeState(std::uint32_t type)
{
    return isOf(type, ActType::IssueOrders) || isOf(type, ActType::FinishOrder)
           || isOf(type, ActType::ReturnOrder) || isOf(type, ActType::CloseIncident)
           || isOf(type, ActType::WithdrawOrder) || isOf(type, ActType::DecideReturn)
           || isOf(type, ActType::RecheckOrder) || isOf(type, ActType::MergeIncident)
           || isOf(type, ActType::GroupIncident);
}

// As the fold does: an incident begins with a report that can be read.
bool opens(const log::EntryHead& entry)
{
    if (!isOf(entry.type, ActType::ReportIncident)) {
        return false;
    }
    const auto act = decodeAct(entry.type, entry.typeVersion, entry.body);
    return act && std::holds_alternative<ReportIncident>(*act);
}

bool separates(const log::EntryHead& entry)
{
    if (!isOf(entry.type, ActType::SeparateIncident)) {
        return false;
    }
    const auto act = decodeAct(entry.type, entry.typeVersion, entry.body);
    return act && std::holds_alternative<SeparateIncident>(*act);
}

} // namespace

void StateFold::add(const log::EntryHead& entry)
{
    if (m_entries == 0 && !opens(entry)) {
        return;
    }
    ++m_entries;
    if (m_state == IncidentState::Closed) {
        if (m_isMerged && separates(entry)) {
            m_isMerged = false;
            ties().into = {};
            m_state = m_orders.empty() ? IncidentState::Pending : IncidentState::Active;
            m_closedAt = {};
        }
        return;
    }
    if (!canChangeState(entry.type)) {
        return;
    }
    if (const auto act = decodeAct(entry.type, entry.typeVersion, entry.body)) {
        apply(*act, entry.time.wall);
    }
}

void StateFold::apply(const Act& act, Instant at)
{
    using enum Mark;
    if (const auto* issued = std::get_if<IssueOrders>(&act)) {
        issue(*issued);
    } else if (const auto* finish = std::get_if<FinishOrder>(&act)) {
        move(finish->order, Open, Done);
    } else if (const auto* back = std::get_if<ReturnOrder>(&act)) {
        move(back->order, Open, Held);
    } else if (const auto* withdrawn = std::get_if<WithdrawOrder>(&act)) {
        move(withdrawn->order, Open, Withdrawn);
    } else if (const auto* recheck = std::get_if<RecheckOrder>(&act)) {
        move(recheck->order, Done, recheck->isPassed ? Rechecked : Open);
    } else if (const auto* decided = std::get_if<DecideReturn>(&act)) {
        move(decided->order, Held, decided->isAccepted ? Released : Open);
    } else if (const auto* group = std::get_if<GroupIncident>(&act)) {
        ties().group = group->major;
    } else if (const auto* merger = std::get_if<MergeIncident>(&act);
               merger != nullptr || std::holds_alternative<CloseIncident>(act)) {
        close(at, merger);
    }
}

IncidentId StateFold::belongsTo() const
{
    if (m_ties == nullptr) {
        return {};
    }
    return m_ties->into.empty() ? m_ties->group : m_ties->into;
}

StateFold::Ties& StateFold::ties()
{
    if (m_ties == nullptr) {
        m_ties = std::make_unique<Ties>();
    }
    return *m_ties;
}

void StateFold::issue(const IssueOrders& act)
{
    for (const OrderTo& to : act.to) {
        if (std::ranges::contains(m_orders, to.id, &OrderMark::id)) {
            continue;
        }
        const auto before = std::ranges::find_if(m_orders, [&](const OrderMark& o) {
            return o.id == to.instead && (o.mark == Mark::Held || o.mark == Mark::Released);
        });
        if (before != m_orders.end()) {
            before->hasHeir = true;
        }
        m_orders.push_back({to.id});
    }
    m_state = IncidentState::Active;
}

void StateFold::close(Instant at, const MergeIncident* merger)
{
    if (std::ranges::contains(m_orders, Mark::Open, &OrderMark::mark)) {
        return;
    }
    m_state = IncidentState::Closed;
    m_closedAt = at;
    m_isMerged = merger != nullptr && !merger->into.empty();
    if (merger != nullptr) {
        ties().into = merger->into;
    } else {
        m_orders = {};
    }
}

void StateFold::move(const OrderId& id, Mark from, Mark to)
{
    if (id.empty()) { // the fold finds no order by no name
        return;
    }
    const auto it = std::ranges::find(m_orders, id, &OrderMark::id);
    const bool isSettled = from == Mark::Held && it != m_orders.end() && it->hasHeir;
    if (it != m_orders.end() && it->mark == from && !isSettled) {
        it->mark = to;
    }
}

} // namespace sz::model
