// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// How far help comes in the time the city allows itself: by road where a road graph is there, else in straight lines. Pure functions.

#include "data/plan/Places.h"
#include "data/roads/RoadFault.h"
#include "data/roads/RoadGraph.h"
#include "widgets/ground/LayerShapes.h"

#include <QString>

#include <optional>
#include <vector>

namespace sz::widgets {

struct CoverageRule
{
    double centreMinutes = 10; ///< city plan 2020: emergency ring in the centre
    double outerMinutes = 12;  ///< and in the outer districts
    double centreKm2 = 150;    ///< areas up to this size belong to the centre
    double centreKmh = 30;     ///< assumed driving speeds of straight lines
    double outerKmh = 40;
    double roadFactor = 1.3; ///< length of a road by that of the straight line
    roads::DriveRule drive;  ///< by road

    [[nodiscard]] double seconds(bool isCentre) const
    {
        return 60 * (isCentre ? centreMinutes : outerMinutes);
    }
    /// Of a straight line.
    [[nodiscard]] double metres(bool isCentre) const;
};

/// Where help sets out.
struct Station
{
    Wgs84 at;
    bool isCentre = false;
};
[[nodiscard]] std::vector<Station> stationsOf(
    const plan::Plan& plan,
    const plan::PlaceIndex& index,
    const std::vector<Wgs84>& points,
    const CoverageRule& rule = {});

struct CoverageAreas
{
    Shapes shapes;            ///< never null
    std::size_t straight = 0; ///< stations with a circle, because no road is near
};
/// Areas of tone 0: one for all that is reached by road together, a circle for each station that no road is near, for each one
/// without `roads`. Thread: any; as long as RoadGraph::reach.
[[nodiscard]] CoverageAreas coverageOf(
    const std::vector<Station>& stations,
    const roads::RoadGraph* roads = nullptr,
    const CoverageRule& rule = {});
/// In straight lines.
[[nodiscard]] Shapes coverageShapes(
    const plan::Plan& plan,
    const plan::PlaceIndex& index,
    const std::vector<Wgs84>& points,
    const CoverageRule& rule = {});

/// "By road network (Wuhan, 2026-11-02): 10 min, …", or by straight line. `straight`: stations whose circle is one all the same.
[[nodiscard]] QString
coverageNote(const std::optional<roads::RoadFacts>& roads, std::size_t straight = 0);
/// For the legend of a printed map: "Reach by time, by road network (Wuhan, 2026-11-02)".
[[nodiscard]] QString coverageLegend(const std::optional<roads::RoadFacts>& roads);
/// "Roads city.roads cannot be used: …".
[[nodiscard]] QString roadRefusal(const QString& file, const roads::Problem& problem);

} // namespace sz::widgets
