// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Folders that appear as a whole, or not at all.

#include "data/hq/Backup.h"

namespace sz::hq {

/// NoSpace or Io, naming the file.
[[nodiscard]] std::unexpected<Error>
ioFailure(const std::error_code& ec, const std::filesystem::path& file);

/// Makes `folder` (0700), removing what was left of one; it will become `out`. Errors: BadArgument (`out` is there already), Io.
[[nodiscard]] Result<void>
makeFolder(const std::filesystem::path& folder, const std::filesystem::path& out);

/// 0600, with the folders above it. Errors: Io, NoSpace.
[[nodiscard]] Result<void>
copyFile(const std::filesystem::path& from, const std::filesystem::path& to);

/// Copies what the manifest lists and is wanted by its name. Errors: Io, NoSpace.
[[nodiscard]] Result<void> copyListed(
    const std::filesystem::path& backup,
    const std::filesystem::path& into,
    const BackupManifest& manifest,
    const std::function<bool(const std::string&)>& isWanted);

/// On the disk first, then under its name.
[[nodiscard]] Result<void>
putInPlace(const std::filesystem::path& folder, const std::filesystem::path& out);

} // namespace sz::hq
