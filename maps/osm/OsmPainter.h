// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A block of tiles painted in one piece, so that no name is cut where two tiles meet.

#include "maps/osm/OsmMap.h"

#include <QImage>

namespace sz::maps::osm {

inline constexpr int kTile = 256;
inline constexpr int kBlock = 8; ///< tiles a side

/// Columns and rows of blocks at a zoom, counted as tiles are.
struct BlockId
{
    int zoom = 0;
    std::uint32_t x = 0;
    std::uint32_t y = 0;
};

/// An opaque picture of kBlock × kBlock tiles. Needs a QGuiApplication for its fonts. Thread: any.
[[nodiscard]] QImage paintBlock(const OsmMap& map, const BlockId& block);

} // namespace sz::maps::osm
