// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/ground/LayerShapes.h"

#include "data/layers/LayerPlaces.h"
#include "widgets/common/VisibleText.h"
#include "widgets/ground/DrillShapes.h"
#include "widgets/ground/LayerBook.h"

#include <QCoreApplication>

#include <algorithm>

namespace sz::widgets {

using maps::OverlayShapes;
using maps::OverlayStyle;
using maps::PointMark;
using symbols::Token;

namespace {

Shapes indexed(OverlayShapes&& shapes)
{
    shapes.index();
    return std::make_shared<const OverlayShapes>(std::move(shapes));
}

struct PostAt
{
    Wgs84 at;
    bool isExact = false;
};

/// Where somebody sets out who was ordered.
std::optional<PostAt> postOf(const plan::Plan& plan, const UnitCode& unit)
{
    if (const plan::Street* street = plan.street(StreetCode(unit.value));
        street != nullptr && street->seat) {
        return PostAt{*street->seat, true};
    }
    if (const plan::District* district = plan.district(unit)) {
        return PostAt{district->label, false};
    }
    const auto area = std::ranges::find(plan.areas, unit, &plan::Area::unit);
    return area == plan.areas.end() ? std::nullopt : std::optional(PostAt{area->label, false});
}

bool isLate(const model::Incident& incident, const OrderId& order, Instant now)
{
    return std::ranges::any_of(incident.steps, [&](const model::Step& step) {
        return step.order == order && step.lampAt(now) == model::Lamp::Late;
    });
}

maps::Line lineOf(const std::vector<Wgs84>& points)
{
    maps::Line line;
    line.reserve(points.size());
    std::ranges::transform(points, std::back_inserter(line), maps::toMercator);
    return line;
}

struct Say
{
    Q_DECLARE_TR_FUNCTIONS(LayerShapes)
};

/// Half the earth and more is no place that ends anywhere near.
bool hasFrame(const packs::Bounds& bounds)
{
    return bounds.east - bounds.west < 180;
}

/// 0 extreme to 4 unknown, as CAP has them.
std::uint8_t severityOf(const layers::LayerSummary& layer, const layers::Feature& feature)
{
    static constexpr std::array<std::string_view, 4> kWords{
        "Extreme", "Severe", "Moderate", "Minor"};
    const std::string word = layers::propertyOf(layer, feature.head, {"severity"});
    return static_cast<std::uint8_t>(std::ranges::find(kWords, word) - kWords.begin());
}

} // namespace

Shapes keyPlaceShapes(const plan::Plan& plan)
{
    OverlayShapes shapes;
    for (std::uint32_t i = 0; i < plan.keyPlaces.size(); ++i) {
        const plan::KeyPlace& place = plan.keyPlaces[i];
        shapes.addCircle(place.point, place.radiusMetres, i);
    }
    for (std::uint32_t i = 0; i < plan.keyPlaces.size(); ++i) {
        shapes.addPoint(maps::toMercator(plan.keyPlaces[i].point), i);
    }
    return indexed(std::move(shapes));
}

Shapes postShapes(const plan::Plan& plan)
{
    OverlayShapes shapes;
    for (std::uint32_t i = 0; i < plan.streets.size(); ++i) {
        const plan::Street& street = plan.streets[i];
        if (street.seat && !street.phone.empty()) {
            shapes.addPoint(maps::toMercator(*street.seat), i);
        }
    }
    return indexed(std::move(shapes));
}

Shapes orderShapes(
    const plan::Plan& plan,
    const std::map<IncidentId, model::IncidentPtr>& incidents,
    Instant now)
{
    OverlayShapes shapes;
    std::uint32_t number = 0;
    for (const auto& [id, incident] : incidents) {
        const plan::Area* area = plan.area(incident->place.area);
        const bool hasPoint = incident->place.point.has_value();
        if (incident->state == model::IncidentState::Closed || (!hasPoint && area == nullptr)) {
            continue;
        }
        const Wgs84 to = hasPoint ? *incident->place.point : area->label;
        for (const model::Order& order : incident->orders) {
            const auto from = order.isOpen() ? postOf(plan, order.unit) : std::nullopt;
            if (from) {
                shapes.addLine(
                    {maps::toMercator(from->at), maps::toMercator(to)}, number,
                    isLate(*incident, order.id, now) ? 1 : 0, !hasPoint || !from->isExact);
            }
        }
        ++number;
    }
    return indexed(std::move(shapes));
}

std::shared_ptr<const maps::Heat>
heatOf(const std::map<IncidentId, model::IncidentPtr>& incidents, double opacity)
{
    auto heat = std::make_shared<maps::Heat>();
    heat->opacity = opacity;
    for (const auto& [id, incident] : incidents) {
        if (incident->state != model::IncidentState::Closed && incident->place.point) {
            heat->points.push_back(
                {maps::toMercator(*incident->place.point),
                 5.0 - static_cast<int>(incident->grade)});
        }
    }
    return heat;
}

void addShapes(
    OverlayShapes& shapes,
    const layers::LayerSummary& layer,
    const layers::Feature& feature,
    std::uint32_t number)
{
    const std::uint8_t tone =
        layer.format == layers::Format::Cap ? severityOf(layer, feature) : std::uint8_t{0};
    for (const Wgs84 point : feature.geometry.points) {
        shapes.addPoint(maps::toMercator(point), number, tone);
    }
    for (const std::vector<Wgs84>& line : feature.geometry.lines) {
        shapes.addLine(lineOf(line), number, tone);
    }
    for (const Polygon& polygon : feature.geometry.area.polygons) {
        std::vector<maps::Line> rings;
        std::ranges::transform(polygon.rings, std::back_inserter(rings), lineOf);
        shapes.addArea(std::move(rings), number, tone);
    }
}

Shapes shapesOf(const layers::Layer& layer)
{
    OverlayShapes shapes;
    for (std::uint32_t i = 0; i < layer.features.size(); ++i) {
        addShapes(shapes, layer, layer.features[i], i);
    }
    return indexed(std::move(shapes));
}

maps::PlaceName nameOf(const plan::ExtraPlace& place)
{
    const QString zh = visibleLine(QString::fromStdString(place.name.zh)).left(24);
    const QString en = visibleLine(QString::fromStdString(place.name.en)).left(32);
    return {0, maps::toMercator(place.point), zh, en.isEmpty() ? zh : en, {}};
}

OverlayStyle styleOf(const layers::LayerSummary& layer, int index)
{
    OverlayStyle style;
    if (layer.format == layers::Format::Cap) {
        style.tones = {Token::G1, Token::G2, Token::G3, Token::G4, Token::Tx3};
        style.fill = 0.2;
        style.width = 2;
        style.isDashed = true;
        return style;
    }
    static constexpr std::array kTones{
        // a hue is never beside its like; a drill's is not among them
        Token::G4, Token::MapTx, Token::G3, Token::WaterTx, Token::MapTx2};
    static constexpr std::array kMarks{
        PointMark::Square, PointMark::Diamond, PointMark::Cross, PointMark::Dot};
    const auto at = static_cast<std::size_t>(std::max(index, 0));
    style.tones = {kTones.at(at % kTones.size())};
    style.mark = kMarks.at(at % kMarks.size());
    style.fill = 0.08;
    style.width = 1;
    return style;
}

Shapes cameraShapes(const plan::Plan& plan)
{
    OverlayShapes shapes;
    for (std::uint32_t i = 0; i < plan.endpoints.size(); ++i) {
        shapes.addPoint(maps::toMercator(plan.endpoints[i].point), i);
    }
    return indexed(std::move(shapes));
}

std::vector<maps::PlaceName> cameraNames(const plan::Plan& plan)
{
    std::vector<maps::PlaceName> names;
    for (const plan::Endpoint& endpoint : plan.endpoints) {
        const QString zh = visibleLine(QString::fromStdString(endpoint.nameZh)).left(24);
        const QString en = visibleLine(QString::fromStdString(endpoint.nameEn)).left(32);
        names.push_back({0, maps::toMercator(endpoint.point), zh, en.isEmpty() ? zh : en, {}});
    }
    return names;
}

Shapes packShapes(const std::vector<packs::PackInfo>& packs)
{
    OverlayShapes shapes;
    for (std::uint32_t i = 0; i < packs.size(); ++i) {
        const packs::Bounds& b = packs[i].bounds;
        if (hasFrame(b)) {
            shapes.addArea(
                {lineOf(
                    {{b.west, b.south},
                     {b.east, b.south},
                     {b.east, b.north},
                     {b.west, b.north},
                     {b.west, b.south}})},
                i);
        }
    }
    return indexed(std::move(shapes));
}

std::vector<maps::PlaceName> packNames(const std::vector<packs::PackInfo>& packs)
{
    std::vector<maps::PlaceName> names;
    for (const packs::PackInfo& pack : packs) {
        if (hasFrame(pack.bounds)) {
            const QString text =
                Say::tr("%1 · zoom %2 to %3", "base map and its zooms")
                    .arg(
                        visibleLine(QString::fromStdString(pack.name)).left(32),
                        QString::number(pack.minZoom), QString::number(pack.maxZoom));
            const Wgs84 at{(pack.bounds.west + pack.bounds.east) / 2, pack.bounds.north};
            names.push_back({0, maps::toMercator(at), text, text, text});
        }
    }
    return names;
}

OverlayStyle styleOf(int own)
{
    OverlayStyle style;
    switch (static_cast<OwnLayer>(own)) {
    case OwnLayer::KeyPlaces:
        style.tones = {Token::MapTx}; // violet would be a drill
        style.mark = PointMark::Diamond;
        style.width = 1.5;
        break;
    case OwnLayer::Drills:
        return drillStyle(true);
    case OwnLayer::Posts:
        style.tones = {Token::MapTx};
        style.mark = PointMark::House;
        style.fill = 0;
        style.width = 0;
        break;
    case OwnLayer::Cameras:
        style.tones = {Token::BluTx};
        style.mark = PointMark::Square;
        style.fill = 0;
        style.width = 0;
        break;
    case OwnLayer::Streets:
        style.tones = {Token::WaterTx};
        style.fill = 0;
        style.width = 1.4;
        break;
    case OwnLayer::Communities:
        style.tones = {Token::MapTx2};
        style.fill = 0;
        style.width = 1;
        style.isDashed = true;
        break;
    case OwnLayer::Packs:
        style.tones = {Token::MapTx2};
        style.fill = 0;
        style.width = 1.5;
        style.isDashed = true;
        break;
    case OwnLayer::Orders:
        style.tones = {Token::BluTx, Token::Red};
        style.fill = 0;
        style.width = 1.8;
        break;
    case OwnLayer::Coverage:
        style.tones = {Token::WaterTx};
        style.fill = 0.22;
        style.width = 0;
        style.isUnion = true;
        break;
    default:
        break;
    }
    return style;
}

OverlayStyle signOf(OverlayStyle style, const OverlayShapes& shapes)
{
    const auto& all = shapes.all();
    if (all.empty()) {
        return style;
    }
    const std::size_t gravest = std::ranges::min(all, {}, &maps::OverlayShape::tone).tone;
    style.tones = {style.tones.at(std::min(gravest, style.tones.size() - 1))};
    if (std::ranges::all_of(
            all, [](const auto& shape) { return shape.sort == maps::OverlaySort::Point; })) {
        style.width = 0;
        style.fill = 0;
    }
    return style;
}

} // namespace sz::widgets
