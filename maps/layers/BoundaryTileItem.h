// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Draws the ground's tiles; while the right ones are being painted, those of the last zoom stand in, scaled.

#include "maps/tiles/TileCache.h"

#include <QHash>
#include <QQuickItem>
#include <QSet>

#include <vector>

class QSGImageNode;

namespace sz::maps {

/// Thread: gui. The cache must outlive it.
class BoundaryTileItem : public QQuickItem
{
    Q_OBJECT
public:
    explicit BoundaryTileItem(TileCache& cache, QQuickItem* parent = nullptr);

    /// Moves what is drawn; asks for tiles that come into view, but only of the present level.
    void setCamera(const CameraState& camera);
    /// From now on tiles of the camera's zoom are wanted: called when the zoom has come to rest.
    void sharpen(symbols::Theme theme, double ratio);
    /// A few tiles of the whole city that are never thrown away, so that nothing is ever blank.
    void setOverview(const MercatorBox& box);
    /// The cache has another painter for the same ground: what is drawn stays until it is there anew.
    void renew();
    /// The same for what lies within the boxes; the cache knows.
    void renewWithin(const std::vector<MercatorBox>& boxes);
    /// Everything in view is there at the right zoom.
    [[nodiscard]] bool isComplete();

protected:
    QSGNode* updatePaintNode(QSGNode* old, UpdatePaintNodeData* data) override;

private:
    struct Draw
    {
        TileKey key;
        QImage image;
    };
    struct Shown
    {
        QSGImageNode* node = nullptr;
        qint64 image = 0;
    };

    [[nodiscard]] QRectF placeOf(const TileKey& key) const;
    [[nodiscard]] std::vector<Draw> drawList();
    void addCached(const TileLevel& level, const MercatorBox& box, std::vector<Draw>& out);
    void request();
    void keepOverview(const TileKey& key);

    TileCache& m_cache;
    CameraState m_camera;
    TileLevel m_level;
    TileLevel m_before; ///< stands in while tiles of m_level are missing
    TileLevel m_overviewLevel;
    MercatorBox m_overviewBox;
    QHash<TileKey, QImage> m_overview;
    QSet<TileKey> m_freshOverview;
    QHash<TileKey, Shown> m_nodes;
};

} // namespace sz::maps
