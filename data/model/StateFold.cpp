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
           || isOf(type, ActType::ReturnOrder) || isOf(type, ActType::CloseIncident);
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

} // namespace

void StateFold::add(const log::EntryHead& entry)
{
    if (m_entries == 0 && !opens(entry)) {
        return;
    }
    ++m_entries;
    if (m_state == IncidentState::Closed || !canChangeState(entry.type)) {
        return;
    }
    if (const auto act = decodeAct(entry.type, entry.typeVersion, entry.body)) {
        apply(*act, entry.time.wall);
    }
}

void StateFold::apply(const Act& act, Instant at)
{
    if (const auto* issue = std::get_if<IssueOrders>(&act)) {
        for (const OrderTo& to : issue->to) {
            if (!std::ranges::contains(m_orders, to.id, &OrderMark::id)) {
                m_orders.push_back({to.id});
            }
        }
        m_state = IncidentState::Active;
    } else if (const auto* finish = std::get_if<FinishOrder>(&act)) {
        end(finish->order);
    } else if (const auto* back = std::get_if<ReturnOrder>(&act)) {
        end(back->order);
    } else if (
        std::holds_alternative<CloseIncident>(act)
        && std::ranges::none_of(m_orders, &OrderMark::isOpen)) {
        m_state = IncidentState::Closed;
        m_closedAt = at;
        m_orders = {};
    }
}

void StateFold::end(const OrderId& id)
{
    const auto it = std::ranges::find(m_orders, id, &OrderMark::id);
    if (it != m_orders.end()) {
        it->isOpen = false;
    }
}

} // namespace sz::model
