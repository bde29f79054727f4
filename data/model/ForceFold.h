// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What an act does to an incident's task force and decisions. Private to data/model.

#include "data/model/OrderFold.h"

namespace sz::model {

class ForceFolder : public OrderFolder
{
public:
    using OrderFolder::OrderFolder;
    using OrderFolder::operator();

    void operator()(const FormForce& a);
    void operator()(const ChangeForce& a);
    void operator()(const StateGoal& a);
    void operator()(const TransferForce& a);
    void operator()(const ForceMinutes& a);
    void operator()(const EndForce& a);
    void operator()(const AskDecision& a);
    void operator()(const DropDecision& a);

private:
    /// The task force that has not ended; null: none.
    [[nodiscard]] TaskForce* atWork();
};

} // namespace sz::model
