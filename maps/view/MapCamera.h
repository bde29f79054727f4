// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Where the map stands, and the only code that moves it: nothing moves after a gesture, nothing moves while pinned.

#include "maps/geo/WebMercator.h"

#include <QObject>
#include <QVariantAnimation>

namespace sz::maps {

/// Thread: gui. QML's Map is bound to it, never the other way round.
class MapCamera : public QObject
{
    Q_OBJECT
    Q_PROPERTY(double latitude READ latitude NOTIFY changed)
    Q_PROPERTY(double longitude READ longitude NOTIFY changed)
    Q_PROPERTY(double zoom READ zoom NOTIFY changed)
public:
    static constexpr double kMinZoom = 8;
    static constexpr double kMaxZoom = 16;

    explicit MapCamera(QObject* parent = nullptr);

    [[nodiscard]] const CameraState& state() const { return m_state; }
    [[nodiscard]] double latitude() const { return toWgs84(m_state.centre).lat; }
    [[nodiscard]] double longitude() const { return toWgs84(m_state.centre).lon; }
    [[nodiscard]] double zoom() const { return m_state.zoom; }

    /// The centre stays on this ground.
    void setLimits(const MercatorBox& box) { m_limits = box; }
    /// Keeps the centre, even while pinned.
    void setSize(QSizeF size);
    void setPinned(bool on);
    [[nodiscard]] bool isPinned() const { return m_isPinned; }

    /// At once. False while pinned.
    bool jumpTo(const CameraState& target);
    /// In at most 200 ms.
    void flyTo(const CameraState& target);
    [[nodiscard]] bool isFlying() const { return m_flight.state() == QAbstractAnimation::Running; }
    void drag(QPointF delta);
    /// Zooms about a point of the view by powers of two.
    void zoomAt(QPointF anchor, double steps);

Q_SIGNALS:
    void changed();
    void landed();

private:
    void set(CameraState state);

    CameraState m_state;
    CameraState m_from;
    CameraState m_to;
    MercatorBox m_limits{{0, 0}, {1, 1}};
    bool m_isPinned = false;
    QVariantAnimation m_flight;
};

} // namespace sz::maps
