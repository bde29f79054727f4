// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// TLS straight on a socket, for Beast: Asio's own stream keeps 68 KB of buffers a connection and copies every byte twice more.
// Private to data/net.

#include "data/net/OpenSsl.h"

#include <boost/asio/buffer.hpp>
#include <boost/asio/compose.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/beast/core/role.hpp>

#include <array>

namespace sz::net {

/// An AsyncReadStream and AsyncWriteStream (Asio's concepts) with handshake and shutdown. At most one read and one write at
/// a time. Errors: those of the socket; eof after the peer's close_notify; asio::ssl's stream_truncated when it hangs up
/// without one; OpenSSL's own in asio's ssl category. Thread: the socket's.
class TlsStream
{
public:
    using Tcp = boost::asio::ip::tcp;
    using ErrorCode = boost::system::error_code;
    using executor_type = Tcp::socket::executor_type;
    using next_layer_type = Tcp::socket;

    TlsStream(Tcp::socket socket, SslPtr ssl);
    TlsStream(const TlsStream&) = delete; ///< OpenSSL and what is under way hold its address
    TlsStream& operator=(const TlsStream&) = delete;
    ~TlsStream() = default;

    [[nodiscard]] executor_type get_executor() { return m_socket.get_executor(); }
    [[nodiscard]] Tcp::socket& next_layer() { return m_socket; }
    [[nodiscard]] const Tcp::socket& next_layer() const { return m_socket; }
    [[nodiscard]] SSL* native_handle() const { return m_ssl.get(); }

    template <class Token>
    auto async_handshake(Token&& token)
    {
        return start<void(ErrorCode)>(
            [this](std::size_t&) { return handshake(); }, std::forward<Token>(token));
    }

    template <class Buffers, class Token>
    auto async_read_some(const Buffers& into, Token&& token)
    {
        return start<void(ErrorCode, std::size_t)>(
            [this, into = firstOf<boost::asio::mutable_buffer>(into)](std::size_t& done) {
                return read(into, done);
            },
            std::forward<Token>(token));
    }

    /// Buffers that come in several pieces, such as a header and what it heads, become one TLS record.
    template <class Buffers, class Token>
    auto async_write_some(const Buffers& from, Token&& token)
    {
        return start<void(ErrorCode, std::size_t)>(
            [this, from](std::size_t& done) {
                const auto first = firstOf<boost::asio::const_buffer>(from);
                if (first.size() >= kRecordBytes
                    || first.size() == boost::asio::buffer_size(from)) {
                    return write(first, done);
                }
                std::array<char, kRecordBytes> record; // NOLINT: filled by the copy
                const auto size = boost::asio::buffer_copy(boost::asio::buffer(record), from);
                return write(boost::asio::buffer(record.data(), size), done);
            },
            std::forward<Token>(token));
    }

    /// Says goodbye and waits for the peer's.
    template <class Token>
    auto async_shutdown(Token&& token)
    {
        return start<void(ErrorCode)>(
            [this](std::size_t&) { return shutdown(); }, std::forward<Token>(token));
    }

private:
    static constexpr std::size_t kRecordBytes = 16 * 1024; // RFC 8446 §5.1

    /// What a call of OpenSSL came to.
    enum class Want {
        Nothing, ///< done, or failed
        ToRead,
        ToWrite,
    };
    struct Outcome
    {
        Want want = Want::Nothing;
        ErrorCode error;
    };

    [[nodiscard]] Outcome handshake();
    [[nodiscard]] Outcome read(boost::asio::mutable_buffer into, std::size_t& done);
    [[nodiscard]] Outcome write(boost::asio::const_buffer from, std::size_t& done);
    [[nodiscard]] Outcome shutdown();
    [[nodiscard]] Outcome outcome(int returned);

    template <class Buffer, class Buffers>
    static Buffer firstOf(const Buffers& buffers)
    {
        const auto end = boost::asio::buffer_sequence_end(buffers);
        for (auto it = boost::asio::buffer_sequence_begin(buffers); it != end; ++it) {
            if (Buffer one(*it); one.size() > 0) {
                return one;
            }
        }
        return {};
    }

    /// Tries, waits for the socket, tries again. The handler is never called from within the start.
    template <class Call>
    struct Operation
    {
        enum class Step {
            Start,
            Waiting,
            Done,
        };

        template <class Self>
        void operator()(Self& self, ErrorCode ec = {})
        {
            if (step == Step::Done || ec) {
                finish(self, ec ? ec : error);
                return;
            }
            const Outcome now = call(done);
            const bool isStart = step == Step::Start;
            step = now.want == Want::Nothing ? Step::Done : Step::Waiting;
            error = now.error;
            if (step == Step::Waiting) {
                const auto what =
                    now.want == Want::ToRead ? Tcp::socket::wait_read : Tcp::socket::wait_write;
                stream.m_socket.async_wait(what, std::move(self));
            } else if (isStart) {
                boost::asio::post(stream.get_executor(), std::move(self));
            } else {
                finish(self, error);
            }
        }

        template <class Self>
        void finish(Self& self, ErrorCode ec)
        {
            if constexpr (requires { self.complete(ec, done); }) {
                self.complete(ec, done);
            } else {
                self.complete(ec);
            }
        }

        TlsStream& stream;
        Call call;
        std::size_t done = 0;
        Step step = Step::Start;
        ErrorCode error = {};
    };

    template <class Signature, class Call, class Token>
    auto start(Call call, Token&& token)
    {
        return boost::asio::async_compose<Token, Signature>(
            Operation<Call>{*this, std::move(call)}, token, m_socket);
    }

    Tcp::socket m_socket;
    SslPtr m_ssl;
};

/// For Beast, which ends a WebSocket with it.
void teardown(boost::beast::role_type role, TlsStream& stream, TlsStream::ErrorCode& ec);

template <class Handler>
void async_teardown(boost::beast::role_type, TlsStream& stream, Handler&& handler)
{
    stream.async_shutdown(std::forward<Handler>(handler));
}

} // namespace sz::net
