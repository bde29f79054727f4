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
};

} // namespace sz::model
