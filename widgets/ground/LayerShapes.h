// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Shapes of the plan, of incidents and of a file's features. Pure functions; thread: any.

#include "data/layers/Layer.h"
#include "data/model/World.h"
#include "data/packs/Pack.h"
#include "maps/overlay/Overlays.h"

#include <map>
#include <memory>
#include <vector>

namespace sz::widgets {

using Shapes = std::shared_ptr<const maps::OverlayShapes>;

/// 三圈: a circle and a mark for each key place.
[[nodiscard]] Shapes keyPlaceShapes(const plan::Plan& plan);
/// Duty rooms of streets whose seat the plan knows; none is invented.
[[nodiscard]] Shapes postShapes(const plan::Plan& plan);
/// Cameras and rooms of the plan.
[[nodiscard]] Shapes cameraShapes(const plan::Plan& plan);
[[nodiscard]] std::vector<maps::PlaceName> cameraNames(const plan::Plan& plan);
/// From the posts of the units ordered to their incidents: tone 1 is late, dashed ends where only the area is known. Units
/// whose post the plan does not know have no line.
[[nodiscard]] Shapes orderShapes(
    const plan::Plan& plan,
    const std::map<IncidentId, model::IncidentPtr>& incidents,
    Instant now);
/// Open incidents with a point of their own; weight 4 for grade I down to 1 for IV.
[[nodiscard]] std::shared_ptr<const maps::Heat>
heatOf(const std::map<IncidentId, model::IncidentPtr>& incidents, double opacity);

/// The frame of each pack's bounds; whole-earth ones, as online maps are, have none.
[[nodiscard]] Shapes packShapes(const std::vector<packs::PackInfo>& packs);
/// "Wuhan 2026 · zoom 9 to 15", at the middle of the frame's upper edge. The packs' names are shown as plain text.
[[nodiscard]] std::vector<maps::PlaceName> packNames(const std::vector<packs::PackInfo>& packs);

/// Of a file: `feature` is the place in layer.features. Warnings (CAP) have the tone of their severity: 0 extreme to 4 unknown.
[[nodiscard]] Shapes shapesOf(const layers::Layer& layer);
/// One feature more; `number` is what the shapes then say they are of.
void addShapes(
    maps::OverlayShapes& shapes,
    const layers::LayerSummary& layer,
    const layers::Feature& feature,
    std::uint32_t number);
/// Points that stand alone, for names on the map and for what is near: name and place.
[[nodiscard]] maps::PlaceName nameOf(const plan::ExtraPlace& place);
[[nodiscard]] maps::OverlayStyle styleOf(const layers::LayerSummary& layer, int index);
[[nodiscard]] maps::OverlayStyle styleOf(int own);

/// For a legend: the tone of the gravest there is; of points alone nothing but the mark.
[[nodiscard]] maps::OverlayStyle
signOf(maps::OverlayStyle style, const maps::OverlayShapes& shapes);

} // namespace sz::widgets
