// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// `sanzhenctl roster …`: what a roster sheet would bring, what is wrong with a roster, who is on duty.

#include "data/base/Clock.h"

#include <ostream>
#include <span>
#include <string>

namespace sz::ctl {

/// roster import FILE --dry-run | roster export --ics FILE | roster check | roster on-duty (--help says with what); `args` begins after "roster".
/// Nothing is ever written but the files named by --save-mapping and --ics. Returns 0 when all is well, 1 when a cell is refused,
/// a conflict is found or nobody is on duty, 2 when the call is wrong, a file cannot be read, or an import without --dry-run is asked for.
int runRoster(std::span<const std::string> args, std::ostream& out, std::ostream& err, Instant now);

} // namespace sz::ctl
