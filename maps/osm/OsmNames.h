// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Which names of an extract an officer may look for, and where each of them is: one row for a name and a neighbourhood.

#include "data/packs/PackNames.h"
#include "maps/osm/OsmFile.h"

#include <QPointF>
#include <QString>

#include <vector>

namespace sz::maps::osm {

enum class NameKind : std::uint8_t {
    None,
    Road, ///< paths and tunnels, too
    Bridge,
    Water,
    Place,   ///< towns, villages, quarters, islands
    Station, ///< rail, metro, coaches, ferries, aerodromes
    Hospital,
    School, ///< kindergartens and universities, too
    Public, ///< police, fire brigade, offices, community centres
    Park,   ///< and sights
    Estate, ///< 小区
    Building,
    Site, ///< works, markets, fuel, peaks
};
/// As it stands in the table: "road".
[[nodiscard]] const char* nameKindText(NameKind kind);

/// None: nobody looks for it.
[[nodiscard]] NameKind nameKindOf(Tags tags);
/// name:en; empty: none.
[[nodiscard]] QString englishNameOf(Tags tags);

/// One thing with a name, in the unit square: points of a line as they stand, one point of anything else.
struct NameTrace
{
    QString name;
    QString nameEn;
    NameKind kind = NameKind::None;
    std::vector<QPointF> points; ///< never empty
};

/// Pieces of the same name and kind that lie within some 700 m of each other become one row, at the point nearest to their
/// middle; a road or river longer than 3 km gets a row about every 3 km, at most 12. Ordered by kind, name and position.
[[nodiscard]] std::vector<packs::PackName> gatherNames(std::vector<NameTrace> traces);

} // namespace sz::maps::osm
