// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// From an act to the frame that shows it: the stopwatch of the two paint benchmarks.

#include "data/desk/Desk.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QObject>

#include <functional>
#include <optional>

class QWidget;

namespace sz::bench {

/// Stops after the first paint of `viewport` that follows the change of `desk` which carries the act, when that paint is
/// through and flushed. Forces no paint. Make it after the window, so that its models have the change first. Thread: gui.
class PaintWatch final : public QObject
{
public:
    PaintWatch(desk::Desk& desk, QWidget& viewport);

    /// Starts the watch; `shows` says whether this incident carries the act.
    void start(std::function<bool(const model::Incident&)> shows);
    /// Milliseconds from start() to the frame; none after `patienceMs`.
    [[nodiscard]] std::optional<double> wait(int patienceMs = 5000);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    enum class State : std::uint8_t {
        Idle,
        Waiting,
        Carried,  ///< the desk told it, the model has it
        Painting, ///< the paint that shows it has begun
    };

    std::function<bool(const model::Incident&)> m_shows;
    State m_state = State::Idle;
    QElapsedTimer m_clock;
    std::optional<double> m_ms;
    QEventLoop m_loop;
};

} // namespace sz::bench
