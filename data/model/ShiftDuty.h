// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Who is on duty now: the plan's roster with what planners did by name. The one answer for bar, card, strip and find.

#include "data/model/ShiftState.h"
#include "data/plan/Places.h"

namespace sz::model {

/// plan::dutiesOf with cells written by name and changes that a second person agreed to; names are the same in both languages, several
/// stand with 、 and a comma between. Empty holder: nobody. Who comes next follows the same rule. Hours are those of the cell by name, and end
/// where an agreed stand-in for a part begins or ends. Of an area the first is who was put in charge of it, while that holds: `unit`
/// is the area, `post` the leader's. `state` may be null: the plan alone.
[[nodiscard]] std::vector<plan::Duty>
dutiesOf(const plan::Plan& plan, const ShiftState* state, const UnitCode& unit, Instant when);
/// Of one post; none: the plan does not know it.
[[nodiscard]] std::optional<plan::Duty>
dutyAt(const plan::Plan& plan, const ShiftState* state, const PostCode& post, Instant when);

/// What was told last of a post since its duty began: who comes on at the change is not away because the one before was. Null: nothing.
[[nodiscard]] const ShiftPresence*
presenceOf(const ShiftState& state, const PostCode& post, Instant since);

} // namespace sz::model
