// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What a benchmark is: it measures a value and, in the same run, the floor nobody can get under; the ratio is the news.

#include "data/base/Result.h"

#include <filesystem>
#include <string>
#include <vector>

namespace sz::bench {

/// What a measured value has to stay under, or reach.
struct Goal
{
    enum class Of : std::uint8_t {
        Value,
        Ratio,        ///< value / floor
        AtLeast,      ///< the value, a rate: more is better, and so is the ratio
        RatioAtLeast, ///< value / floor, rates
    };
    Of of = Of::Value;
    double limit = 0;
};

struct Measured
{
    std::string name;
    double value = 0;
    std::string unit;
    double floor = 0;
    std::string floorName; ///< what the floor is
    Goal goal;
    std::size_t samples = 0; ///< behind the value, dropped ones not counted

    [[nodiscard]] double ratio() const { return floor > 0 ? value / floor : 0; }
    [[nodiscard]] bool isMet() const;
};

/// Where and how large.
struct Setting
{
    std::filesystem::path folder; ///< on a real disk; emptied by the caller
    bool isQuick = false;         ///< tiny counts: proves that it runs, measures nothing

    [[nodiscard]] int count(int whole, int quick) const { return isQuick ? quick : whole; }
};

/// Errors say why nothing could be measured.
using Outcome = Result<std::vector<Measured>>;

struct Bench
{
    const char* name;
    Outcome (*run)(const Setting&);
};

Outcome startup(const Setting& setting);
Outcome actToPaint(const Setting& setting);
Outcome deskToDesk(const Setting& setting);
Outcome consoleMemory(const Setting& setting);
Outcome proofMake(const Setting& setting);
/// A frame of the board and of a campaign's table while they are scrolled and filtered.
Outcome boardScroll(const Setting& setting);
/// An edit of a roster of 60,000 posts until its row is painted.
Outcome rosterEdit(const Setting& setting);
Outcome coldTiles(const Setting& setting);
Outcome mapPan(const Setting& setting);
Outcome mapLive(const Setting& setting);
Outcome placeLookup(const Setting& setting);

/// Nearest rank; `share` 0.5 is the median, 0.95 p95. 0 for no samples.
[[nodiscard]] double percentile(std::vector<double> samples, double share);
[[nodiscard]] inline double median(std::vector<double> samples)
{
    return percentile(std::move(samples), 0.5);
}

[[nodiscard]] std::string tableHead();
[[nodiscard]] std::string tableLine(const Measured& m);
/// One JSON object on one line.
[[nodiscard]] std::string jsonLine(const Measured& m);

} // namespace sz::bench
