// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Roads as a file holds them: points, and straight stretches between two of them.

#include "data/base/Clock.h"
#include "data/base/Geo.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace sz::roads {

/// A straight piece of a road, from one point to another, in at least one of the two directions.
struct Stretch
{
    std::uint32_t from = 0; ///< place in RoadNet::points
    std::uint32_t to = 0;   ///< another one
    float kmh = 0; ///< permitted, or usual for the class of road; within kLeastKmh and kMostKmh
    bool isOneWay = false; ///< driven from → to only
    /// Who stands beside it can set out on it: false for motorways, bridges and tunnels.
    bool isJoined = true;
    bool operator==(const Stretch&) const = default;
};

inline constexpr float kLeastKmh = 1;
inline constexpr float kMostKmh = 200;

/// What a file says of itself. Texts are one line of valid UTF-8, to be shown as plain text.
struct RoadFacts
{
    std::string name;             ///< never empty
    std::string source;           ///< file name of the extract
    std::optional<Instant> dated; ///< of the map data, when the extract says so
    Instant built;
    Wgs84 southWest; ///< of the points
    Wgs84 northEast;
    std::uint64_t points = 0;
    std::uint64_t stretches = 0;

    /// Of the map data, else of the file.
    [[nodiscard]] Instant date() const { return dated.value_or(built); }
    bool operator==(const RoadFacts&) const = default;
};

struct RoadNet
{
    RoadFacts facts;
    std::vector<Wgs84> points;
    std::vector<Stretch> stretches;
};

/// A city with all its land around it; a country is cut first.
inline constexpr double kMostDegrees = 5;
inline constexpr std::size_t kMostPoints = 6'000'000;
inline constexpr std::size_t kMostStretches = 8'000'000;

} // namespace sz::roads
