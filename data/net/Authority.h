// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Headquarters' own certificate authority: who a desk is, is its Ed25519 key; the certificate is only the wrapper.

#include "data/base/Clock.h"
#include "data/base/Hash.h"

#include <string>

namespace sz::net {

/// A private key and its certificate, PEM.
struct Identity
{
    std::string certificate;
    std::string key;
};

/// PKCS#8 PEM of an Ed25519 key.
[[nodiscard]] std::string keyToPem(const SigningKey& key);
/// Errors: BadEncoding when the PEM holds no Ed25519 key.
[[nodiscard]] Result<SigningKey> keyFromPem(const std::string& pem);

/// Self-signed CA, Ed25519, valid 10 years from `now`.
[[nodiscard]] Identity makeAuthority(const std::string& name, Instant now);
/// Server certificate: CN and DNS name "sanzhen-hq", server authentication only, valid 2 years.
[[nodiscard]] Result<Identity> issueServer(const Identity& authority, Instant now);
/// Client certificate over the desk's public key: CN = desk id, OU = unit, client authentication only, valid 13 months.
[[nodiscard]] Result<std::string> issueDesk(
    const Identity& authority,
    const PublicKey& deskKey,
    const std::string& deskId,
    const std::string& unit,
    Instant now);
/// Hex SHA-256 of the DER form of a PEM certificate.
[[nodiscard]] Result<std::string> fingerprint(const std::string& certificatePem);
/// End of validity. Errors: BadCertificate.
[[nodiscard]] Result<Instant> validUntil(const std::string& certificatePem);

} // namespace sz::net
