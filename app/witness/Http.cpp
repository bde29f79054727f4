// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/witness/Http.h"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>

#include <charconv>
#include <chrono>
#include <csignal>
#include <optional>

namespace sz::witness {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using Tcp = asio::ip::tcp;
using ErrorCode = boost::system::error_code;
using Request = http::request<http::string_body>;
using Response = http::response<http::string_body>;

constexpr auto kAwait = asio::as_tuple(asio::use_awaitable);
constexpr std::chrono::seconds kSilence{30};
constexpr std::uint64_t kMostBody = 64 << 10;
constexpr std::string_view kPath = "/add-checkpoint";

Answer answerTo(const Request& request, const HttpServer::Handler& handler)
{
    const std::string_view target(request.target());
    if (!target.ends_with(kPath)) {
        return {404, "text/plain; charset=utf-8", "not here\n"};
    }
    if (request.method() != http::verb::post) {
        return {405, "text/plain; charset=utf-8", "POST only\n"};
    }
    return handler(request.body());
}

Response responseOf(Answer answer, unsigned version, bool keepsAlive)
{
    Response response(static_cast<http::status>(answer.status), version);
    response.set(http::field::content_type, answer.type);
    response.keep_alive(keepsAlive);
    response.body() = std::move(answer.body);
    response.prepare_payload();
    return response;
}

// Handler and io_context outlive every session.
asio::awaitable<void> session(beast::tcp_stream stream, const HttpServer::Handler& handler)
{
    beast::flat_buffer buffer;
    bool isOpen = true;
    while (isOpen) {
        http::request_parser<http::string_body> parser;
        parser.body_limit(kMostBody);
        stream.expires_after(kSilence);
        const auto [failed, size] = co_await http::async_read(stream, buffer, parser, kAwait);
        const bool isTooLarge = failed == http::error::body_limit;
        if (failed && !isTooLarge) {
            break;
        }
        isOpen = !isTooLarge && parser.get().keep_alive();
        Response response = responseOf(
            isTooLarge ? Answer{413, "text/plain; charset=utf-8", "too long\n"}
                       : answerTo(parser.get(), handler),
            parser.get().version(), isOpen);
        stream.expires_after(kSilence);
        const auto [unsent, written] = co_await http::async_write(stream, response, kAwait);
        isOpen = isOpen && !unsent;
    }
    ErrorCode ignored; // gone is gone
    stream.socket().shutdown(Tcp::socket::shutdown_send, ignored);
}

struct Url
{
    std::string host;
    std::string port;
    std::string prefix;
};

std::optional<Url> parseUrl(std::string_view url)
{
    if (!url.starts_with("http://")) {
        return std::nullopt;
    }
    url.remove_prefix(7);
    const std::size_t slash = std::min(url.find('/'), url.size());
    const std::string_view at = url.substr(0, slash);
    std::string prefix(url.substr(slash));
    while (prefix.ends_with('/')) {
        prefix.pop_back();
    }
    const std::size_t colon = at.rfind(':');
    Url out{std::string(at.substr(0, colon)), "80", std::move(prefix)};
    if (colon != std::string_view::npos) {
        out.port = at.substr(colon + 1);
    }
    return out.host.empty() ? std::nullopt : std::optional(out);
}

asio::awaitable<Result<Answer>> exchange(Url url, std::string body)
{
    const auto executor = co_await asio::this_coro::executor;
    Tcp::resolver resolver(executor);
    const auto [unknown, found] = co_await resolver.async_resolve(url.host, url.port, kAwait);
    if (unknown) {
        co_return fail(Code::LinkDown, unknown.message(), url.host);
    }
    beast::tcp_stream stream(executor);
    stream.expires_after(kSilence);
    const auto [unreachable, at] = co_await stream.async_connect(found, kAwait);
    if (unreachable) {
        co_return fail(Code::LinkDown, unreachable.message(), url.host);
    }
    Request request(http::verb::post, url.prefix + std::string(kPath), 11);
    request.set(http::field::host, url.host);
    request.body() = std::move(body);
    request.prepare_payload();
    const auto [unsent, written] = co_await http::async_write(stream, request, kAwait);
    beast::flat_buffer buffer;
    Response response;
    const auto [silent, read] = unsent
                                    ? std::tuple(unsent, std::size_t{0})
                                    : co_await http::async_read(stream, buffer, response, kAwait);
    if (silent) {
        co_return fail(Code::LinkDown, silent.message(), url.host);
    }
    co_return Answer{
        static_cast<int>(response.result_int()), std::string(response[http::field::content_type]),
        std::move(response.body())};
}

} // namespace

struct HttpServer::Impl
{
    explicit Impl(Handler h) : handler(std::move(h)) {}

    [[nodiscard]] Result<void> bind(const std::string& host, std::uint16_t port)
    {
        ErrorCode ec;
        const auto address = asio::ip::make_address(host, ec);
        if (ec) {
            return fail(Code::BadArgument, "not an address", host);
        }
        const Tcp::endpoint at(address, port);
        acceptor.open(at.protocol(), ec);
        ErrorCode ignored; // only a convenience
        acceptor.set_option(Tcp::acceptor::reuse_address(true), ignored);
        if (!ec) {
            acceptor.bind(at, ec);
        }
        if (!ec) {
            acceptor.listen(Tcp::acceptor::max_listen_connections, ec);
        }
        if (ec) {
            return fail(
                ec == asio::error::address_in_use ? Code::PortTaken : Code::Io, ec.message(), host);
        }
        return {};
    }

    asio::awaitable<void> accept()
    {
        while (acceptor.is_open()) {
            auto [failed, socket] = co_await acceptor.async_accept(kAwait);
            if (!failed) {
                asio::co_spawn(
                    io, session(beast::tcp_stream(std::move(socket)), handler), asio::detached);
                continue;
            }
            asio::steady_timer pause(io, std::chrono::milliseconds(100)); // out of descriptors
            co_await pause.async_wait(kAwait);
        }
    }

    Handler handler;
    asio::io_context io{1};
    Tcp::acceptor acceptor{io};
    asio::signal_set signals{io};
};

Result<std::unique_ptr<HttpServer>>
HttpServer::listen(const std::string& host, std::uint16_t port, Handler handler)
{
    auto impl = std::make_unique<Impl>(std::move(handler));
    return impl->bind(host, port).transform([&] {
        return std::unique_ptr<HttpServer>(new HttpServer(std::move(impl)));
    });
}

HttpServer::HttpServer(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}

HttpServer::~HttpServer() = default;

std::uint16_t HttpServer::port() const
{
    return m_impl->acceptor.local_endpoint().port();
}

void HttpServer::run()
{
    m_impl->signals.add(SIGTERM);
    m_impl->signals.add(SIGINT);
    m_impl->signals.async_wait([this](const ErrorCode& cancelled, int) {
        if (!cancelled) {
            m_impl->io.stop();
        }
    });
    asio::co_spawn(m_impl->io, m_impl->accept(), asio::detached);
    m_impl->io.run();
}

void HttpServer::stop()
{
    m_impl->io.stop();
}

Result<Answer> post(const std::string& url, const std::string& body)
{
    const auto parsed = parseUrl(url);
    if (!parsed) {
        return fail(Code::BadArgument, "a witness is reached at http://HOST:PORT", url);
    }
    Result<Answer> out = fail(Code::LinkDown, "no answer", url);
    asio::io_context io{1};
    asio::co_spawn(
        io, exchange(*parsed, body), [&](const std::exception_ptr& bug, Result<Answer> answer) {
            if (bug) {
                std::rethrow_exception(bug);
            }
            out = std::move(answer);
        });
    io.run();
    return out;
}

} // namespace sz::witness
