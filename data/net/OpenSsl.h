// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Owners for OpenSSL objects and the few PEM helpers that Authority and Tls share. Private to data/net.

#include "data/base/Bytes.h"
#include "data/base/Clock.h"
#include "data/base/Hash.h"

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace sz::net {

/// Deletes with the OpenSSL function of the type.
template <auto Free>
struct Freed
{
    template <class T>
    void operator()(T* object) const
    {
        Free(object);
    }
};

using BioPtr = std::unique_ptr<BIO, Freed<&BIO_free_all>>;
using PkeyPtr = std::unique_ptr<EVP_PKEY, Freed<&EVP_PKEY_free>>;
using X509Ptr = std::unique_ptr<X509, Freed<&X509_free>>;
using SslContext = std::unique_ptr<SSL_CTX, Freed<&SSL_CTX_free>>;
using SslPtr = std::unique_ptr<SSL, Freed<&SSL_free>>;

/// The oldest error OpenSSL has queued on this thread, as text; the queue is empty afterwards.
[[nodiscard]] std::string opensslError();
/// A memory BIO that reads `text`; the text must outlive it.
[[nodiscard]] BioPtr readBio(const std::string& text);
/// Errors: BadEncoding when the PEM holds no private key.
[[nodiscard]] Result<PkeyPtr> pkeyFromPem(const std::string& pem);
/// All certificates of a PEM text, in its order, at least one. Errors: BadCertificate.
[[nodiscard]] Result<std::vector<X509Ptr>> certificatesFromPem(const std::string& pem);
/// Lower-case hexadecimal SHA-256 of the DER form; empty when it cannot be encoded.
[[nodiscard]] std::string fingerprintOf(const X509* certificate);
/// Errors: BadCertificate.
[[nodiscard]] Result<std::string> certificateToPem(const X509* certificate);
/// Its Ed25519 key; none when it has another kind.
[[nodiscard]] std::optional<PublicKey> keyOf(const X509* certificate);
/// End of validity.
[[nodiscard]] std::optional<Instant> endOf(const X509* certificate);
/// First common name of the subject, UTF-8; empty when there is none.
[[nodiscard]] std::string commonNameOf(const X509* certificate);

} // namespace sz::net
