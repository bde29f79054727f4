// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A duty person who does likely things in a random order: what the screen shows decides what can be done.

#include "data/model/World.h"
#include "data/sim/Random.h"

#include <map>
#include <optional>

namespace sz::sim {

struct Intent
{
    IncidentId incident; ///< empty: a new one
    model::Act act;
};

using Board = std::map<IncidentId, model::IncidentPtr>;

/// Acts often, not always, allowed by the rules. Thread: one.
class Operator
{
public:
    Operator(const plan::Plan& plan, UnitCode unit, Random random);

    /// What to do next. `mark` goes into the text, so that the act is found again.
    [[nodiscard]] Intent next(const Board& shown, Instant now, const std::string& mark);

private:
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
};

} // namespace sz::sim
