// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// sanzhenctl campaign check: what an import of a sheet would take, and each row it would not.

#include "data/base/Clock.h"

#include <ostream>
#include <span>
#include <string>

namespace sz::ctl {

/// 0 every row can be taken, 1 some cannot, 2 misused or the sheet cannot be read. `now`: dates without a year are nearest to it.
int runCampaign(
    std::span<const std::string> args,
    std::ostream& out,
    std::ostream& err,
    Instant now);

} // namespace sz::ctl
