// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Seals a desk's files under a passphrase, and opens them for good again.

#include "data/desk/Profile.h"

#include <functional>

namespace sz::desk {

inline constexpr std::size_t kLeastPassphrase = 8; ///< characters of it, counted as bytes

/// log.db, outbox.mirror and desk.key are sealed with a new key, which the passphrase wraps; view.db is made anew at the next
/// start; drafts in the folder are dropped. A crash at any point loses nothing. `reached`: see store::Resealing.
/// Errors: BadArgument (protected already; a passphrase too short), StoreLocked (the console runs), and those of reseal.
[[nodiscard]] Result<void> protectDesk(
    const std::filesystem::path& folder,
    std::string_view passphrase,
    const std::function<void(const char*)>& reached = {},
    const Argon2& how = {});
/// The way back. Errors: NotFound (not protected), PassphraseWrong (nothing is changed), StoreLocked, and those of reseal.
[[nodiscard]] Result<void> unprotectDesk(
    const std::filesystem::path& folder,
    std::string_view passphrase,
    const std::function<void(const char*)>& reached = {});

} // namespace sz::desk
