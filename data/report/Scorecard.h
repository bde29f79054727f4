// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Units by what became of the orders they were given in a period: figures, points by the plan's formula, ranks.

#include "data/report/Figures.h"

#include <array>
#include <memory>
#include <string>
#include <vector>

namespace sz::report {

/// From `from` on, before `until`.
struct Period
{
    Instant from;
    Instant until;

    [[nodiscard]] bool holds(Instant t) const { return from <= t && t < until; }
    bool operator==(const Period&) const = default;
};

using Values = std::array<std::optional<std::int64_t>, kFigures>;

/// One term or deduction of a score. Thousandths of a point.
struct Part
{
    std::int64_t number = 0;
    std::int64_t of = 0; ///< of a term: 0 = no case, it is left out
    std::int64_t points = 0;
};

/// How a score came about; all in thousandths of a point.
struct Points
{
    std::vector<Part> terms;      ///< as the plan lists them
    std::vector<Part> deductions; ///< as the plan lists them
    std::int64_t sum = 0;         ///< of the terms, scaled up to 100 points where some are left out
    std::optional<std::int64_t> score; ///< rounded as the plan says; none: see `why`
    enum class Why : std::uint8_t {
        Scored,
        NoFormula, ///< the plan publishes none
        TooFew,    ///< fewer orders than the plan's minimum
        NoCase,    ///< no term has a case: nothing was due yet
    };
    Why why = Why::Scored;
    const plan::ScoreBand* band = nullptr; ///< into the plan's rule
};

/// Points by a rule out of figures alone: whoever has the figures can check it by hand. Integers, half rounded up.
[[nodiscard]] Points pointsOf(const plan::ScoreRule& rule, const Values& values);

struct UnitCard
{
    UnitCode unit;
    std::vector<OrderCase> cases; ///< by time of issue
    Values values;
    Points points;
    int rank = 0; ///< 1 = best, equal scores equal ranks; 0 = no score
};

struct Scorecard
{
    std::shared_ptr<const plan::Plan> plan; ///< never null; keeps what points into it
    Period period;
    Instant asOf; ///< what was open then is judged at this moment
    std::vector<UnitCard>
        units; ///< that were given orders: by rank, then code; without a score last

    /// Null when it was given none.
    [[nodiscard]] const UnitCard* unit(const UnitCode& code) const;
    [[nodiscard]] Sample sampleOf(const UnitCard& unit) const
    {
        return {unit.cases, asOf, plan->score.satisfiedFrom};
    }
    [[nodiscard]] std::vector<Row> rows(const UnitCode& unit, Figure figure) const;
};

/// Of all orders issued in the period. An order belongs to the period it was issued in and to no other, whenever it is done.
/// Pure.
[[nodiscard]] Scorecard makeScorecard(
    std::shared_ptr<const plan::Plan> plan,
    std::span<const model::IncidentPtr> incidents,
    Period period,
    Instant asOf);

/// The formula in words, with the plan's names: "score = 60 × done in time + … − 0.2 × warnings (10 at most)"; empty
/// without one.
[[nodiscard]] std::string formulaText(const plan::ScoreRule& rule, bool isChinese);
/// "98.4", "0.25": thousandths with as many decimals as they need, at least `least`.
[[nodiscard]] std::string thousandthsText(std::int64_t thousandths, int least = 0);

} // namespace sz::report
