// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The one rule that needs a clock: a day that somebody names as an end is still to come when it is named.

#include "data/model/Acts.h"

#include <string_view>

namespace sz::model {

/// Detail of the LimitOutOfRange that checkDays gives: screens have a sentence of its own for it.
inline constexpr std::string_view kDayIsPast = "until: the day is past";

/// `madeAt` is when the act was made (UTC), not when it arrives: what was written offline stays as good as it was.
/// Errors: LimitOutOfRange for an early sign watched, or a task force planned, until a day that was over then.
[[nodiscard]] Result<void> checkDays(const Act& act, Instant madeAt);

} // namespace sz::model
