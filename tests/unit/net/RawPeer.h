// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Plain POSIX sockets for what a well-behaved peer never does: talk nonsense, fall silent, hang.

#include "data/base/Bytes.h"

#include <atomic>
#include <chrono>
#include <memory>
#include <optional>
#include <thread>

namespace sz::test {

/// Owns a file descriptor.
class Socket
{
public:
    explicit Socket(int fd = -1) : m_fd(fd) {}
    ~Socket();
    Socket(Socket&& other) noexcept : m_fd(std::exchange(other.m_fd, -1)) {}
    Socket& operator=(Socket&& other) noexcept
    {
        std::swap(m_fd, other.m_fd);
        return *this;
    }

    [[nodiscard]] int fd() const { return m_fd; }
    bool write(BytesView bytes) const;
    /// True when the other end hangs up within the time; what comes until then is thrown away.
    [[nodiscard]] bool isClosedWithin(std::chrono::milliseconds limit) const;

private:
    int m_fd;
};

/// Connected to 127.0.0.1.
[[nodiscard]] Socket connectTo(std::uint16_t port);
/// Listens on a free port of 127.0.0.1 and never accepts by itself.
[[nodiscard]] Socket listenAnywhere();
[[nodiscard]] std::uint16_t portOf(const Socket& socket);

/// Forwards one TCP connection to a port until told to fall silent: both sockets stay open and nobody reads them, which is
/// what a pulled cable or a stopped process looks like.
class Proxy
{
public:
    explicit Proxy(std::uint16_t target);
    ~Proxy();

    [[nodiscard]] std::uint16_t port() const { return portOf(m_listener); }
    void fallSilent() { m_isSilent = true; }

private:
    void run(std::uint16_t target);

    Socket m_listener;
    std::atomic<bool> m_isSilent = false;
    std::atomic<bool> m_isOver = false;
    std::thread m_thread;
};

} // namespace sz::test
