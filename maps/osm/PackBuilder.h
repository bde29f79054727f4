// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// From an OpenStreetMap extract to a pack of tiles: read, paint block by block, write; goes on after it was killed.

#include "data/base/Result.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>

namespace sz::maps::osm {

inline constexpr int kLeastPackZoom = 5;
inline constexpr int kMostPackZoom = 17;
/// About 40 GB of tiles: nobody means that.
inline constexpr std::uint64_t kMostTiles = 4'000'000;

struct PackOrder
{
    std::filesystem::path source; ///< .osm.pbf
    std::filesystem::path target; ///< .mbtiles; beside it stands a ".part" until it is done
    int minZoom = 9;
    int maxZoom = 15;
    std::string name; ///< of the pack; empty: the source's
};

struct PackProgress
{
    bool isReading = true;
    std::uint64_t done = 0; ///< percent while reading, then tiles
    std::uint64_t all = 100;
    int zoom = 0;
    std::uint64_t resumed = 0; ///< tiles an earlier run has made
};

struct PackMade
{
    std::uint64_t tiles = 0;
    std::uint64_t resumed = 0;
    std::size_t shapes = 0;
    std::size_t places = 0; ///< written on the map
    std::size_t names = 0;  ///< rows of the table of names
};

/// `go` is told and says whether to go on; what is done stays for the next time. Errors: those of loadOsm and MbTilesWriter;
/// Cancelled; LimitOutOfRange ("tiles N": over kMostTiles, choose fewer zooms). Needs a QGuiApplication.
[[nodiscard]] Result<PackMade>
buildPack(const PackOrder& order, const std::function<bool(const PackProgress&)>& go = {});

} // namespace sz::maps::osm
