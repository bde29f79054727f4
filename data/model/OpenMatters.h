// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Details of refusals that a screen tells apart: what keeps an incident open beside its orders, and which field was meant.

#include <string_view>

namespace sz::model {

/// The task force has not ended.
inline constexpr std::string_view kForceOpen = "task force not ended";
/// Something was put for decision and nobody has settled it.
inline constexpr std::string_view kDecisionOpen = "decision not settled";

/// Begins the detail of a BadArgument; the id follows.
inline constexpr std::string_view kOrderIdTaken = "order id: in use already: ";

} // namespace sz::model
