// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/net/Channel.h"

#include "data/net/LinkError.h"
#include "data/net/TlsStream.h"

#include <boost/asio/steady_timer.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/http/write.hpp>
#include <boost/beast/websocket/stream.hpp>

#include <array>
#include <deque>
#include <exception>
#include <format>
#include <optional>

namespace sz::net {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
namespace websocket = beast::websocket;
using ErrorCode = boost::system::error_code;

constexpr const char* kPath = "/sanzhen/1";
constexpr std::size_t kMaxMessageBytes =
    4 * 1024 * 1024; // sync::kMaxFrameBytes; net knows no frames
constexpr std::size_t kKeptReadBytes =
    64 * 1024; // a larger read buffer is given back after the message
constexpr std::size_t kWriteChunkBytes = 64 * 1024;
constexpr std::size_t kMaxRequestBytes = 8 * 1024;
// Ping after 5 s of silence, dead after 10: inside the 12 s both ends promise.
constexpr std::chrono::seconds kIdle{10};
constexpr Millis kGoodbye{2000};

enum class State {
    Opening,
    Open,
    Closing, ///< writing the rest, then goodbye
    Failed,  ///< headquarters only: waiting for the peer to read the alert
    Closed,
};

class WsChannel final : public Channel, public std::enable_shared_from_this<WsChannel>
{
    /// A completion handler that keeps the channel alive, is skipped once closed, and lets no exception out.
    template <class F>
    auto on(F f)
    {
        return [self = shared_from_this(), f = std::move(f)](ErrorCode ec, auto&&...) mutable {
            if (self->m_state != State::Closed) {
                self->guarded([&] { f(ec); });
            }
        };
    }

    template <class F>
    void guarded(F&& work)
    {
        try {
            work();
        } catch (const std::exception& e) {
            failed({Code::Internal, std::format("exception on the link: {}", e.what()), {}});
        }
    }

public:
    WsChannel(Tcp::socket socket, SslPtr ssl, End end, ChannelHandlers handlers)
        : m_end(end), m_handlers(std::move(handlers)), m_deadline(socket.get_executor()),
          m_ws(std::move(socket), std::move(ssl))
    {
        ErrorCode ignored; // without it only slower
        lowest().set_option(Tcp::no_delay(true), ignored);
    }

    void start(Millis limit) override
    {
        setDeadline(
            limit,
            {Code::LinkDown, std::format("no TLS and WebSocket within {} ms", limit.count()), {}});
        tls().async_handshake(on([this](ErrorCode ec) { afterTls(ec); }));
    }

    void send(Bytes message) override
    {
        if (m_state != State::Open) {
            return;
        }
        m_queuedBytes += message.size();
        if (m_queuedBytes > kMaxQueuedBytes) {
            failLater(
                {Code::LinkDown, "the peer reads too slowly: more than 16 MiB wait for it", {}});
            return;
        }
        m_queue.push_back(std::move(message));
        if (m_queue.size() == 1) {
            writeNext();
        }
    }

    void close() override
    {
        if (m_state == State::Opening) {
            failLater({Code::Cancelled, "closed before it was open", {}});
        }
        if (m_state != State::Open) {
            return;
        }
        m_state = State::Closing;
        setDeadline(kGoodbye, {Code::Cancelled, "closed here", {}});
        if (m_queue.empty()) {
            sayGoodbye();
        }
    }

    void abort() override
    {
        m_isMute = true;
        shut();
    }

    [[nodiscard]] std::size_t queued() const override { return m_queuedBytes; }

private:
    TlsStream& tls() { return m_ws.next_layer(); }
    Tcp::socket& lowest() { return m_ws.next_layer().next_layer(); }

    void setDeadline(Millis limit, Error what)
    {
        m_deadlineError = std::move(what);
        m_deadline.expires_after(limit);
        m_deadline.async_wait(on([this](ErrorCode ec) {
            if (!ec && m_deadline.expiry() <= std::chrono::steady_clock::now()) {
                failed(m_deadlineError);
            }
        }));
    }

    // --- opening

    void afterTls(ErrorCode ec)
    {
        if (ec) {
            const Error error = tlsError(ec, tls().native_handle());
            m_end == End::Headquarters&& error.code != Code::LinkDown ? lingerThenFail(error)
                                                                      : failed(error);
            return;
        }
        if (m_end == End::Headquarters) {
            readRequest();
            return;
        }
        setOptions();
        m_ws.async_handshake(kServerName, kPath, on([this](ErrorCode e) {
                                 e ? failed(upgradeError(e)) : opened();
                             }));
    }

    /// In TLS 1.3 the desk is already talking when we refuse its certificate. Closing now would answer its bytes with a
    /// reset that may overtake the alert, so what it sends is thrown away until it has read the alert and hung up.
    void lingerThenFail(const Error& error)
    {
        m_state = State::Failed;
        ErrorCode ignored; // gone already: the read below tells
        lowest().shutdown(Tcp::socket::shutdown_send, ignored);
        setDeadline(kGoodbye, error);
        discard(error);
    }

    void discard(const Error& error)
    {
        lowest().async_read_some(asio::buffer(m_discarded), on([this, error](ErrorCode ec) {
                                     ec ? failed(error) : discard(error);
                                 }));
    }

    void setOptions()
    {
        websocket::stream_base::timeout limits{};
        limits.handshake_timeout =
            websocket::stream_base::none(); // our own deadline covers both handshakes
        limits.idle_timeout = kIdle;
        limits.keep_alive_pings = true;
        m_ws.set_option(limits);
        m_ws.binary(true);
        m_ws.auto_fragment(true); // pings pass between the pieces of a large message
        m_ws.write_buffer_bytes(kWriteChunkBytes);
        m_ws.read_message_max(
            m_peer.fingerprint.empty() && m_end == End::Headquarters ? kMaxStrangerBytes
                                                                     : kMaxMessageBytes);
    }

    Error upgradeError(ErrorCode ec)
    {
        if (ec == websocket::error::upgrade_declined || ec == websocket::error::bad_http_version
            || ec == websocket::error::no_upgrade) {
            return {
                Code::LinkRefused,
                "the server at this address is no Sanzhen headquarters: " + ec.message(),
                {}};
        }
        return linkError("connecting", ec, tls().native_handle());
    }

    void readRequest()
    {
        readPeer();
        m_request.emplace();
        m_request->header_limit(kMaxRequestBytes);
        http::async_read(tls(), m_in, *m_request, on([this](ErrorCode ec) {
                             ec ? failed(
                                      linkError("reading the request", ec, tls().native_handle()))
                                : answerRequest();
                         }));
    }

    void readPeer()
    {
        if (const X509* certificate = SSL_get0_peer_certificate(tls().native_handle())) {
            m_peer = {
                commonNameOf(certificate), fingerprintOf(certificate), keyOf(certificate),
                endOf(certificate)};
        }
    }

    void answerRequest()
    {
        const bool isNameless = m_peer.commonName.empty() && !m_peer.fingerprint.empty();
        if (isNameless || !websocket::is_upgrade(m_request->get())
            || m_request->get().target() != kPath) {
            declineRequest();
            return;
        }
        setOptions();
        m_in.clear();
        m_ws.async_accept(m_request->get(), on([this](ErrorCode ec) {
                              ec ? failed(upgradeError(ec)) : opened();
                          }));
    }

    void declineRequest()
    {
        m_decline.result(http::status::not_found);
        m_decline.keep_alive(false);
        m_decline.body() = "not found\n";
        m_decline.prepare_payload();
        http::async_write(tls(), m_decline, on([this](ErrorCode) {
                              lingerThenFail(
                                  {Code::LinkRefused, "not a request for /sanzhen/1", {}});
                          }));
    }

    void opened()
    {
        m_request.reset();
        m_deadline.cancel();
        m_state = State::Open;
        readNext();
        if (!m_isMute) {
            m_handlers.opened(m_peer);
        }
    }

    // --- open

    void readNext()
    {
        m_ws.async_read(
            m_in, on([this](ErrorCode ec) { ec ? failed(lossError(ec)) : received(); }));
    }

    Error lossError(ErrorCode ec)
    {
        if (ec == beast::error::timeout) {
            return {Code::LinkDown, "the peer has been silent for 10 s", {}};
        }
        return linkError("connection lost", ec, tls().native_handle());
    }

    void received()
    {
        if (!m_ws.got_binary()) {
            failed(
                {Code::LinkRefused,
                 "the peer sent text where only binary messages are spoken",
                 {}});
            return;
        }
        const auto data = m_in.cdata();
        const auto* first = static_cast<const std::uint8_t*>(data.data());
        Bytes message(first, first + data.size());
        m_in.consume(data.size());
        if (m_in.capacity() > kKeptReadBytes) {
            m_in.shrink_to_fit();
        }
        if (m_state == State::Open) {
            m_handlers.message(std::move(message));
        }
        if (m_state != State::Closed) {
            readNext();
        }
    }

    void writeNext()
    {
        m_ws.async_write(
            asio::buffer(m_queue.front()), on([this](ErrorCode ec) { afterWrite(ec); }));
    }

    void afterWrite(ErrorCode ec)
    {
        if (ec) {
            failed(lossError(ec));
            return;
        }
        m_queuedBytes -= m_queue.front().size();
        m_queue.pop_front();
        if (!m_queue.empty()) {
            writeNext();
        } else if (m_state == State::Closing) {
            sayGoodbye();
        }
        if (m_handlers.written && !m_isMute) {
            m_handlers.written();
        }
    }

    // --- ending

    void sayGoodbye()
    {
        m_ws.async_close(
            websocket::close_code::normal, on([this](ErrorCode) { failed(m_deadlineError); }));
    }

    /// For failures found inside a call of the owner, who must not be called back from there.
    void failLater(Error error)
    {
        asio::post(lowest().get_executor(), [self = shared_from_this(), error = std::move(error)] {
            self->failed(error);
        });
    }

    void failed(const Error& error) noexcept
    {
        if (m_state == State::Closed) {
            return;
        }
        shut();
        if (!m_isMute) {
            m_isMute = true;
            m_handlers.closed(error);
        }
    }

    void shut()
    {
        m_state = State::Closed;
        m_deadline.cancel();
        ErrorCode ignored; // a socket is closed even when closing it complains
        lowest().close(ignored);
    }

    End m_end;
    ChannelHandlers m_handlers;
    State m_state = State::Opening;
    bool m_isMute = false;
    asio::steady_timer m_deadline;
    Error m_deadlineError;
    websocket::stream<TlsStream> m_ws;
    beast::flat_buffer m_in{kMaxMessageBytes + kMaxRequestBytes};
    std::optional<http::request_parser<http::empty_body>> m_request;
    http::response<http::string_body> m_decline;
    PeerCertificate m_peer;
    std::array<char, 512> m_discarded{};
    std::deque<Bytes> m_queue;
    std::size_t m_queuedBytes = 0;
};

} // namespace

std::shared_ptr<Channel>
makeChannel(Tcp::socket socket, SslPtr ssl, End end, ChannelHandlers handlers)
{
    return std::make_shared<WsChannel>(std::move(socket), std::move(ssl), end, std::move(handlers));
}

} // namespace sz::net
