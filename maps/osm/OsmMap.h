// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What a base map shows of an extract, in the unit square, ready to be painted.

#include "maps/geo/WebMercator.h"
#include "maps/osm/OsmNames.h"
#include "maps/osm/OsmStyle.h"

#include <QPointF>
#include <QString>

#include <array>
#include <functional>
#include <vector>

namespace sz::maps::osm {

struct Shape
{
    Kind kind = Kind::None;
    MercatorBox box;
    std::vector<std::vector<QPointF>> lines; ///< one; of an area its rings, odd ones out are holes
    QString name;
};

struct Place
{
    Mercator at;
    PlaceLook look;
    QString name;
};

struct OsmMap
{
    std::array<std::vector<Shape>, static_cast<std::size_t>(Kind::Motorway) + 1>
        shapes;                         ///< by kind
    std::vector<Place> places;          ///< heaviest first
    std::vector<packs::PackName> names; ///< to be looked for: more than is written on the map
    MercatorBox box;                    ///< of the file's own bounds, else of what is in it
    std::size_t count = 0;              ///< shapes
};

/// Three passes over the file: relations, ways, nodes. `progress` gets a share of 0…1 and says whether to go on. Errors: those of
/// readOsm; FileMalformed "empty" (nothing a map could show), "too-large" (over kMostNodes points).
[[nodiscard]] Result<OsmMap>
loadOsm(const std::filesystem::path& file, const std::function<bool(double)>& progress = {});
inline constexpr std::size_t kMostNodes = 60'000'000; ///< about 1 GB while it is read

} // namespace sz::maps::osm
