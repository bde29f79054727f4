// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A duty person who does likely things in a random order: what the screen shows decides what can be done.

#include "data/plan/Plan.h"
#include "data/sim/Deed.h"
#include "data/sim/GroundHand.h"
#include "data/sim/OfficeHand.h"
#include "data/sim/Random.h"
#include "data/sim/ShiftHand.h"

namespace sz::sim {

/// Acts often, not always, allowed by the rules. Thread: one.
class Operator
{
public:
    Operator(const plan::Plan& plan, UnitCode unit, Random random);

    /// What to do next. `mark` goes into the text, so that the act is found again.
    [[nodiscard]] Deed next(const Screen& shown, Instant now, const std::string& mark);

private:
    [[nodiscard]] Intent onIncident(const Board& board, Instant now, const std::string& mark);
    [[nodiscard]] Deed aboutContacts(const Board& board, const std::string& mark);
    [[nodiscard]] Deed attachment(const Board& board, const std::string& mark);
    [[nodiscard]] Deed signOn(const desk::SeatStatus& seat);
    [[nodiscard]] const model::Incident& anyOf(const Board& board);
    [[nodiscard]] model::Act report(Instant now, const std::string& mark);
    [[nodiscard]] model::Act
    ofTheOffice(const model::Incident& incident, Instant now, const std::string& mark);
    [[nodiscard]] model::Act ofAUnit(const model::Incident& incident, const std::string& mark);
    [[nodiscard]] model::Act orders(Instant now, const std::string& mark);
    [[nodiscard]] model::Act amendment(const std::string& mark);
    [[nodiscard]] plan::Place place();

    const plan::Plan& m_plan;
    UnitCode m_unit;
    Random m_random;
    UlidMaker m_orderIds;
    ShiftHand m_shiftHand;
    GroundHand m_groundHand;
    OfficeHand m_officeHand;
};

} // namespace sz::sim
