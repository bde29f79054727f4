// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Work for the threads of a pool. As QThreadPool::start, but the hand-over is an atomic of ours: then ThreadSanitizer sees it
// (Qt's own queue is not built with it). What comes back goes through a Mailbox.

#include "data/threads/Mailbox.h"

#include <QFuture>
#include <QPromise>
#include <QRunnable>
#include <QThreadPool>

#include <atomic>
#include <memory>
#include <tuple>
#include <type_traits>
#include <utility>

namespace sz {

/// Runs once on a thread of a pool, and is destroyed there.
template <class Work>
class PoolWork final : public QRunnable
{
public:
    explicit PoolWork(Work work) : m_work(std::move(work))
    {
        m_isWhole.store(true, std::memory_order_release);
    }

    void run() override
    {
        std::ignore = m_isWhole.load(std::memory_order_acquire);
        m_work();
    }

private:
    Work m_work;
    std::atomic<bool> m_isWhole = false;
};

/// `priority` as QThreadPool has it: larger ones go first.
template <class Work>
void startOn(QThreadPool& pool, Work work, int priority = 0)
{
    pool.start(new PoolWork<Work>(std::move(work)), priority); // the pool's from here
}

/// What `work` gives, told on the thread that asks; that one needs an event loop.
template <class Work>
[[nodiscard]] QFuture<std::invoke_result_t<Work>> askPool(QThreadPool& pool, Work work)
{
    using Answer = std::invoke_result_t<Work>;
    auto promise = std::make_shared<QPromise<Answer>>();
    promise->start();
    QFuture<Answer> future = promise->future();
    const std::shared_ptr<Mailbox> home(new Mailbox, [](Mailbox* box) { box->deleteLater(); });
    startOn(pool, [promise = std::move(promise), home, work = std::move(work)]() mutable {
        // The letter keeps its box: the last to let go is the one who has read it, whatever is deleted before its turn.
        home->post([promise = std::move(promise), answer = work(), home]() mutable {
            promise->addResult(std::move(answer));
            promise->finish();
        });
    });
    return future;
}

} // namespace sz
