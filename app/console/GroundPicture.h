// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Scenes of the map for pictures: the layers' panel with sample files, the card of a place.

#include "data/desk/Desk.h"

#include <QString>

namespace sz::widgets {
class MainWindow;
} // namespace sz::widgets

namespace sz::app {

/// "layers", "drills", "place", "draw", "plan", "plan-edit", "plan-fault".
[[nodiscard]] bool isGroundScreen(const QString& screen);

/// Sets the scene; false when it did not come up. Blocks, running events.
[[nodiscard]] bool
setGroundScene(const QString& screen, widgets::MainWindow& window, desk::Desk& desk, Instant now);

} // namespace sz::app
