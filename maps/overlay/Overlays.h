// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Everything a seat has switched on over the ground, as one value that tiles, names and marks are painted by.

#include "maps/geo/BoundaryStore.h"
#include "maps/overlay/OverlayShapes.h"
#include "maps/symbols/Tokens.h"

#include <memory>
#include <string>
#include <vector>

namespace sz::maps {

enum class PointMark : std::uint8_t {
    Dot,
    Square,
    Diamond,
    Cross, ///< of help: hospitals
    House, ///< duty rooms
    Drill, ///< a square frame crossed out: nothing that has happened; far out it is no dot either
};

/// How the shapes of an overlay look. Colours by token, so that both themes have them.
struct OverlayStyle
{
    std::vector<symbols::Token> tones{
        symbols::Token::G4}; ///< of edges and points; the last for all beyond it
    double fill = 0.12;      ///< opacity of areas; 0: edges only
    double width = 1.2;      ///< of lines and edges, pixels; 0: no edge
    bool isDashed = false;
    bool isUnion = false;   ///< areas are filled as one: where two overlap it is no darker
    bool isHatched = false; ///< areas: slanted lines over the fill
    PointMark mark = PointMark::Dot;
};

struct Overlay
{
    std::string id;
    double opacity = 1;
    OverlayStyle style;
    std::shared_ptr<const OverlayShapes> shapes; ///< never null
    double fromZoom = 0;
    QString name{}; ///< in the reader's language, for a legend; empty: it is in none
};

/// A place of the heat: open incidents, the graver the heavier.
struct HeatPoint
{
    Mercator at;
    double weight = 1;
};

struct Heat
{
    double opacity = 1;
    std::vector<HeatPoint> points;
};

/// The plan's own layers, 0 (off) to 1.
struct GroundLook
{
    double zones = 1; ///< tints and outer borders
    double areas = 1;
    double districts = 1;
    double seats = 1; ///< names with dots
    double marks = 1; ///< incidents
    bool operator==(const GroundLook&) const = default;
};

struct Overlays
{
    GroundLook ground;
    std::vector<Overlay> list;        ///< the undermost first
    std::shared_ptr<const Heat> heat; ///< null: none
    std::vector<PlaceName> names;     ///< shown from zoom 13 where there is room
    std::vector<PlaceName> words;     ///< what officers wrote: from zoom 10.5, before the others
    std::vector<PlaceName>
        banners; ///< what must not be taken for anything else: a drill. Before all, on grounds of
                 ///< their own; `briefEn` (in the language shown) where there is no room for more
};

} // namespace sz::maps
