// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The part of a duty person's day that is about drills, roll calls and screens that are down.

#include "data/model/ShiftState.h"
#include "data/plan/Plan.h"
#include "data/sim/Random.h"

namespace sz::sim {

/// Acts often, not always, allowed by the rules (of other units than the office, mostly not); every kind of ShiftAct that
/// ShiftHand leaves out comes up. Thread: one.
class OfficeHand
{
public:
    OfficeHand(const plan::Plan& plan, UnitCode unit, Random random)
        : m_plan(plan), m_unit(std::move(unit)), m_random(random)
    {
    }

    [[nodiscard]] model::ShiftAct
    next(const model::ShiftState& shown, Instant now, const std::string& mark);

private:
    [[nodiscard]] model::ShiftAct
    ofDrills(const model::ShiftState& shown, Instant now, const std::string& mark);
    [[nodiscard]] model::ShiftAct
    ofRolls(const model::ShiftState& shown, Instant now, const std::string& mark);
    [[nodiscard]] model::ShiftAct
    onRoll(const std::string& id, const model::ShiftRound& roll, const std::string& mark);
    [[nodiscard]] model::StartRound callTheRoll(Instant now, const std::string& mark);
    [[nodiscard]] static model::CloseRoll
    minutes(const std::string& id, const model::ShiftRound& roll);

    const plan::Plan& m_plan;
    UnitCode m_unit;
    Random m_random;
};

} // namespace sz::sim
