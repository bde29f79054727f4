// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// One way to seal bytes: AES-256-GCM through OpenSSL, a fresh random nonce each time.

#include "data/base/Bytes.h"
#include "data/base/Result.h"

#include <array>

namespace sz::vault {

/// 32 secret bytes, wiped when they go. Not copyable; share it by pointer.
class SecretKey
{
public:
    [[nodiscard]] static SecretKey generate();
    /// Errors: BadEncoding when there are not 32 bytes.
    [[nodiscard]] static Result<SecretKey> fromBytes(BytesView bytes);
    SecretKey(SecretKey&& other) noexcept;
    SecretKey& operator=(SecretKey&& other) noexcept;
    ~SecretKey();

    [[nodiscard]] BytesView bytes() const { return m_bytes; }

private:
    SecretKey() = default;

    std::array<std::uint8_t, 32> m_bytes{};
};

/// nonce (12) ‖ ciphertext ‖ tag (16). `about` is bound to it, but not in it.
[[nodiscard]] Bytes seal(const SecretKey& key, BytesView plain, BytesView about);
/// Errors: BadEncoding when it was not sealed with this key about this, or was changed.
[[nodiscard]] Result<Bytes> unseal(const SecretKey& key, BytesView sealed, BytesView about);
inline constexpr std::size_t kSealOverhead = 28;

/// Overwrites what is no longer needed.
void wipe(std::string& text);
void wipe(Bytes& bytes);

} // namespace sz::vault
