// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/MapMarks.h"

#include "widgets/common/Durations.h"
#include "widgets/models/BoardOrder.h"
#include "widgets/models/Wording.h"

#include <QCoreApplication>

#include <algorithm>
#include <tuple>

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

QString agoText(Millis age)
{
    return QCoreApplication::translate("MapMarks", "%1 min ago")
        .arg(std::max<std::int64_t>(0, std::chrono::floor<Minutes>(age).count()));
}

maps::Mark
markOf(const model::Incident& incident, Wgs84 at, Instant now, std::optional<Instant> staleSince)
{
    maps::Mark mark;
    mark.id = incident.id.value;
    mark.at = at;
    mark.grade = incident.grade;
    mark.lamp = incident.lampAt(now);
    mark.shortLabel = shortNumberText(incident) + QLatin1Char(' ') + shortTitleText(incident);
    const QString countdown = countdownOf(incident, now);
    mark.label =
        countdown.isEmpty() ? mark.shortLabel : mark.shortLabel + QLatin1Char(' ') + countdown;
    mark.isApproximate = incident.place.isApproximate || !incident.place.point;
    mark.isStale = staleSince.has_value();
    mark.ageText = staleSince ? agoText(now - *staleSince) : QString();
    return mark;
}

} // namespace

std::vector<maps::Mark> mapMarks(
    const std::map<IncidentId, model::IncidentPtr>& incidents,
    const plan::Plan& plan,
    Instant now,
    std::optional<Instant> staleSince)
{
    struct Ranked // once each: ten thousand compare themselves more than a hundred thousand times
    {
        int lamp = 0;
        BoardRank rank;
        const model::Incident* incident = nullptr;
    };
    std::vector<Ranked> open;
    for (const auto& [id, incident] : incidents) {
        if (incident->state != model::IncidentState::Closed) {
            open.push_back(
                {-static_cast<int>(incident->lampAt(now)), rankOf(*incident, now), incident.get()});
        }
    }
    std::ranges::sort(open, {}, [](const Ranked& one) {
        return std::tie(one.lamp, one.rank.first, one.rank.second, one.rank.id);
    });
    std::vector<maps::Mark> marks;
    marks.reserve(open.size());
    for (const Ranked& one : open) {
        if (const auto at = pointOf(one.incident->place, plan)) {
            marks.push_back(markOf(*one.incident, *at, now, staleSince));
        }
    }
    return marks;
}

} // namespace sz::widgets
