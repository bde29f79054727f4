// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What the QML handlers felt, as Qt signals: the QML file stays free of decisions.

#include <QObject>
#include <QPointF>

namespace sz::maps {

/// Points are view coordinates in logical pixels. Thread: gui.
class MapInput : public QObject
{
    Q_OBJECT
    Q_PROPERTY(Qt::CursorShape cursorShape READ cursorShape NOTIFY cursorShapeChanged)
public:
    using QObject::QObject;

    [[nodiscard]] Qt::CursorShape cursorShape() const { return m_cursor; }
    void setCursorShape(Qt::CursorShape shape)
    {
        if (shape != m_cursor) {
            m_cursor = shape;
            Q_EMIT cursorShapeChanged();
        }
    }

    Q_INVOKABLE void setDragging(bool on) { Q_EMIT draggingChanged(on); }
    Q_INVOKABLE void drag(double dx, double dy) { Q_EMIT dragged({dx, dy}); }
    Q_INVOKABLE void pinch(double x, double y, double factor) { Q_EMIT pinched({x, y}, factor); }
    Q_INVOKABLE void wheel(double x, double y, double eighths) { Q_EMIT wheeled({x, y}, eighths); }
    Q_INVOKABLE void tap(double x, double y) { Q_EMIT tapped({x, y}); }
    Q_INVOKABLE void doubleTap(double x, double y) { Q_EMIT doubleTapped({x, y}); }
    Q_INVOKABLE void hover(double x, double y) { Q_EMIT hovered({x, y}); }
    Q_INVOKABLE void leave() { Q_EMIT left(); }

Q_SIGNALS:
    void cursorShapeChanged();
    void draggingChanged(bool on);
    void dragged(QPointF delta);
    void pinched(QPointF at, double factor);
    void wheeled(QPointF at, double eighths); ///< eighths of a degree, 120 a notch
    void tapped(QPointF at);
    void doubleTapped(QPointF at);
    void hovered(QPointF at);
    void left();

private:
    Qt::CursorShape m_cursor = Qt::ArrowCursor;
};

} // namespace sz::maps
