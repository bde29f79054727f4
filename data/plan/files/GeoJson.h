// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Polygon layers in GeoJSON (RFC 7946), WGS-84, and seats. The only place that knows Boost.JSON.

#include "data/plan/files/FaultList.h"
#include "data/plan/files/Node.h"

#include <optional>

namespace sz::plan {

struct Feature
{
    std::string id; ///< as text, for faults
    Node properties;
    MultiPolygon outline; ///< checked by checkOutline; empty of a point
    std::optional<Wgs84> point{};
};

enum class Seats : std::uint8_t {
    Refused,
    Allowed, ///< a feature may be a Point
};

/// Features of a FeatureCollection of Polygons and MultiPolygons in the order of the file. Empty, with faults, when the
/// file is no such thing; a bad outline is a fault.
[[nodiscard]] std::vector<Feature> readGeoJson(
    const std::filesystem::path& dir,
    const std::string& file,
    FaultList& faults,
    Seats seats = Seats::Refused);

} // namespace sz::plan
