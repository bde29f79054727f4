// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Roster gaps as the handover sheet tells them: the plan's roster with what planners wrote and what was agreed to, swaps and
// substitutes too; and changes that still wait for a second person.

#include "data/report/Handover.h"

namespace sz::widgets {

/// Within the range, of a unit; the office's are everybody's. At most 120.
[[nodiscard]] std::vector<report::GapFact> gapsOf(
    const plan::Plan& plan,
    const model::ShiftState& shift,
    const UnitCode& unit,
    Instant from,
    Instant until);

} // namespace sz::widgets
