// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What an Asio, TLS or WebSocket failure means to a desk. Private to data/net.

#include "data/net/OpenSsl.h"

#include <boost/system/error_code.hpp>

namespace sz::net {

/// A failure of the TLS layer, or what the peer told about it in an alert: BadCertificate, LinkRefused or LinkDown.
[[nodiscard]] Error tlsError(const boost::system::error_code& ec, const SSL* ssl);
/// A connection that could not be made or was lost: always LinkDown unless TLS says better.
[[nodiscard]] Error
linkError(const char* during, const boost::system::error_code& ec, const SSL* ssl = nullptr);

} // namespace sz::net
