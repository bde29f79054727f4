// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/TickTimer.h"

namespace sz::widgets {

namespace {

constexpr std::int64_t kSecondMs = 1000;
constexpr std::int64_t kAfterMs = 5; ///< just past the change, so that no second is shown twice

} // namespace

TickTimer::TickTimer(const Clock& clock, QObject* parent) : QObject(parent), m_clock(clock)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        arm();
        tick();
    });
}

void TickTimer::start()
{
    arm();
}

void TickTimer::stop()
{
    m_timer.stop();
}

void TickTimer::tick()
{
    Q_EMIT ticked(now());
}

void TickTimer::arm()
{
    const std::int64_t into = ((toUtcMs(now()) % kSecondMs) + kSecondMs) % kSecondMs;
    m_timer.start(static_cast<int>(kSecondMs - into + kAfterMs));
}

} // namespace sz::widgets
