// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/layers/MarkPainter.h"

#include "maps/symbols/Symbols.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace sz::maps {

using model::Lamp;
using symbols::Token;

namespace {

constexpr double kSelectionRoom = 7; ///< for the outer ring, on each side
constexpr double kChipPad = 8;
constexpr double kLampSide = 11;
constexpr double kArrowSide = 9;
constexpr qsizetype kMostImages = 800; ///< countdown chips change every second
constexpr double kLeastLateArc = 60;   ///< degrees: a late member is never hidden by a cluster
constexpr double kArcGap = 5;
constexpr double kGravestSide = 18;
constexpr std::array kLampsWorstFirst{Lamp::Late, Lamp::Behind, Lamp::Near, Lamp::None};

QFont chipFont(const ChipLook& look)
{
    return symbols::uiFont(13, look.isFilled || look.isInverted);
}

double lampRoom(const ChipLook& look)
{
    return look.lamp == Lamp::None ? 0 : kLampSide + 5;
}

QRectF centredSquare(QPointF centre, double side)
{
    return {centre.x() - side / 2, centre.y() - side / 2, side, side};
}

/// Degrees of the ring each lamp gets, worst first.
std::array<double, 4> arcShares(const ClusterLook& look)
{
    std::array<double, 4> degrees{};
    for (std::size_t i = 0; i < degrees.size(); ++i) {
        const int count = look.byLamp[static_cast<std::size_t>(kLampsWorstFirst[i])];
        degrees[i] = 360.0 * count / std::max(look.total(), 1);
    }
    if (degrees[0] > 0 && degrees[0] < kLeastLateArc) {
        const double shrink = (360 - kLeastLateArc) / (360 - degrees[0]);
        std::for_each(degrees.begin() + 1, degrees.end(), [shrink](double& d) { d *= shrink; });
        degrees[0] = kLeastLateArc;
    }
    return degrees;
}

QPolygonF arrowHead(const QRectF& box, Edge edge)
{
    const QPointF c = box.center();
    switch (edge) {
    case Edge::Left:
        return QPolygonF({{box.left(), c.y()}, box.topRight(), box.bottomRight()});
    case Edge::Right:
        return QPolygonF({{box.right(), c.y()}, box.topLeft(), box.bottomLeft()});
    case Edge::Top:
        return QPolygonF({{c.x(), box.top()}, box.bottomLeft(), box.bottomRight()});
    case Edge::Bottom:
        return QPolygonF({{c.x(), box.bottom()}, box.topLeft(), box.topRight()});
    }
    return {};
}

} // namespace

template <class Paint>
QImage MarkPainter::kept(const QString& key, QSizeF size, Paint paint)
{
    if (const auto it = m_images.constFind(key); it != m_images.constEnd()) {
        return *it;
    }
    if (m_images.size() > kMostImages) {
        m_images.clear();
    }
    QImage image((size * m_ratio).toSize(), QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(m_ratio);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    paint(painter);
    painter.end();
    m_images.insert(key, image);
    return image;
}

void MarkPainter::paintRing(
    QPainter& painter,
    double side,
    const QColor& colour,
    double width,
    bool isDashed) const
{
    const QPointF centre(side / 2 + kSelectionRoom, side / 2 + kSelectionRoom);
    painter.setPen(Qt::NoPen);
    painter.setBrush(symbols::color(m_theme, Token::Disc));
    painter.drawEllipse(centredSquare(centre, side));
    QPen pen(colour, width, Qt::SolidLine, Qt::FlatCap);
    if (isDashed) {
        const double round = M_PI * (side - width) / width; // circumference in pen widths
        const double dashes = std::round(round / (width > 3 ? 1.8 : 4));
        pen.setDashPattern({round / dashes * 0.55, round / dashes * 0.45});
    }
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(centredSquare(centre, side - width));
}

void MarkPainter::paintSelection(QPainter& painter, double side) const
{
    const QPointF centre(side / 2 + kSelectionRoom, side / 2 + kSelectionRoom);
    painter.setPen(QPen(symbols::color(m_theme, Token::Disc), 5));
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(centredSquare(centre, side + 5));
    painter.setPen(QPen(symbols::color(m_theme, Token::Inv), 2));
    painter.drawEllipse(centredSquare(centre, side + 7));
}

QImage MarkPainter::disc(const DiscLook& look)
{
    const QString key = QStringLiteral("d%1%2%3%4")
                            .arg(static_cast<int>(look.grade))
                            .arg(static_cast<int>(look.lamp))
                            .arg(look.isDashed)
                            .arg(look.isSelected);
    const double side = kDiscSide + 2 * kSelectionRoom;
    return kept(key, {side, side}, [&](QPainter& painter) {
        if (look.isSelected) {
            paintSelection(painter, kDiscSide);
        }
        paintRing(
            painter, kDiscSide, symbols::lampEdge(look.lamp, m_theme),
            look.lamp == Lamp::None ? 2 : 4, look.isDashed);
        symbols::paintGrade(
            painter, centredSquare({side / 2, side / 2}, 18), look.grade, m_theme,
            symbols::color(m_theme, Token::Disc));
    });
}

// At half past four: neither on the count nor on the arc of what is late, which begins at twelve.
void MarkPainter::paintGravest(QPainter& painter, QPointF centre, plan::Grade grade) const
{
    const QColor ground = symbols::color(m_theme, Token::Disc);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawEllipse(centredSquare(centre, kGravestSide + 2));
    symbols::paintGrade(painter, centredSquare(centre, kGravestSide), grade, m_theme, ground);
}

QImage MarkPainter::cluster(const ClusterLook& look)
{
    const QString key = QStringLiteral("c%1,%2,%3,%4,%5%6%7")
                            .arg(look.byLamp[0])
                            .arg(look.byLamp[1])
                            .arg(look.byLamp[2])
                            .arg(look.byLamp[3])
                            .arg(look.isDashed)
                            .arg(look.isSelected)
                            .arg(static_cast<int>(look.gravest));
    const double side = kClusterSide + 2 * kSelectionRoom;
    const auto paint = [&](QPainter& painter) {
        if (look.isSelected) {
            paintSelection(painter, kClusterSide);
        }
        paintRing(painter, kClusterSide, symbols::color(m_theme, Token::Line1), 1, false);
        double from = 90; // twelve o'clock, then clockwise
        const std::array<double, 4> degrees = arcShares(look);
        for (std::size_t i = 0; i < degrees.size(); ++i) {
            if (degrees[i] <= 0) {
                continue;
            }
            QPen pen(
                symbols::lampEdge(kLampsWorstFirst[i], m_theme), 4, Qt::SolidLine, Qt::FlatCap);
            if (look.isDashed) {
                pen.setDashPattern({0.9, 0.7});
            }
            painter.setPen(pen);
            const QRectF ring = centredSquare({side / 2, side / 2}, kClusterSide - 4);
            painter.drawArc(
                ring, static_cast<int>((from - kArcGap / 2) * 16),
                static_cast<int>(-(degrees[i] - kArcGap) * 16));
            from -= degrees[i];
        }
        painter.setPen(symbols::color(m_theme, Token::Tx1));
        painter.setFont(symbols::uiFont(look.total() > 99 ? 13 : 16, true));
        painter.drawText(QRectF(0, 0, side, side), Qt::AlignCenter, QString::number(look.total()));
        paintGravest(painter, {side / 2 + 12, side / 2 + 14}, look.gravest);
    };
    return kept(key, {side, side}, paint);
}

QImage MarkPainter::dot(Lamp lamp, bool isSelected)
{
    const bool isLate = lamp == Lamp::Late;
    const QString key = QStringLiteral("o%1%2").arg(static_cast<int>(lamp)).arg(isSelected);
    return kept(key, {16, 16}, [&](QPainter& painter) {
        painter.setPen(QPen(
            symbols::color(m_theme, isSelected ? Token::Inv : Token::Disc), isSelected ? 2 : 1));
        painter.setBrush(
            isLate ? symbols::color(m_theme, Token::Red) : symbols::color(m_theme, Token::MapTx));
        painter.drawEllipse(centredSquare({8, 8}, isLate || isSelected ? 11 : 8));
    });
}

double MarkPainter::chipWidth(const ChipLook& look)
{
    return std::ceil(QFontMetricsF(chipFont(look)).horizontalAdvance(look.text)) + 2 * kChipPad
           + lampRoom(look);
}

void MarkPainter::paintChip(QPainter& painter, const QRectF& box, const ChipLook& look) const
{
    const QColor edge = look.lamp == Lamp::None ? symbols::color(m_theme, Token::Line2)
                                                : symbols::lampEdge(look.lamp, m_theme);
    QColor ground = symbols::color(m_theme, Token::Disc);
    QColor words = symbols::color(m_theme, Token::Tx1);
    if (look.isFilled) {
        ground = edge;
        words = symbols::color(m_theme, Token::OnFill);
    }
    if (look.isInverted) {
        ground = symbols::color(m_theme, Token::Inv);
        words = symbols::color(m_theme, Token::InvTx);
    }
    painter.setPen(look.isFilled || look.isInverted ? QPen(Qt::NoPen) : QPen(edge, 1));
    painter.setBrush(ground);
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 2, 2);
    const QRectF lampBox(
        box.left() + kChipPad, box.center().y() - kLampSide / 2, kLampSide, kLampSide);
    if (look.isFilled) {
        painter.fillRect(lampBox.adjusted(1, 1, -1, -1), words);
    } else {
        symbols::paintLamp(painter, lampBox, look.lamp, m_theme);
    }
    painter.setPen(words);
    painter.setFont(chipFont(look));
    painter.drawText(
        box.adjusted(kChipPad + lampRoom(look), -1, 0, -1), Qt::AlignLeft | Qt::AlignVCenter,
        look.text);
}

QImage MarkPainter::chip(const ChipLook& look)
{
    const QString key = QStringLiteral("t%1%2%3")
                            .arg(static_cast<int>(look.lamp))
                            .arg(look.isFilled)
                            .arg(look.isInverted)
                        + look.text;
    const QRectF box(0, 0, chipWidth(look), kChipHeight);
    return kept(key, box.size(), [&](QPainter& painter) { paintChip(painter, box, look); });
}

QImage MarkPainter::arrow(const ChipLook& look, Edge edge)
{
    const QString key = QStringLiteral("a%1%2%3")
                            .arg(static_cast<int>(edge))
                            .arg(static_cast<int>(look.lamp))
                            .arg(look.isFilled)
                        + look.text;
    const bool isSide = edge == Edge::Left || edge == Edge::Right;
    const double w = chipWidth(look);
    const QSizeF size =
        isSide ? QSizeF(w + kArrowSide + 3, kChipHeight) : QSizeF(w, kChipHeight + kArrowSide + 3);
    const auto paint = [&](QPainter& painter) {
        QRectF chipBox(
            QPointF(
                edge == Edge::Left ? kArrowSide + 3 : 0, edge == Edge::Top ? kArrowSide + 3 : 0),
            QSizeF(w, kChipHeight));
        paintChip(painter, chipBox, look);
        const QPointF centre(
            edge == Edge::Left    ? kArrowSide / 2
            : edge == Edge::Right ? size.width() - kArrowSide / 2
                                  : w / 2,
            edge == Edge::Top      ? kArrowSide / 2
            : edge == Edge::Bottom ? size.height() - kArrowSide / 2
                                   : kChipHeight / 2);
        const bool isSideways = isSide;
        const QSizeF head = isSideways ? QSizeF(kArrowSide, kArrowSide * 1.6)
                                       : QSizeF(kArrowSide * 1.6, kArrowSide);
        painter.setPen(Qt::NoPen);
        painter.setBrush(
            look.lamp == Lamp::None ? symbols::color(m_theme, Token::MapTx)
                                    : symbols::lampEdge(look.lamp, m_theme));
        painter.drawPolygon(
            arrowHead({centre - QPointF(head.width() / 2, head.height() / 2), head}, edge));
    };
    return kept(key, size, paint);
}

QImage MarkPainter::pin()
{
    return kept(QStringLiteral("pin"), {32, 42}, [&](QPainter& painter) {
        QPainterPath path(QPointF(16, 41));
        path.cubicTo(14, 34, 3, 27, 3, 15.5);
        path.arcTo(QRectF(3, 2.5, 26, 26), 180, -180);
        path.cubicTo(29, 27, 18, 34, 16, 41);
        painter.setPen(QPen(symbols::color(m_theme, Token::Disc), 1.5));
        painter.setBrush(symbols::color(m_theme, Token::Inv));
        painter.drawPath(path);
        painter.setPen(Qt::NoPen);
        painter.setBrush(symbols::color(m_theme, Token::InvTx));
        painter.drawEllipse(centredSquare({16, 15.5}, 10));
    });
}

} // namespace sz::maps
