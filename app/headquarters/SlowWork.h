// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// One thread for what takes tens of milliseconds (passwords), so that acts never wait behind it.

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>

namespace sz::headquarters {

/// In order, one after the other. `done` runs on this thread, too: it posts.
class SlowWork
{
public:
    SlowWork() : m_thread([this] { run(); }) {}
    ~SlowWork() { stop(); }
    SlowWork(const SlowWork&) = delete;
    SlowWork& operator=(const SlowWork&) = delete;

    void add(std::function<void()> work, std::function<void()> done)
    {
        const std::lock_guard lock(m_mutex);
        m_jobs.emplace_back(std::move(work), std::move(done));
        m_wake.notify_one();
    }

    /// What has not begun is forgotten. Idempotent.
    void stop()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_isEnding = true;
            m_wake.notify_one();
        }
        if (m_thread.joinable()) {
            m_thread.join();
        }
    }

private:
    using Job = std::pair<std::function<void()>, std::function<void()>>;

    void run()
    {
        while (auto job = next()) {
            job->first();
            job->second();
        }
    }

    std::optional<Job> next()
    {
        std::unique_lock lock(m_mutex);
        m_wake.wait(lock, [this] { return m_isEnding || !m_jobs.empty(); });
        if (m_isEnding) {
            return std::nullopt;
        }
        Job job = std::move(m_jobs.front());
        m_jobs.pop_front();
        return job;
    }

    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Job> m_jobs;
    bool m_isEnding = false;
    std::thread m_thread; // last: everything else is there when it starts
};

} // namespace sz::headquarters
