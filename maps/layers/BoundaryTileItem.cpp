// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/layers/BoundaryTileItem.h"

#include <QQuickWindow>
#include <QSGImageNode>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

namespace sz::maps {

namespace {

constexpr int kOverviewZoom = 9000;
constexpr double kAhead = 200; ///< pixels beyond the view for which tiles are painted beforehand

} // namespace

BoundaryTileItem::BoundaryTileItem(TileCache& cache, QQuickItem* parent)
    : QQuickItem(parent), m_cache(cache)
{
    setFlag(ItemHasContents);
    connect(&m_cache, &TileCache::tileReady, this, [this](const TileKey& key) {
        keepOverview(key);
        update();
    });
}

void BoundaryTileItem::setCamera(const CameraState& camera)
{
    m_camera = camera;
    request();
    update();
}

void BoundaryTileItem::sharpen(symbols::Theme theme, double ratio)
{
    const TileLevel level{
        static_cast<int>(std::lround(m_camera.zoom * 1000)), theme,
        static_cast<int>(std::lround(ratio * 100))};
    if (level != m_level) {
        m_before = m_level;
        m_level = level;
        m_overviewLevel = {kOverviewZoom, theme, level.scale};
    }
    request();
    update();
}

void BoundaryTileItem::setOverview(const MercatorBox& box)
{
    m_overviewBox = box;
    m_overview.clear();
    m_freshOverview.clear();
    request();
}

void BoundaryTileItem::renew()
{
    m_freshOverview.clear();
    request();
    update();
}

void BoundaryTileItem::renewWithin(const std::vector<MercatorBox>& boxes)
{
    m_freshOverview.removeIf([&boxes](const TileKey& key) {
        const MercatorBox box = key.box();
        return std::ranges::any_of(
            boxes, [&box](const MercatorBox& other) { return box.intersects(other); });
    });
    request();
    update();
}

void BoundaryTileItem::keepOverview(const TileKey& key)
{
    if (key.zoom == kOverviewZoom && m_overviewLevel.theme == key.theme
        && m_overviewLevel.scale == key.scale) {
        m_overview.removeIf([&key](const auto& kept) { return kept.key().theme != key.theme; });
        m_overview.insert(key, m_cache.find(key));
        m_freshOverview.insert(key);
    }
}

/// What is in view first, then the overview, then a rim round the view.
void BoundaryTileItem::request()
{
    if (m_level.zoom == 0 || m_camera.size.isEmpty()) {
        return;
    }
    std::vector<TileKey> keys = m_level.covering(m_camera.visible());
    if (!m_overviewBox.isEmpty()) {
        for (const TileKey& key : m_overviewLevel.covering(m_overviewBox)) {
            if (!m_freshOverview.contains(key)) {
                keys.push_back(key);
            }
        }
    }
    std::ranges::copy(m_level.covering(m_camera.visible(kAhead)), std::back_inserter(keys));
    m_cache.want(keys);
}

bool BoundaryTileItem::isComplete()
{
    if (static_cast<int>(std::lround(m_camera.zoom * 1000)) != m_level.zoom) {
        return false;
    }
    return std::ranges::all_of(m_level.covering(m_camera.visible()), [this](const TileKey& key) {
        return m_cache.isFresh(key);
    });
}

QRectF BoundaryTileItem::placeOf(const TileKey& key) const
{
    const double ratio = key.scale / 100.0;
    const MercatorBox box = key.box();
    if (key.zoom == static_cast<int>(std::lround(m_camera.zoom * 1000))) {
        // all tiles of a level are moved by the same whole number of device pixels: no seams, no blur
        const double scale = worldPixels(key.zoomLevel());
        const auto whole = [ratio](double v) { return std::round(v * ratio) / ratio; };
        const double left = whole(m_camera.centre.x * scale - m_camera.size.width() / 2);
        const double top = whole(m_camera.centre.y * scale - m_camera.size.height() / 2);
        return {
            key.x * 1.0 * kTileSide - left, key.y * 1.0 * kTileSide - top, kTileSide, kTileSide};
    }
    const QPointF a = m_camera.toView(box.min);
    const QPointF b = m_camera.toView(box.max);
    return {
        QPointF(std::floor(a.x()), std::floor(a.y())),
        QPointF(std::floor(b.x()), std::floor(b.y()))};
}

void BoundaryTileItem::addCached(
    const TileLevel& level,
    const MercatorBox& box,
    std::vector<Draw>& out)
{
    if (level.zoom == 0) {
        return;
    }
    for (const TileKey& key : level.covering(box)) {
        if (const QImage image = m_cache.find(key); !image.isNull()) {
            out.push_back({key, image});
        }
    }
}

std::vector<BoundaryTileItem::Draw> BoundaryTileItem::drawList()
{
    std::vector<Draw> draws;
    const MercatorBox box = m_camera.visible();
    if (!isComplete()) {
        for (auto it = m_overview.cbegin(); it != m_overview.cend(); ++it) {
            if (it.key().box().intersects(box)) {
                draws.push_back({it.key(), it.value()});
            }
        }
        if (std::abs(m_before.zoom - m_level.zoom)
            < 2500) // farther apart it would be hundreds of small ones
        {
            addCached(m_before, box, draws);
        }
    }
    addCached(m_level, box, draws);
    return draws;
}

QSGNode* BoundaryTileItem::updatePaintNode(QSGNode* old, UpdatePaintNodeData* /*data*/)
{
    QSGNode* root = old;
    if (root == nullptr) {
        root = new QSGNode;
        m_nodes.clear();
    }
    QHash<TileKey, Shown> kept;
    root->removeAllChildNodes();
    for (const Draw& draw : drawList()) {
        if (kept.contains(draw.key)) {
            continue;
        }
        Shown shown = m_nodes.take(draw.key);
        if (shown.node == nullptr) {
            shown.node = window()->createImageNode();
            shown.node->setOwnsTexture(true);
        }
        if (shown.image != draw.image.cacheKey()) {
            shown.node->setTexture(
                window()->createTextureFromImage(draw.image, QQuickWindow::TextureIsOpaque));
            shown.node->setSourceRect(QRectF(QPointF(), draw.image.size()));
            shown.image = draw.image.cacheKey();
        }
        const QRectF place = placeOf(draw.key);
        const bool isExact = place.size() == QSizeF(kTileSide, kTileSide);
        shown.node->setFiltering(isExact ? QSGTexture::Nearest : QSGTexture::Linear);
        shown.node->setRect(place);
        root->appendChildNode(shown.node);
        kept.insert(draw.key, shown);
    }
    for (const Shown& gone : std::as_const(m_nodes)) {
        delete gone.node;
    }
    m_nodes = std::move(kept);
    return root;
}

} // namespace sz::maps
