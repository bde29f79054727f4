// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Drags a map in a figure of eight and counts the frames that come of it.

#include <QQuickWidget>

#include <functional>
#include <vector>

namespace sz::bench {

struct PanFigures
{
    std::vector<double> frameMs;
    double cpuMs = 0; ///< of all threads of the process, a frame
    double rssMb = 0;

    [[nodiscard]] double wallMs() const;
};

/// `before` runs before each frame. Real mouse events; a frame is done when the map has been painted and flushed. With `everyMs`
/// frames are due at that pace, as a screen shows them, and each is measured from when it was due: work that lies between
/// two frames costs nothing, work that keeps one waiting does.
[[nodiscard]] PanFigures
pan(QWidget& window,
    QQuickWidget& target,
    int frames,
    const std::function<void()>& before = {},
    double everyMs = 0);

} // namespace sz::bench
