// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// How many alarms an officer is asked to bear: the meter of EEMUA 191 and ISA-18.2 (standards.md §6). Pure.

#include "widgets/models/Alarms.h"

#include <array>

namespace sz::widgets {

/// Ten minutes each, the oldest first; the last one ends now.
inline constexpr std::size_t kLoadBars = 12;

struct AlarmLoad
{
    std::array<int, kLoadBars> bars{};
    double shiftMean = 0; ///< per ten minutes since the shift began; of at least one such stretch
    int high = 0;         ///< of this shift: grades I and II,
    int medium = 0;       ///< III,
    int low = 0;          ///< IV

    [[nodiscard]] int lastTen() const { return bars.back(); }
    /// More than ten in ten minutes: nobody reads them one by one any more.
    [[nodiscard]] bool isFlood() const { return lastTen() > 10; }
    bool operator==(const AlarmLoad&) const = default;
};

/// Counts every limit that was broken since `shiftStart` or within the bars, standing or kept later, confirmed or not.
[[nodiscard]] AlarmLoad
alarmLoad(const plan::Plan& plan, const Incidents& incidents, Instant shiftStart, Instant now);

} // namespace sz::widgets
