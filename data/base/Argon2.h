// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Argon2id (RFC 9106), by OpenSSL: passwords kept and passphrases turned into keys both come through here.

#include "data/base/Bytes.h"
#include "data/base/Result.h"

#include <string_view>

namespace sz {

struct Argon2
{
    std::uint32_t memoryKib = 65536; ///< 64 MiB: RFC 9106 §4, second recommended option
    std::uint32_t passes = 3;
    std::uint32_t lanes = 4;
    bool operator==(const Argon2&) const = default;
};

/// 32 bytes; slow on purpose. The caller wipes them and has looked at the figures. Errors: Internal (no memory, or an
/// OpenSSL without Argon2id). Thread: any.
[[nodiscard]] Result<Bytes> argon2id(std::string_view secret, BytesView salt, const Argon2& how);

} // namespace sz
