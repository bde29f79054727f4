// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Reads outlines and seats while the plan is being loaded, with the faults of all other files.

#include "data/plan/files/FaultList.h"

namespace sz::plan {

class PlaceShapes;

inline constexpr const char* kStreetShapeFile = "streets.geojson";
inline constexpr const char* kCommunityShapeFile = "communities.geojson";

/// Streets and communities of `plan` are by code. Both files are optional; what is wrong is in `faults`.
[[nodiscard]] PlaceShapes
readShapes(const std::filesystem::path& dir, const Plan& plan, FaultList& faults);

} // namespace sz::plan
