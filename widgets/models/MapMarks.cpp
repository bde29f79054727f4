// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/MapMarks.h"

#include "widgets/common/Durations.h"
#include "widgets/models/Wording.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace sz::widgets {

namespace {

std::optional<Wgs84> pointOf(const plan::Place& place, const plan::Plan& plan)
{
    if (place.point) {
        return place.point;
    }
    const plan::Area* area = plan.area(place.area);
    return area == nullptr ? std::nullopt : std::optional(area->label);
}

QString countdownOf(const model::Incident& incident, Instant now)
{
    const model::Step* step = incident.nextStep(now);
    const model::Lamp lamp = step == nullptr ? model::Lamp::None : step->lampAt(now);
    return lamp == model::Lamp::None ? QString()
                                     : countdownText(step->due - now, lamp == model::Lamp::Late);
}

} // namespace

QString markAge(Instant now, std::optional<Instant> staleSince)
{
    return staleSince ? QCoreApplication::translate("MapMarks", "%1 min ago")
                            .arg(std::max<std::int64_t>(
                                0, std::chrono::floor<Minutes>(now - *staleSince).count()))
                      : QString();
}

QString markLabel(const maps::Mark& mark, const model::Incident& incident, Instant now)
{
    const QString countdown = countdownOf(incident, now);
    return countdown.isEmpty() ? mark.shortLabel : mark.shortLabel + QLatin1Char(' ') + countdown;
}

MarkRank markRank(const model::Incident& incident, Instant now)
{
    return {-static_cast<int>(incident.lampAt(now)), rankOf(incident, now)};
}

std::optional<maps::Mark> markOf(
    const model::Incident& incident,
    const plan::Plan& plan,
    Instant now,
    std::optional<Instant> staleSince)
{
    const auto at = pointOf(incident.place, plan);
    if (!at) {
        return std::nullopt;
    }
    maps::Mark mark;
    mark.id = incident.id.value;
    mark.at = *at;
    mark.grade = incident.grade;
    mark.lamp = incident.lampAt(now);
    mark.shortLabel = shortNumberText(incident) + QLatin1Char(' ') + shortTitleText(incident);
    mark.label = markLabel(mark, incident, now);
    mark.isApproximate = incident.place.isApproximate || !incident.place.point;
    mark.isStale = staleSince.has_value();
    mark.ageText = markAge(now, staleSince);
    return mark;
}

std::vector<maps::Mark> mapMarks(
    const std::map<IncidentId, model::IncidentPtr>& incidents,
    const plan::Plan& plan,
    Instant now,
    std::optional<Instant> staleSince)
{
    // Ranked once each: ten thousand compare themselves more than a hundred thousand times.
    std::vector<std::pair<MarkRank, const model::Incident*>> open;
    for (const auto& [id, incident] : incidents) {
        if (incident->state != model::IncidentState::Closed) {
            open.emplace_back(markRank(*incident, now), incident.get());
        }
    }
    std::ranges::sort(open);
    std::vector<maps::Mark> marks;
    marks.reserve(open.size());
    for (const auto& [rank, incident] : open) {
        if (auto mark = markOf(*incident, plan, now, staleSince)) {
            marks.push_back(std::move(*mark));
        }
    }
    return marks;
}

} // namespace sz::widgets
