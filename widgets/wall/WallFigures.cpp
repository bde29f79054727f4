// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/wall/WallFigures.h"

#include "widgets/models/BoardOrder.h"
#include "widgets/models/Wording.h"

#include <algorithm>
#include <tuple>

namespace sz::widgets {
namespace {

using std::chrono::days;

WallLimit limitOf(
    const plan::Plan& plan,
    const model::Incident& incident,
    const model::Step& step,
    Instant now)
{
    QString where = areaText(plan, incident.place.area);
    const QString owed = unitText(plan, step.unit) + QLatin1Char(' ') + stepName(step);
    where += (where.isEmpty() ? QString() : QStringLiteral(" · ")) + owed;
    return {incident.id,    incident.grade,      step.lampAt(now),
            step.due - now, titleText(incident), where};
}

auto urgency(const WallLimit& limit)
{
    const bool isLate = limit.lamp == model::Lamp::Late;
    return std::tuple(!isLate, isLate ? static_cast<int>(limit.grade) : 0, limit.left);
}

} // namespace

WallFigures wallFigures(const plan::Plan& plan, const Incidents& incidents, Instant now)
{
    WallFigures figures;
    figures.lamps = lampCounts(incidents, now);
    const Minutes offset{plan.utcOffsetMinutes};
    const Instant midnight = Instant{std::chrono::floor<days>(now + offset)} - offset;
    std::vector<WallLimit> limits;
    for (const auto& [id, incident] : incidents) {
        figures.today += incident->reportedAt >= midnight ? 1 : 0;
        figures.closedToday += incident->closedAt && *incident->closedAt >= midnight ? 1 : 0;
        switch (paneOf(*incident, now)) {
        case Pane::Pending:
            ++figures.pending;
            break;
        case Pane::Overdue:
            ++figures.late;
            break;
        case Pane::Active:
            ++figures.active;
            break;
        case Pane::Closed:
            continue;
        }
        if (const model::Step* step = incident->nextStep(now)) {
            limits.push_back(limitOf(plan, *incident, *step, now));
        }
    }
    const std::size_t shown = std::min(kWallLimits, limits.size());
    std::ranges::partial_sort(
        limits, limits.begin() + static_cast<std::ptrdiff_t>(shown), {}, urgency);
    limits.resize(shown);
    figures.limits = std::move(limits);
    return figures;
}

} // namespace sz::widgets
