// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The command line of sanzhen-witness.

#include <string>
#include <vector>

namespace sz::witness {

/// Exit code: 0 done, 1 failed with a sentence on stderr, 2 not understood.
[[nodiscard]] int run(const std::vector<std::string>& arguments);

} // namespace sz::witness
