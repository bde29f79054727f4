// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Hears what PostgreSQL notifies, and looks once a second because a notification can be lost.

#include "data/store/HqLog.h"

#include <thread>

namespace sz::store {

/// One connection that LISTENs and one thread. Calls back after each notification, after each
/// reconnection, and when the poll finds another revision than the one before.
class PgWatch final : public HqWatch
{
public:
    PgWatch(std::string url, std::function<void()> changed);
    ~PgWatch() override;

private:
    class Listener;
    void run();
    [[nodiscard]] bool hasEnded() const;
    void rest() const;

    std::string m_url;
    std::function<void()> m_changed;
    int m_wake = -1; ///< eventfd: becomes readable when the thread has to end
    std::thread m_thread;
};

} // namespace sz::store
