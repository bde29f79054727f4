// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Who is responsible at a point, now, and what is near: a pure function of what this desk has.

#include "data/model/ShiftState.h"
#include "data/plan/PlaceShapes.h"
#include "data/roads/RoadGraph.h"

#include <QString>

#include <map>
#include <optional>
#include <vector>

namespace sz::widgets {

/// A place near the point that may help.
struct NearPlace
{
    QString name;
    Wgs84 at;
    QString phone{};
    int radiusMetres = 0; ///< of a key place's circle; 0: it has none
};

struct PlaceQuery
{
    const plan::Plan& plan;
    const plan::PlaceIndex& index;
    Wgs84 at;
    Instant now;
    const std::map<IncidentId, model::IncidentPtr>& incidents;
    const std::vector<NearPlace>&
        places; ///< resources of layers; key places are known from the plan
    double reachMetres = 500;
    const model::ShiftState* acts = nullptr; ///< what planners wrote by name; null: the plan alone
    UnitCode desk{}; ///< of this unit: it is told its own unit's, the office everybody's
    const plan::PlaceShapes* shapes = nullptr; ///< outlines of the plan; null: it has none
};

struct PlaceLine
{
    QString label;
    QString text;
    QString phone{};
    bool isAbnormal = false;   ///< nobody on duty; a late incident
    IncidentId incident{};     ///< empty: no incident
    std::optional<Wgs84> at{}; ///< of what is near
    bool operator==(const PlaceLine&) const = default;
};

struct PlaceFacts
{
    plan::Place place;
    QString title;                    ///< "24 Wuchang N", "Outside the city's areas"
    QString where;                    ///< zone · district · coordinates
    std::vector<PlaceLine> who;       ///< zone, area, district, street, community
    std::vector<PlaceLine> near;      ///< nearest first, at most kMostNear
    std::vector<PlaceLine> incidents; ///< open, within reach, nearest first, at most kMostIncidents
    int openNear = 0;                 ///< all within reach
    int openWithoutPoint =
        0; ///< open in this area, with no point of their own: nobody knows how near

    static constexpr std::size_t kMostNear = 3;
    static constexpr std::size_t kMostIncidents = 4;
};

/// Some milliseconds with 10,000 incidents and 20,000 places; no file is read.
[[nodiscard]] PlaceFacts placeFacts(const PlaceQuery& query);

/// A name with how long it takes from there: "Third Hospital · 6 min by road, 2.1 km".
[[nodiscard]] QString byRoadText(const QString& name, const roads::Drive& drive);
/// "114.305500, 30.592800 (WGS-84)" and so on, for the clipboard; `system` as geo::systemFrom takes it.
[[nodiscard]] QString coordinateText(Wgs84 at, const QString& system);
/// A typed word of the board's filter: "500m@114.305500/30.592800".
[[nodiscard]] QString nearFilter(Wgs84 at, double metres);

} // namespace sz::widgets
