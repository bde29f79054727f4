// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Arrows at the view's edge towards late marks that lie outside it: nothing late is ever out of sight.

#include "maps/layers/MarkLayout.h"

namespace sz::maps {

/// One arrow for each of eight directions that hold late marks, or the selected one, beyond the view; the worst is named,
/// the others are counted. Takes places from `placer`; where there is none the arrow covers what is there.
void addEdgeArrows(
    const MarkScene& scene,
    MarkPainter& painter,
    LabelPlacer& placer,
    MarkPicture& out);

/// "西 22 km": direction and distance of one point as seen from another.
[[nodiscard]] QString bearingText(Wgs84 from, Wgs84 to, Language language);

} // namespace sz::maps
