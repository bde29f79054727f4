// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A real headquarters and a real desk on loopback, each remembering what it was told.

#include "data/net/Authority.h"
#include "data/net/Link.h"

#include <map>
#include <mutex>
#include <thread>
#include <vector>

namespace sz::test {

/// What one city's administrator would have made: a CA, a server identity, desk identities.
class City
{
public:
    explicit City(Instant now = SystemClock().now());

    [[nodiscard]] net::Credentials server() const;
    [[nodiscard]] net::Credentials
    desk(const std::string& id, const std::string& unit = "D05") const;
    [[nodiscard]] net::Credentials deskIssuedAt(Instant when, const std::string& id) const;
    [[nodiscard]] const net::Identity& authority() const { return m_authority; }
    [[nodiscard]] std::string pin() const { return *net::fingerprint(m_authority.certificate); }

private:
    net::Identity m_authority;
    net::Identity m_server;
};

/// Listens on a free port with its own thread and echoes every message.
class EchoServer
{
public:
    explicit EchoServer(const net::Credentials& credentials);
    ~EchoServer();

    [[nodiscard]] net::Endpoint at() const { return {"127.0.0.1", m_port}; }
    [[nodiscard]] net::ServerLink& link() { return m_link; }
    [[nodiscard]] std::size_t openCount() const;
    [[nodiscard]] std::size_t openedEver() const;
    [[nodiscard]] std::size_t ticks() const;
    [[nodiscard]] std::size_t messages() const;
    [[nodiscard]] std::map<net::ConnectionId, net::ServerLink::Peer> peers() const;
    [[nodiscard]] std::vector<Error> refusals() const;
    void setEcho(bool on);

private:
    net::ServerLink::Callbacks callbacks();
    void received(net::ConnectionId id, Bytes message);

    mutable std::mutex m_mutex; // guards all below but the link
    std::map<net::ConnectionId, net::ServerLink::Peer> m_peers;
    std::vector<Error> m_refusals;
    std::size_t m_opened = 0;
    std::size_t m_ticks = 0;
    std::size_t m_messages = 0;
    bool m_isEcho = true;
    net::ServerLink m_link;
    std::uint16_t m_port = 0;
    std::thread m_thread;
};

/// A desk that remembers.
class Desk
{
public:
    Desk();

    [[nodiscard]] net::ClientLink& link() { return m_link; }
    [[nodiscard]] int ups() const;
    [[nodiscard]] std::vector<Error> downs() const;
    [[nodiscard]] std::vector<Bytes> messages() const;
    [[nodiscard]] std::size_t messageCount() const;

private:
    mutable std::mutex m_mutex; // guards the memories
    int m_ups = 0;
    std::vector<Error> m_downs;
    std::vector<Bytes> m_messages;
    net::ClientLink m_link;
};

/// Not the same bytes anywhere, so that a shifted or mixed-up piece shows.
[[nodiscard]] Bytes pattern(std::size_t size, std::uint32_t seed);

} // namespace sz::test
