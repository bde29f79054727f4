// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/view/InsetMap.h"

#include "data/threads/PoolWork.h"
#include "maps/tiles/TilePainter.h"
#include "maps/view/MapPanel.h"

#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <memory>
#include <set>
#include <utility>
#include <vector>

namespace sz::maps {

using symbols::Token;

namespace {

constexpr double kMargin = 6;

struct Dots
{
    std::shared_ptr<const std::vector<Mark>> marks; // the panel's, too
    CameraState camera;
    symbols::Theme theme;
    QSize size;
    double ratio;
};

/// Late ones in red over open ones in grey.
QImage paintDots(const Dots& dots)
{
    QImage image(dots.size * dots.ratio, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(dots.ratio);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    for (const bool isLate : {false, true}) {
        painter.setBrush(symbols::color(dots.theme, isLate ? Token::Red : Token::MapTx));
        std::set<std::pair<int, int>> seen; // dots on the same pixel are one
        for (const Mark& mark : *dots.marks) {
            const QPointF at = dots.camera.toView(toMercator(mark.at));
            if ((mark.lamp == model::Lamp::Late) == isLate
                && seen.emplace(qRound(at.x()), qRound(at.y())).second) {
                painter.drawEllipse(at, isLate ? 3.5 : 2.5, isLate ? 3.5 : 2.5);
            }
        }
    }
    return image;
}

} // namespace

InsetMap::InsetMap(const MapPanel& panel, QWidget* parent) : QWidget(parent), m_panel(panel)
{
    setObjectName(QStringLiteral("insetMap"));
    setCursor(Qt::PointingHandCursor);
    m_painter.setMaxThreadCount(1);
    resize(sizeHint());
    connect(&panel, &MapPanel::boundariesReady, this, &InsetMap::forgetGround);
    connect(&panel, &MapPanel::themeChanged, this, &InsetMap::forgetGround);
    connect(&panel, &MapPanel::cameraChanged, this, qOverload<>(&QWidget::update));
    connect(&panel, &MapPanel::marksChanged, this, &InsetMap::askDots);
}

InsetMap::~InsetMap()
{
    m_painter.waitForDone(); // it would tell us
}

QSize InsetMap::sizeHint() const
{
    return {150, 175};
}

void InsetMap::forgetGround()
{
    m_ground = QPixmap();
    askDots();
    update();
}

// At most one picture is under way; what changes meanwhile is in the next one.
void InsetMap::askDots()
{
    if (m_isPainting) {
        m_areDotsOld = true;
        return;
    }
    if (!m_panel.boundaries() || size().isEmpty()) {
        return;
    }
    m_isPainting = true;
    const Dots dots{
        m_panel.sharedMarks(), wholeCity(), m_panel.theme(), size(), devicePixelRatioF()};
    startOn(m_painter, [this, dots] {
        const QImage image = paintDots(dots);
        m_mail.post([this, image] {
            m_dots = image;
            m_isPainting = false;
            update();
            if (std::exchange(m_areDotsOld, false)) {
                askDots();
            }
        });
    });
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
    if (!m_dots.isNull() && m_dots.devicePixelRatio() != devicePixelRatioF()) {
        askDots();
    }
    painter.drawPixmap(0, 0, m_ground);
    painter.drawImage(0, 0, m_dots);
    painter.setRenderHint(QPainter::Antialiasing);
    paintFrame(painter, camera);
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(symbols::color(m_panel.theme(), Token::Line2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
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
