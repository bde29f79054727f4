// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/layers/SpriteItem.h"

#include <QPainter>
#include <QQuickWindow>
#include <QSGImageNode>

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

namespace sz::maps {
namespace {

constexpr std::ptrdiff_t kMany = 40; ///< sprites from which blocks are cheaper
constexpr double kBlock = 256;       ///< side in logical pixels

} // namespace

SpriteItem::SpriteItem(QQuickItem* parent) : QQuickItem(parent)
{
    setFlag(ItemHasContents);
}

void SpriteItem::setCamera(const CameraState& camera)
{
    m_camera = camera;
    update();
}

void SpriteItem::setSprites(std::vector<Sprite> sprites)
{
    m_sprites = std::move(sprites);
    makeBlocks();
    update();
}

QPointF SpriteItem::cornerOf(const Sprite& sprite, const CameraState& camera) const
{
    const double ratio = sprite.image.devicePixelRatio();
    const QPointF corner =
        sprite.isFixed ? sprite.offset : camera.toView(sprite.anchor) + sprite.offset;
    return {std::round(corner.x() * ratio) / ratio, std::round(corner.y() * ratio) / ratio};
}

QRectF SpriteItem::placeOf(const Sprite& sprite) const
{
    return {
        cornerOf(sprite, m_camera), QSizeF(sprite.image.size()) / sprite.image.devicePixelRatio()};
}

// In the order of the sprites, so that what lies over another does so here, too.
void SpriteItem::makeBlocks()
{
    m_blocks.clear();
    m_blockCamera = m_camera;
    const auto moving = std::ranges::count(m_sprites, false, &Sprite::isFixed);
    if (moving < kMany) {
        return;
    }
    const double ratio = m_sprites.front().image.devicePixelRatio();
    std::map<std::pair<int, int>, Block> blocks;
    for (const Sprite& sprite : m_sprites) {
        if (sprite.isFixed) {
            continue;
        }
        const QRectF place(cornerOf(sprite, m_camera), QSizeF(sprite.image.size()) / ratio);
        const auto cell = [](double v) { return static_cast<int>(std::floor(v / kBlock)); };
        for (int y = cell(place.top()); y <= cell(place.bottom()); ++y) {
            for (int x = cell(place.left()); x <= cell(place.right()); ++x) {
                Block& block = blocks[{x, y}];
                if (block.image.isNull()) {
                    const int side = static_cast<int>(std::ceil(kBlock * ratio));
                    block.corner = QPointF(x * kBlock, y * kBlock);
                    block.image = QImage(side, side, QImage::Format_ARGB32_Premultiplied);
                    block.image.setDevicePixelRatio(ratio);
                    block.image.fill(Qt::transparent);
                }
                const QPointF at = place.topLeft() - block.corner;
                QPainter(&block.image).drawImage(at, sprite.image);
                const QRectF pixels(at * ratio, QSizeF(sprite.image.size()));
                block.used |= pixels.toAlignedRect() & block.image.rect();
            }
        }
    }
    for (auto& [cell, block] : blocks) {
        if (!block.used.isEmpty()) {
            m_blocks.push_back(std::move(block));
        }
    }
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
    const QSizeF was = m_blockCamera.size;
    const QPointF moved =
        m_camera.toView(m_blockCamera.centre) - QPointF(was.width() / 2, was.height() / 2);
    const QRectF view = QRectF(QPointF(), m_camera.size);
    for (const Block& block : m_blocks) {
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
    for (const Sprite& sprite : m_sprites) {
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
    const bool hasBlocks = !m_blocks.empty() && m_blockCamera.zoom == m_camera.zoom;
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
