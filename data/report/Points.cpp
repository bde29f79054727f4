// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The plan's formula, in integers: everybody comes to the same digits.
#include "data/report/Scorecard.h"

#include <algorithm>
#include <array>
#include <format>

namespace sz::report {
namespace {

constexpr std::int64_t kThousand = 1000;
constexpr std::int64_t kFull = 100;

std::int64_t valueIn(const Values& values, Figure figure)
{
    return values[static_cast<std::size_t>(figure)].value_or(0);
}

/// Part and whole of each share, in the order of plan::Share.
constexpr std::array<std::pair<Figure, Figure>, 6> kShares{{
    {Figure::DoneInTime, Figure::FinishDue},
    {Figure::SignedInTime, Figure::SignDue},
    {Figure::ArrivedInTime, Figure::ArriveDue},
    {Figure::AnsweredInTime, Figure::AnswerDue},
    {Figure::Done, Figure::Counted},
    {Figure::Satisfied, Figure::Rated},
}};
/// In the order of plan::Tally.
constexpr std::array kTallies{
    Figure::Warned, Figure::Late, Figure::Returns, Figure::RechecksFailed, Figure::Reminders};

// Neither is negative.
std::int64_t halfUp(std::int64_t number, std::int64_t by)
{
    return (2 * number + by) / (2 * by);
}

Part partOf(const plan::ScoreTerm& term, const Values& values)
{
    const auto [some, all] = kShares[static_cast<std::size_t>(term.share)];
    Part part{valueIn(values, some), valueIn(values, all), 0};
    if (part.of > 0) {
        part.points = halfUp(term.weight * kThousand * part.number, part.of);
    }
    return part;
}

Part partOf(const plan::ScoreDeduction& deduction, const Values& values)
{
    const std::int64_t n = valueIn(values, kTallies[static_cast<std::size_t>(deduction.tally)]);
    const std::int64_t points = n * deduction.each;
    return {n, 0, deduction.most > 0 ? std::min<std::int64_t>(points, deduction.most) : points};
}

std::int64_t rounded(std::int64_t thousandths, int decimals)
{
    std::int64_t step = kThousand;
    for (int i = 0; i < decimals; ++i) {
        step /= 10;
    }
    return step <= 1 ? thousandths : halfUp(thousandths, step) * step;
}

const plan::ScoreBand* bandOf(const plan::ScoreRule& rule, std::int64_t score)
{
    const auto it = std::ranges::find_if(
        rule.bands, [&](const plan::ScoreBand& band) { return score >= band.from; });
    return it == rule.bands.end() ? nullptr : &*it;
}

} // namespace

Points pointsOf(const plan::ScoreRule& rule, const Values& values)
{
    Points points;
    std::int64_t weights = 0;
    for (const plan::ScoreTerm& term : rule.terms) {
        points.terms.push_back(partOf(term, values));
        points.sum += points.terms.back().points;
        weights += points.terms.back().of > 0 ? term.weight : 0;
    }
    std::int64_t score = 0;
    if (weights > 0) {
        points.sum = halfUp(points.sum * kFull, weights);
        score = points.sum;
    }
    for (const plan::ScoreDeduction& deduction : rule.deductions) {
        points.deductions.push_back(partOf(deduction, values));
        score -= points.deductions.back().points;
    }
    points.why = rule.terms.empty()                                ? Points::Why::NoFormula
                 : valueIn(values, Figure::Counted) < rule.minimum ? Points::Why::TooFew
                 : weights == 0                                    ? Points::Why::NoCase
                                                                   : Points::Why::Scored;
    if (points.why == Points::Why::Scored) {
        points.score = rounded(std::max<std::int64_t>(score, 0), rule.decimals);
        points.band = bandOf(rule, *points.score);
    }
    return points;
}

std::string thousandthsText(std::int64_t thousandths, int least)
{
    std::string text = std::format("{}.{:03}", thousandths / kThousand, thousandths % kThousand);
    const std::size_t whole = text.find('.');
    while (text.size() > whole + 1 + static_cast<std::size_t>(least) && text.back() == '0') {
        text.pop_back();
    }
    if (text.back() == '.') {
        text.pop_back();
    }
    return text;
}

std::string formulaText(const plan::ScoreRule& rule, bool isChinese)
{
    if (rule.terms.empty()) {
        return {};
    }
    std::string text = isChinese ? "得分 =" : "score =";
    const char* sign = " ";
    for (const plan::ScoreTerm& term : rule.terms) {
        text += std::format("{}{} × {}", sign, term.weight, isChinese ? term.nameZh : term.nameEn);
        sign = " + ";
    }
    for (const plan::ScoreDeduction& one : rule.deductions) {
        text += std::format(
            " − {} × {}", thousandthsText(one.each), isChinese ? one.nameZh : one.nameEn);
        if (one.most > 0) {
            text += isChinese ? std::format("（至多 {}）", thousandthsText(one.most))
                              : std::format(" ({} at most)", thousandthsText(one.most));
        }
    }
    return text;
}

} // namespace sz::report
