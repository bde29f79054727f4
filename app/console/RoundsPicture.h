// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The picture of check-in rounds: a night round over some districts and gates, half of it answered.

namespace sz::desk {
class Desk;
}
namespace sz::widgets {
class MainWindow;
class TickTimer;
} // namespace sz::widgets

namespace sz::app {

/// False when it did not come up. Blocks, running events.
[[nodiscard]] bool
setRoundsScene(widgets::MainWindow& window, desk::Desk& desk, widgets::TickTimer& tick);

/// A roll call half through. False when something was refused.
[[nodiscard]] bool
setRollScene(widgets::MainWindow& window, desk::Desk& desk, widgets::TickTimer& tick);

} // namespace sz::app
