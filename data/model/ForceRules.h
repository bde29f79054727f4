// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// May this be done with an incident's task force and decisions now? Private to data/model.

#include "data/model/OrderRules.h"

namespace sz::model {

class ForceRules : public OrderRules
{
public:
    using OrderRules::OrderRules;
    using OrderRules::operator();

    Result<void> operator()(const FormForce& a) const;
    Result<void> operator()(const ChangeForce& a) const;
    Result<void> operator()(const StateGoal& a) const;
    Result<void> operator()(const TransferForce& a) const;
    Result<void> operator()(const ForceMinutes& a) const;
    Result<void> operator()(const EndForce& a) const;
    Result<void> operator()(const AskDecision& a) const;
    Result<void> operator()(const DropDecision& a) const;

protected:
    /// Neither a task force at work nor an open question: the incident may end.
    [[nodiscard]] Result<void> nothingOpen() const;

private:
    [[nodiscard]] Result<void> notClosed() const;
    [[nodiscard]] Result<void> hasForce() const;
    /// Who has command, or who may lead any task force.
    [[nodiscard]] Result<void> leads() const;
    /// A unit of the task force, or the office.
    [[nodiscard]] Result<void> works() const;
    [[nodiscard]] Result<void> seatOk(const UnitCode& unit, const PostCode& post) const;
    [[nodiscard]] Result<void> membersOk(
        const std::vector<ForceMember>& members,
        const UnitCode& leadUnit,
        const PostCode& leadPost) const;
    [[nodiscard]] static Result<void> goalsOk(const std::vector<ForceGoal>& goals);
};

} // namespace sz::model
