// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Many desks that take their feeds and cost next to nothing, because real ones are other machines: one thread for all of
// them, where a link each would have headquarters wait for the processor.

#include "tests/integration/hq/Wire.h"

#include <atomic>
#include <chrono>
#include <memory>
#include <thread>
#include <vector>

namespace sz::bench {

/// Speaks the protocol over OpenSSL and a WebSocket of its own. Gives one credit back for each frame, as a desk does.
class LeanDesks
{
public:
    using Steady = std::chrono::steady_clock;

    LeanDesks();
    ~LeanDesks();
    LeanDesks(const LeanDesks&) = delete;
    LeanDesks& operator=(const LeanDesks&) = delete;

    /// One after the other through TLS, upgrade, Hello and Welcome; then all listen. Errors: LinkDown.
    [[nodiscard]] Result<void> open(const std::vector<test::Enrolled>& desks, std::uint16_t port);

    [[nodiscard]] std::size_t size() const { return m_desks.size(); }
    [[nodiscard]] bool areIn() const; ///< none of them has been dropped
    [[nodiscard]] int frames(std::size_t desk) const;
    /// When the last feed frame came.
    [[nodiscard]] Steady::time_point lastAt(std::size_t desk) const;

private:
    class Desk;
    void listen();

    std::vector<std::unique_ptr<Desk>> m_desks;
    std::atomic<bool> m_isEnding = false;
    int m_epoll = -1;
    std::thread m_thread;
};

} // namespace sz::bench
