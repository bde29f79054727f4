// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Lengths and areas on the ground.

#include "data/base/Geo.h"

#include <QString>

#include <vector>

namespace sz::widgets {

/// Along the points, great circles on the mean sphere. Metres.
[[nodiscard]] double lengthMetres(const std::vector<Wgs84>& points);
/// Of the ring the points make, whichever way it runs; square metres on the mean sphere. 0 for fewer than three. A ring that
/// crosses itself has no area worth telling: the sum of its parts with their signs comes out.
[[nodiscard]] double areaSquareMetres(const std::vector<Wgs84>& points);
/// "850 m", "1.24 km".
[[nodiscard]] QString lengthText(double metres);
/// "4,200 m²", "1.24 km²".
[[nodiscard]] QString squareText(double squareMetres);

} // namespace sz::widgets
