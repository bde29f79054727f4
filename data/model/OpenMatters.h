// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What keeps an incident open beside its orders: details of a StepsOpen that a screen tells apart.

#include <string_view>

namespace sz::model {

/// The task force has not ended.
inline constexpr std::string_view kForceOpen = "task force not ended";
/// Something was put for decision and nobody has settled it.
inline constexpr std::string_view kDecisionOpen = "decision not settled";

} // namespace sz::model
