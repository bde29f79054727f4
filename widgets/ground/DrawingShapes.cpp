// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/ground/DrawingShapes.h"

#include "widgets/common/VisibleText.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <iterator>
#include <memory>
#include <utility>

namespace sz::widgets {
namespace {

using maps::OverlayStyle;
using maps::PointMark;
using model::DrawingForm;
using model::DrawingKind;
using symbols::Token;

struct Say
{
    Q_DECLARE_TR_FUNCTIONS(Drawings)
};

maps::Line projected(const std::vector<Wgs84>& corners)
{
    maps::Line line;
    std::ranges::transform(
        corners, std::back_inserter(line), [](Wgs84 p) { return maps::toMercator(p); });
    return line;
}

void addShape(maps::OverlayShapes& shapes, const model::Draw& drawn)
{
    maps::Line line = projected(drawn.corners);
    if (line.empty()) {
        return;
    }
    switch (drawn.form) {
    case DrawingForm::Point:
        shapes.addPoint(line.front());
        break;
    case DrawingForm::Line:
        shapes.addLine(std::move(line));
        break;
    case DrawingForm::Area:
        line.push_back(line.front());
        shapes.addArea({std::move(line)});
        break;
    }
}

/// Where its words stand: at the middle corner of a line, in the middle of an area's corners.
maps::Mercator middleOf(const model::Draw& drawn)
{
    if (drawn.form != DrawingForm::Area) {
        return maps::toMercator(drawn.corners[drawn.corners.size() / 2]);
    }
    maps::Mercator sum{0, 0};
    for (const maps::Mercator p : projected(drawn.corners)) {
        sum = {sum.x + p.x, sum.y + p.y};
    }
    const auto count = static_cast<double>(drawn.corners.size());
    return {sum.x / count, sum.y / count};
}

} // namespace

QString drawingKindText(DrawingKind kind)
{
    switch (kind) {
    case DrawingKind::ClosedRoad:
        return Say::tr("Road closed");
    case DrawingKind::Approach:
        return Say::tr("Way in");
    case DrawingKind::Cordon:
        return Say::tr("Cordon");
    case DrawingKind::Hazard:
        return Say::tr("Hazard");
    case DrawingKind::Gathering:
        return Say::tr("Gathering point");
    case DrawingKind::Note:
        return Say::tr("Note", "words on the map");
    }
    return {};
}

QString drawingText(const model::Draw& drawn)
{
    const QString words = visibleLine(QString::fromStdString(drawn.words));
    if (drawn.kind == DrawingKind::Note) {
        return words;
    }
    const QString kind = drawingKindText(drawn.kind);
    return words.isEmpty() ? kind : kind + QStringLiteral(" · ") + words;
}

OverlayStyle drawingStyle(DrawingKind kind)
{
    OverlayStyle style;
    switch (kind) {
    case DrawingKind::ClosedRoad:
        style.tones = {Token::G2};
        style.fill = 0;
        style.width = 5;
        style.isDashed = true;
        break;
    case DrawingKind::Approach:
        style.tones = {Token::BluTx};
        style.fill = 0;
        style.width = 4;
        break;
    case DrawingKind::Cordon:
        style.tones = {Token::G3}; // violet would be a drill
        style.fill = 0.1;
        style.width = 2.5;
        style.isDashed = true;
        break;
    case DrawingKind::Hazard:
        style.tones = {Token::G2};
        style.fill = 0.3;
        style.width = 1.5;
        style.mark = PointMark::Diamond;
        break;
    case DrawingKind::Gathering:
        style.tones = {Token::BluTx};
        style.width = 0;
        style.fill = 0;
        style.mark = PointMark::House;
        break;
    case DrawingKind::Note:
        style.tones = {Token::MapTx};
        style.width = 0;
        style.fill = 0;
        style.mark = PointMark::Square;
        break;
    }
    return style;
}

std::optional<DrawingForm> formFor(DrawingKind kind, std::size_t corners)
{
    const auto may = [kind](DrawingForm form) { return model::canTake(kind, form); };
    if (corners >= 3 && may(DrawingForm::Area)) {
        return DrawingForm::Area;
    }
    if (corners >= 2 && may(DrawingForm::Line)) {
        return DrawingForm::Line;
    }
    return corners == 1 && may(DrawingForm::Point) ? std::optional(DrawingForm::Point)
                                                   : std::nullopt;
}

QString aroundFilter(const model::Draw& drawn, int metres)
{
    QStringList corners;
    for (const Wgs84 p : drawn.corners) {
        corners << QString::number(p.lon, 'f', 6) + u'/' + QString::number(p.lat, 'f', 6);
    }
    const bool isArea = drawn.form == DrawingForm::Area;
    return QStringLiteral("%1m@%2%3")
        .arg(QString::number(metres), corners.join(u'+'), isArea ? QStringLiteral("+") : QString());
}

std::string drawingLayerId(DrawingKind kind)
{
    return "drawing-" + std::to_string(static_cast<int>(kind));
}

void addDrawings(maps::Overlays& overlays, const model::DrawingState& state, double opacity)
{
    for (const DrawingKind kind : kDrawingKindList) {
        auto shapes = std::make_shared<maps::OverlayShapes>();
        for (const auto& [id, drawing] : state.drawings) {
            const model::Draw& drawn = drawing.drawn;
            if (drawing.erased || drawn.kind != kind || drawn.corners.empty()) {
                continue;
            }
            addShape(*shapes, drawn);
            const QString text = drawingText(drawn);
            overlays.words.push_back({0, middleOf(drawn), text, text, text});
        }
        if (shapes->size() > 0) {
            shapes->index();
            overlays.list.push_back(
                {drawingLayerId(kind), opacity, drawingStyle(kind), std::move(shapes)});
        }
    }
}

} // namespace sz::widgets
