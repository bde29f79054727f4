// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/net/Channel.h"
#include "data/net/Link.h"

#include <boost/asio/dispatch.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>

#include <algorithm>
#include <csignal>
#include <format>
#include <unordered_map>
#include <vector>

namespace sz::net {
namespace {

namespace asio = boost::asio;
using ErrorCode = boost::system::error_code;

constexpr std::size_t kMaxConnections = 4096;
constexpr Millis kHandshakeLimit{10000};
constexpr Millis kTick{50};
constexpr Millis kGoodbye{2500};    // channels give up after 2 s themselves
constexpr Millis kAcceptPause{100}; // after "too many open files" and the like

struct Connection
{
    std::shared_ptr<Channel> channel; // shared with its pending operations
    std::string address;
    bool isOpen = false;
};

std::string describe(const Tcp::socket& socket)
{
    ErrorCode ec;
    const Tcp::endpoint peer = socket.remote_endpoint(ec);
    if (ec) {
        return "unknown";
    }
    const std::string host = peer.address().to_string();
    return std::format("{}:{}", peer.address().is_v6() ? "[" + host + "]" : host, peer.port());
}

std::unexpected<Error> ioFailure(const char* what, const Endpoint& at, const ErrorCode& ec)
{
    const Code code = ec == asio::error::address_in_use ? Code::PortTaken : Code::Io;
    return fail(code, std::format("{} {}:{}: {}", what, at.host, at.port, ec.message()));
}

} // namespace

struct ServerLink::Impl
{
    Impl(Callbacks c, Credentials own) : callbacks(std::move(c)), credentials(std::move(own)) {}

    [[nodiscard]] Result<void> bind(const Endpoint& at);
    void acceptNext();
    void afterAccept(const ErrorCode& ec, Tcp::socket socket);
    void take(Tcp::socket socket);
    [[nodiscard]] ChannelHandlers handlersOf(ConnectionId id);
    void opened(ConnectionId id, const PeerCertificate& certificate);
    void ended(ConnectionId id, const Error& error);
    [[nodiscard]] Channel* find(ConnectionId id) const;
    void tickNext();
    void awaitSignal(std::function<void()> first);
    void sayGoodbye();
    void shutDown();

    Callbacks callbacks;
    Credentials credentials;
    SslContext context;
    asio::io_context io{1};
    Tcp::acceptor acceptor{io};
    asio::steady_timer tick{io};
    asio::steady_timer acceptPause{io};
    asio::steady_timer goodbye{io};
    asio::signal_set signals{io};
    bool isEnding = false;
    std::unordered_map<ConnectionId, Connection> connections;
    ConnectionId lastId = 0;
};

Result<void> ServerLink::Impl::bind(const Endpoint& at)
{
    ErrorCode ec;
    Tcp::resolver resolver(io);
    const auto found =
        resolver.resolve(at.host, std::to_string(at.port), Tcp::resolver::passive, ec);
    if (ec) {
        return ioFailure("cannot look up", at, ec);
    }
    const Tcp::endpoint local = found.begin()->endpoint();
    acceptor.open(local.protocol(), ec);
    if (!ec) {
        acceptor.set_option(Tcp::acceptor::reuse_address(true), ec);
    }
    if (!ec) {
        acceptor.bind(local, ec);
    }
    if (!ec) {
        acceptor.listen(Tcp::acceptor::max_listen_connections, ec);
    }
    if (ec) {
        ErrorCode ignored; // the failure before this one is told
        acceptor.close(ignored);
        return ioFailure("cannot listen on", at, ec);
    }
    return {};
}

void ServerLink::Impl::acceptNext()
{
    acceptor.async_accept(
        [this](const ErrorCode& ec, Tcp::socket socket) { afterAccept(ec, std::move(socket)); });
}

void ServerLink::Impl::afterAccept(const ErrorCode& ec, Tcp::socket socket)
{
    if (!acceptor.is_open()) {
        return;
    }
    if (ec) {
        acceptPause.expires_after(kAcceptPause);
        acceptPause.async_wait([this](const ErrorCode& cancelled) {
            if (!cancelled) {
                acceptNext();
            }
        });
        return;
    }
    take(std::move(socket));
    acceptNext();
}

/// Over the limit the socket is simply closed: a desk tries again later.
void ServerLink::Impl::take(Tcp::socket socket)
{
    auto ssl = makeServerSsl(context.get());
    if (!ssl || connections.size() >= kMaxConnections) {
        return;
    }
    const ConnectionId id = ++lastId;
    std::string address = describe(socket);
    auto channel =
        makeChannel(std::move(socket), std::move(*ssl), End::Headquarters, handlersOf(id));
    connections.emplace(id, Connection{channel, std::move(address)});
    channel->start(kHandshakeLimit);
}

ChannelHandlers ServerLink::Impl::handlersOf(ConnectionId id)
{
    return {
        .opened = [this, id](const PeerCertificate& certificate) { opened(id, certificate); },
        .message = [this, id](Bytes message) { callbacks.message(id, std::move(message)); },
        .written = {},
        .closed = [this, id](const Error& error) { ended(id, error); },
    };
}

void ServerLink::Impl::opened(ConnectionId id, const PeerCertificate& certificate)
{
    Connection& connection = connections.at(id);
    connection.isOpen = true;
    callbacks.opened(
        id, Peer{
                certificate.commonName, certificate.fingerprint, connection.address,
                certificate.key, certificate.until});
}

void ServerLink::Impl::ended(ConnectionId id, const Error& error)
{
    const auto node = connections.extract(id);
    if (node.mapped().isOpen) {
        callbacks.closed(id);
    } else if (callbacks.refused) {
        callbacks.refused(node.mapped().address, error);
    }
    if (isEnding && connections.empty()) {
        shutDown();
    }
}

Channel* ServerLink::Impl::find(ConnectionId id) const
{
    const auto it = connections.find(id);
    return it != connections.end() ? it->second.channel.get() : nullptr;
}

void ServerLink::Impl::tickNext()
{
    tick.expires_after(kTick);
    tick.async_wait([this](const ErrorCode& ec) {
        if (!ec) {
            callbacks.tick();
            tickNext();
        }
    });
}

void ServerLink::Impl::awaitSignal(std::function<void()> first)
{
    signals.async_wait([this, first = std::move(first)](const ErrorCode& ec, int) {
        if (ec) {
            return;
        }
        if (isEnding) {
            shutDown();
            return;
        }
        isEnding = true;
        ErrorCode ignored; // nobody could do anything about it
        acceptor.close(ignored);
        if (first) {
            first();
        }
        awaitSignal({});
        sayGoodbye();
    });
}

void ServerLink::Impl::sayGoodbye()
{
    std::vector<std::shared_ptr<Channel>> open; // closing one may take it out of the map
    for (const auto& [id, connection] : connections) {
        open.push_back(connection.channel);
    }
    std::ranges::for_each(open, [](const auto& channel) { channel->close(); });
    if (connections.empty()) {
        shutDown();
        return;
    }
    goodbye.expires_after(kGoodbye);
    goodbye.async_wait([this](const ErrorCode& ec) {
        if (!ec) {
            shutDown();
        }
    });
}

void ServerLink::Impl::shutDown()
{
    ErrorCode ignored; // nobody could do anything about it
    acceptor.close(ignored);
    signals.cancel(ignored);
    tick.cancel();
    acceptPause.cancel();
    goodbye.cancel();
    isEnding = false; // what ends from here on ends without a word
    for (const auto& [id, connection] : connections) {
        connection.channel->abort();
    }
    connections.clear();
    io.stop();
}

ServerLink::ServerLink(Callbacks callbacks, Credentials credentials)
    : m_impl(std::make_unique<Impl>(std::move(callbacks), std::move(credentials)))
{
}

ServerLink::~ServerLink() = default;

Result<std::uint16_t> ServerLink::listen(const Endpoint& at)
{
    auto context = makeServerContext(m_impl->credentials);
    if (!context) {
        return std::unexpected(context.error());
    }
    m_impl->context = std::move(*context);
    if (auto bound = m_impl->bind(at); !bound) {
        return std::unexpected(bound.error());
    }
    m_impl->acceptNext();
    return m_impl->acceptor.local_endpoint().port();
}

// Connections that are open keep the context they were made from.
Result<void> ServerLink::setCredentials(const Credentials& credentials)
{
    return makeServerContext(credentials).transform([&](SslContext context) {
        m_impl->credentials = credentials;
        m_impl->context = std::move(context);
    });
}

void ServerLink::run()
{
    if (m_impl->callbacks.tick) {
        m_impl->tickNext();
    }
    m_impl->io.run();
    m_impl->io.restart();
    m_impl->io.poll(); // aborted operations hand back what they hold
}

void ServerLink::stop()
{
    asio::post(m_impl->io, [impl = m_impl.get()] { impl->shutDown(); });
}

void ServerLink::stopOnSignals(std::function<void()> first)
{
    ErrorCode ignored; // fails only for signals that do not exist
    m_impl->signals.add(SIGINT, ignored);
    m_impl->signals.add(SIGTERM, ignored);
    m_impl->awaitSignal(std::move(first));
}

void ServerLink::post(std::function<void()> work)
{
    asio::post(m_impl->io, std::move(work));
}

void ServerLink::send(ConnectionId to, Bytes message)
{
    asio::dispatch(m_impl->io, [impl = m_impl.get(), to, message = std::move(message)]() mutable {
        if (Channel* channel = impl->find(to)) {
            channel->send(std::move(message));
        }
    });
}

std::size_t ServerLink::queued(ConnectionId of) const
{
    const Channel* channel = m_impl->find(of);
    return channel != nullptr ? channel->queued() : 0;
}

void ServerLink::close(ConnectionId which)
{
    asio::dispatch(m_impl->io, [impl = m_impl.get(), which] {
        if (Channel* channel = impl->find(which)) {
            channel->close();
        }
    });
}

} // namespace sz::net
