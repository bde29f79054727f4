// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// From an OpenStreetMap extract to a road graph: everything a fire engine or an ambulance drives.

#include "data/base/Clock.h"
#include "data/base/Result.h"
#include "maps/osm/OsmFile.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>

namespace sz::maps::osm {

/// What a way is to who drives.
struct RoadLook
{
    enum class Way : std::uint8_t {
        None, ///< nothing that is driven, or closed to all
        Both,
        Forward, ///< in the order of its points only
        Backward,
    };
    Way way = Way::None;
    double kmh = 0;       ///< `maxspeed` where it is tagged as a speed, else usual for its class
    bool isJoined = true; ///< no motorway, bridge or tunnel
    bool operator==(const RoadLook&) const = default;
};

/// Of the tags of a way (wiki.openstreetmap.org/wiki/Key:highway): motorways down to service roads, without what is tagged `no` or
/// `private` for all (emergency=yes lets in), under construction, or an area. Roundabouts and motorways without another word are
/// one-way.
[[nodiscard]] RoadLook roadLook(Tags tags);

struct RoadOrder
{
    std::filesystem::path source; ///< .osm.pbf
    std::filesystem::path target; ///< .roads; beside it stands a ".part" until it is done
    std::string name;             ///< of the graph; empty: the source's
    Instant now;                  ///< when it is built
};

struct RoadsMade
{
    std::size_t points = 0;
    std::size_t stretches = 0;
    double km = 0;           ///< of road, each once
    std::size_t missing = 0; ///< points of ways that lie beyond the extract
};

/// `go` is told the share done, 0 to 1, and says whether to go on. Errors: those of readOsm and roads::writeRoads; FileMalformed with
/// "no-roads" and "too-large" naming the source; Cancelled. Nothing is left behind by one that failed. Thread: any.
[[nodiscard]] Result<RoadsMade>
buildRoads(const RoadOrder& order, const std::function<bool(double)>& go = {});

} // namespace sz::maps::osm
