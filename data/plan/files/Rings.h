// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What every outline must satisfy before anybody asks whether a point is inside.

#include "data/plan/files/FaultList.h"

namespace sz::plan {

/// Faults for rings that are not closed, have fewer than four points or enclose nothing, for coordinates out of
/// range, and for edges of one polygon that properly cross. Collinear overlaps are left to checkPlan.
void checkOutline(const MultiPolygon& outline, const Spot& spot, FaultList& faults);

/// Area of an outline in km², planar with the longitude scaled at its own latitude; good to 0.1 % for a city.
[[nodiscard]] double km2Of(const MultiPolygon& outline);

} // namespace sz::plan
