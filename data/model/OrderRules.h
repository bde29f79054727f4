// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// May this be done with an order now? Private to data/model.

#include "data/model/RuleBase.h"

namespace sz::model {

class OrderRules : public RuleBase
{
public:
    using RuleBase::RuleBase;

    Result<void> operator()(const IssueOrders& a) const;
    Result<void> operator()(const SignOrder& a) const;
    Result<void> operator()(const ProgressOrder& a) const;
    Result<void> operator()(const ReportOrder& a) const;
    Result<void> operator()(const FinishOrder& a) const;
    Result<void> operator()(const ReturnOrder& a) const;
    Result<void> operator()(const RemindUnits& a) const;
    Result<void> operator()(const AskRelief& a) const;
    Result<void> operator()(const DecideRelief& a) const;
    Result<void> operator()(const ResumeOrder& a) const;
    Result<void> operator()(const WithdrawOrder& a) const;
    Result<void> operator()(const DecideReturn& a) const;
    Result<void> operator()(const RecheckOrder& a) const;

protected:
    /// This question of the incident waits to be settled.
    [[nodiscard]] Result<void> asked(const std::string& ask) const;

private:
    [[nodiscard]] Result<void> addressees(const std::vector<OrderTo>& to) const;
    [[nodiscard]] Result<void> takesOver(const OrderTo& to) const;
    [[nodiscard]] Result<void> supportClosed(const OrderId& id) const;
    [[nodiscard]] bool hasAsked(const ReliefAsk& ask) const;
};

} // namespace sz::model
