// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The scene "handover": a sheet half read, the outgoing side signed, red rows left.

#include "data/desk/Desk.h"

namespace sz::widgets {
class MainWindow;
class TickTimer;
} // namespace sz::widgets

namespace sz::app {

/// False when it did not come up. Blocks, running events.
[[nodiscard]] bool
setHandoverScene(widgets::MainWindow& window, desk::Desk& desk, widgets::TickTimer& tick);

} // namespace sz::app
