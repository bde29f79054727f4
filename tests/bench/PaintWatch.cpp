// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/PaintWatch.h"

#include <QEvent>
#include <QTimer>
#include <QWidget>

#include <algorithm>

namespace sz::bench {

PaintWatch::PaintWatch(desk::Desk& desk, QWidget& viewport)
{
    viewport.installEventFilter(this);
    connect(&desk, &desk::Desk::changed, this, [this](const desk::ChangeSet& changes) {
        if (m_state == State::Waiting
            && std::ranges::any_of(
                changes.changed, [this](const model::IncidentPtr& i) { return m_shows(*i); })) {
            m_state = State::Carried;
        }
    });
}

void PaintWatch::start(std::function<bool(const model::Incident&)> shows)
{
    m_shows = std::move(shows);
    m_ms.reset();
    m_state = State::Waiting;
    m_clock.start();
}

std::optional<double> PaintWatch::wait(int patienceMs)
{
    if (!m_ms) {
        QTimer patience;
        patience.callOnTimeout(&m_loop, &QEventLoop::quit);
        patience.setSingleShot(true);
        patience.start(patienceMs);
        m_loop.exec();
    }
    m_state = State::Idle;
    return m_ms;
}

// The queued call comes after the whole repaint of the window, flush included.
bool PaintWatch::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Paint && m_state == State::Carried) {
        m_state = State::Painting;
        QMetaObject::invokeMethod(
            this,
            [this] {
                m_ms = static_cast<double>(m_clock.nsecsElapsed()) / 1e6;
                m_loop.quit();
            },
            Qt::QueuedConnection);
    }
    return QObject::eventFilter(watched, event);
}

} // namespace sz::bench
