// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Do the areas of a district cover it, each place once? Asked while an outline is being drawn, before a change is proposed and
// before it is approved.

#include "data/plan/Plan.h"

#include <set>

namespace sz::plan {

/// A gap or an overlap of so many square metres is none: ten metres by ten, what rounding to six decimals leaves in the sample
/// stays far below it (tst_AreaCover measures).
inline constexpr double kCoverToleranceM2 = 100;

enum class CoverSort : std::uint8_t {
    Gap,     ///< of the district, in no area
    Overlap, ///< in two areas
    Beyond,  ///< of an area, outside its district
    Crossed, ///< an outline that crosses itself, has too few corners or encloses nothing
};

struct CoverFault
{
    CoverSort sort = CoverSort::Gap;
    std::vector<int>
        areas; ///< whose: Gap those that touch it, Overlap two, Beyond and Crossed one; ascending
    UnitCode district;
    double squareMetres = 0; ///< 0 for Crossed
    Wgs84 at;                ///< inside it
    MultiPolygon ground;     ///< the piece itself; empty for Crossed
};

/// Faults of the districts of these areas, the largest first; empty = each place of them lies in one area. A district that
/// has none of `areas` is not looked at. Some ms a district. Thread: any.
[[nodiscard]] std::vector<CoverFault> coverFaults(const Plan& plan, const std::set<int>& areas);
/// Every area.
[[nodiscard]] std::vector<CoverFault> coverFaults(const Plan& plan);

/// English, for logs and refusals: "areas 5 and 6 overlap by 12,345 m² at 114.30512 30.59281".
[[nodiscard]] std::string wordsOf(const CoverFault& fault);

} // namespace sz::plan
