// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Whether a layer's points look as if they were of another datum, by what a plan knows of the city.

#include "data/layers/Layer.h"
#include "data/plan/Plan.h"

#include <memory>

namespace sz::layers {

/// Looks at some two thousand features as they are, and as if they were GCJ-02 or BD-09: do they lie in the plan's areas, in the
/// district their properties name, near the plan's place of the same name, on its outlines, out of its rivers? Remarks
/// LooksShifted when another datum fits clearly better, and OutsidePlan for points in no area.
void judgeShift(Layer& layer, const std::shared_ptr<const plan::Plan>& plan);

} // namespace sz::layers
