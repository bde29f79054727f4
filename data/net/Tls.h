// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Who trusts whom: the TLS 1.3 contexts of both ends. Private to data/net.

#include "data/net/Link.h"
#include "data/net/OpenSsl.h"

namespace sz::net {

/// The one name a headquarters certificate carries, whatever its address is.
inline constexpr const char* kServerName = "sanzhen-hq";

/// Neither end minds a certificate's dates: signature, purpose and name decide (see Tls.cpp, makeContext).
/// Headquarters' end: shows its chain with the CA in it, asks for a client certificate, refuses a bad one, lets none pass.
/// `authority` may hold several CAs (changing over from one to the next); cross certificates follow the own one in
/// `certificate`. Errors: BadCertificate.
[[nodiscard]] Result<SslContext> makeServerContext(const Credentials& own);

/// Desk's end: trusts `own.authority`, or, when that is empty, the one certificate with the fingerprint `pin` (hexadecimal,
/// its first 20 digits or more; colons, hyphens and blanks allowed), which headquarters must show and which must have signed it. Errors: BadCertificate.
[[nodiscard]] Result<SslContext> makeClientContext(const Credentials& own, const std::string& pin);

/// One connection of that context; the desk's demands the name `sanzhen-hq`. Errors: Internal.
[[nodiscard]] Result<SslPtr> makeServerSsl(SSL_CTX* context);
[[nodiscard]] Result<SslPtr> makeClientSsl(SSL_CTX* context);

/// Says why the peer's certificate was refused here; empty when it was not.
[[nodiscard]] std::string verifyFailure(const SSL* ssl);

} // namespace sz::net
