// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// From words a person can remember to a key: Argon2id (RFC 9106), slow on purpose.

#include "data/vault/Aead.h"

#include <string_view>

namespace sz::vault {

struct Argon2
{
    std::uint32_t memoryKib = 65536; ///< 64 MiB: RFC 9106 §4, second recommended option
    std::uint32_t passes = 3;
    std::uint32_t lanes = 4;
    bool operator==(const Argon2&) const = default;
};

/// Errors: BadArgument (an empty passphrase; figures out of range: 8 KiB × lanes to 1 GiB, 1 to 64 passes, 1 to 16 lanes; a salt of less than 8 bytes).
[[nodiscard]] Result<SecretKey>
keyFromPassphrase(std::string_view passphrase, BytesView salt, const Argon2& how);

} // namespace sz::vault
