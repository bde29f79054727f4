// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Scenes of the supervision page for pictures: a campaign under way, a sheet being imported, led cases, inspection visits.

#include "data/desk/Desk.h"

#include <QString>

namespace sz::widgets {
class MainWindow;
class TickTimer;
} // namespace sz::widgets

namespace sz::app {

/// "campaign", "import", "cases", "visits".
[[nodiscard]] bool isSupervisionScreen(const QString& screen);

/// Sets the scene; false when it did not come up. Blocks, running events.
[[nodiscard]] bool setSupervisionScene(
    const QString& screen,
    widgets::MainWindow& window,
    desk::Desk& desk,
    widgets::TickTimer& tick);

} // namespace sz::app
