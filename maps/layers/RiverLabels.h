// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Names of rivers: beside the border that runs in mid-river, turned with it.

#include "maps/layers/LabelLayout.h"

namespace sz::maps {

/// Takes places from `placer` and appends to `out`; two names of one river are far apart. Borders outside any river, and
/// rivers along the city's outer border, get no name.
void addRiverLabels(const LabelScene& scene, LabelPlacer& placer, std::vector<PlacedLabel>& out);

} // namespace sz::maps
