// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/view/MapCamera.h"

#include <algorithm>

namespace sz::maps {

namespace {

constexpr int kFlightMs = 180;

CameraState between(const CameraState& a, const CameraState& b, double share)
{
    return {
        {a.centre.x + (b.centre.x - a.centre.x) * share,
         a.centre.y + (b.centre.y - a.centre.y) * share},
        a.zoom + (b.zoom - a.zoom) * share,
        b.size};
}

} // namespace

MapCamera::MapCamera(QObject* parent) : QObject(parent)
{
    m_flight.setDuration(kFlightMs);
    m_flight.setStartValue(0.0);
    m_flight.setEndValue(1.0);
    m_flight.setEasingCurve(QEasingCurve::OutCubic);
    connect(&m_flight, &QVariantAnimation::valueChanged, this, [this](const QVariant& share) {
        set(between(m_from, m_to, share.toDouble()));
    });
    connect(&m_flight, &QVariantAnimation::finished, this, &MapCamera::landed);
}

void MapCamera::setSize(QSizeF size)
{
    m_to.size = size;
    CameraState resized = m_state;
    resized.size = size;
    set(resized);
}

void MapCamera::setPinned(bool on)
{
    m_isPinned = on;
    if (on) {
        m_flight.stop();
    }
}

void MapCamera::set(CameraState state)
{
    state.zoom = std::clamp(state.zoom, kMinZoom, kMaxZoom);
    state.centre.x = std::clamp(state.centre.x, m_limits.min.x, m_limits.max.x);
    state.centre.y = std::clamp(state.centre.y, m_limits.min.y, m_limits.max.y);
    if (state != m_state) {
        m_state = state;
        Q_EMIT changed();
    }
}

bool MapCamera::jumpTo(const CameraState& target)
{
    if (m_isPinned) {
        return false;
    }
    m_flight.stop();
    set(target);
    return true;
}

void MapCamera::flyTo(const CameraState& target)
{
    if (m_isPinned) {
        return;
    }
    m_flight.stop();
    m_from = m_state;
    m_to = target;
    m_flight.start();
}

void MapCamera::drag(QPointF delta)
{
    jumpTo(m_state.dragged(delta));
}

void MapCamera::zoomAt(QPointF anchor, double steps)
{
    jumpTo(m_state.zoomedAt(anchor, std::clamp(m_state.zoom + steps, kMinZoom, kMaxZoom)));
}

} // namespace sz::maps
