// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// One TLS + WebSocket connection, the same for both ends, so that Beast is compiled once. Private to data/net.

#include "data/net/Tls.h"

#include <boost/asio/ip/tcp.hpp>

#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace sz::net {

using Tcp = boost::asio::ip::tcp;

enum class End {
    Desk,
    Headquarters,
};

/// Who is at the other end; empty texts when it showed no certificate.
struct PeerCertificate
{
    std::string commonName;
    std::string fingerprint;
    std::optional<PublicKey> key;
    std::optional<Instant> until;
};

/// Called on the io_context's thread. Whatever `opened` or `message` throw ends the connection with `closed`,
/// which must not throw.
struct ChannelHandlers
{
    std::function<void(PeerCertificate)> opened;
    std::function<void(Bytes)> message;
    std::function<void()> written;     ///< a message has left the queue; may be empty
    std::function<void(Error)> closed; ///< once, and the last; not after `abort()`
};

/// Outgoing bytes that a slow peer may keep us waiting for before the connection is closed.
inline constexpr std::size_t kMaxQueuedBytes = 16 * 1024 * 1024;
/// What a peer without a certificate may send in one message: the enrolment frame is far smaller.
inline constexpr std::size_t kMaxStrangerBytes = 64 * 1024;

/// Thread: all functions on the io_context's thread. Kept alive by its own pending operations until closed.
class Channel
{
public:
    virtual ~Channel() = default;

    /// TLS and WebSocket handshakes; gives up after `limit`.
    virtual void start(Millis limit) = 0;
    /// Ignored unless open.
    virtual void send(Bytes message) = 0;
    /// Writes what is queued, says goodbye and ends, all within 2 s. No `message` comes any more.
    virtual void close() = 0;
    /// Ends at once; no handler comes any more.
    virtual void abort() = 0;
    [[nodiscard]] virtual std::size_t queued() const = 0;
};

/// Takes over a connected socket.
[[nodiscard]] std::shared_ptr<Channel>
makeChannel(Tcp::socket socket, SslPtr ssl, End end, ChannelHandlers handlers);

} // namespace sz::net
