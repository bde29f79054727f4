// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// `protected` in a desk's folder: that its files are sealed, and their key, wrapped by a passphrase.

#include "data/vault/Passphrase.h"

#include <filesystem>
#include <memory>
#include <string>

namespace sz::vault {

/// Shared: every file of the desk is read and written with it.
using DataKey = std::shared_ptr<const SecretKey>;

/// Text of `protected` for a data key; another salt each time. Errors: those of keyFromPassphrase.
[[nodiscard]] Result<std::string>
wrapKey(const SecretKey& data, std::string_view passphrase, const Argon2& how = {});
/// Errors: PassphraseWrong, FileMalformed (nothing of it can be used).
[[nodiscard]] Result<DataKey> unwrapKey(const std::string& text, std::string_view passphrase);

[[nodiscard]] std::filesystem::path protectionFile(const std::filesystem::path& folder);
[[nodiscard]] bool isProtected(const std::filesystem::path& folder);
/// Takes about a quarter of a second: not on gui. Errors: NotFound (not protected), FileUnreadable, and those of unwrapKey.
[[nodiscard]] Result<DataKey>
unlock(const std::filesystem::path& folder, std::string_view passphrase);

} // namespace sz::vault
