// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/layers/Layer.h"
#include "data/model/World.h"
#include "tests/bench/mapscene/Panner.h"

#include <vector>

namespace sz::bench {

/// The same outlines as MapPolygon delegates, the incidents as MapQuickItem: what Qt Location offers.
[[nodiscard]] PanFigures panDelegates(
    const std::vector<const layers::Layer*>& outlines,
    const std::map<IncidentId, model::IncidentPtr>& incidents,
    Wgs84 centre,
    double zoom,
    int frames);

} // namespace sz::bench
