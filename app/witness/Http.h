// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The little HTTP a witness needs, both ends; the only Beast of app/.

#include "app/witness/Witness.h"

#include <functional>
#include <memory>

namespace sz::witness {

/// Serves POST …/add-checkpoint. Other paths 404, other methods 405, bodies over 64 KiB 413. Keep-alive; a peer that is
/// silent for 30 s is given up.
class HttpServer
{
public:
    using Handler = std::function<Answer(std::string_view body)>;

    /// Listens; port 0 takes a free one. Errors: PortTaken, Io, BadArgument.
    [[nodiscard]] static Result<std::unique_ptr<HttpServer>>
    listen(const std::string& host, std::uint16_t port, Handler handler);
    ~HttpServer();

    [[nodiscard]] std::uint16_t port() const;
    /// Until `stop`, SIGTERM or SIGINT; the handler is called on this thread, one request at a time.
    void run();
    /// From any thread.
    void stop();

private:
    struct Impl;
    explicit HttpServer(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

/// One POST to "http://HOST:PORT/PREFIX". Any HTTP status is an answer. Errors: BadArgument (not such a URL), LinkDown.
[[nodiscard]] Result<Answer> post(const std::string& url, const std::string& body);

} // namespace sz::witness
