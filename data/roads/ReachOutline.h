// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The ground beside driven stretches, as outlines.

#include <span>
#include <vector>

namespace sz::roads {

/// Metres east and north of some place.
struct Metres
{
    double x = 0;
    double y = 0;
};

/// A straight piece that is driven.
struct Driven
{
    Metres from;
    Metres to;
};

using MetreRing = std::vector<Metres>;

/// What lies within `strip` metres of a piece, as closed rings: outer ones counter-clockwise, holes clockwise; even-odd and
/// winding mean the same. Blocks up to `mostBlock` square metres that are driven round are no holes. Right to some ten metres:
/// it is found on a lattice of half the strip, coarser where more than 12 million points would be needed. Some 10 ms for ten
/// thousand pieces. Thread: any.
[[nodiscard]] std::vector<MetreRing>
outlineOf(std::span<const Driven> driven, double strip, double mostBlock);

} // namespace sz::roads
