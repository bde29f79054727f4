// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/ground/CoverageShapes.h"

#include "widgets/common/Language.h"
#include "widgets/common/VisibleText.h"
#include "widgets/ground/LayerWords.h"

#include <QCoreApplication>

#include <algorithm>
#include <format>

namespace sz::widgets {
namespace {

struct Say
{
    Q_DECLARE_TR_FUNCTIONS(CoverageShapes)
};

maps::Line lineOf(const Ring& ring)
{
    maps::Line line;
    line.reserve(ring.size());
    std::ranges::transform(ring, std::back_inserter(line), maps::toMercator);
    return line;
}

QString dateText(Instant at)
{
    return QString::fromStdString(
        std::format("{:%Y-%m-%d}", std::chrono::floor<std::chrono::days>(at)));
}

QString nameOf(const roads::RoadFacts& roads)
{
    return visibleLine(QString::fromStdString(roads.name)).left(24);
}

QString timesText()
{
    const CoverageRule rule;
    return Say::tr("%1 min, in areas over %2 km² %3 min, from the points of added layers")
        .arg(
            QString::number(rule.centreMinutes), QString::number(rule.centreKm2),
            QString::number(rule.outerMinutes));
}

} // namespace

double CoverageRule::metres(bool isCentre) const
{
    return seconds(isCentre) / 3600 * (isCentre ? centreKmh : outerKmh) * 1000 / roadFactor;
}

std::vector<Station> stationsOf(
    const plan::Plan& plan,
    const plan::PlaceIndex& index,
    const std::vector<Wgs84>& points,
    const CoverageRule& rule)
{
    std::vector<Station> out;
    out.reserve(points.size());
    for (const Wgs84& at : points) {
        const plan::Area* area = plan.area(index.areaAt(at));
        out.push_back({at, area != nullptr && area->km2 <= rule.centreKm2});
    }
    return out;
}

CoverageAreas coverageOf(
    const std::vector<Station>& stations,
    const roads::RoadGraph* roads,
    const CoverageRule& rule)
{
    maps::OverlayShapes shapes;
    std::vector<std::size_t> circles;
    if (roads != nullptr) {
        std::vector<roads::Start> starts;
        for (const Station& station : stations) {
            starts.push_back({station.at, rule.seconds(station.isCentre)});
        }
        roads::Reach reach = roads->reach(starts, rule.drive);
        std::vector<maps::Line> rings;
        std::ranges::transform(reach.rings, std::back_inserter(rings), lineOf);
        shapes.addArea(std::move(rings));
        circles = std::move(reach.offRoad);
    } else {
        for (std::size_t i = 0; i < stations.size(); ++i) {
            circles.push_back(i);
        }
    }
    for (const std::size_t i : circles) {
        shapes.addCircle(
            stations[i].at, rule.metres(stations[i].isCentre), static_cast<std::uint32_t>(i));
    }
    shapes.index();
    return {std::make_shared<const maps::OverlayShapes>(std::move(shapes)), circles.size()};
}

Shapes coverageShapes(
    const plan::Plan& plan,
    const plan::PlaceIndex& index,
    const std::vector<Wgs84>& points,
    const CoverageRule& rule)
{
    return coverageOf(stationsOf(plan, index, points, rule), nullptr, rule).shapes;
}

QString coverageNote(const std::optional<roads::RoadFacts>& roads, std::size_t straight)
{
    const CoverageRule rule;
    if (!roads) {
        return Say::tr("Straight line, road × %1: %2", "factor, times")
            .arg(QString::number(rule.roadFactor), timesText());
    }
    QStringList parts{Say::tr("By road network (%1, %2): %3", "name, date, times")
                          .arg(nameOf(*roads), dateText(roads->date()), timesText())};
    if (straight > 0) {
        parts << Say::tr(
                     "straight line for %n points with no road within %1 m", nullptr,
                     static_cast<int>(straight))
                     .arg(rule.drive.snapMetres);
    }
    parts << Say::tr("assumed: %1 % of the permitted speed, %2 m on foot beside the road")
                 .arg(
                     QString::number(100 * rule.drive.speedShare),
                     QString::number(rule.drive.stripMetres));
    return parts.join(QStringLiteral(" · "));
}

QString coverageLegend(const std::optional<roads::RoadFacts>& roads)
{
    const QString name = layerName(OwnLayer::Coverage);
    return roads ? Say::tr("%1, by road network (%2, %3, © OpenStreetMap)", "layer, name, date")
                       .arg(name, nameOf(*roads), dateText(roads->date()))
                 : Say::tr("%1, straight line", "layer").arg(name);
}

QString roadRefusal(const QString& file, const roads::Problem& problem)
{
    const packs::Words words = wordsFor(problem);
    return Say::tr("Road network %1 cannot be used: %2")
        .arg(
            visibleLine(file), visibleLine(QString::fromStdString(
                                   uiLanguage() == Language::Chinese ? words.zh : words.en)));
}

} // namespace sz::widgets
