// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Work that many changes ask for is done at once when it is quiet, and at most so often when it is not.

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <functional>

namespace sz::widgets {

/// Thread: that of its owner.
class Coalescer final : public QObject
{
public:
    Coalescer(int everyMs, std::function<void()> work, QObject* parent)
        : QObject(parent), m_work(std::move(work)), m_every(everyMs)
    {
        m_timer.setSingleShot(true);
        connect(&m_timer, &QTimer::timeout, this, &Coalescer::run);
    }

    /// Now, or as soon as `everyMs` have gone by since it was done last.
    void ask()
    {
        if (m_timer.isActive()) {
            return;
        }
        const qint64 left = m_last.isValid() ? m_every - m_last.elapsed() : 0;
        if (left <= 0) {
            run();
        } else {
            m_timer.start(static_cast<int>(left));
        }
    }

private:
    void run()
    {
        m_work();
        m_last.start(); // counted from its end: work that takes long leaves room for the rest
    }

    std::function<void()> m_work;
    int m_every;
    QElapsedTimer m_last;
    QTimer m_timer;
};

} // namespace sz::widgets
