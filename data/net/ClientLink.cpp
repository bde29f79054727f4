// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/net/Channel.h"
#include "data/net/Link.h"
#include "data/net/LinkError.h"

#include <boost/asio/connect.hpp>
#include <boost/asio/dispatch.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>

#include <algorithm>
#include <atomic>
#include <format>
#include <mutex>
#include <thread>

namespace sz::net {
namespace {

namespace asio = boost::asio;
using ErrorCode = boost::system::error_code;

/// One try of one address, until its channel takes over.
struct Attempt
{
    explicit Attempt(asio::io_context& io) : resolver(io), socket(io), timer(io) {}

    void cancel()
    {
        resolver.cancel();
        timer.cancel();
        ErrorCode ignored; // it may not even be open
        socket.close(ignored);
    }

    Tcp::resolver resolver;
    Tcp::socket socket;
    asio::steady_timer timer;
    SslPtr ssl;
    std::chrono::steady_clock::time_point until;
};

/// One call of open(): the addresses that are left to try, in order.
struct Wanted
{
    std::vector<Endpoint> left;
    Credentials credentials;
    std::string pin;
    Millis timeout{0};
};

constexpr Millis kLeastTimeout{2000};

using AttemptPtr = std::shared_ptr<Attempt>; // shared with its pending operations

} // namespace

// Everything below the first four members belongs to the link thread. Handlers hold a plain pointer to it: they only run
// on the thread, and the thread holds a share.
struct ClientLink::Impl
{
    explicit Impl(Callbacks c) : callbacks(std::move(c)) {}

    void open(Wanted anew);
    void tryNext();
    [[nodiscard]] Result<SslPtr> makeSsl() const;
    void lookUp(const AttemptPtr& attempt, const Endpoint& to);
    void connect(const AttemptPtr& attempt, const Tcp::resolver::results_type& addresses);
    void secure(const AttemptPtr& attempt);
    [[nodiscard]] ChannelHandlers handlers();
    void send(Bytes message);
    void giveUp(std::size_t size);
    void drop();
    void lost(const Error& error);
    void down(const Error& error);
    void stop();
    void run();
    void updateQueued() { queued = channel ? channel->queued() : 0; }

    std::atomic<bool> isStopped = false;
    std::atomic<bool> isUp = false;
    std::atomic<std::size_t> posted = 0; ///< bytes on their way from send() to the link thread
    std::atomic<std::size_t> queued = 0; ///< bytes waiting in the channel

    Callbacks callbacks;
    asio::io_context io{1};
    asio::executor_work_guard<asio::io_context::executor_type> work{io.get_executor()};
    Wanted wanted;
    std::size_t turn = 0; ///< index of the address that open() begins with
    AttemptPtr attempt;   ///< while connecting
    std::shared_ptr<Channel>
        channel;                  ///< from the TLS handshake on; shared with its pending operations
    std::uint64_t generation = 0; ///< handlers of ended connections are recognised by an older one

    std::mutex joining;
    std::thread thread;
};

void ClientLink::Impl::run()
{
    io.run();
    io.restart();
    io.poll(); // aborted operations hand back what they hold
}

void ClientLink::Impl::open(Wanted anew)
{
    drop();
    if (isStopped || anew.left.empty()) {
        return;
    }
    const std::size_t count = anew.left.size();
    turn %= count;
    std::ranges::rotate(anew.left, anew.left.begin() + static_cast<std::ptrdiff_t>(turn));
    if (count > 1) {
        anew.timeout = std::max(anew.timeout / static_cast<int>(count), kLeastTimeout);
    }
    wanted = std::move(anew);
    tryNext();
}

Result<SslPtr> ClientLink::Impl::makeSsl() const
{
    return makeClientContext(wanted.credentials, wanted.pin)
        .and_then([](const SslContext& context) { return makeClientSsl(context.get()); });
}

void ClientLink::Impl::tryNext()
{
    const Endpoint to = wanted.left.front();
    wanted.left.erase(wanted.left.begin());
    ++turn;
    auto ssl = makeSsl();
    if (!ssl) {
        down(ssl.error());
        return;
    }
    attempt = std::make_shared<Attempt>(io);
    attempt->ssl = std::move(*ssl);
    attempt->until = std::chrono::steady_clock::now() + wanted.timeout;
    attempt->timer.expires_at(attempt->until);
    attempt->timer.async_wait([this, mine = generation, timeout = wanted.timeout](ErrorCode ec) {
        if (!ec && mine == generation && attempt) {
            lost({Code::LinkDown, std::format("no connection within {} ms", timeout.count()), {}});
        }
    });
    lookUp(attempt, to);
}

void ClientLink::Impl::lookUp(const AttemptPtr& now, const Endpoint& to)
{
    ErrorCode notNumeric;
    const auto address = asio::ip::make_address(to.host, notNumeric);
    if (!notNumeric) {
        connect(
            now, Tcp::resolver::results_type::create(Tcp::endpoint(address, to.port), to.host, {}));
        return;
    }
    now->resolver.async_resolve(
        to.host, std::to_string(to.port),
        [this, now, mine = generation](ErrorCode ec, const Tcp::resolver::results_type& addresses) {
            if (mine == generation) {
                ec ? lost(linkError("looking up the address", ec)) : connect(now, addresses);
            }
        });
}

void ClientLink::Impl::connect(const AttemptPtr& now, const Tcp::resolver::results_type& addresses)
{
    asio::async_connect(
        now->socket, addresses, [this, now, mine = generation](ErrorCode ec, const Tcp::endpoint&) {
            if (mine == generation) {
                ec ? lost(linkError("connecting", ec)) : secure(now);
            }
        });
}

void ClientLink::Impl::secure(const AttemptPtr& now)
{
    const auto left = std::chrono::ceil<Millis>(now->until - std::chrono::steady_clock::now());
    now->timer.cancel();
    channel = makeChannel(std::move(now->socket), std::move(now->ssl), End::Desk, handlers());
    attempt.reset();
    channel->start(std::max(left, Millis{1}));
}

ChannelHandlers ClientLink::Impl::handlers()
{
    const auto current = [this, mine = generation] { return mine == generation && !isStopped; };
    return {
        .opened =
            [this, current](const PeerCertificate&) {
                if (current()) {
                    isUp = true;
                    callbacks.up();
                }
            },
        .message =
            [this, current](Bytes message) {
                if (current()) {
                    callbacks.message(std::move(message));
                }
            },
        .written =
            [this, current] {
                if (current()) {
                    updateQueued();
                }
            },
        .closed =
            [this, current](const Error& error) {
                if (current()) {
                    lost(error);
                }
            },
    };
}

void ClientLink::Impl::send(Bytes message)
{
    if (channel && isUp) {
        channel->send(std::move(message));
        updateQueued();
    }
}

void ClientLink::Impl::giveUp(std::size_t size)
{
    posted -= size;
    if (channel && isUp) {
        lost({Code::LinkDown, "more than 16 MiB wait to be sent", {}});
    }
}

/// Ends the present connection or attempt without a word to the owner.
void ClientLink::Impl::drop()
{
    ++generation;
    isUp = false;
    if (attempt) {
        attempt->cancel();
        attempt.reset();
    }
    if (channel) {
        channel->close();
        channel.reset();
    }
    updateQueued();
}

void ClientLink::Impl::lost(const Error& error)
{
    const bool hadNone = !isUp;
    drop();
    if (hadNone && !wanted.left.empty() && !isStopped) {
        tryNext();
    } else {
        down(error);
    }
}

void ClientLink::Impl::down(const Error& error)
{
    if (!isStopped) {
        callbacks.down(error);
    }
}

void ClientLink::Impl::stop()
{
    if (channel) {
        channel->abort();
    }
    drop();
    io.stop();
}

ClientLink::ClientLink(Callbacks callbacks) : m_impl(std::make_shared<Impl>(std::move(callbacks)))
{
    m_impl->thread = std::thread([impl = m_impl] { impl->run(); });
}

ClientLink::~ClientLink()
{
    stop();
    const std::scoped_lock lock(m_impl->joining);
    if (m_impl->thread.joinable()) // destroyed from a callback: the thread ends by itself
    {
        m_impl->thread.detach();
    }
}

void ClientLink::open(
    const Endpoint& to,
    const Credentials& credentials,
    const std::string& pinnedAuthority,
    Millis timeout)
{
    open(std::vector{to}, credentials, pinnedAuthority, timeout);
}

void ClientLink::open(
    std::vector<Endpoint> oneOf,
    const Credentials& credentials,
    const std::string& pinnedAuthority,
    Millis timeout)
{
    const auto held = m_impl; // a callback may destroy the link while we are still in here
    Wanted wanted{std::move(oneOf), credentials, pinnedAuthority, timeout};
    asio::dispatch(held->io, [impl = held.get(), wanted = std::move(wanted)]() mutable {
        impl->open(std::move(wanted));
    });
}

void ClientLink::send(Bytes message)
{
    const auto held = m_impl;
    const std::size_t size = message.size();
    if (!held->isUp) {
        return;
    }
    if ((held->posted += size) > kMaxQueuedBytes) {
        message = {}; // the link thread is stuck in a callback: end the connection, not the memory
        asio::dispatch(held->io, [impl = held.get(), size] { impl->giveUp(size); });
        return;
    }
    asio::dispatch(held->io, [impl = held.get(), size, message = std::move(message)]() mutable {
        impl->posted -= size;
        impl->send(std::move(message));
    });
}

std::size_t ClientLink::queued() const
{
    return m_impl->posted + m_impl->queued;
}

void ClientLink::close()
{
    const auto held = m_impl;
    asio::dispatch(held->io, [impl = held.get()] { impl->drop(); });
}

void ClientLink::stop()
{
    const auto held = m_impl;
    held->isStopped = true;
    asio::post(held->io, [impl = held.get()] { impl->stop(); });
    if (held->io.get_executor().running_in_this_thread()) {
        return; // from a callback: nothing follows it, and the destructor sees the thread off
    }
    const std::scoped_lock lock(held->joining);
    if (held->thread.joinable()) {
        held->thread.join();
    }
}

} // namespace sz::net
