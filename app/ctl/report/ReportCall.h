// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The command line of `sanzhenctl report`.

#include "data/plan/Plan.h"
#include "data/report/Scorecard.h"

#include <filesystem>
#include <optional>
#include <span>
#include <string>

namespace sz::ctl {

extern const char* const kReportUsage;

/// What was typed after "report".
struct ReportCall
{
    std::string verb;
    std::string file;
    std::string data;
    std::string desk;
    std::string plan;
    std::string from;
    std::string until;
    std::string asOf;
    std::string unit;
    std::string rows;
    bool isJson = false;
    bool isChinese = false;
};

/// Nothing when the call is wrong. `args` begins after "report".
[[nodiscard]] std::optional<ReportCall> parseReport(std::span<const std::string> args);

struct ReportTimes
{
    report::Period period;
    Instant asOf;
};
/// As the call says: without, this month until now. Errors: BadArgument.
[[nodiscard]] Result<ReportTimes>
timesOf(const ReportCall& call, const plan::Plan& plan, Instant now);

/// "2026-11-22", "2026-11-22T08:30" in the plan's local time, "2026-11-22T00:30:00Z".
[[nodiscard]] std::optional<Instant> momentOf(const std::string& text, int utcOffsetMinutes);

/// Where a plan lies when nobody says: SANZHEN_RESOURCES, beside the program, or in a source tree.
[[nodiscard]] std::filesystem::path standardPlan();

} // namespace sz::ctl
