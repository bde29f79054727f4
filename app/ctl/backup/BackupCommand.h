// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// `sanzhenctl backup …`: is this copy of headquarters one that could become headquarters?

#include <ostream>
#include <span>
#include <string>

namespace sz::ctl {

/// backup verify DIR [--plan DIR] [--json]: restores into a temp folder, opens it, goes through every chain and incident,
/// compares with the manifest; `args` begins after "backup". Returns 0 when all of it is right, 1 when not, 2 when the call
/// is wrong, 3 when it could not be checked (no room or no right for the restored copy under TMPDIR, no plan to read it by).
int runBackup(std::span<const std::string> args, std::ostream& out, std::ostream& err);

} // namespace sz::ctl
