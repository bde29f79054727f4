// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The one timer behind every countdown, age and clock on the screen.

#include "data/base/Clock.h"

#include <QObject>
#include <QTimer>

namespace sz::widgets {

/// Ticks once a second, just after the clock's second changes; passed by reference to whoever shows time.
/// Thread: gui. The clock must outlive it.
class TickTimer final : public QObject
{
    Q_OBJECT
public:
    explicit TickTimer(const Clock& clock, QObject* parent = nullptr);

    [[nodiscard]] Instant now() const { return m_clock.now(); }
    void start();
    void stop();
    /// Emits `ticked` at once: tests and screenshots that moved their clock.
    void tick();

Q_SIGNALS:
    void ticked(sz::Instant now);

private:
    void arm();

    const Clock& m_clock;
    QTimer m_timer;
};

} // namespace sz::widgets
