// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// startup: process start to the first complete frame with a full board. Floor: an empty Qt Location window, by turns.
#include "tests/bench/Started.h"

namespace sz::bench {

Outcome startup(const Setting& setting)
{
    constexpr double kGoalRatio = 3;
    const auto rounds = startByTurns(setting, setting.count(9, 1));
    if (!rounds) {
        return std::unexpected(rounds.error());
    }
    return std::vector{Measured{
        "startup",
        median(figures(rounds->console, &Started::ms)),
        "ms",
        median(figures(rounds->emptyMap, &Started::ms)),
        "empty map window, medians, first dropped",
        {Goal::Of::Ratio, kGoalRatio},
        rounds->console.size()}};
}

} // namespace sz::bench
