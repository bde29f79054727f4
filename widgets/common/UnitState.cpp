// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/UnitState.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace sz::widgets {

namespace {

/// Icons are drawn on a grid of 16 units.
constexpr double kUnits = 16;

QPainterPath line(std::initializer_list<QPointF> points)
{
    QPainterPath path(*points.begin());
    for (const QPointF& point : points) {
        path.lineTo(point);
    }
    return path;
}

QPainterPath handset()
{
    QPainterPath path(QPointF(3.2, 2.6));
    path.lineTo(5.8, 2.6);
    path.lineTo(7, 5.8);
    path.lineTo(5.4, 7);
    path.quadTo(6.6, 9.6, 9, 10.7);
    path.lineTo(10.3, 9.1);
    path.lineTo(13.4, 10.3);
    path.lineTo(13.4, 12.9);
    path.quadTo(3.6, 13.6, 3.2, 2.6);
    path.closeSubpath();
    return path;
}

QPainterPath returnArrow()
{
    QPainterPath path(QPointF(4, 12.5));
    path.lineTo(9.5, 12.5);
    path.cubicTo(14, 12.5, 14, 6, 9.5, 6);
    path.lineTo(3, 6);
    path.addPath(line({{6, 3}, {3, 6}, {6, 9}}));
    return path;
}

QPainterPath strokes(UnitState state)
{
    QPainterPath path;
    switch (state) {
    case UnitState::NotSigned:
        path.addRect(QRectF(3, 3, 10, 10));
        break;
    case UnitState::Signed:
        return line({{2.5, 8.5}, {6, 12}, {13.5, 4.5}});
    case UnitState::Moving:
        path = line({{2, 8}, {13, 8}});
        path.addPath(line({{9, 4}, {13, 8}, {9, 12}}));
        break;
    case UnitState::Done:
        path = line({{1, 8.8}, {4.2, 12}, {10.8, 4.5}});
        path.addPath(line({{7.6, 11.4}, {8.2, 12}, {15, 4.5}}));
        break;
    case UnitState::Returned:
        return returnArrow();
    case UnitState::Withdrawn:
        path.addRect(QRectF(3, 3, 10, 10));
        path.addPath(line({{1.5, 14.5}, {14.5, 1.5}}));
        break;
    case UnitState::NoAnswer:
        path = line({{3.5, 3.5}, {12.5, 12.5}});
        path.addPath(line({{12.5, 3.5}, {3.5, 12.5}}));
        break;
    case UnitState::OnScene:
    case UnitState::ByPhone:
        break;
    }
    return path;
}

QPainterPath fills(UnitState state)
{
    QPainterPath path;
    if (state == UnitState::OnScene) {
        path.addEllipse(QRectF(3.5, 3.5, 9, 9));
    } else if (state == UnitState::ByPhone) {
        path = handset();
    }
    return path;
}

} // namespace

QString unitStateWord(UnitState state)
{
    switch (state) {
    case UnitState::NotSigned:
        return QCoreApplication::translate("UnitState", "not signed");
    case UnitState::Signed:
        return QCoreApplication::translate("UnitState", "signed");
    case UnitState::Moving:
        return QCoreApplication::translate("UnitState", "moving");
    case UnitState::OnScene:
        return QCoreApplication::translate("UnitState", "on scene");
    case UnitState::Done:
        return QCoreApplication::translate("UnitState", "done");
    case UnitState::Returned:
        return QCoreApplication::translate("UnitState", "returned");
    case UnitState::Withdrawn:
        return QCoreApplication::translate("UnitState", "withdrawn");
    case UnitState::NoAnswer:
        return QCoreApplication::translate("UnitState", "no answer");
    case UnitState::ByPhone:
        return QCoreApplication::translate("UnitState", "by phone");
    }
    return {};
}

QString unitStateIconName(UnitState state)
{
    switch (state) {
    case UnitState::NotSigned:
        return QStringLiteral("unit-not-signed");
    case UnitState::Signed:
        return QStringLiteral("unit-signed");
    case UnitState::Moving:
        return QStringLiteral("unit-moving");
    case UnitState::OnScene:
        return QStringLiteral("unit-on-scene");
    case UnitState::Done:
        return QStringLiteral("unit-done");
    case UnitState::Returned:
        return QStringLiteral("unit-returned");
    case UnitState::Withdrawn:
        return QStringLiteral("unit-withdrawn");
    case UnitState::NoAnswer:
        return QStringLiteral("unit-no-answer");
    case UnitState::ByPhone:
        return QStringLiteral("unit-by-phone");
    }
    return {};
}

void paintUnitState(QPainter& painter, const QRectF& box, UnitState state, const QColor& colour)
{
    const double side = std::min(box.width(), box.height());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(box.x() + (box.width() - side) / 2, box.y() + (box.height() - side) / 2);
    painter.scale(side / kUnits, side / kUnits);
    painter.fillPath(fills(state), colour);
    painter.setPen(QPen(colour, 2, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
    painter.drawPath(strokes(state));
    painter.restore();
}

} // namespace sz::widgets
