// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// `sanzhenctl log refusals`: who was turned away, when, where and why.

#include "data/base/Result.h"

#include <iosfwd>
#include <string>

namespace sz::ctl {

/// Lists the refusals in the log of headquarters' folder, an hq.db or a postgresql:// address, oldest first, one a line:
/// number, moment (UTC), what, code, desk, unit, person, host, count, detail, tabs between. Reads only.
/// Errors: BadArgument, the store's.
[[nodiscard]] Result<void> listRefusals(const std::string& where, bool isJson, std::ostream& out);

} // namespace sz::ctl
