// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/net/RawPeer.h"

#include <arpa/inet.h>
#include <array>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace sz::test {
namespace {

sockaddr_in loopback(std::uint16_t port)
{
    sockaddr_in out{};
    out.sin_family = AF_INET;
    out.sin_port = htons(port);
    out.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return out;
}

const sockaddr* generic(const sockaddr_in& address)
{
    return reinterpret_cast<const sockaddr*>(&address);
}

bool isReadable(int fd, int ms)
{
    pollfd one{fd, POLLIN, 0};
    return poll(&one, 1, ms) > 0;
}

/// False at the end of the stream.
bool forward(const Socket& from, const Socket& to)
{
    std::array<std::uint8_t, 65536> buffer{};
    const ssize_t got = recv(from.fd(), buffer.data(), buffer.size(), 0);
    return got > 0 && to.write({buffer.data(), static_cast<std::size_t>(got)});
}

} // namespace

Socket::~Socket()
{
    if (m_fd >= 0) {
        ::close(m_fd);
    }
}

bool Socket::write(BytesView bytes) const
{
    while (!bytes.empty()) {
        const ssize_t done = ::send(m_fd, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (done <= 0) {
            return false;
        }
        bytes = bytes.subspan(static_cast<std::size_t>(done));
    }
    return true;
}

bool Socket::isClosedWithin(std::chrono::milliseconds limit) const
{
    const auto end = std::chrono::steady_clock::now() + limit;
    std::array<char, 4096> buffer{};
    while (std::chrono::steady_clock::now() < end) {
        if (isReadable(m_fd, 20) && recv(m_fd, buffer.data(), buffer.size(), 0) <= 0) {
            return true;
        }
    }
    return false;
}

Socket connectTo(std::uint16_t port)
{
    Socket out(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
    const sockaddr_in address = loopback(port);
    return ::connect(out.fd(), generic(address), sizeof address) == 0 ? std::move(out) : Socket();
}

Socket listenAnywhere()
{
    Socket out(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
    const sockaddr_in address = loopback(0);
    const bool ok =
        ::bind(out.fd(), generic(address), sizeof address) == 0 && ::listen(out.fd(), 16) == 0;
    return ok ? std::move(out) : Socket();
}

std::uint16_t portOf(const Socket& socket)
{
    sockaddr_in address{};
    socklen_t size = sizeof address;
    ::getsockname(socket.fd(), reinterpret_cast<sockaddr*>(&address), &size);
    return ntohs(address.sin_port);
}

Proxy::Proxy(std::uint16_t target)
    : m_listener(listenAnywhere()), m_thread([this, target] { run(target); })
{
}

Proxy::~Proxy()
{
    m_isOver = true;
    m_thread.join();
}

void Proxy::run(std::uint16_t target)
{
    while (!isReadable(m_listener.fd(), 20)) {
        if (m_isOver) {
            return;
        }
    }
    const Socket desk(::accept(m_listener.fd(), nullptr, nullptr));
    const Socket headquarters = connectTo(target);
    bool isAlive = true;
    while (!m_isOver && isAlive) {
        if (m_isSilent) {
            std::this_thread::sleep_for(std::chrono::milliseconds{20});
            continue;
        }
        std::array<pollfd, 2> both{
            pollfd{desk.fd(), POLLIN, 0}, pollfd{headquarters.fd(), POLLIN, 0}};
        poll(both.data(), both.size(), 20);
        if (both[0].revents != 0) {
            isAlive = forward(desk, headquarters);
        }
        if (isAlive && both[1].revents != 0) {
            isAlive = forward(headquarters, desk);
        }
    }
}

} // namespace sz::test
