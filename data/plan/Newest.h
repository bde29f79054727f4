// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The value that is in use now; older ones stay, because somebody may still read them or hold a pointer into them.

#include <atomic>
#include <memory>
#include <mutex>
#include <vector>

namespace sz::plan {

/// Thread-safe. Values are few: one for each day on which another plan came into force while the program ran.
template <class T>
class Newest
{
public:
    explicit Newest(std::unique_ptr<T> first) { put(std::move(first)); }

    [[nodiscard]] T& operator*() const { return *m_now.load(std::memory_order_acquire); }
    void put(std::unique_ptr<T> next)
    {
        const std::scoped_lock lock(m_mutex);
        T* now = next.get();
        m_all.push_back(std::move(next));
        m_now.store(now, std::memory_order_release);
    }

private:
    std::mutex m_mutex;
    std::vector<std::unique_ptr<T>> m_all;
    std::atomic<T*> m_now = nullptr;
};

} // namespace sz::plan
