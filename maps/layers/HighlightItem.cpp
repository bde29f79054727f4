// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/layers/HighlightItem.h"

#include "data/threads/PoolWork.h"

#include <QPainter>
#include <QPainterPath>
#include <QQuickWindow>
#include <QSGImageNode>

#include <algorithm>
#include <cmath>
#include <utility>

namespace sz::maps {

using symbols::Token;

namespace {

constexpr double kEdgeWidth = 2.5;

/// Device-pixel rectangle of the view that the area needs, at most a quarter of a view beyond it.
QRectF pictureRect(const Shape& area, const CameraState& camera)
{
    const double dx = camera.size.width() / 4;
    const double dy = camera.size.height() / 4;
    const QRectF view = QRectF(QPointF(), camera.size).adjusted(-dx, -dy, dx, dy);
    const QRectF shape(camera.toView(area.box.min), camera.toView(area.box.max));
    const QRectF common = view.intersected(shape.adjusted(-3, -3, 3, 3));
    return common.isEmpty() ? QRectF() : QRectF(common.toAlignedRect());
}

} // namespace

HighlightPicture paintHighlight(
    const Shape& area,
    const CameraState& camera,
    double ratio,
    symbols::Theme theme,
    HighlightSort sort)
{
    const QRectF rect = pictureRect(area, camera);
    if (rect.isEmpty()) {
        return {};
    }
    QImage image((rect.size() * ratio).toSize(), QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(ratio, ratio);
    painter.translate(-rect.topLeft());
    QPainterPath path;
    path.setFillRule(Qt::OddEvenFill);
    const QRectF cut = rect.adjusted(-8, -8, 8, 8);
    for (const Line& ring : area.rings) {
        path.addPolygon(clippedRing(ring, camera.transform(), cut));
        path.closeSubpath();
    }
    QColor colour = symbols::color(theme, Token::Inv);
    colour.setAlphaF(sort == HighlightSort::Selected ? 0.13F : 0.05F);
    painter.fillPath(path, colour);
    if (sort == HighlightSort::Selected) {
        painter.strokePath(
            path, QPen(
                      symbols::color(theme, Token::Inv), kEdgeWidth, Qt::SolidLine, Qt::RoundCap,
                      Qt::RoundJoin));
    }
    painter.end();
    return {image, {camera.toGround(rect.topLeft()), camera.toGround(rect.bottomRight())}};
}

HighlightItem::HighlightItem(HighlightSort sort, QThreadPool& pool, QQuickItem* parent)
    : QQuickItem(parent), m_sort(sort), m_pool(pool)
{
    setFlag(ItemHasContents);
}

void HighlightItem::setStore(std::shared_ptr<const BoundaryStore> store)
{
    m_store = std::move(store);
}

void HighlightItem::setCamera(const CameraState& camera)
{
    m_camera = camera;
    update();
}

void HighlightItem::setArea(int number)
{
    if (number != m_area) {
        m_area = number;
        refresh(m_theme, m_ratio);
    }
}

void HighlightItem::refresh(symbols::Theme theme, double ratio)
{
    m_theme = theme;
    m_ratio = ratio;
    const int generation = ++m_generation;
    const Shape* shape = m_store ? m_store->area(m_area, m_camera.zoom) : nullptr;
    if (shape == nullptr || m_camera.size.isEmpty()) {
        show(generation, {});
        return;
    }
    ++m_open;
    startOn(
        m_pool,
        [this, generation, store = m_store, shape, camera = m_camera, theme, ratio, sort = m_sort] {
            HighlightPicture picture = paintHighlight(*shape, camera, ratio, theme, sort);
            m_mail.post([this, generation, picture = std::move(picture)] {
                --m_open;
                show(generation, picture);
                Q_EMIT painted();
            });
        },
        1); // before waiting tiles: it answers a click
}

void HighlightItem::show(int generation, HighlightPicture picture)
{
    if (generation == m_generation) {
        m_picture = std::move(picture);
        update();
    }
}

QSGNode* HighlightItem::updatePaintNode(QSGNode* old, UpdatePaintNodeData* /*data*/)
{
    auto* node = static_cast<QSGImageNode*>(old);
    if (m_picture.image.isNull()) {
        delete node;
        m_shown = 0;
        return nullptr;
    }
    if (node == nullptr) {
        node = window()->createImageNode();
        node->setOwnsTexture(true);
        m_shown = 0;
    }
    if (m_shown != m_picture.image.cacheKey()) {
        node->setTexture(window()->createTextureFromImage(m_picture.image));
        node->setSourceRect(QRectF(QPointF(), m_picture.image.size()));
        m_shown = m_picture.image.cacheKey();
    }
    const QPointF a = m_camera.toView(m_picture.box.min);
    const QPointF b = m_camera.toView(m_picture.box.max);
    const QPointF whole(
        std::round(a.x() * m_ratio) / m_ratio, std::round(a.y() * m_ratio) / m_ratio);
    const QRectF place(whole, QSizeF(b.x() - a.x(), b.y() - a.y()));
    const QSizeF natural = QSizeF(m_picture.image.size()) / m_ratio;
    const bool isExact = std::abs(place.width() - natural.width()) < 0.5;
    node->setFiltering(isExact ? QSGTexture::Nearest : QSGTexture::Linear);
    node->setRect(isExact ? QRectF(whole, natural) : place);
    return node;
}

} // namespace sz::maps
