// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// SHA-256 and Ed25519 through OpenSSL.

#include "data/base/Bytes.h"

#include <array>
#include <initializer_list>
#include <memory>

namespace sz {

using Digest = std::array<std::uint8_t, 32>; ///< SHA-256

/// SHA-256 over the parts, one after the other.
[[nodiscard]] Digest sha256(std::initializer_list<BytesView> parts);
[[nodiscard]] inline Digest sha256(BytesView bytes)
{
    return sha256({bytes});
}

/// The same over bytes that come piece by piece.
class Sha256
{
public:
    Sha256();
    void add(BytesView bytes);
    /// Once, at the end.
    [[nodiscard]] Digest finish();

private:
    struct Free
    {
        void operator()(void* context) const;
    };
    std::unique_ptr<void, Free> m_context; // EVP_MD_CTX
};

using PublicKey = std::array<std::uint8_t, 32>; ///< raw Ed25519
using Signature = std::array<std::uint8_t, 64>; ///< raw Ed25519

/// An Ed25519 private key (RFC 8032). Move-only; the seed never leaves it except through `seed()`.
class SigningKey
{
public:
    [[nodiscard]] static SigningKey generate();
    /// Errors: BadEncoding when the seed is not 32 bytes.
    [[nodiscard]] static Result<SigningKey> fromSeed(BytesView seed);

    [[nodiscard]] Signature sign(BytesView message) const;
    [[nodiscard]] const PublicKey& publicKey() const { return m_public; }
    /// The 32 secret bytes, for a 0600 file or a keyring only.
    [[nodiscard]] Bytes seed() const;

private:
    struct Free
    {
        void operator()(void* key) const;
    };
    std::unique_ptr<void, Free> m_key; // EVP_PKEY
    PublicKey m_public{};
};

/// True when the signature is the key's over exactly this message.
[[nodiscard]] bool
verifySignature(const PublicKey& key, BytesView message, const Signature& signature);

/// Cryptographically strong random bytes.
void fillRandom(std::span<std::uint8_t> out);

} // namespace sz
