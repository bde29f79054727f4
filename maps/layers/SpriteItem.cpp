// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/layers/SpriteItem.h"

#include <QQuickWindow>
#include <QSGImageNode>

#include <cmath>
#include <utility>

namespace sz::maps {

SpriteItem::SpriteItem(QQuickItem* parent) : QQuickItem(parent)
{
    setFlag(ItemHasContents);
}

void SpriteItem::setCamera(const CameraState& camera)
{
    m_camera = camera;
    update();
}

void SpriteItem::setSheet(SpriteSheet sheet)
{
    m_sheet = std::move(sheet);
    update();
}

QRectF SpriteItem::placeOf(const Sprite& sprite) const
{
    return {
        cornerOf(sprite, m_camera), QSizeF(sprite.image.size()) / sprite.image.devicePixelRatio()};
}

void SpriteItem::put(QSGNode& root, const QImage& image, const QRectF& source, const QRectF& place)
{
    auto* node = static_cast<QSGImageNode*>(m_next);
    if (m_shown.size() <= m_used) {
        m_shown.resize(m_used + 1, 0);
    }
    const bool isNew = node == nullptr;
    if (isNew) {
        node = window()->createImageNode();
        node->setOwnsTexture(true);
        node->setFiltering(QSGTexture::Nearest); // sprites lie on whole pixels
        m_shown[m_used] = 0;
    }
    if (m_shown[m_used] != image.cacheKey()) {
        node->setTexture(window()->createTextureFromImage(image, QQuickWindow::TextureCanUseAtlas));
        m_shown[m_used] = image.cacheKey();
    }
    node->setSourceRect(source);
    node->setRect(place);
    if (isNew) { // only now: the software renderer asks for the texture at once
        root.appendChildNode(node);
    }
    m_next = node->nextSibling();
    ++m_used;
}

void SpriteItem::drawBlocks(QSGNode& root)
{
    const QSizeF was = m_sheet.camera.size;
    const QPointF moved =
        m_camera.toView(m_sheet.camera.centre) - QPointF(was.width() / 2, was.height() / 2);
    const QRectF view = QRectF(QPointF(), m_camera.size);
    for (const SpriteBlock& block : m_sheet.blocks) {
        const double ratio = block.image.devicePixelRatio();
        const QPointF corner = block.corner + moved + QPointF(block.used.topLeft()) / ratio;
        const QRectF place(
            std::round(corner.x() * ratio) / ratio, std::round(corner.y() * ratio) / ratio,
            block.used.width() / ratio, block.used.height() / ratio);
        if (place.intersects(view)) {
            put(root, block.image, block.used, place);
        }
    }
}

void SpriteItem::drawSprites(QSGNode& root, bool isFixedOnly)
{
    for (const Sprite& sprite : m_sheet.sprites) {
        if (!isFixedOnly || sprite.isFixed) {
            put(root, sprite.image, QRectF(QPointF(), sprite.image.size()), placeOf(sprite));
        }
    }
}

QSGNode* SpriteItem::updatePaintNode(QSGNode* old, UpdatePaintNodeData* /*data*/)
{
    QSGNode* root = old;
    if (root == nullptr) {
        root = new QSGNode;
        m_shown.clear();
    }
    m_used = 0;
    m_next = root->firstChild();
    const bool hasBlocks = !m_sheet.blocks.empty() && m_sheet.camera.zoom == m_camera.zoom;
    if (hasBlocks) {
        drawBlocks(*root);
    }
    drawSprites(*root, hasBlocks);
    while (m_next != nullptr) {
        QSGNode* gone = std::exchange(m_next, m_next->nextSibling());
        root->removeChildNode(gone);
        delete gone;
    }
    m_shown.resize(m_used);
    return root;
}

} // namespace sz::maps
