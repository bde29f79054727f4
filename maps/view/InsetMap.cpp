// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/view/InsetMap.h"

#include "maps/tiles/TilePainter.h"
#include "maps/view/MapPanel.h"

#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <set>
#include <utility>

namespace sz::maps {

using symbols::Token;

namespace {

constexpr double kMargin = 6;

} // namespace

InsetMap::InsetMap(const MapPanel& panel, QWidget* parent) : QWidget(parent), m_panel(panel)
{
    setObjectName(QStringLiteral("insetMap"));
    setCursor(Qt::PointingHandCursor);
    resize(sizeHint());
    connect(&panel, &MapPanel::boundariesReady, this, &InsetMap::forgetGround);
    connect(&panel, &MapPanel::themeChanged, this, &InsetMap::forgetGround);
    connect(&panel, &MapPanel::cameraChanged, this, qOverload<>(&QWidget::update));
    connect(&panel, &MapPanel::marksChanged, this, &InsetMap::forgetMarks);
}

QSize InsetMap::sizeHint() const
{
    return {150, 175};
}

void InsetMap::forgetGround()
{
    m_ground = QPixmap();
    forgetMarks();
}

void InsetMap::forgetMarks()
{
    m_marked = QPixmap();
    update();
}

CameraState InsetMap::wholeCity() const
{
    return cameraFor(m_panel.boundaries()->bounds(), size(), kMargin);
}

void InsetMap::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    if (!m_panel.boundaries()) {
        painter.fillRect(rect(), symbols::color(m_panel.theme(), Token::Land));
        return;
    }
    const CameraState camera = wholeCity();
    if (m_ground.isNull() || m_ground.devicePixelRatio() != devicePixelRatioF()) {
        m_ground = QPixmap(size() * devicePixelRatioF());
        m_ground.setDevicePixelRatio(devicePixelRatioF());
        QPainter ground(&m_ground);
        paintGround(
            ground, *m_panel.boundaries(), camera.transform(), rect(), camera.zoom,
            m_panel.theme());
    }
    if (m_marked.isNull() || m_marked.devicePixelRatio() != devicePixelRatioF()) {
        m_marked = m_ground; // ten thousand dots are not painted at each step of a drag
        QPainter dots(&m_marked);
        dots.setRenderHint(QPainter::Antialiasing);
        paintMarks(dots, camera);
    }
    painter.drawPixmap(0, 0, m_marked);
    painter.setRenderHint(QPainter::Antialiasing);
    paintFrame(painter, camera);
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(symbols::color(m_panel.theme(), Token::Line2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

/// Late ones in red over open ones in grey.
void InsetMap::paintMarks(QPainter& painter, const CameraState& camera) const
{
    painter.setPen(Qt::NoPen);
    for (const bool isLate : {false, true}) {
        painter.setBrush(symbols::color(m_panel.theme(), isLate ? Token::Red : Token::MapTx));
        std::set<std::pair<int, int>> seen; // dots on the same pixel are one
        for (const Mark& mark : m_panel.marks()) {
            const QPointF at = camera.toView(toMercator(mark.at));
            if ((mark.lamp == model::Lamp::Late) == isLate
                && seen.emplace(qRound(at.x()), qRound(at.y())).second) {
                painter.drawEllipse(at, isLate ? 3.5 : 2.5, isLate ? 3.5 : 2.5);
            }
        }
    }
}

void InsetMap::paintFrame(QPainter& painter, const CameraState& camera) const
{
    const QPointF a = camera.toView(toMercator(m_panel.toGround({0, 0})));
    const QPointF b =
        camera.toView(toMercator(m_panel.toGround({m_panel.width(), m_panel.height()})));
    if (QRectF(a, b).contains(QRectF(rect()).adjusted(4, 4, -4, -4))) {
        return; // the big map shows it all
    }
    painter.setPen(QPen(symbols::color(m_panel.theme(), Token::Inv), 1.5));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(QRectF(a, b).adjusted(0.5, 0.5, -0.5, -0.5));
}

void InsetMap::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    forgetGround();
}

void InsetMap::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && m_panel.boundaries()) {
        Q_EMIT centreRequested(toWgs84(wholeCity().toGround(event->position())));
    }
}

} // namespace sz::maps
