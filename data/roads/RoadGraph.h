// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// How far one drives in a time, and how long it takes to a place, over the roads of a file.

#include "data/roads/RoadNet.h"

#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace sz::roads {

/// What is assumed of a vehicle with a light on its roof. No source gives these for one city: they are said where figures are.
struct DriveRule
{
    double speedShare = 0.7; ///< of the permitted speed, over crossings, turns and traffic
    double offRoadKmh = 10;  ///< from a yard to the road, and from the road to the place
    double snapMetres = 400; ///< farther from a road nobody sets out on it
    double stripMetres =
        100; ///< on either side of a driven road is reached, too: on foot, with a hose
    double blockM2 = 250'000; ///< a block up to this size that is driven round is reached
};

/// Where somebody sets out, and the seconds there are.
struct Start
{
    Wgs84 at;
    double seconds = 0;
};

struct Reach
{
    /// Closed, in WGS-84: outer ones counter-clockwise, holes clockwise. Empty when nobody is near a road.
    std::vector<Ring> rings;
    std::vector<std::size_t>
        offRoad; ///< places in the list of starts that are farther from a road than DriveRule::snapMetres
    std::size_t driven = 0; ///< pieces of road
};

struct Drive
{
    double seconds = 0;
    double metres = 0; ///< along the road, with what is off it
    bool operator==(const Drive&) const = default;
};

/// Immutable: any number of threads may ask. About 100 bytes a stretch.
class RoadGraph
{
public:
    /// What readRoads gave: every stretch leads from a point to another. Some 0.2 s per million stretches.
    explicit RoadGraph(RoadNet net);
    ~RoadGraph();
    RoadGraph(const RoadGraph&) = delete;
    RoadGraph& operator=(const RoadGraph&) = delete;

    [[nodiscard]] const RoadFacts& facts() const { return m_facts; }
    /// How far a road is on which one can set out (`Stretch::isJoined`); none within `metres`.
    [[nodiscard]] std::optional<double> toRoad(Wgs84 at, double metres) const;
    /// What the starts reach together, each within its own seconds; one-way streets count from the
    /// starts outwards. One pass for any number of starts: with 200,000 points some 10 ms for ten
    /// minutes of one, 0.3 s where all of the city is reached.
    [[nodiscard]] Reach reach(std::span<const Start> starts, const DriveRule& rule = {}) const;
    /// The quickest way; none: farther than `mostSeconds`, no way, or no road at one of the ends. Some milliseconds near by.
    [[nodiscard]] std::optional<Drive>
    drive(Wgs84 from, Wgs84 to, double mostSeconds, const DriveRule& rule = {}) const;

private:
    struct Impl;
    RoadFacts m_facts;
    std::unique_ptr<const Impl> m_impl;
};

} // namespace sz::roads
