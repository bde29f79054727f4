// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The part of a duty person's day that is about the map: what is drawn on it, and changes of the plan itself.

#include "data/model/Drawings.h"
#include "data/model/PlanState.h"
#include "data/sim/Random.h"

namespace sz::sim {

/// Acts often, not always, allowed by the rules; every kind of DrawingAct and PlanAct comes up. Thread: one.
class GroundHand
{
public:
    GroundHand(const plan::Plan& plan, Random random) : m_plan(plan), m_random(random) {}

    [[nodiscard]] model::DrawingAct next(const model::DrawingState& shown, const std::string& mark);
    [[nodiscard]] model::PlanAct
    next(const model::PlanState& shown, Instant now, const std::string& mark);

private:
    [[nodiscard]] model::Draw draw(const std::string& mark);
    [[nodiscard]] model::ProposePlan
    propose(const model::PlanState& shown, Instant now, const std::string& mark);

    const plan::Plan& m_plan;
    Random m_random;
};

} // namespace sz::sim
