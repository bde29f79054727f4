// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Everything that is late, whether somebody has confirmed it or not, with what became of its alarm. Pure.

#include "widgets/models/AlarmGroups.h"

#include <vector>

namespace sz::widgets {

/// States of standards.md §6.
enum class LateState : std::uint8_t {
    Unseen,    ///< late, nobody has confirmed it
    Gone,      ///< kept in the end, and nobody has seen that it was late
    Confirmed, ///< late still, steady
    Aside,     ///< put aside: who, why, until
    Over,      ///< no longer late, or seen after it had gone
};

struct LateItem
{
    Alarm alarm;
    LateState state = LateState::Unseen;
    std::optional<model::Shelf> shelf{}; ///< of Aside
};

/// By harm: grade, then late for longest; at most one a step. Gone ones of the last two hours stand last.
[[nodiscard]] std::vector<LateItem>
lateItems(const plan::Plan& plan, const Incidents& incidents, Instant now);

} // namespace sz::widgets
