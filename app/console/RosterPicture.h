// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Scenes of the roster page for pictures: a week with gaps, a swap that waits and a loan; a day, a month, an area, an import.

#include "data/desk/Desk.h"

#include <QString>

namespace sz::widgets {
class MainWindow;
class TickTimer;
} // namespace sz::widgets

namespace sz::app {

/// "roster", "roster-day", "roster-month", "roster-area", "roster-import".
[[nodiscard]] bool isRosterScreen(const QString& screen);

/// Sets the scene; false when it did not come up. Blocks, running events.
[[nodiscard]] bool setRosterScene(
    const QString& screen,
    widgets::MainWindow& window,
    desk::Desk& desk,
    widgets::TickTimer& tick);

} // namespace sz::app
