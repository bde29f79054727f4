// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Which coordinate system a file means by what it writes.

#include "data/layers/Layer.h"

#include <string_view>

namespace sz::layers {

/// "EPSG:4526", "urn:ogc:def:crs:EPSG::4326", "urn:ogc:def:crs:OGC:1.3:CRS84", or a name of geo::systemFrom. Longitude first, as
/// everybody writes it, whatever the authority says of the axes.
[[nodiscard]] StatedSystem systemOfName(std::string_view name);

/// Well-known text of a coordinate system (OGC 01-009, ISO 19162, ESRI's .prj): geographic WGS 84 and CGCS2000, and Gauss-Krüger
/// upon them by its central meridian and false easting. Any other is stated and not known.
[[nodiscard]] StatedSystem systemOfWkt(std::string_view text);

} // namespace sz::layers
