// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What every rule asks: is there such a matter, has this role the right, does it reach so far? Private to data/model.

#include "data/model/World.h"

namespace sz::model {

inline constexpr int kLongestLimit = 366 * 24 * 60; ///< minutes

[[nodiscard]] bool isOffice(const Actor& actor);
[[nodiscard]] bool isBlank(const std::string& text);
[[nodiscard]] Result<void> need(bool condition, Code code, std::string detail);

class RuleBase
{
public:
    RuleBase(const plan::Plan& plan, const Incident* incident, const Actor& actor)
        : m_plan(plan), m_incident(incident), m_actor(actor)
    {
    }

protected:
    [[nodiscard]] plan::Reach reach(plan::Right right) const
    {
        return m_plan.reachOf(m_actor.role, right);
    }
    /// Has the role this right here at all? Whose matter it is, is asked later.
    [[nodiscard]] Result<void> may(plan::Right right) const;
    /// May, and the unit takes part in this incident.
    [[nodiscard]] Result<void> known(plan::Right right) const;
    /// Known, and the incident is open.
    [[nodiscard]] Result<void> openFor(plan::Right right) const;
    /// As openFor, but whose matter it is, is the order's question: its answer says more.
    [[nodiscard]] Result<void> openOrders(plan::Right right) const;
    /// openOrders, there is such an order, and it is within reach.
    [[nodiscard]] Result<void> ownOrder(plan::Right right, const OrderId& id) const;
    /// ownOrder, and it is open.
    [[nodiscard]] Result<void> ownOpenOrder(plan::Right right, const OrderId& id) const;
    [[nodiscard]] Result<void> words(const std::string& text, const char* field) const;

    const plan::Plan&
        m_plan; // NOLINT(*-non-private-member-variables-in-classes): one visitor in parts
    const Incident* m_incident; // NOLINT(*-non-private-member-variables-in-classes)
    const Actor& m_actor;       // NOLINT(*-non-private-member-variables-in-classes)
};

} // namespace sz::model
