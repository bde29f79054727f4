// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Bytes over WebSocket over TLS 1.3, both ends. Knows frames only as bytes; headers include neither Beast nor Qt.

#include "data/base/Bytes.h"
#include "data/base/Clock.h"
#include "data/base/Hash.h"
#include "data/base/Result.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace sz::net {

/// PEM texts of one end. The private key is Ed25519 (PKCS#8 PEM).
struct Credentials
{
    std::string certificate; ///< own chain; empty on a desk that enrols
    std::string key;         ///< empty on a desk that enrols
    std::string
        authority; ///< the CA that signs both ends; empty only while enrolling by fingerprint
};

struct Endpoint
{
    std::string host = "127.0.0.1";
    std::uint16_t port = 0;
};

/// Desk's end. Owns one thread with one io_context. All callbacks come on that thread; after `stop()` returns none comes.
/// Callbacks may call every function here. A peer that is silent for 10 s is given up; more than 16 MiB queued, too.
class ClientLink
{
public:
    struct Callbacks
    {
        std::function<void()> up;           ///< TLS and WebSocket are open
        std::function<void(Bytes)> message; ///< one binary message
        std::function<void(Error)>
            down; ///< once per connection attempt or loss: LinkDown, BadCertificate, …
    };
    ClientLink(Callbacks callbacks);
    ~ClientLink();

    /// Starts one connection attempt; ends the present one first. `pinnedAuthority`: hex SHA-256 of the CA certificate
    /// (DER), or its beginning as printed (Slip.h), to accept when `credentials.authority` is empty (enrolment). The
    /// server's certificate must name "sanzhen-hq". Gives up after `timeout` without TLS and WebSocket. A connection ended by `open()`, `close()` or
    /// `stop()` makes no `down` call: its owner knows. Thread: any.
    void open(
        const Endpoint& to,
        const Credentials& credentials,
        const std::string& pinnedAuthority = {},
        Millis timeout = Millis{5000});
    /// The same with several equal headquarters: tries one after the other and calls `down` when none took us. Begins
    /// with the address after the one used last, so that the next call tries another one. They share `timeout`, each
    /// gets 2 s at least.
    void open(
        std::vector<Endpoint> oneOf,
        const Credentials& credentials,
        const std::string& pinnedAuthority = {},
        Millis timeout = Millis{5000});
    /// Queues one binary message; dropped silently when the connection is not up. Thread: any.
    void send(Bytes message);
    /// Bytes queued and not yet written. Thread: any.
    [[nodiscard]] std::size_t queued() const;
    /// Writes what is queued (for at most 2 s) and ends the connection. Thread: any.
    void close();
    /// Ends at once and waits for the thread, unless called from a callback. Thread: any.
    void stop();

private:
    struct Impl;
    std::shared_ptr<Impl> m_impl; // shared with handlers still in flight
};

using ConnectionId = std::uint64_t;

/// Headquarters' end. TLS 1.3 only; a client certificate, when given, must be signed by the CA; its dates are the
/// owner's business. A peer
/// without one may send messages of 64 KiB, others of 4 MiB. At most 4096 connections; 10 s for both handshakes; a peer
/// silent for 10 s or with more than 16 MiB waiting for it is closed. What `opened` or `message` throw ends that connection,
/// what `tick` and posted work throw leaves `run()`; `closed` and `refused` must not throw.
class ServerLink
{
public:
    struct Peer
    {
        std::string
            commonName; ///< of the client certificate: the desk id; empty = no certificate (enrolment only)
        std::string fingerprint;           ///< hex SHA-256 of the certificate (DER)
        std::string address;               ///< "127.0.0.1:53412", for the log
        std::optional<PublicKey> key = {}; ///< of the certificate, when it is an Ed25519 one
        std::optional<Instant> until = {}; ///< its end of validity; may have passed
    };
    struct Callbacks
    {
        std::function<void(ConnectionId, Peer)> opened;
        std::function<void(ConnectionId, Bytes)> message;
        std::function<void(ConnectionId)>
            closed;                 ///< once for every opened one, also after `close()`
        std::function<void()> tick; ///< about every 50 ms, on the same thread
        /// May be empty: an address that did not get through the handshakes, and why (BadCertificate, …), for the log.
        std::function<void(std::string address, Error)> refused;
    };
    ServerLink(Callbacks callbacks, Credentials credentials);
    ~ServerLink();

    /// Binds (port 0 = any free one) and returns the port. Errors: PortTaken, BadCertificate, Io.
    [[nodiscard]] Result<std::uint16_t> listen(const Endpoint& at);
    /// Shows another certificate and trusts other authorities from the next connection on. Thread: the server's, or before
    /// `run()`. Errors: BadCertificate; then all stays as it was.
    [[nodiscard]] Result<void> setCredentials(const Credentials& credentials);
    /// Runs callbacks on the calling thread until `stop()`.
    void run();
    void stop(); ///< thread: any; also signal handlers through `stopOnSignals`
    /// SIGINT and SIGTERM end run() in good order: nobody new comes in, `first` is called on the server's thread, what is
    /// queued is written for at most 2 s. A second signal ends it at once.
    void stopOnSignals(std::function<void()> first = {});
    /// Runs a function on the server's thread. Thread: any.
    void post(std::function<void()> work);

    /// Ignored when there is no such connection. Thread: any.
    void send(ConnectionId to, Bytes message);
    /// Bytes queued for that connection. Thread: the server's.
    [[nodiscard]] std::size_t queued(ConnectionId of) const;
    /// Writes what is queued (for at most 2 s), then ends it; no `message` of it comes any more. Thread: any.
    void close(ConnectionId which);

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace sz::net
