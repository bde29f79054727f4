// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/model/RuleBase.h"

#include <format>

namespace sz::model {

using plan::Reach;
using plan::Right;

bool isOffice(const Actor& actor)
{
    return actor.unit == UnitCode("HQ");
}

bool isBlank(const std::string& text)
{
    return text.find_first_not_of(" \t\r\n") == std::string::npos;
}

Result<void> need(bool condition, Code code, std::string detail)
{
    if (!condition) {
        return fail(code, std::move(detail));
    }
    return {};
}

// Has the role this right here at all? Whose matter it is, is asked later.
Result<void> RuleBase::may(Right right) const
{
    const Reach far = reach(right);
    const bool isHere =
        far == Reach::Own || far == Reach::Any || (far == Reach::Office && isOffice(m_actor));
    return need(
        isHere, Code::NotAllowed,
        std::format(
            "the role {} has no right to {} here",
            plan::kRoleCodes[static_cast<std::size_t>(m_actor.role)],
            plan::kRightNames[static_cast<std::size_t>(right)]));
}

Result<void> RuleBase::known(Right right) const
{
    return need(m_incident != nullptr, Code::NoSuchIncident, "no such incident")
        .and_then([&] { return may(right); })
        .and_then([&] {
            return need(
                reach(right) != Reach::Own || isOffice(m_actor)
                    || m_actor.unit == m_incident->enteredBy
                    || audienceOf(*m_incident).contains(m_actor.unit),
                Code::NotAllowed, "the unit does not take part in this incident");
        });
}

Result<void> RuleBase::openFor(Right right) const
{
    return known(right).and_then([&] {
        return need(
            m_incident->state != IncidentState::Closed, Code::IncidentClosed,
            "the incident is closed");
    });
}

// As openFor, but whose matter it is, is the order's question: its answer says more.
Result<void> RuleBase::openOrders(Right right) const
{
    return need(m_incident != nullptr, Code::NoSuchIncident, "no such incident")
        .and_then([&] { return may(right); })
        .and_then([&] {
            return need(
                m_incident->state != IncidentState::Closed, Code::IncidentClosed,
                "the incident is closed");
        });
}

Result<void> RuleBase::ownOrder(Right right, const OrderId& id) const
{
    return openOrders(right)
        .and_then([&] {
            return need(m_incident->order(id) != nullptr, Code::NoSuchOrder, "no such order");
        })
        .and_then([&] {
            return need(
                reach(right) != Reach::Own || m_incident->order(id)->unit == m_actor.unit,
                Code::NotYourOrder, m_incident->order(id)->unit.value);
        });
}

Result<void> RuleBase::ownOpenOrder(Right right, const OrderId& id) const
{
    return ownOrder(right, id).and_then([&] {
        return need(m_incident->order(id)->isOpen(), Code::AlreadyDone, "the order is finished");
    });
}

Result<void> RuleBase::words(const std::string& text, const char* field) const
{
    return need(!isBlank(text), Code::MissingField, field);
}

} // namespace sz::model
