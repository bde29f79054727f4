// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/mapscene/Panner.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QMouseEvent>
#include <QThread>

#include <cmath>
#include <ctime>
#include <numbers>
#include <numeric>

namespace sz::bench {
namespace {

/// Paints of the widget that have been flushed.
class PaintCount final : public QObject
{
public:
    explicit PaintCount(QWidget& watched) : QObject(&watched) { watched.installEventFilter(this); }
    int count = 0;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() == QEvent::Paint) {
            QMetaObject::invokeMethod(this, [this] { ++count; }, Qt::QueuedConnection);
        }
        return QObject::eventFilter(watched, event);
    }
};

/// When frames are due. One that came too late lets those go that were due meanwhile, as a screen does.
class Pace
{
public:
    explicit Pace(double everyMs) : m_every(everyMs) { m_clock.start(); }

    void awaitNext()
    {
        if (m_every <= 0) {
            m_due = now();
            return;
        }
        do {
            m_due += m_every;
        } while (m_due + m_every < now());
        while (now() < m_due) {
            QCoreApplication::processEvents(QEventLoop::AllEvents);
            QThread::usleep(100);
        }
    }
    [[nodiscard]] double sinceDueMs() const { return now() - m_due; }

private:
    [[nodiscard]] double now() const { return static_cast<double>(m_clock.nsecsElapsed()) / 1e6; }

    double m_every;
    double m_due = 0;
    QElapsedTimer m_clock;
};

void send(QWidget& target, QEvent::Type type, QPointF at, Qt::MouseButtons held)
{
    const Qt::MouseButton button = type == QEvent::MouseMove ? Qt::NoButton : Qt::LeftButton;
    QMouseEvent event(type, at, target.mapToGlobal(at), button, held, Qt::NoModifier);
    QCoreApplication::sendEvent(&target, &event);
}

double rssMb()
{
    QFile file(QStringLiteral("/proc/self/status"));
    if (file.open(QIODevice::ReadOnly)) {
        for (const QByteArray& line : file.readAll().split('\n')) {
            if (line.startsWith("VmRSS:")) {
                return line.simplified().split(' ').value(1).toDouble() / 1024;
            }
        }
    }
    return 0;
}

double cpuNow()
{
    timespec time{};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1000 + static_cast<double>(time.tv_nsec) / 1e6;
}

} // namespace

double PanFigures::wallMs() const
{
    return std::accumulate(frameMs.begin(), frameMs.end(), 0.0)
           / static_cast<double>(std::max<std::size_t>(1, frameMs.size()));
}

PanFigures
pan(QWidget& window,
    QQuickWidget& target,
    int frames,
    const std::function<void()>& before,
    double everyMs)
{
    PaintCount paints(target);
    const QPointF middle(window.width() / 2.0, window.height() / 2.0);
    send(target, QEvent::MouseButtonPress, middle, Qt::LeftButton);
    for (int i = 1; i <= 10; ++i) { // over the threshold of the drag handler
        send(target, QEvent::MouseMove, middle + QPointF(i * 3, 0), Qt::LeftButton);
        QCoreApplication::processEvents();
    }
    PanFigures out;
    const double cpu = cpuNow();
    Pace pace(everyMs);
    for (int i = 0; i < frames; ++i) {
        pace.awaitNext();
        if (before) {
            before();
        }
        const double turn = i * 2 * std::numbers::pi / 300;
        const int painted = paints.count;
        send(
            target, QEvent::MouseMove,
            middle + QPointF(30 + 260 * std::sin(turn), 180 * std::sin(2 * turn)), Qt::LeftButton);
        while (paints.count == painted && pace.sinceDueMs() < 20'000) {
            QCoreApplication::processEvents(QEventLoop::AllEvents);
        }
        out.frameMs.push_back(pace.sinceDueMs());
    }
    out.cpuMs = (cpuNow() - cpu) / frames;
    send(target, QEvent::MouseButtonRelease, middle, Qt::NoButton);
    out.rssMb = rssMb();
    return out;
}

} // namespace sz::bench
