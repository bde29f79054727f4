// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The whole city in a corner: where the big map stands, and where something is late.

#include "data/base/Geo.h"
#include "data/threads/Mailbox.h"
#include "maps/geo/WebMercator.h"

#include <QImage>
#include <QPixmap>
#include <QThreadPool>
#include <QWidget>

namespace sz::maps {

class MapPanel;

/// Follows one MapPanel: its theme, camera and marks. Ground and dots are painted once and kept, the dots in the
/// pool; only the frame changes with the camera.
/// 150 × 175 px unless the owner sizes it otherwise. Thread: gui.
class InsetMap : public QWidget
{
    Q_OBJECT
public:
    /// `panel` must outlive it.
    explicit InsetMap(const MapPanel& panel, QWidget* parent = nullptr);
    ~InsetMap() override;

    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void centreRequested(sz::Wgs84 at);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;

private:
    void forgetGround();
    void forgetMarks();
    void askDots();
    void paintFrame(QPainter& painter, const CameraState& camera) const;
    [[nodiscard]] CameraState wholeCity() const;

    const MapPanel& m_panel;
    QPixmap m_ground;
    QImage m_dots; ///< those of the marks last painted; the old ones until then
    Mailbox m_mail;
    QThreadPool m_painter; ///< one thread: ten thousand dots take milliseconds
    bool m_isPainting = false;
    bool m_areDotsOld = false; ///< asked for again meanwhile
};

} // namespace sz::maps
