// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A desk with its real window in this process: what an operator sits at.

#include "data/desk/Desk.h"
#include "data/plan/Places.h"
#include "widgets/common/ThemeSource.h"
#include "widgets/common/TickTimer.h"

#include <memory>

namespace sz::widgets {
class BoardView;
class MainWindow;
} // namespace sz::widgets

namespace sz::bench {

/// The sample plan beside the source. Errors: as plan::loadPlan.
[[nodiscard]] Result<std::shared_ptr<const plan::Plan>> benchPlan();

/// Thread: gui.
class Seat
{
public:
    Seat(desk::Profile profile, std::shared_ptr<const plan::Plan> plan, bool isLinked);
    ~Seat();

    /// Opens the files, shows the window and waits for its first complete frame. Errors: what the desk says; Busy after 30 s.
    [[nodiscard]] Result<void> open();
    [[nodiscard]] desk::Desk& desk() { return *m_desk; }
    [[nodiscard]] widgets::MainWindow& window() { return *m_window; }
    [[nodiscard]] widgets::BoardView& board();
    /// Incidents whose tile is on the screen now, from the top.
    [[nodiscard]] std::vector<IncidentId> visible();

private:
    SystemClock m_clock;
    widgets::ThemeSource m_theme;
    widgets::TickTimer m_tick{m_clock};
    std::shared_ptr<const plan::Plan> m_plan;
    plan::PlaceFinder m_finder;
    plan::PlaceIndex m_index;
    std::unique_ptr<desk::Desk> m_desk;
    std::unique_ptr<widgets::MainWindow> m_window;
};

/// Runs the event loop until the condition holds; false after `ms`.
template <class Condition>
[[nodiscard]] bool until(Condition condition, int ms);
/// Runs the event loop for so long.
void rest(int ms);

} // namespace sz::bench

#include <QCoreApplication>
#include <QElapsedTimer>

template <class Condition>
bool sz::bench::until(Condition condition, int ms)
{
    QElapsedTimer waited;
    waited.start();
    while (!condition() && waited.elapsed() < ms) {
        QCoreApplication::processEvents(QEventLoop::AllEvents);
        if (!condition()) {
            rest(1);
        }
    }
    return condition();
}
