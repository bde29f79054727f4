// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The roster that a plan's own files say: rotations, posts, known gaps, and what it asks of any roster (roster.toml).

#include "data/plan/files/FaultList.h"
#include "data/roster/Roster.h"

#include <expected>
#include <filesystem>

namespace sz::roster {

inline constexpr const char* kRosterRuleFile = "roster.toml";

/// Teams stand in for persons, as the plan names nobody. Gaps of every day are there for the range and a few days around it.
[[nodiscard]] Roster rosterOf(const plan::Plan& plan, const Span& range);

/// rest_hours, [[minimum]], [[qualification]] and [[qualified]] of roster.toml.
struct PlanRules
{
    Rules rules;
    struct Skill
    {
        PostCode post;
        std::string shift; ///< Chinese name; empty: every shift
        std::string qualification;
    };
    std::vector<Skill> skills;
    /// Who has it: duty people of a unit, by the names they have on the roster. Nothing else is said of them.
    struct Qualified
    {
        std::string qualification;
        UnitCode unit;
        std::vector<std::string> people;
    };
    std::vector<Qualified> qualified;
};
/// A folder without the file has the standard rules. Faults name file and line.
[[nodiscard]] std::expected<PlanRules, std::vector<plan::Fault>>
readRules(const std::filesystem::path& folder, const plan::Plan& plan);
/// Puts them into a roster: a post that asks for more than its rotation gets a rotation of its own.
void apply(const PlanRules& rules, Roster& roster);

} // namespace sz::roster
