// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Draws sprites as image nodes: no custom geometry, so the software scene graph draws them too.

#include "maps/layers/Sprite.h"

#include <QQuickItem>

#include <vector>

namespace sz::maps {

/// Thread: gui. About 25 µs a sprite and frame on the software scene graph.
class SpriteItem : public QQuickItem
{
    Q_OBJECT
public:
    explicit SpriteItem(QQuickItem* parent = nullptr);

    void setCamera(const CameraState& camera);
    void setSprites(std::vector<Sprite> sprites);

protected:
    QSGNode* updatePaintNode(QSGNode* old, UpdatePaintNodeData* data) override;

private:
    [[nodiscard]] QRectF placeOf(const Sprite& sprite) const;

    CameraState m_camera;
    std::vector<Sprite> m_sprites;
    std::vector<qint64> m_shown; ///< cache key of each node's texture
};

} // namespace sz::maps
