// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/net/LinkPair.h"

namespace sz::test {

City::City(Instant now)
    : m_authority(net::makeAuthority("Test City", now)),
      m_server(*net::issueServer(m_authority, now))
{
}

net::Credentials City::server() const
{
    return {m_server.certificate, m_server.key, m_authority.certificate};
}

net::Credentials City::desk(const std::string& id, const std::string& unit) const
{
    const SigningKey key = SigningKey::generate();
    return {
        *net::issueDesk(m_authority, key.publicKey(), id, unit, SystemClock().now()),
        net::keyToPem(key), m_authority.certificate};
}

net::Credentials City::deskIssuedAt(Instant when, const std::string& id) const
{
    const SigningKey key = SigningKey::generate();
    return {
        *net::issueDesk(m_authority, key.publicKey(), id, "D05", when), net::keyToPem(key),
        m_authority.certificate};
}

EchoServer::EchoServer(const net::Credentials& credentials) : m_link(callbacks(), credentials)
{
    m_port = m_link.listen({"127.0.0.1", 0}).value();
    m_thread = std::thread([this] { m_link.run(); });
}

EchoServer::~EchoServer()
{
    m_link.stop();
    m_thread.join();
}

net::ServerLink::Callbacks EchoServer::callbacks()
{
    net::ServerLink::Callbacks out;
    out.opened = [this](net::ConnectionId id, const net::ServerLink::Peer& peer) {
        const std::scoped_lock lock(m_mutex);
        m_peers.emplace(id, peer);
        ++m_opened;
    };
    out.message = [this](net::ConnectionId id, Bytes message) { received(id, std::move(message)); };
    out.closed = [this](net::ConnectionId id) {
        const std::scoped_lock lock(m_mutex);
        m_peers.erase(id);
    };
    out.tick = [this] {
        const std::scoped_lock lock(m_mutex);
        ++m_ticks;
    };
    out.refused = [this](const std::string&, const Error& error) {
        const std::scoped_lock lock(m_mutex);
        m_refusals.push_back(error);
    };
    return out;
}

void EchoServer::received(net::ConnectionId id, Bytes message)
{
    const std::scoped_lock lock(m_mutex);
    ++m_messages;
    if (m_isEcho) {
        m_link.send(id, std::move(message));
    }
}

void EchoServer::setEcho(bool on)
{
    const std::scoped_lock lock(m_mutex);
    m_isEcho = on;
}

std::size_t EchoServer::openCount() const
{
    const std::scoped_lock lock(m_mutex);
    return m_peers.size();
}

std::size_t EchoServer::openedEver() const
{
    const std::scoped_lock lock(m_mutex);
    return m_opened;
}

std::size_t EchoServer::ticks() const
{
    const std::scoped_lock lock(m_mutex);
    return m_ticks;
}

std::size_t EchoServer::messages() const
{
    const std::scoped_lock lock(m_mutex);
    return m_messages;
}

std::map<net::ConnectionId, net::ServerLink::Peer> EchoServer::peers() const
{
    const std::scoped_lock lock(m_mutex);
    return m_peers;
}

std::vector<Error> EchoServer::refusals() const
{
    const std::scoped_lock lock(m_mutex);
    return m_refusals;
}

Desk::Desk()
    : m_link({
          .up =
              [this] {
                  const std::scoped_lock lock(m_mutex);
                  ++m_ups;
              },
          .message =
              [this](Bytes message) {
                  const std::scoped_lock lock(m_mutex);
                  m_messages.push_back(std::move(message));
              },
          .down =
              [this](Error error) {
                  const std::scoped_lock lock(m_mutex);
                  m_downs.push_back(std::move(error));
              },
      })
{
}

int Desk::ups() const
{
    const std::scoped_lock lock(m_mutex);
    return m_ups;
}

std::vector<Error> Desk::downs() const
{
    const std::scoped_lock lock(m_mutex);
    return m_downs;
}

std::vector<Bytes> Desk::messages() const
{
    const std::scoped_lock lock(m_mutex);
    return m_messages;
}

std::size_t Desk::messageCount() const
{
    const std::scoped_lock lock(m_mutex);
    return m_messages.size();
}

Bytes pattern(std::size_t size, std::uint32_t seed)
{
    Bytes out(size);
    for (std::uint8_t& byte : out) {
        seed = seed * 1664525U + 1013904223U;
        byte = static_cast<std::uint8_t>(seed >> 24);
    }
    return out;
}

} // namespace sz::test
