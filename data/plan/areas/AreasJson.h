// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The areas as GeoJSON (RFC 7946), as the file areas.geojson of a plan folder is written: it can be put there.

#include "data/plan/Plan.h"

namespace sz::plan {

/// One feature a line; six decimals. `validOn` ("2026-12-01") stands in each feature, and which streets belong to the area.
[[nodiscard]] std::string areasJson(const Plan& plan, const std::string& validOn);

} // namespace sz::plan
