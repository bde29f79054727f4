// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Which things of OpenStreetMap the base map shows, from which zoom on, and how. The colours are the paper map's, not the
// console's: over them lie the console's own borders and marks.

#include "maps/osm/OsmFile.h"

#include <QColor>
#include <QString>

namespace sz::maps::osm {

/// Lines in the order they are painted, areas before them.
enum class Kind : std::uint8_t {
    None,
    Green,
    Built, ///< residential, industrial and commercial ground
    Water,
    Building,
    Stream,
    Path,
    Rail,
    Service,
    Minor,
    Tertiary,
    Secondary,
    Primary,
    Trunk,
    Motorway,
};

[[nodiscard]] constexpr bool isArea(Kind kind)
{
    return kind >= Kind::Green && kind <= Kind::Building;
}
[[nodiscard]] constexpr bool isRoad(Kind kind)
{
    return kind >= Kind::Service;
}

/// Of a way or multipolygon, by its tags. Tunnels are not shown, nor is what is only planned.
[[nodiscard]] Kind kindOf(Tags tags);
/// From this zoom on.
[[nodiscard]] int shownFrom(Kind kind);
[[nodiscard]] QColor fillOf(Kind kind);
[[nodiscard]] QColor casingOf(Kind kind);
[[nodiscard]] QColor ground();
/// Of a line, in pixels of a 256-pixel tile; without its casing.
[[nodiscard]] double widthOf(Kind kind, int zoom);

/// Simplified Chinese first, then the local name; empty: none.
[[nodiscard]] QString nameOf(Tags tags);

/// A point with a name.
struct PlaceLook
{
    int from = 99;  ///< zoom
    int weight = 0; ///< larger goes first
    int pixels = 12;
    bool isBold = false;
    bool hasDot = false;
};
/// Towns, districts, villages, stations, hospitals, schools; `from` 99: not shown.
[[nodiscard]] PlaceLook placeLook(Tags tags);

} // namespace sz::maps::osm
