// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A small plain-HTTP door for machines that watch this one: a GET, an answer, goodbye.

#include "data/net/Link.h"

#include <functional>
#include <memory>
#include <string>

namespace sz::net {

struct HttpAnswer
{
    unsigned status = 200;
    std::string type = "text/plain; charset=utf-8";
    std::string body;
};

/// Answers GET and HEAD; everything else is 405, a request over 8 KiB or slower than 5 s is cut off. Meant for
/// loopback or a closed network: no TLS, no names, nothing that changes anything. Owns one thread.
class HttpDoor
{
public:
    /// Called on the door's thread with the path, without the query.
    using Handler = std::function<HttpAnswer(const std::string& path)>;

    /// Binds (port 0 = any free one) and begins to answer. Errors: PortTaken, Io.
    [[nodiscard]] static Result<std::unique_ptr<HttpDoor>>
    open(const Endpoint& at, Handler handler);
    ~HttpDoor(); ///< stops and waits for the thread

    [[nodiscard]] std::uint16_t port() const;

private:
    struct Impl;
    explicit HttpDoor(std::unique_ptr<Impl> impl);

    std::unique_ptr<Impl> m_impl;
};

} // namespace sz::net
