// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The words of the right pane: what is planned in a cell, what is wrong with it, and a leader's own area. Pure functions.

#include "widgets/roster/RosterModel.h"

#include <QStringList>

namespace sz::widgets {

struct CellFacts
{
    QString title;          ///< "Gas duty room · Mon 23 Nov 20:30"
    QString badge;          ///< "1 short"; may be empty
    QStringList lines;      ///< who, hours, telephone, what is wrong, who wrote it
    QStringList versions;   ///< "1 Wang (office, 14:20)": only when two planners differ
    bool hasChange = false; ///< one waits for a second person
};
[[nodiscard]] CellFacts cellFacts(
    const RosterModel& model,
    roster::PostIndex post,
    const RosterColumn& column,
    std::size_t part = 0);

/// An area as its leader sees it: leader and deputy, who is on duty, what is open, due today, promised.
struct AreaFacts
{
    QString title;
    QStringList lines;
};
[[nodiscard]] AreaFacts areaFacts(
    const RosterModel& model,
    const plan::Area& area,
    const std::map<IncidentId, model::IncidentPtr>& incidents);

} // namespace sz::widgets
