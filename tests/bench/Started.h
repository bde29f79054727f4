// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A program started cold, timed from its birth to the frame it reports, and how large it was then.

#include "data/base/Result.h"
#include "tests/bench/Bench.h"

#include <string>
#include <vector>

namespace sz::bench {

struct Started
{
    double ms = 0;     ///< from just before the process is made to its first complete frame
    double rssMb = 0;  ///< VmRSS then
    double peakMb = 0; ///< VmHWM then
};

/// Runs a program that ends by itself after a line "complete 1 … at <ms> rss <kB> peak <kB>"; `at` is on the machine's
/// steady clock. Errors: NotFound (did not start), Internal with its last words.
[[nodiscard]] Result<Started> runToFirstFrame(const std::vector<std::string>& command);

/// The console on a full board and the empty map, by turns; the first round only warms the page cache and is dropped.
struct Rounds
{
    std::vector<Started> console;
    std::vector<Started> emptyMap;
};
/// Errors: as runToFirstFrame and makeBigProfile.
[[nodiscard]] Result<Rounds> startByTurns(const Setting& setting, int rounds);
/// One figure of every start.
[[nodiscard]] std::vector<double> figures(const std::vector<Started>& all, double Started::* which);

} // namespace sz::bench
