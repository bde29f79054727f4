// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The system's keyring, where there is one: a passphrase kept there need not be typed at each start. Never the desk's key
// itself (findings/trust.md §4.2).

#include "data/base/Result.h"

#include <chrono>
#include <optional>
#include <string>

namespace sz::vault {

/// Without a session bus the answer comes at once; a keyring that does not answer is given up after `patience`.
inline constexpr std::chrono::milliseconds kKeyringPatience{2000};

/// The passphrase kept for a desk; nothing when there is no keyring, it is locked, or it holds none.
[[nodiscard]] std::optional<std::string>
keyringLookUp(const std::string& desk, std::chrono::milliseconds patience = kKeyringPatience);
/// Errors: NotFound (no keyring, or it refused).
[[nodiscard]] Result<void> keyringKeep(
    const std::string& desk,
    const std::string& passphrase,
    std::chrono::milliseconds patience = kKeyringPatience);
/// Forgets it; nothing happens when there is none.
void keyringForget(const std::string& desk, std::chrono::milliseconds patience = kKeyringPatience);

} // namespace sz::vault
