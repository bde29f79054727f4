// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What an act does to an incident's orders and to the question who owns the matter. Private to data/model.

#include "data/model/World.h"

namespace sz::model {

inline const UnitCode kOffice{"HQ"};

class OrderFolder
{
public:
    OrderFolder(Incident& incident, const log::Entry& entry, Stamp stamp)
        : m_i(incident), m_entry(entry), m_stamp(stamp), m_at(entry.time.wall)
    {
    }

    void operator()(const IssueOrders& a);
    void operator()(const SignOrder& a);
    void operator()(const ProgressOrder& a);
    void operator()(const ReportOrder& a);
    void operator()(const FinishOrder& a);
    void operator()(const ReturnOrder& a);
    void operator()(const RemindUnits& a);
    void operator()(const AskRelief& a);
    void operator()(const DecideRelief& a);
    void operator()(const ResumeOrder& a);
    void operator()(const WithdrawOrder& a);
    void operator()(const DecideReturn& a);
    void operator()(const RecheckOrder& a);

protected:
    /// The matter goes over to this unit; nothing happens when it has it.
    void own(const UnitCode& unit, const PostCode& post, const OrderId& order);
    /// Marks an open question as settled by this entry; null when there is none of this name.
    Decision* settle(const std::string& ask);

    // NOLINTBEGIN(*-non-private-member-variables-in-classes): one visitor in parts
    Incident& m_i;
    const log::Entry& m_entry;
    Stamp m_stamp;
    Instant m_at;
    // NOLINTEND(*-non-private-member-variables-in-classes)

private:
    [[nodiscard]] Order* find(const OrderId& id);
    [[nodiscard]] Order* open(const OrderId& id);
    void sign(Order& o);
    void takeOver(const Order& o);
    void release(Order& o);
    bool releaseChain(const Order& o);
    void word(Order& o, const std::string& text) const;
    [[nodiscard]] Order newOrder(const IssueOrders& a, const OrderTo& to);
};

} // namespace sz::model
