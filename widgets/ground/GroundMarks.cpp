// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/ground/GroundMarks.h"

#include "maps/symbols/Symbols.h"
#include "widgets/common/Painters.h"
#include "widgets/ground/Measure.h"

#include <QPainter>
#include <QPolygonF>

#include <cmath>
#include <numbers>

namespace sz::widgets {
namespace {

constexpr double kMetresPerDegree = 111'195.08;

} // namespace

GroundMarks::GroundMarks(maps::MapPanel& panel, const ThemeSource& theme, QWidget* parent)
    : QWidget(parent), m_panel(panel), m_theme(theme)
{
    setObjectName(QStringLiteral("groundMarks"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    connect(&panel, &maps::MapPanel::cameraChanged, this, qOverload<>(&QWidget::update));
    connect(&theme, &ThemeSource::changed, this, qOverload<>(&QWidget::update));
    hide();
}

void GroundMarks::setPlace(std::optional<Wgs84> at)
{
    m_place = at;
    renew();
}

void GroundMarks::setCircle(double metres)
{
    m_circle = metres;
    renew();
}

void GroundMarks::setPath(std::vector<Wgs84> points)
{
    m_path = std::move(points);
    renew();
}

void GroundMarks::setAim(bool isOn)
{
    m_hasAim = isOn;
    renew();
}

void GroundMarks::renew()
{
    setVisible(m_place.has_value() || !m_path.empty() || m_hasAim);
    setAccessibleName(measured());
    update();
}

QString GroundMarks::measured() const
{
    if (m_path.size() < 2) {
        return {};
    }
    const QString length = lengthText(lengthMetres(m_path));
    return m_path.size() < 3
               ? length
               : length + QStringLiteral(" · ") + squareText(areaSquareMetres(m_path));
}

QPointF GroundMarks::pixel(Wgs84 at) const
{
    return m_panel.toView(at);
}

void GroundMarks::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_place) {
        paintPlace(painter);
    }
    paintPath(painter);
    if (m_hasAim) {
        paintAim(painter);
    }
}

void GroundMarks::paintAim(QPainter& painter) const
{
    const QPointF at(width() / 2.0, height() / 2.0);
    for (const auto& [colour, width] :
         {std::pair(m_theme.color(Token::Disc), 4.0), std::pair(m_theme.color(Token::Inv), 1.4)}) {
        painter.setPen(QPen(colour, width, Qt::SolidLine, Qt::RoundCap));
        for (const QPointF& way : {QPointF(0, -1), QPointF(0, 1), QPointF(-1, 0), QPointF(1, 0)}) {
            painter.drawLine(at + way * 3, at + way * 11);
        }
    }
}

void GroundMarks::paintPlace(QPainter& painter) const
{
    const QPointF at = pixel(*m_place);
    const QColor ink = m_theme.color(Token::Inv);
    const QColor edge = m_theme.color(Token::Disc);
    if (m_circle > 0) {
        const double north = m_circle / kMetresPerDegree;
        const QPointF top = pixel({m_place->lon, m_place->lat + north});
        const double radius = std::abs(top.y() - at.y());
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(edge, 4));
        painter.drawEllipse(at, radius, radius);
        painter.setPen(QPen(ink, 1.6, Qt::DashLine));
        painter.drawEllipse(at, radius, radius);
    }
    for (const auto& [colour, width] : {std::pair(edge, 5.0), std::pair(ink, 2.0)}) {
        painter.setPen(QPen(colour, width, Qt::SolidLine, Qt::RoundCap));
        painter.drawEllipse(at, 7, 7);
        for (const QPointF& way : {QPointF(0, -1), QPointF(0, 1), QPointF(-1, 0), QPointF(1, 0)}) {
            painter.drawLine(at + way * 9, at + way * 15);
        }
    }
}

void GroundMarks::paintPath(QPainter& painter) const
{
    if (m_path.empty()) {
        return;
    }
    QPolygonF line;
    for (const Wgs84 point : m_path) {
        line.push_back(pixel(point));
    }
    const QColor ink = m_theme.color(Token::Inv);
    if (m_path.size() > 2) {
        QColor ground = ink;
        ground.setAlphaF(0.1F);
        painter.setPen(Qt::NoPen);
        painter.setBrush(ground);
        painter.drawPolygon(line);
    }
    painter.setBrush(Qt::NoBrush);
    for (const auto& [colour, width] :
         {std::pair(m_theme.color(Token::Disc), 4.5), std::pair(ink, 2.0)}) {
        painter.setPen(QPen(colour, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.drawPolyline(line);
    }
    painter.setBrush(ink);
    for (const QPointF& corner : line) {
        painter.drawEllipse(corner, 3.5, 3.5);
    }
    const QString words = measured();
    if (!words.isEmpty()) {
        const QFont font = symbols::uiFont(13, true);
        const QRectF box(line.back() + QPointF(10, -26), QSizeF(textWidth(words, font) + 16, 22));
        painter.setPen(m_theme.color(Token::Line2));
        painter.setBrush(m_theme.color(Token::Bg2));
        painter.drawRoundedRect(box, 3, 3);
        paintText(painter, box.adjusted(8, 0, -4, 0), words, font, m_theme.color(Token::Tx1));
    }
}

} // namespace sz::widgets
