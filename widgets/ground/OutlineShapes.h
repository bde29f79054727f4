// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Streets and communities over the map, as far as the plan's files say where they are. Pure functions; thread: any.

#include "data/plan/PlaceShapes.h"
#include "maps/overlay/Overlays.h"

#include <memory>
#include <vector>

namespace sz::widgets {

/// Outlines of streets: what the plan has, `feature` is the place in `shapes.streets()`. Their seats are a layer of the map's own.
[[nodiscard]] std::shared_ptr<const maps::OverlayShapes>
streetShapes(const plan::PlaceShapes& shapes);
/// Outlines of communities, and their seats.
[[nodiscard]] std::shared_ptr<const maps::OverlayShapes>
communityShapes(const plan::PlaceShapes& shapes);
/// At the seat, else within the outline.
[[nodiscard]] std::vector<maps::PlaceName>
communityNames(const plan::Plan& plan, const plan::PlaceShapes& shapes);

} // namespace sz::widgets
