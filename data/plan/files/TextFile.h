// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// One text file of a plan, read whole and proven to be UTF-8 before anybody parses it.

#include "data/plan/files/FaultList.h"

namespace sz::plan {

/// No file of a plan may be larger: the largest of the sample is 0.3 MB.
inline constexpr std::uintmax_t kMostBytes = 64U << 20U;

/// Contents of `dir`/`file` without a byte order mark, or nothing and a fault: missing, not a regular file, larger
/// than kMostBytes, unreadable, not UTF-8, or with a NUL (with the line of the first bad byte).
/// A table whose last line has no end is a warning: that is how a copy cut short looks.
[[nodiscard]] std::optional<std::string>
readText(const std::filesystem::path& dir, const std::string& file, FaultList& faults);

/// 1-based line of a byte offset.
[[nodiscard]] int lineOf(std::string_view text, std::size_t offset);

} // namespace sz::plan
