// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Does a street still lie in the area it belongs to? The plan has no outlines of streets, but it knows where many have their seat.

#include "data/plan/areas/AreaChange.h"

namespace sz::plan {

struct StraySeat
{
    StreetCode street;
    int belongsTo = 0; ///< area, with the change made
    int liesIn = 0;    ///< another one: its outline has the seat
    bool operator==(const StraySeat&) const = default;
};

/// Streets that a change leaves with their seat in another area than their own, in the order of the plan; those that are so
/// in `before` already are not told. A hint, no fault: a seat may stand across the border. Fast enough for every step of a drag.
/// Thread: any.
[[nodiscard]] std::vector<StraySeat> straySeats(const Plan& before, const AreaChange& change);

} // namespace sz::plan
