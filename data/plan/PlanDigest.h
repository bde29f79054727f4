// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// One number for a whole plan folder, so that a desk and headquarters notice when theirs differ.

#include "data/base/Result.h"

#include <filesystem>
#include <string>

namespace sz::plan {

/// Hex SHA-256 over all regular files below the folder, in order of their relative paths: path, a
/// zero byte, SHA-256 of the content. Errors: FileUnreadable.
[[nodiscard]] Result<std::string> planDigest(const std::filesystem::path& folder);

} // namespace sz::plan
