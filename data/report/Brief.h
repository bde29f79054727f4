// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The daily brief (值班要情) in figures: what a shift or a day was. Every figure is its rows; words are the screen's.

#include "data/report/Scorecard.h"

#include <array>
#include <string>
#include <vector>

namespace sz::report {

enum class BriefItem : std::uint8_t {
    Received, ///< incidents reported in the period
    Closed,   ///< closed in the period, merged ones not counted
    Merged,   ///< closed in the period because they were the same as another
    Open,     ///< at `asOf`
    Red,      ///< of the open ones: something is late
    Orders,   ///< issued in the period
    SignDue,  ///< of these: signed, or late by now
    SignedInTime,
    FinishDue,
    DoneInTime,
    Returns,
    ReliefsAsked,
    ReliefsGranted,
    Notable, ///< received, of grade I or II; or open and late: gravest first
    DueSoon, ///< steps due from `asOf` until the next change, earliest first
};
inline constexpr std::size_t kBriefItems = 15;

/// Incidents received, by class or grade.
struct BriefShare
{
    std::string code; ///< of the class; "1" to "4" for a grade
    std::vector<Row> rows;
};

/// What was answered to one of the kinds' own questions, in the incidents received.
struct BriefFact
{
    std::string field;  ///< code
    std::string choice; ///< what was answered; empty: a number, `sum` of all
    std::int64_t sum = 0;
    std::vector<Row> rows;
};

struct Brief
{
    Period period;
    Instant asOf;
    Instant nextChange;
    std::array<std::vector<Row>, kBriefItems> rows; ///< by BriefItem
    std::vector<BriefShare> classes;                ///< as the plan lists them; those with any
    std::vector<BriefShare> grades;                 ///< I to IV, all four
    std::vector<BriefFact> facts;                   ///< by field, then choice; those with any

    [[nodiscard]] const std::vector<Row>& of(BriefItem item) const
    {
        return rows[static_cast<std::size_t>(item)];
    }
    [[nodiscard]] std::size_t count(BriefItem item) const { return of(item).size(); }
};

/// `incidents`: of the period, and all that are open (see readHistory). Pure.
[[nodiscard]] Brief makeBrief(
    const plan::Plan& plan,
    std::span<const model::IncidentPtr> incidents,
    Period period,
    Instant asOf,
    Instant nextChange);

} // namespace sz::report
