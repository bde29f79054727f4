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

void SpriteItem::setSprites(std::vector<Sprite> sprites)
{
    m_sprites = std::move(sprites);
    update();
}

QRectF SpriteItem::placeOf(const Sprite& sprite) const
{
    const double ratio = sprite.image.devicePixelRatio();
    const QPointF corner =
        sprite.isFixed ? sprite.offset : m_camera.toView(sprite.anchor) + sprite.offset;
    const QPointF whole(
        std::round(corner.x() * ratio) / ratio, std::round(corner.y() * ratio) / ratio);
    return {whole, QSizeF(sprite.image.size()) / ratio};
}

QSGNode* SpriteItem::updatePaintNode(QSGNode* old, UpdatePaintNodeData* /*data*/)
{
    QSGNode* root = old;
    if (root == nullptr) {
        root = new QSGNode;
        m_shown.clear();
    }
    QSGNode* child = root->firstChild();
    m_shown.resize(m_sprites.size(), 0);
    for (std::size_t i = 0; i < m_sprites.size(); ++i) {
        auto* node = static_cast<QSGImageNode*>(child);
        if (node == nullptr) {
            node = window()->createImageNode();
            node->setOwnsTexture(true);
            node->setFiltering(QSGTexture::Nearest); // sprites lie on whole pixels
            m_shown[i] = 0;
        }
        if (m_shown[i] != m_sprites[i].image.cacheKey()) {
            const QImage& image = m_sprites[i].image;
            QSGTexture* texture =
                window()->createTextureFromImage(image, QQuickWindow::TextureCanUseAtlas);
            node->setTexture(texture);
            node->setSourceRect(QRectF(QPointF(), image.size()));
            m_shown[i] = image.cacheKey();
        }
        node->setRect(placeOf(m_sprites[i]));
        if (node->parent()
            == nullptr) // only now: the software renderer asks for the texture at once
        {
            root->appendChildNode(node);
        }
        child = node->nextSibling();
    }
    while (child != nullptr) {
        QSGNode* next = child->nextSibling();
        root->removeChildNode(child);
        delete child;
        child = next;
    }
    return root;
}

} // namespace sz::maps
