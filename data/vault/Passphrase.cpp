// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/vault/Passphrase.h"

namespace sz::vault {
namespace {

bool isSane(BytesView salt, const Argon2& how)
{
    constexpr std::uint32_t kMostMemory = 1U << 20U;
    return salt.size() >= 8 && how.lanes >= 1 && how.lanes <= 16 && how.passes >= 1
           && how.passes <= 64 && how.memoryKib >= 8 * how.lanes && how.memoryKib <= kMostMemory;
}

} // namespace

Result<SecretKey> keyFromPassphrase(std::string_view passphrase, BytesView salt, const Argon2& how)
{
    if (passphrase.empty() || !isSane(salt, how)) {
        return fail(Code::BadArgument, "Argon2id figures out of range");
    }
    return argon2id(passphrase, salt, how).and_then([](Bytes&& bytes) {
        auto key = SecretKey::fromBytes(bytes);
        wipe(bytes);
        return key;
    });
}

} // namespace sz::vault
