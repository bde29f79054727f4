// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// How units are scored: a formula that is published with the plan (score.toml), so that anybody can recompute it.

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sz::plan {

/// A part of a whole that gives points.
enum class Share : std::uint8_t {
    DoneInTime,     ///< of orders done or late: done within their limit
    SignedInTime,   ///< of orders signed or late: signed within their limit
    ArrivedInTime,  ///< the same for being on scene
    AnsweredInTime, ///< and for the first word back
    Done,           ///< of orders to be done: done
    Satisfied,      ///< of ratings: at least ScoreRule::satisfiedFrom
};
/// As score.toml names them, in the order of Share.
inline constexpr std::array<std::string_view, 6> kShareNames{
    "done_in_time", "signed_in_time", "arrived_in_time", "answered_in_time", "done", "satisfied"};

/// A number that takes points.
enum class Tally : std::uint8_t {
    Warned, ///< steps that went behind and kept their limit
    Late,   ///< limits broken
    Returns,
    RechecksFailed,
    Reminders,
};
inline constexpr std::array<std::string_view, 5> kTallyNames{
    "warned", "late", "returns", "rechecks_failed", "reminders"};

struct ScoreTerm
{
    Share share = Share::DoneInTime;
    int weight = 0; ///< whole points; those of all terms make 100
    std::string nameZh;
    std::string nameEn;
    bool operator==(const ScoreTerm&) const = default;
};

struct ScoreDeduction
{
    Tally tally = Tally::Late;
    int each = 0; ///< thousandths of a point for each one
    int most = 0; ///< thousandths of a point at most; 0 = no bound
    std::string nameZh;
    std::string nameEn;
    bool operator==(const ScoreDeduction&) const = default;
};

/// Scores from `from` thousandths of a point on are called so.
struct ScoreBand
{
    int from = 0;
    std::string nameZh;
    std::string nameEn;
    bool operator==(const ScoreBand&) const = default;
};

/// Without terms nobody is scored: the plan publishes no formula.
struct ScoreRule
{
    int minimum = 5;       ///< orders to be done, below which a sample says nothing
    int satisfiedFrom = 4; ///< of a rating from 1 to 5
    int decimals = 1;      ///< of a published score; equal after rounding is an equal rank
    std::vector<ScoreTerm> terms;
    std::vector<ScoreDeduction> deductions;
    std::vector<ScoreBand> bands; ///< falling; the last one is from 0
    bool operator==(const ScoreRule&) const = default;
};

} // namespace sz::plan
