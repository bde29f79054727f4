// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What of a seat's map may lie over a map of the past: files and the plan's own things are in no log, so today's stand in.

#include "maps/overlay/Overlays.h"

namespace sz::widgets {

/// Without what the log knows for every moment (drawings, drills) and what is only of now (orders on their way, heat, the ground
/// round a drawing). Incidents and borders are never hidden: they are what is replayed.
[[nodiscard]] maps::Overlays todaysLayers(const maps::Overlays& all);

} // namespace sz::widgets
