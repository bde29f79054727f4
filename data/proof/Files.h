// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Files that are there whole or not at all, also after a power cut.

#include "data/base/Bytes.h"

#include <filesystem>

namespace sz::proof {

/// Writes beside, syncs, renames, syncs the folder; makes missing folders (0700). Mode 0600 for secrets.
/// Errors: NoSpace, Io; then nothing may be taken as written, and the call is not to be repeated (a failed fsync lies
/// the second time).
[[nodiscard]] Result<void>
writeWhole(const std::filesystem::path& file, BytesView bytes, unsigned mode = 0640);
/// Errors: NotFound, FileUnreadable (also when larger than `most`).
[[nodiscard]] Result<Bytes>
readWhole(const std::filesystem::path& file, std::size_t most = 64 << 20);

} // namespace sz::proof
