// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/net/HttpDoor.h"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/http/write.hpp>

#include <format>
#include <thread>

namespace sz::net {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using Tcp = asio::ip::tcp;
using ErrorCode = boost::system::error_code;

constexpr std::chrono::seconds kPatience{5};
constexpr std::chrono::milliseconds kAcceptPause{100};
constexpr std::uint32_t kMaxHeaderBytes = 8 * 1024;
constexpr int kMostConnections = 32;
constexpr auto kToken = asio::as_tuple(asio::use_awaitable);

} // namespace

struct HttpDoor::Impl
{
    [[nodiscard]] Result<void> bind(const Endpoint& at);
    [[nodiscard]] HttpAnswer answer(http::verb verb, const std::string& target) const;
    asio::awaitable<void> acceptAll();
    asio::awaitable<void> serve(Tcp::socket socket);

    Handler handler;
    asio::io_context io{1};
    Tcp::acceptor acceptor{io};
    int connections = 0;
    std::thread thread;
};

Result<void> HttpDoor::Impl::bind(const Endpoint& at)
{
    ErrorCode ec;
    Tcp::resolver resolver(io);
    const auto found =
        resolver.resolve(at.host, std::to_string(at.port), Tcp::resolver::passive, ec);
    const Tcp::endpoint local = ec ? Tcp::endpoint() : found.begin()->endpoint();
    if (!ec) {
        acceptor.open(local.protocol(), ec);
    }
    if (!ec) {
        acceptor.set_option(Tcp::acceptor::reuse_address(true), ec);
    }
    if (!ec) {
        acceptor.bind(local, ec);
    }
    if (!ec) {
        acceptor.listen(kMostConnections, ec);
    }
    if (ec) {
        const Code code = ec == asio::error::address_in_use ? Code::PortTaken : Code::Io;
        return fail(code, std::format("metrics on {}:{}: {}", at.host, at.port, ec.message()));
    }
    return {};
}

HttpAnswer HttpDoor::Impl::answer(http::verb verb, const std::string& target) const
{
    if (verb != http::verb::get && verb != http::verb::head) {
        return {405, "text/plain; charset=utf-8", "GET or HEAD\n"};
    }
    return handler(target.substr(0, target.find('?')));
}

asio::awaitable<void> HttpDoor::Impl::serve(Tcp::socket socket)
{
    beast::tcp_stream stream(std::move(socket));
    stream.expires_after(kPatience);
    beast::flat_buffer buffer;
    http::request_parser<http::empty_body> request;
    request.header_limit(kMaxHeaderBytes);
    const auto [failed, read] = co_await http::async_read(stream, buffer, request, kToken);
    if (!failed) {
        const HttpAnswer said = answer(request.get().method(), std::string(request.get().target()));
        http::response<http::string_body> response(
            http::int_to_status(said.status), request.get().version());
        response.set(http::field::content_type, said.type);
        response.set(http::field::cache_control, "no-store");
        response.keep_alive(false);
        response.content_length(said.body.size());
        if (request.get().method() != http::verb::head) {
            response.body() = said.body;
        }
        co_await http::async_write(stream, response, kToken);
    }
    ErrorCode ignored; // it may be gone already
    stream.socket().shutdown(Tcp::socket::shutdown_both, ignored);
    --connections;
}

asio::awaitable<void> HttpDoor::Impl::acceptAll()
{
    asio::steady_timer pause(io);
    while (acceptor.is_open()) {
        auto [failed, socket] = co_await acceptor.async_accept(kToken);
        if (failed) {
            pause.expires_after(kAcceptPause);
            co_await pause.async_wait(kToken);
        } else if (connections < kMostConnections) {
            ++connections;
            asio::co_spawn(io, serve(std::move(socket)), asio::detached);
        }
    }
}

HttpDoor::HttpDoor(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}

HttpDoor::~HttpDoor()
{
    m_impl->io.stop();
    m_impl->thread.join();
}

std::uint16_t HttpDoor::port() const
{
    ErrorCode ignored; // bound since open()
    return m_impl->acceptor.local_endpoint(ignored).port();
}

Result<std::unique_ptr<HttpDoor>> HttpDoor::open(const Endpoint& at, Handler handler)
{
    auto impl = std::make_unique<Impl>();
    impl->handler = std::move(handler);
    if (auto bound = impl->bind(at); !bound) {
        return std::unexpected(bound.error());
    }
    asio::co_spawn(impl->io, impl->acceptAll(), asio::detached);
    impl->thread = std::thread([raw = impl.get()] { raw->io.run(); });
    return std::unique_ptr<HttpDoor>(new HttpDoor(std::move(impl)));
}

} // namespace sz::net
