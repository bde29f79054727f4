// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/net/LinkError.h"

#include "data/net/Tls.h"

#include <boost/asio/ssl/error.hpp>
#include <openssl/err.h>
#include <openssl/sslerr.h>

#include <format>

namespace sz::net {
namespace {

/// Number of the TLS alert the peer sent, or -1 (RFC 8446 §6; OpenSSL reports alert n as reason 1000 + n).
int alertNumber(int reason)
{
    return reason >= SSL_AD_REASON_OFFSET && reason < SSL_AD_REASON_OFFSET + 256
               ? reason - SSL_AD_REASON_OFFSET
               : -1;
}

bool isAboutCertificate(int alert)
{
    switch (alert) {
    case SSL_AD_BAD_CERTIFICATE:
    case SSL_AD_UNSUPPORTED_CERTIFICATE:
    case SSL_AD_CERTIFICATE_REVOKED:
    case SSL_AD_CERTIFICATE_EXPIRED:
    case SSL_AD_CERTIFICATE_UNKNOWN:
    case SSL_AD_UNKNOWN_CA:
    case SSL_AD_ACCESS_DENIED:
    case SSL_AD_DECRYPT_ERROR:
    case SSL_AD_CERTIFICATE_REQUIRED:
        return true;
    default:
        return false;
    }
}

bool isTls(const boost::system::error_code& ec)
{
    return ec.category() == boost::asio::error::get_ssl_category();
}

} // namespace

Error tlsError(const boost::system::error_code& ec, const SSL* ssl)
{
    if (!isTls(ec)) {
        return {Code::LinkDown, "TLS: " + ec.message(), {}};
    }
    const int reason = ERR_GET_REASON(static_cast<unsigned long>(ec.value()));
    if (reason == SSL_R_CERTIFICATE_VERIFY_FAILED) {
        return {
            Code::BadCertificate, "the peer's certificate was refused: " + verifyFailure(ssl), {}};
    }
    const int alert = alertNumber(reason);
    if (isAboutCertificate(alert)) {
        return {
            Code::BadCertificate,
            std::format("the peer refused our certificate: {}", SSL_alert_desc_string_long(alert)),
            {}};
    }
    return {Code::LinkRefused, "no TLS 1.3 connection: " + ec.message(), {}};
}

Error linkError(const char* during, const boost::system::error_code& ec, const SSL* ssl)
{
    if (ssl != nullptr && isTls(ec)) {
        return tlsError(ec, ssl);
    }
    return {Code::LinkDown, std::format("{}: {}", during, ec.message()), {}};
}

} // namespace sz::net
