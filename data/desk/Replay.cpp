// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/desk/Replay.h"

#include <QThread>

#include <algorithm>
#include <utility>

namespace sz::desk {

Replay::Replay(
    std::shared_ptr<const plan::Plan> plan,
    std::filesystem::path logFile,
    vault::DataKey key,
    QObject* parent)
    : QObject(parent), m_plan(plan),
      m_replayer(std::move(plan), [file = std::move(logFile), key = std::move(key)] {
          return store::DeskReader::open(file, key.get());
      })
{
    m_pool.setMaxThreadCount(1);
    m_pool.setThreadPriority(QThread::LowPriority); // the desk's own work goes first
}

Replay::~Replay()
{
    m_isEnding = true;
    m_pool.waitForDone();
}

void Replay::open()
{
    m_isBusy = true;
    const std::lock_guard lock(m_mutex);
    m_wantsOpen = true;
    m_wish.reset();
    if (!std::exchange(m_isWorking, true)) {
        startOn(m_pool, [this] { work(); });
    }
}

void Replay::show(std::size_t position, Instant now)
{
    m_isBusy = true;
    const std::lock_guard lock(m_mutex);
    m_wish = Wish{position, now};
    if (!std::exchange(m_isWorking, true)) {
        startOn(m_pool, [this] { work(); });
    }
}

void Replay::rest()
{
    const std::lock_guard lock(m_mutex);
    m_wish.reset();
    m_wantsRest = true;
    if (!std::exchange(m_isWorking, true)) {
        startOn(m_pool, [this] { work(); });
    }
}

std::optional<Replay::Wish> Replay::takeWish()
{
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_wish, std::nullopt);
}

bool Replay::hasWork()
{
    const std::lock_guard lock(m_mutex);
    return m_wantsOpen || m_wantsRest || m_wish.has_value();
}

// Until nothing is asked for and no checkpoint is left to make.
void Replay::work()
{
    while (!m_isEnding) {
        bool wantsOpen = false;
        bool wantsRest = false;
        {
            const std::lock_guard lock(m_mutex);
            wantsOpen = std::exchange(m_wantsOpen, false);
            wantsRest = std::exchange(m_wantsRest, false);
        }
        if (wantsOpen) {
            openNow();
        } else if (const auto wish = takeWish()) {
            showNow(*wish);
        } else if (wantsRest) {
            m_replayer.forget();
            const std::lock_guard lock(m_mutex);
            if (!m_wantsOpen && !m_wish) {
                m_isWorking = false; // nothing is made ahead for a screen nobody looks at
                return;
            }
        } else {
            prepareSome();
            const std::lock_guard lock(m_mutex);
            if (!m_wantsOpen && !m_wantsRest && !m_wish) {
                m_isWorking = false;
                return;
            }
        }
    }
}

void Replay::openNow()
{
    int told = -1;
    const auto read = m_replayer.open(
        [this, &told](std::size_t done, std::size_t total) {
            const int percent = static_cast<int>(100 * done / std::max<std::size_t>(total, 1));
            if (std::exchange(told, percent) != percent) {
                m_gui.post([this, percent] { Q_EMIT progressed(percent); });
            }
        },
        [this] { return m_isEnding.load(); });
    if (!read) {
        m_gui.post([this, error = read.error()] {
            m_isBusy = false;
            Q_EMIT failed(error);
        });
        return;
    }
    m_gui.post([this, timeline = m_replayer.timeline()] {
        m_timeline = timeline;
        m_isBusy = false;
        Q_EMIT opened();
    });
}

void Replay::showNow(const Wish& wish)
{
    const auto board = m_replayer.at(wish.position, [this] { return m_isEnding || hasWork(); });
    if (!board) {
        if (board.error().code != Code::Cancelled) {
            m_gui.post([this, error = board.error()] {
                m_isBusy = false;
                Q_EMIT failed(error);
            });
        }
        return; // a newer wish is told instead
    }
    const replay::Timeline& line = *m_replayer.timeline();
    auto past = std::make_shared<Past>();
    past->position = board->position;
    past->number = board->position == 0 ? 0 : line.numberOf(board->position - 1);
    past->now = std::max(wish.now, line.momentOf(board->position));
    past->incidents = replay::shownAt(*board, past->now);
    past->mode = board->mode;
    past->drawings = board->drawings;
    past->drills = board->drills;
    m_gui.post([this, past = PastPtr(std::move(past))] {
        m_isBusy = false;
        Q_EMIT shown(past);
    });
}

// While nobody asks: what dragging will need.
void Replay::prepareSome()
{
    while (!m_isEnding && !hasWork()) {
        const auto more = m_replayer.prepare();
        if (!more || !*more) {
            return;
        }
    }
}

} // namespace sz::desk
