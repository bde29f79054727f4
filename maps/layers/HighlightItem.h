// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The light ground and edge of one area, painted in the pool as one picture of what is in view.

#include "data/threads/Mailbox.h"
#include "maps/geo/BoundaryStore.h"
#include "maps/symbols/Tokens.h"

#include <QImage>
#include <QQuickItem>
#include <QThreadPool>

#include <memory>

namespace sz::maps {

enum class HighlightSort : std::uint8_t {
    Selected, ///< 13 % fill and a 2.5 px edge
    Hovered,  ///< 5 % fill
};

/// A painted area with the ground it covers.
struct HighlightPicture
{
    QImage image;
    MercatorBox box;
};
/// What lies within a quarter of a view round the camera. Null image when nothing does. Thread: any; 1 to 4 ms.
[[nodiscard]] HighlightPicture paintHighlight(
    const Shape& area,
    const CameraState& camera,
    double ratio,
    symbols::Theme theme,
    HighlightSort sort);

/// Thread: gui; the pool must be drained before it goes.
class HighlightItem : public QQuickItem
{
    Q_OBJECT
public:
    HighlightItem(HighlightSort sort, QThreadPool& pool, QQuickItem* parent = nullptr);

    void setStore(std::shared_ptr<const BoundaryStore> store);
    void setCamera(const CameraState& camera);
    /// 0 = none. The old area stays until the new one is painted.
    void setArea(int number);
    [[nodiscard]] int area() const { return m_area; }
    /// Paints anew for the present camera.
    void refresh(symbols::Theme theme, double ratio);
    [[nodiscard]] bool isBusy() const { return m_open > 0; }

Q_SIGNALS:
    void painted();

protected:
    QSGNode* updatePaintNode(QSGNode* old, UpdatePaintNodeData* data) override;

private:
    void show(int generation, HighlightPicture picture);

    HighlightSort m_sort;
    Mailbox m_mail;
    QThreadPool& m_pool;
    std::shared_ptr<const BoundaryStore> m_store;
    CameraState m_camera;
    symbols::Theme m_theme = symbols::Theme::Dark;
    double m_ratio = 1;
    int m_area = 0;
    int m_generation = 0;
    int m_open = 0;
    HighlightPicture m_picture;
    qint64 m_shown = 0;
};

} // namespace sz::maps
