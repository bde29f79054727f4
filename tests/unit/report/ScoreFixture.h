// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// One told incident and the scorecard of its orders, for values that can be counted on fingers.

#include "data/report/Scorecard.h"
#include "tests/unit/model/Story.h"

namespace sz::report::test {

using namespace sz::model::test;

/// 60 done in time, 25 signed in time, 15 satisfied; 0.2 a warning, 0.5 a broken limit (1 at most), 1 a return.
inline plan::ScoreRule sampleRule()
{
    plan::ScoreRule rule;
    rule.minimum = 1;
    rule.terms = {
        {plan::Share::DoneInTime, 60, "按时办结率", "done in time"},
        {plan::Share::SignedInTime, 25, "按时签收率", "signed in time"},
        {plan::Share::Satisfied, 15, "满意率", "satisfied"}};
    rule.deductions = {
        {plan::Tally::Warned, 200, 0, "黄牌", "warnings"},
        {plan::Tally::Late, 500, 1000, "红牌", "limits broken"},
        {plan::Tally::Returns, 1000, 0, "退单", "returns"}};
    rule.bands = {{90'000, "优秀", "excellent"}, {0, "待改进", "to improve"}};
    return rule;
}

inline std::shared_ptr<const plan::Plan> scored(plan::Plan plan)
{
    plan.score = sampleRule();
    return std::make_shared<const plan::Plan>(std::move(plan));
}

/// All orders of one incident up to a minute of the story.
inline Scorecard
cardAt(const model::test::Story& story, double minute, model::IncidentPtr incident = nullptr)
{
    const model::IncidentPtr one = incident ? std::move(incident) : story.pointer();
    return makeScorecard(
        scored(story.plan()), std::span(&one, 1), {story.at(0), story.at(100'000)},
        story.at(minute));
}

inline std::int64_t count(const Scorecard& card, const char* unit, Figure figure)
{
    const UnitCard* found = card.unit(UnitCode(unit));
    return found == nullptr ? -1 : found->values[static_cast<std::size_t>(figure)].value_or(-2);
}

} // namespace sz::report::test
