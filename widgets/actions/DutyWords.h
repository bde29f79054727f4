// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Who is on duty, in the words of every list that says so.

#include "data/model/ShiftDuty.h"
#include "widgets/common/Language.h"

#include <QString>

#include <vector>

namespace sz::desk {
class Desk;
}

namespace sz::widgets {

/// Whom to ask: the roster as this desk is told it, and the plan where it is not. Good until the desk's roster changes.
struct DutyRoster
{
    const model::ShiftState* acts = nullptr; ///< null: the plan alone
    UnitCode
        at; ///< this desk is told its own unit's roster, the office everybody's; empty: everybody's

    DutyRoster(const model::ShiftState* state = nullptr, UnitCode unit = {})
        : acts(state), at(std::move(unit))
    {
    }
    /// What planners of that unit wrote is not told here: its plan is all there is.
    [[nodiscard]] bool isByPlan(const UnitCode& unit) const;
};
[[nodiscard]] DutyRoster dutyRoster(const desk::Desk& desk);

/// One post of a unit at a moment.
struct DutyLine
{
    QString post;   ///< "Wuchang duty leader"
    QString holder; ///< "Wuchang duty leader, team 2"; "nobody" in a gap
    QString phone;  ///< of the post, else of its unit; may be empty
    QString until;  ///< "until 20:30", "until 20:30, by the plan"
    bool isGap = false;
    bool isOff = false; ///< no shift is held then: `holder` says so
};

/// All posts of a unit, first the one that answers; empty when the plan has none.
[[nodiscard]] std::vector<DutyLine> dutyLines(
    const plan::Plan& plan,
    const UnitCode& unit,
    Instant now,
    Language language = uiLanguage(),
    const DutyRoster& roster = {});
/// First post in one line: "Wuchang duty leader on duty 8-2405", "… (by the plan)"; "no post" when the plan has none.
[[nodiscard]] QString
dutyText(const plan::Plan& plan, const UnitCode& unit, Instant now, const DutyRoster& roster = {});
/// As a table of orders has it: the telephone, "(by the plan)" behind it where that is so, or that nobody is there.
struct DutyBrief
{
    QString text; ///< empty: the plan has no post
    bool isGap = false;
};
[[nodiscard]] DutyBrief
dutyBrief(const plan::Plan& plan, const UnitCode& unit, Instant now, const DutyRoster& roster);
/// "on duty", "nobody on duty".
[[nodiscard]] QString dutyWord(bool isGap);

} // namespace sz::widgets
