// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The plan as it is in force at a moment: its folder, and what a log says was changed since.

#include "data/model/PlanState.h"

#include <filesystem>
#include <iosfwd>

namespace sz::ctl {

/// What was typed; everything but `folder` may be empty.
struct PlanOnCall
{
    std::filesystem::path folder;
    std::string on;   ///< a moment as `momentOf` takes it; empty: now
    std::string data; ///< headquarters' log
    std::string desk; ///< or a desk's folder
};

struct PlanOn
{
    model::PlanPtr plan;
    Instant at;
    int changes = 0;      ///< in force then
    std::string localDay; ///< of `at`, in the plan's time: "2026-12-01"
};

/// Without a log: the folder's. Errors: PlanMissing, PlanBroken, BadArgument (no moment), those of the log.
[[nodiscard]] Result<PlanOn> planOn(const PlanOnCall& call, Instant now, std::ostream& err);

} // namespace sz::ctl
