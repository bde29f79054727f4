// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Task forces and decisions in words: their acts for the trace, and what stands about them on tile, bar and board.

#include "data/model/Acts.h"
#include "data/model/World.h"
#include "data/plan/Plan.h"
#include "widgets/common/Language.h"
#include "widgets/models/RelationWords.h"

#include <QString>

#include <vector>

namespace sz::widgets {

/// Acts about task forces and decisions. Part of WordingActs.
class ForceTeller
{
public:
    ForceTeller(const plan::Plan& plan, Language language) : m_plan(plan), m_language(language) {}

    QString operator()(const model::FormForce& a) const;
    QString operator()(const model::ChangeForce& a) const;
    QString operator()(const model::StateGoal& a) const;
    QString operator()(const model::TransferForce& a) const;
    QString operator()(const model::ForceMinutes& a) const;
    QString operator()(const model::EndForce& a) const;
    QString operator()(const model::AskDecision& a) const;
    QString operator()(const model::DropDecision& a) const;

private:
    const plan::Plan& m_plan;
    Language m_language;
};

/// "evacuate 96 of 120 households", the goal as it stands.
[[nodiscard]] QString goalText(const model::GoalCount& goal);
/// Whole per cent, rounded down: 100 only when it is reached.
[[nodiscard]] int percentOf(const model::GoalCount& goal);
/// "evacuate 120 households": reads back to the same goal.
[[nodiscard]] QString goalTyped(const model::ForceGoal& goal);
/// "3 d 04 h left", "04:12 over".
[[nodiscard]] QString forceLeftText(const model::TaskForce& force, Instant now);
/// "Wuchang in command · evacuate 96 of 120 households · 3 d 04 h left".
[[nodiscard]] QString forceLine(const model::TaskForce& force, const plan::Plan& plan, Instant now);
/// "2 goals of 3 reached", the first goal while there is one only; empty without goals.
[[nodiscard]] QString goalsText(const model::TaskForce& force);
/// Unit and post, as short as both stay clear: "Wuchang · duty leader".
[[nodiscard]] QString seatText(const plan::Plan& plan, const UnitCode& unit, const PostCode& post);

/// How many questions of it are open, and the first in words; settled ones in numbers. Empty when nothing was ever asked.
[[nodiscard]] QString decisionsLine(const model::Incident& incident);
/// "put for decision" and "task force" as far as the incident has them; for tiles.
[[nodiscard]] std::vector<RelationMark> forceMarks(const model::Incident& incident);
/// Its step; null when the question is settled.
[[nodiscard]] const model::Step*
stepOf(const model::Incident& incident, const model::Decision& decision);

} // namespace sz::widgets
