// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// console-memory: how large the console is at its first complete frame with a full board. Floor: the empty map.
#include "tests/bench/Started.h"

namespace sz::bench {

Outcome consoleMemory(const Setting& setting)
{
    constexpr Goal kGoal{Goal::Of::Value, 350};
    const auto rounds = startByTurns(setting, setting.count(3, 1));
    if (!rounds) {
        return std::unexpected(rounds.error());
    }
    const auto measured = [&](const char* name, const char* floorName, double Started::* which) {
        return Measured{
            name,
            median(figures(rounds->console, which)),
            "MB",
            median(figures(rounds->emptyMap, which)),
            floorName,
            kGoal,
            rounds->console.size()};
    };
    return std::vector{
        measured("console-memory", "empty map VmRSS", &Started::rssMb),
        measured("console-memory-peak", "empty map VmHWM", &Started::peakMb)};
}

} // namespace sz::bench
