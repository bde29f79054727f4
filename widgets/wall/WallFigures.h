// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What the wall tells, as values: counts, the limits that break first, facts of the day. Pure.

#include "data/model/World.h"
#include "widgets/models/Alarms.h"

#include <QString>

#include <vector>

namespace sz::widgets {

/// One of the limits that break first.
struct WallLimit
{
    IncidentId incident;
    plan::Grade grade = plan::Grade::IV;
    model::Lamp lamp = model::Lamp::None;
    Millis left{};
    QString title;
    QString where; ///< "6 Qiaokou E · Power sign-for"
    bool operator==(const WallLimit&) const = default;
};

struct WallFigures
{
    int pending = 0;
    int active = 0; ///< open, with orders, none late
    int late = 0;   ///< incidents with a broken limit
    int today = 0;  ///< reported since local midnight
    int closedToday = 0;
    LampCounts lamps; ///< of steps, as the top bar counts them
    std::vector<WallLimit> limits;
};
inline constexpr std::size_t kWallLimits = 5;

/// Late ones first, by grade and then by how long; the others by what is left. An incident stands once.
[[nodiscard]] WallFigures
wallFigures(const plan::Plan& plan, const Incidents& incidents, Instant now);

/// A line at the foot: "on duty" and "areas 3/3 · districts 15/15".
struct WallFact
{
    QString name;
    QString value;
    bool isAbnormal = false;
};

} // namespace sz::widgets
