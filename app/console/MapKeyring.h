// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Keys of map servers: in the system's keyring, or, where there is none, in files only this user can read.

#include "widgets/shell/OnlineActs.h"

namespace sz::app {

/// `folder`: for the files (0600 in 0700). Names are letters and digits.
[[nodiscard]] widgets::MapKeys mapKeyring(const std::filesystem::path& folder);
/// The files alone.
[[nodiscard]] widgets::MapKeys mapKeyFiles(const std::filesystem::path& folder);

} // namespace sz::app
