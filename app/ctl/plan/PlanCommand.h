// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// `sanzhenctl plan …`: tells an administrator whether a plan folder will open, and why not.

#include "data/base/Clock.h"

#include <optional>
#include <ostream>
#include <span>
#include <string>

namespace sz::ctl {

/// plan check DIR [--json] [--language zh_CN|en] and plan show DIR [--language …]; `args` begins after "plan".
/// Returns 0 when the plan has no error (warnings are listed), 1 when it has, 2 when the call is wrong.
/// `now`: whether the calendar knows this year is told, too.
int runPlan(
    std::span<const std::string> args,
    std::ostream& out,
    std::ostream& err,
    std::optional<Instant> now = std::nullopt);

} // namespace sz::ctl
