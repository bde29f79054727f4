// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The command line of `sanzhenctl roster`, and what all of its verbs need first.

#include "data/roster/PlanRoster.h"

#include <optional>
#include <ostream>
#include <span>
#include <string>

namespace sz::ctl {

inline constexpr int kGood = 0;
inline constexpr int kFound = 1;
inline constexpr int kMisused = 2;
inline constexpr int kMostAskedDays = 400;

enum class RosterVerb {
    Import,
    Export,
    Check,
    OnDuty,
};

struct RosterCall
{
    RosterVerb verb = RosterVerb::Check;
    std::string what; ///< file, or unit, area or post; may be empty but for Import
    std::string plan = "resources/plans/wuhan";
    std::string mapping;
    std::string saveMapping;
    std::string ics; ///< file of Export; "-": standard output
    std::string from;
    std::string until;
    std::string at;
    plan::Mode mode = plan::Mode::Normal;
    bool isDry = false;
    bool isJson = false;
    bool isChinese = false;

    [[nodiscard]] const std::string& say(const plan::Sentence& s) const
    {
        return isChinese ? s.zh : s.en;
    }
    [[nodiscard]] const std::string& say(const roster::Words& w) const
    {
        return isChinese || w.en.empty() ? w.zh : w.en;
    }
};

extern const char* const kRosterUsage;
[[nodiscard]] std::optional<RosterCall> parsedRoster(std::span<const std::string> args);

/// A plan and the days asked for.
struct RosterDesk
{
    plan::Plan plan;
    roster::PlanRules rules;
    roster::Span range; ///< local midnight to local midnight
    Instant at;         ///< what --at says, else now
    bool hasFrom = false;
    bool hasUntil = false;

    /// The plan's own roster over a range, with its rules and the mode of the call.
    [[nodiscard]] roster::Roster rosterOver(const roster::Span& span, plan::Mode mode) const;
};
/// Says on `err` what is wrong. Without --from it begins with the day of `now`, without --until it is `days` long.
[[nodiscard]] std::optional<RosterDesk>
openRoster(const RosterCall& call, Instant now, int days, std::ostream& err);

/// What is asked for: a unit or an area by code, number or name, a post by code; empty: all.
struct RosterAsked
{
    std::optional<roster::PostIndex> post;
    UnitCode unit; ///< empty, and no post: all
};
[[nodiscard]] std::optional<RosterAsked>
askedFor(const RosterDesk& desk, const roster::Roster& roster, const std::string& what);

/// "2026-11-22 08:30", local.
[[nodiscard]] std::string clockText(const roster::Roster& roster, Instant t);
/// "2026-11-22 20:30–08:30" when it ends within a day, else both whole.
[[nodiscard]] std::string spanText(const roster::Roster& roster, const roster::Span& span);
/// ISO 8601 with the plan's offset: "2026-11-22T08:30:00+08:00".
[[nodiscard]] std::string isoText(const roster::Roster& roster, Instant t);

int importRoster(const RosterCall& call, std::ostream& out, std::ostream& err, Instant now);
int exportRoster(const RosterCall& call, std::ostream& out, std::ostream& err, Instant now);
int checkRoster(const RosterCall& call, std::ostream& out, std::ostream& err, Instant now);
int tellOnDuty(const RosterCall& call, std::ostream& out, std::ostream& err, Instant now);

} // namespace sz::ctl
