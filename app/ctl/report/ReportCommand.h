// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// `sanzhenctl report …`: units scored from a log, and a scorecard made again from it.

#include "data/base/Clock.h"

#include <ostream>
#include <span>
#include <string>

namespace sz::ctl {

/// `args` begins after "report". Returns 0 when the scorecard is printed or every figure agrees, 1 when a figure differs or
/// something cannot be read, 2 when the call is wrong.
int runReport(std::span<const std::string> args, std::ostream& out, std::ostream& err, Instant now);

} // namespace sz::ctl
