// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What others give the map to show: incidents as plain values.

#include "data/base/Geo.h"
#include "data/model/Lamp.h"
#include "data/plan/Plan.h"

#include <QString>

#include <string>

namespace sz::maps {

/// Language of names on the map.
enum class Language : std::uint8_t {
    Chinese,
    English,
};

/// One incident on the map. Marks nearer than a disc to each other become a cluster.
struct Mark
{
    std::string id; ///< IncidentId text
    Wgs84 at;       ///< a point or, when isApproximate, the label point of its area
    plan::Grade grade = plan::Grade::IV;
    model::Lamp lamp = model::Lamp::None;
    QString label;              ///< "041 培训学校 余 16:53"; empty = none
    QString shortLabel;         ///< "041 培训学校"; used in clusters and when there is no room
    bool isApproximate = false; ///< drawn with a dashed ring: the place is only known by its area
    bool isStale = false;       ///< drawn dashed with `ageText`
    QString ageText;
    bool operator==(const Mark&) const = default;
};

/// "041": the word before the first space of a label, which clusters and stale marks show alone.
[[nodiscard]] QString firstWord(const Mark& mark);

} // namespace sz::maps
