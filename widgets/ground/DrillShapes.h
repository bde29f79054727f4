// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Drills that are planned or run, as they lie over the map: hatched, with the word, so that nobody takes one for an incident.
// Pure functions; thread: gui (tr).

#include "data/model/ShiftState.h"
#include "maps/overlay/Overlays.h"

#include <QString>
#include <QStringList>

#include <array>
#include <string_view>
#include <utility>

namespace sz::widgets {

/// Ids of the overlays, stable, and whether those drills run.
inline constexpr std::array kDrillLayers{
    std::pair{std::string_view("drills-planned"), false},
    std::pair{std::string_view("drills-running"), true}};

/// In the drill's own colour, hatched; a planned one has a dashed edge.
[[nodiscard]] maps::OverlayStyle drillStyle(bool isRunning);
/// "Drill planned", "Drill running".
[[nodiscard]] QString drillStateText(bool isRunning);
/// "Drill running · flood drill · since 16:00", "Drill planned · flood drill · 18 Oct 16:00". Text from outside is made visible.
[[nodiscard]] QString
drillText(const plan::Plan& plan, const model::ShiftDrill& drill, Instant now);
/// Is it to be seen then? Not after its end; one that was never begun not after a day.
[[nodiscard]] bool isOnMap(const model::ShiftDrill& drill, Instant now);
/// drillText of each that is on the map then, oldest first: what a minute later may read otherwise.
[[nodiscard]] QStringList drillsOnMap(
    const plan::Plan& plan,
    const std::map<std::string, model::ShiftDrill>& drills,
    Instant now);
/// Adds those on the map with their words, one overlay for each of kDrillLayers. A point is a circle with a mark, else it is the
/// area, else the district; what names no place is not on the map.
void addDrills(
    maps::Overlays& overlays,
    const plan::Plan& plan,
    const std::map<std::string, model::ShiftDrill>& drills,
    Instant now,
    double opacity);

} // namespace sz::widgets
