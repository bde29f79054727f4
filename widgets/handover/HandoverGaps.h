// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Roster gaps as the handover sheet tells them: the plan's roster with what planners wrote and what was agreed to, swaps and
// substitutes too; and changes that still wait for a second person.

#include "data/report/Handover.h"
#include "data/roster/PlanRoster.h"

namespace sz::widgets {

/// What is asked of the roster beside its rotations, as the roster page and the alarms of the day ahead have it.
struct GapGround
{
    roster::PlanRules rules;               ///< roster.toml
    std::vector<roster::ModeChange> modes; ///< games time may ask for more
};

/// From when, and until when: gaps that are open in it, each with its real beginning, so that it is the same row whenever it is looked
/// for (one that began more than a month ago has the beginning of that month). At most 120, by their beginning.
[[nodiscard]] std::vector<report::GapFact> gapsOf(
    const plan::Plan& plan,
    const model::ShiftState& shift,
    const UnitCode& unit,
    Instant from,
    Instant until,
    const GapGround& ground = {});

} // namespace sz::widgets
