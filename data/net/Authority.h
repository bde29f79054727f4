// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Headquarters' own certificate authority: who a desk is, is its Ed25519 key; the certificate is only the wrapper.

#include "data/base/Clock.h"
#include "data/base/Hash.h"

#include <string>
#include <vector>

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

/// What a certificate says of itself.
struct CertificateFacts
{
    std::string commonName;
    PublicKey key{}; ///< zeros when it is no Ed25519 key
    Instant until;   ///< end of validity
};

/// Self-signed CA, Ed25519, valid 10 years from `now`.
[[nodiscard]] Identity makeAuthority(const std::string& name, Instant now);
/// The newer CA as the older one vouches for it: the same name and key, signed by `older`. Whoever trusts the older root
/// only can follow it to the newer. Errors: BadCertificate, BadArgument.
[[nodiscard]] Result<std::string>
crossSign(const Identity& older, const std::string& newerCertificate, Instant now);
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
/// Of the first certificate in the PEM. Errors: BadCertificate.
[[nodiscard]] Result<CertificateFacts> factsOf(const std::string& certificatePem);
/// Is the first certificate of `pem` signed by the first of `authorityPem`? False, too, when one of them is none.
[[nodiscard]] bool isIssuedBy(const std::string& pem, const std::string& authorityPem);
/// Each certificate of a PEM text as a text of its own, in order; those that cannot be read are left out.
[[nodiscard]] std::vector<std::string> splitCertificates(const std::string& pem);
/// End of validity. Errors: BadCertificate.
[[nodiscard]] Result<Instant> validUntil(const std::string& certificatePem);

} // namespace sz::net
