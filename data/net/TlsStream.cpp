// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/net/TlsStream.h"

#include <boost/asio/error.hpp>
#include <boost/asio/ssl/error.hpp>
#include <openssl/err.h>

#include <cerrno>
#include <sys/socket.h>

namespace sz::net {
namespace {

namespace asio = boost::asio;

// OpenSSL's own socket BIO writes with write(2): a peer that is gone would end the process with SIGPIPE.
// The socket is asked each time: once it is closed its number may be another connection's.
int descriptorOf(BIO* bio)
{
    return static_cast<TlsStream::Tcp::socket*>(BIO_get_data(bio))->native_handle();
}

int after(BIO* bio, ssize_t done, bool isRead)
{
    BIO_clear_retry_flags(bio);
    if (done < 0 && (errno == EAGAIN || errno == EINTR)) {
        isRead ? BIO_set_retry_read(bio) : BIO_set_retry_write(bio);
    }
    return static_cast<int>(done);
}

int sendTo(BIO* bio, const char* bytes, int size)
{
    return after(
        bio, ::send(descriptorOf(bio), bytes, static_cast<std::size_t>(size), MSG_NOSIGNAL), false);
}

int receiveFrom(BIO* bio, char* bytes, int size)
{
    const ssize_t got = ::recv(descriptorOf(bio), bytes, static_cast<std::size_t>(size), 0);
    if (got == 0) {
        BIO_set_flags(bio, BIO_FLAGS_IN_EOF);
    }
    return after(bio, got, true);
}

long control(BIO* bio, int what, long, void*)
{
    switch (what) {
    case BIO_CTRL_FLUSH:
        return 1;
    case BIO_CTRL_EOF:
        return BIO_test_flags(bio, BIO_FLAGS_IN_EOF) != 0 ? 1 : 0;
    default:
        return 0;
    }
}

using MethodPtr = std::unique_ptr<BIO_METHOD, Freed<&BIO_meth_free>>;

MethodPtr makeMethod()
{
    MethodPtr method(
        BIO_meth_new(BIO_get_new_index() | BIO_TYPE_SOURCE_SINK | BIO_TYPE_DESCRIPTOR, "sanzhen"));
    BIO_meth_set_write(method.get(), &sendTo);
    BIO_meth_set_read(method.get(), &receiveFrom);
    BIO_meth_set_ctrl(method.get(), &control);
    return method;
}

BIO* makeBio(TlsStream::Tcp::socket& socket)
{
    static const MethodPtr method = makeMethod(); // outlives every connection
    BIO* bio = BIO_new(method.get());
    BIO_set_data(bio, &socket);
    BIO_set_init(bio, 1);
    return bio;
}

int sizeOf(std::size_t bytes)
{
    return static_cast<int>(std::min<std::size_t>(bytes, 1 << 30));
}

} // namespace

TlsStream::TlsStream(Tcp::socket socket, SslPtr ssl)
    : m_socket(std::move(socket)), m_ssl(std::move(ssl))
{
    ErrorCode ignored; // on a dead socket every call fails anyhow
    m_socket.non_blocking(true, ignored);
    BIO* bio = makeBio(m_socket);
    SSL_set_bio(m_ssl.get(), bio, bio);
    SSL_set_mode(m_ssl.get(), SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);
    SSL_set_read_ahead(m_ssl.get(), 1); // a record's head and body in one call
}

TlsStream::Outcome TlsStream::handshake()
{
    ERR_clear_error();
    return outcome(SSL_do_handshake(m_ssl.get()));
}

TlsStream::Outcome TlsStream::read(asio::mutable_buffer into, std::size_t& done)
{
    if (into.size() == 0) {
        return {};
    }
    ERR_clear_error();
    const int got = SSL_read(m_ssl.get(), into.data(), sizeOf(into.size()));
    done = got > 0 ? static_cast<std::size_t>(got) : 0;
    return outcome(got);
}

TlsStream::Outcome TlsStream::write(asio::const_buffer from, std::size_t& done)
{
    if (from.size() == 0) {
        return {};
    }
    ERR_clear_error();
    const int sent = SSL_write(m_ssl.get(), from.data(), sizeOf(from.size()));
    done = sent > 0 ? static_cast<std::size_t>(sent) : 0;
    return outcome(sent);
}

// 0 means: said ours, the peer's is still to come.
TlsStream::Outcome TlsStream::shutdown()
{
    ERR_clear_error();
    int done = SSL_shutdown(m_ssl.get());
    if (done == 0) {
        done = SSL_shutdown(m_ssl.get());
    }
    return outcome(done);
}

TlsStream::Outcome TlsStream::outcome(int returned)
{
    if (returned > 0) {
        return {};
    }
    const int sysError = errno;
    switch (SSL_get_error(m_ssl.get(), returned)) {
    case SSL_ERROR_NONE:
        return {};
    case SSL_ERROR_WANT_READ:
        return {Want::ToRead, {}};
    case SSL_ERROR_WANT_WRITE:
        return {Want::ToWrite, {}};
    case SSL_ERROR_ZERO_RETURN:
        return {Want::Nothing, asio::error::eof};
    case SSL_ERROR_SYSCALL:
        return {
            Want::Nothing, sysError == 0 ? ErrorCode(asio::ssl::error::stream_truncated)
                                         : ErrorCode(sysError, boost::system::system_category())};
    default:
        break;
    }
    const unsigned long code = ERR_get_error();
    ERR_clear_error();
    if (ERR_GET_REASON(code) == SSL_R_UNEXPECTED_EOF_WHILE_READING) {
        return {Want::Nothing, asio::ssl::error::stream_truncated};
    }
    return {Want::Nothing, ErrorCode(static_cast<int>(code), asio::error::get_ssl_category())};
}

// Only when a stream is dropped without its asynchronous end: what can be said at once is said.
void teardown(boost::beast::role_type, TlsStream& stream, TlsStream::ErrorCode& ec)
{
    ERR_clear_error();
    std::ignore = SSL_shutdown(stream.native_handle());
    ERR_clear_error();
    stream.next_layer().close(ec);
}

} // namespace sz::net
