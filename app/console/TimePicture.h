// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Pictures of the past, of two moments compared, and of the wall.

#include "data/base/Ids.h"

#include <QPixmap>
#include <QSize>
#include <QString>

namespace sz::widgets {
class MainWindow;
} // namespace sz::widgets

namespace sz::app {

/// "replay", "compare" or "wall".
[[nodiscard]] bool isTimeScreen(const QString& screen);
/// False when it did not come up.
[[nodiscard]] bool setTimeScene(
    const QString& screen,
    widgets::MainWindow& window,
    QSize size,
    const IncidentId& leading);
/// What the picture shows: the wall is a window of its own.
[[nodiscard]] QPixmap timePicture(const QString& screen, widgets::MainWindow& window);

} // namespace sz::app
