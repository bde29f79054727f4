// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Files too large for memory: their digest, and their way to the disk.

#include "data/base/Hash.h"

#include <filesystem>

namespace sz::hq {

/// SHA-256 of a file's content. Errors: FileUnreadable.
[[nodiscard]] Result<Digest> fileDigest(const std::filesystem::path& file);
/// fsync of every file and folder below, the folder included. Errors: Io.
[[nodiscard]] Result<void> syncTree(const std::filesystem::path& folder);
/// fsync of the folder itself: names that were made or changed in it are durable. Errors: Io.
[[nodiscard]] Result<void> syncFolder(const std::filesystem::path& folder);

} // namespace sz::hq
