// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Passwords do not belong on a command line: everybody on the machine can read it.

#include "data/base/Result.h"

#include <span>
#include <string>

namespace sz::store {

/// Does a word of a command line, also as --option=ADDRESS, hold a PostgreSQL address with a secret in it: in its user part, as ?password=
/// or another parameter that libpq keeps from being shown? True, too, for an address that cannot be read and may hold one.
[[nodiscard]] bool holdsPassword(const std::string& word);

/// Errors: BadArgument ("a password stands on the command line"); nothing of the words is in it.
[[nodiscard]] Result<void> checkNoPassword(std::span<const std::string> words);

} // namespace sz::store
