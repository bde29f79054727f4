// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The figures of a scorecard. A figure is its rows: the value is made of them and of nothing else.

#include "data/report/OrderCase.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace sz::report {

/// Counts first, then the mean, then four times of each step.
enum class Figure : std::uint8_t {
    Given,   ///< orders issued in the period
    Counted, ///< to be done: given, less withdrawn and handed on
    Done,
    Open, ///< counted and not done
    Withdrawn,
    HandedOn, ///< returned, and another's matter now
    SignDue,  ///< signed, or late by now
    SignedInTime,
    ArriveDue,
    ArrivedInTime,
    AnswerDue, ///< first word given, or late by now
    AnsweredInTime,
    FinishDue, ///< done, or late by now
    DoneInTime,
    LateSign,
    LateArrive,
    LateAnswer,
    LateFinish,
    Late,   ///< limits broken, of all steps
    Warned, ///< steps that went behind and kept their limit
    Returns,
    ReliefsAsked,
    ReliefsGranted,
    RechecksFailed,
    Reminders,
    Rated, ///< results of this unit as the lead that somebody rated
    Satisfied,
    RatingMean, ///< thousandths
    SignP50,    ///< seconds, rounded down: issued to signed; nearest rank
    SignP90,
    SignP95,
    SignWorst,
    ArriveP50, ///< signed to on scene
    ArriveP90,
    ArriveP95,
    ArriveWorst,
    AnswerP50, ///< signed to first word
    AnswerP90,
    AnswerP95,
    AnswerWorst,
    FinishP50, ///< issued (or opened again by a recheck) to done
    FinishP90,
    FinishP95,
    FinishWorst,
};
inline constexpr std::size_t kFigures = 44;

/// "given", "sign_p50": as files name them.
[[nodiscard]] std::string_view figureName(Figure figure);
[[nodiscard]] std::optional<Figure> figureOf(std::string_view name);
[[nodiscard]] constexpr bool isTime(Figure figure)
{
    return figure >= Figure::SignP50;
}

/// One thing that a figure counts or measures.
struct Row
{
    model::IncidentPtr incident; ///< never null
    OrderId order;               ///< empty: of the incident as such
    UnitCode unit;
    model::StepKind step = model::StepKind::Finish;
    Instant since;
    std::optional<Instant> due;
    std::optional<Instant> ended;
    std::optional<std::int64_t> value; ///< seconds of a time, or the rating
    std::uint64_t number =
        0; ///< log number of the entry that ended it, else of the one that began it; 0: unsent
    int ordinal = 0; ///< of an update report that is due
};

/// What the figures of some orders are asked about.
struct Sample
{
    std::span<const OrderCase> cases;
    Instant asOf;
    int satisfiedFrom = 4;
};

/// In the order of the sample; of a time in rising order of length, so that rank n is row n.
[[nodiscard]] std::vector<Row> rowsOf(const Sample& sample, Figure figure);
/// Of these rows: their number; for the mean and for times nothing when there are none.
[[nodiscard]] std::optional<std::int64_t> valueOf(Figure figure, std::span<const Row> rows);
/// 1-based rank of a percentile by nearest rank: ceil(percent · n / 100).
[[nodiscard]] constexpr std::size_t nearestRank(std::size_t n, std::size_t percent)
{
    return (percent * n + 99) / 100;
}

} // namespace sz::report
