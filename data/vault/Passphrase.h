// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// From words a person can remember to a key: Argon2id (RFC 9106), slow on purpose.

#include "data/base/Argon2.h"
#include "data/vault/Aead.h"

#include <string_view>

namespace sz::vault {

/// Errors: BadArgument (an empty passphrase; figures out of range: 8 KiB × lanes to 1 GiB, 1 to 64 passes, 1 to 16 lanes; a salt of less than 8 bytes).
[[nodiscard]] Result<SecretKey>
keyFromPassphrase(std::string_view passphrase, BytesView salt, const Argon2& how);

} // namespace sz::vault
