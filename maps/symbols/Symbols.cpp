// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/symbols/Symbols.h"

#include <QFont>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <initializer_list>

namespace sz::symbols {

using model::Lamp;
using plan::Grade;

namespace {

/// Grades are drawn in a square of 22 units, lamps in one of 12.
constexpr double kGradeUnits = 22;
constexpr double kLampUnits = 12;

/// Saves the painter, makes the box a centred square of `units` units, restores on destruction.
class UnitSquare
{
public:
    UnitSquare(QPainter& painter, const QRectF& box, double units) : m_painter(painter)
    {
        const double side = std::min(box.width(), box.height());
        m_painter.save();
        m_painter.setRenderHint(QPainter::Antialiasing);
        m_painter.translate(
            box.x() + (box.width() - side) / 2, box.y() + (box.height() - side) / 2);
        m_painter.scale(side / units, side / units);
    }
    ~UnitSquare() { m_painter.restore(); }
    UnitSquare(const UnitSquare&) = delete;
    UnitSquare& operator=(const UnitSquare&) = delete;

private:
    QPainter& m_painter;
};

QPen outline(const QColor& colour, double width)
{
    return QPen(colour, width, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin);
}

QPainterPath closed(std::initializer_list<QPointF> points)
{
    QPainterPath path(*points.begin());
    for (const QPointF& point : points) {
        path.lineTo(point);
    }
    path.closeSubpath();
    return path;
}

QPainterPath gradeOutline(Grade grade)
{
    QPainterPath path;
    switch (grade) {
    case Grade::I:
        return closed({{11, 1.5}, {20.5, 11}, {11, 20.5}, {1.5, 11}});
    case Grade::II:
        return closed({{1.6, 11}, {6, 2}, {16, 2}, {20.4, 11}, {16, 20}, {6, 20}});
    case Grade::III:
        path.addRoundedRect(QRectF(2, 2, 18, 18), 0.8, 0.8);
        return path;
    case Grade::IV:
        path.addEllipse(QRectF(2, 2, 18, 18));
        return path;
    }
    return path;
}

/// The Roman letter as strokes: the same at every size and free of the font's serifs.
QPainterPath gradeLetter(Grade grade)
{
    QPainterPath path;
    const auto bar = [&path](double x) {
        path.moveTo(x, 6.5);
        path.lineTo(x, 15.5);
    };
    switch (grade) {
    case Grade::I:
        bar(11);
        break;
    case Grade::II:
        bar(9);
        bar(13);
        break;
    case Grade::III:
        bar(7);
        bar(11);
        bar(15);
        break;
    case Grade::IV:
        bar(7);
        path.moveTo(10, 6.5);
        path.lineTo(12.8, 14.6);
        path.lineTo(15.6, 6.5);
        break;
    }
    return path;
}

} // namespace

QFont uiFont(int pixelSize, bool bold)
{
    QFont font;
    font.setFamilies({QStringLiteral("Noto Sans CJK SC"), QStringLiteral("Source Han Sans SC")});
    font.setPixelSize(pixelSize);
    font.setWeight(bold ? QFont::Bold : QFont::Normal);
    font.setFeature(QFont::Tag("tnum"), 1);
    return font;
}

QColor gradeEdge(Grade grade, Theme theme)
{
    switch (grade) {
    case Grade::I:
        return color(theme, Token::G1);
    case Grade::II:
        return color(theme, Token::G2);
    case Grade::III:
        return color(theme, Token::G3);
    case Grade::IV:
        return color(theme, Token::G4);
    }
    return color(theme, Token::Ctl);
}

void paintGrade(QPainter& painter, const QRectF& box, Grade grade, Theme theme, QColor ground)
{
    const UnitSquare square(painter, box, kGradeUnits);
    painter.setBrush(ground);
    painter.setPen(outline(gradeEdge(grade, theme), 2));
    painter.drawPath(gradeOutline(grade));
    painter.setBrush(Qt::NoBrush);
    painter.setPen(outline(color(theme, Token::Tx1), 2));
    painter.drawPath(gradeLetter(grade));
}

void paintLampShape(QPainter& painter, const QRectF& box, Lamp lamp, QColor fill, QColor edge)
{
    const UnitSquare square(painter, box, kLampUnits);
    switch (lamp) {
    case Lamp::None:
        return;
    case Lamp::Near:
        painter.setBrush(Qt::NoBrush);
        painter.setPen(outline(fill, 3));
        painter.drawEllipse(QRectF(2.2, 2.2, 7.6, 7.6));
        return;
    case Lamp::Behind:
        painter.setBrush(fill);
        painter.setPen(QPen(edge, 1, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin));
        painter.drawPath(closed({{6, 1.5}, {11.2, 10.5}, {0.8, 10.5}}));
        return;
    case Lamp::Late:
        painter.setBrush(fill);
        painter.setPen(Qt::NoPen);
        painter.drawRoundedRect(QRectF(1, 1, 10, 10), 1, 1);
        return;
    }
}

void paintLamp(QPainter& painter, const QRectF& box, Lamp lamp, Theme theme)
{
    const QColor edge = lampEdge(lamp, theme);
    paintLampShape(
        painter, box, lamp, lamp == Lamp::Behind ? color(theme, Token::Yel) : edge, edge);
}

QColor lampEdge(Lamp lamp, Theme theme)
{
    switch (lamp) {
    case Lamp::None:
        return color(theme, Token::Line2);
    case Lamp::Near:
        return color(theme, Token::Blu);
    case Lamp::Behind:
        return color(theme, Token::YelLine);
    case Lamp::Late:
        return color(theme, Token::Red);
    }
    return color(theme, Token::Line2);
}

QColor lampText(Lamp lamp, Theme theme)
{
    switch (lamp) {
    case Lamp::None:
        return color(theme, Token::Tx2);
    case Lamp::Near:
        return color(theme, Token::BluTx);
    case Lamp::Behind:
        return color(theme, Token::YelTx);
    case Lamp::Late:
        return color(theme, Token::RedTx);
    }
    return color(theme, Token::Tx2);
}

} // namespace sz::symbols
