// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/ground/DrillShapes.h"

#include "widgets/common/Durations.h"
#include "widgets/common/VisibleText.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>
#include <memory>
#include <optional>

namespace sz::widgets {
namespace {

constexpr double kRadius = 400; ///< metres round a point: it is no exact border
constexpr std::chrono::days kStale{1};

struct Say
{
    Q_DECLARE_TR_FUNCTIONS(Drills)
};

void addOutline(maps::OverlayShapes& shapes, const MultiPolygon& outline)
{
    for (const Polygon& polygon : outline.polygons) {
        std::vector<maps::Line> rings;
        for (const std::vector<Wgs84>& ring : polygon.rings) {
            maps::Line line;
            std::ranges::transform(ring, std::back_inserter(line), maps::toMercator);
            rings.push_back(std::move(line));
        }
        shapes.addArea(std::move(rings));
    }
}

/// Where its words stand; none: it names no place.
std::optional<Wgs84>
addDrill(maps::OverlayShapes& shapes, const plan::Plan& plan, const plan::Place& place)
{
    if (place.point) {
        shapes.addCircle(*place.point, kRadius);
        shapes.addPoint(maps::toMercator(*place.point));
        return place.point;
    }
    if (const plan::Area* area = plan.area(place.area)) {
        addOutline(shapes, area->outline);
        return area->label;
    }
    if (const plan::District* district = plan.district(place.district)) {
        addOutline(shapes, district->outline);
        return district->label;
    }
    return std::nullopt;
}

} // namespace

maps::OverlayStyle drillStyle(bool isRunning)
{
    maps::OverlayStyle style;
    style.tones = {symbols::Token::Drill};
    style.fill = 0.08;
    style.width = isRunning ? 3 : 2;
    style.isDashed = !isRunning;
    style.isHatched = true;
    style.mark = maps::PointMark::Drill;
    return style;
}

QString drillStateText(bool isRunning)
{
    return isRunning ? Say::tr("Drill running") : Say::tr("Drill planned");
}

QString drillText(const plan::Plan& plan, const model::ShiftDrill& drill, Instant now)
{
    const int offset = plan.utcOffsetMinutes;
    const bool isRunning = drill.begun.has_value();
    const Instant at = isRunning ? drill.begun->at : drill.planned.startsAt;
    const auto day = [offset](Instant t) {
        return std::chrono::floor<std::chrono::days>(t + Minutes(offset));
    };
    const QString clock =
        day(at) == day(now) ? clockMinuteText(at, offset) : dayClockText(at, offset);
    return (isRunning ? Say::tr("%1 · %2 · since %3", "drill running, name, clock")
                      : Say::tr("%1 · %2 · %3", "drill planned, name, clock"))
        .arg(
            drillStateText(isRunning),
            visibleLine(QString::fromStdString(drill.planned.name)).left(40), clock);
}

bool isOnMap(const model::ShiftDrill& drill, Instant now)
{
    return !drill.ended && (drill.begun || now < drill.planned.startsAt + kStale);
}

QStringList drillsOnMap(
    const plan::Plan& plan,
    const std::map<std::string, model::ShiftDrill>& drills,
    Instant now)
{
    QStringList texts;
    for (const auto& [entry, drill] : drills) {
        if (isOnMap(drill, now)) {
            texts << drillText(plan, drill, now);
        }
    }
    return texts;
}

void addDrills(
    maps::Overlays& overlays,
    const plan::Plan& plan,
    const std::map<std::string, model::ShiftDrill>& drills,
    Instant now,
    double opacity)
{
    for (const auto& [id, isRunning] : kDrillLayers) {
        auto shapes = std::make_shared<maps::OverlayShapes>();
        for (const auto& [entry, drill] : drills) {
            if (!isOnMap(drill, now) || drill.begun.has_value() != isRunning) {
                continue;
            }
            if (const auto at = addDrill(*shapes, plan, drill.planned.place)) {
                const QString text = drillText(plan, drill, now);
                overlays.banners.push_back(
                    {0, maps::toMercator(*at), text, text, drillStateText(isRunning)});
            }
        }
        if (shapes->size() > 0) {
            shapes->index();
            maps::Overlay one{std::string(id), opacity, drillStyle(isRunning), std::move(shapes)};
            one.name = drillStateText(isRunning);
            overlays.list.push_back(std::move(one));
        }
    }
}

} // namespace sz::widgets
