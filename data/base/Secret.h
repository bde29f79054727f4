// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What is kept of a password: Argon2id (RFC 9106) over it, never the password.

#include "data/base/Bytes.h"

namespace sz {

/// A salted hash with the parameters it was made with; they travel with it, so that they may grow later.
struct Verifier
{
    Bytes salt;                      ///< 16 random bytes
    Bytes hash;                      ///< 32 bytes
    std::uint32_t memoryKib = 19456; ///< OWASP password storage, Argon2id: 19 MiB, 2 passes, 1 lane
    std::uint32_t passes = 2;
    std::uint32_t lanes = 1;
    bool operator==(const Verifier&) const = default;
};

/// About 30 ms and 19 MiB. Thread: any.
[[nodiscard]] Verifier makeVerifier(std::string_view secret);
/// Is it this secret? Takes the same time for a right and a wrong one. False for parameters out of bounds (1 GiB, 32
/// passes) and for an empty verifier.
[[nodiscard]] bool isSecret(const Verifier& verifier, std::string_view secret);
/// Takes as long as isSecret() for one that does not exist, so that nobody learns which names do.
void pretendToVerify(std::string_view secret);

/// A start password that can be read over the phone: "xxxx-xxxx-xxxx", 60 random bits.
[[nodiscard]] std::string makeStartSecret();

/// Least length of a chosen password, in bytes of UTF-8.
inline constexpr std::size_t kLeastSecret = 8;

} // namespace sz
