// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Draws sprites as image nodes: no custom geometry, so the software scene graph draws them too.

#include "maps/layers/SpriteSheet.h"

#include <QQuickItem>

#include <vector>

namespace sz::maps {

/// Thread: gui. A node costs about 25 µs a frame on the software scene graph: many sprites are put together into blocks of 256
/// pixels, which are drawn while the zoom is that of their making.
class SpriteItem : public QQuickItem
{
    Q_OBJECT
public:
    explicit SpriteItem(QQuickItem* parent = nullptr);

    void setCamera(const CameraState& camera);
    void setSheet(SpriteSheet sheet);

protected:
    QSGNode* updatePaintNode(QSGNode* old, UpdatePaintNodeData* data) override;

private:
    [[nodiscard]] QRectF placeOf(const Sprite& sprite) const;
    void drawBlocks(QSGNode& root);
    void drawSprites(QSGNode& root, bool isFixedOnly);
    void put(QSGNode& root, const QImage& image, const QRectF& source, const QRectF& place);

    CameraState m_camera;
    SpriteSheet m_sheet;
    std::vector<qint64> m_shown; ///< cache key of each node's texture
    std::size_t m_used = 0;      ///< nodes of this frame so far
    QSGNode* m_next = nullptr;   ///< node to be used again next
};

} // namespace sz::maps
