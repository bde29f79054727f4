// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A good point for words inside the part of a shape that is seen.

#include "maps/geo/BoundaryStore.h"

#include <optional>

namespace sz::maps {

/// Point of a shape inside a box that is farthest from both their edges; empty when they do not meet.
[[nodiscard]] std::optional<Mercator> innerPoint(const Shape& shape, const MercatorBox& within);

} // namespace sz::maps
