// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Who is on duty, in the words of every list that says so.

#include "data/model/ShiftDuty.h"
#include "widgets/common/Language.h"

#include <QString>

#include <vector>

namespace sz::widgets {

/// One post of a unit at a moment.
struct DutyLine
{
    QString post;   ///< "Wuchang duty leader"
    QString holder; ///< "Wuchang duty leader, team 2"; "nobody" in a gap
    QString phone;  ///< of the post, else of its unit; may be empty
    QString until;  ///< "until 20:30"
    bool isGap = false;
};

/// All posts of a unit, first the one that answers; empty when the plan has none. `acts`: what planners did by name; null: the plan.
[[nodiscard]] std::vector<DutyLine> dutyLines(
    const plan::Plan& plan,
    const UnitCode& unit,
    Instant now,
    Language language = uiLanguage(),
    const model::ShiftState* acts = nullptr);
/// First post in one line: "Wuchang duty leader on duty 8-2405"; "no post" when the plan has none.
[[nodiscard]] QString dutyText(
    const plan::Plan& plan,
    const UnitCode& unit,
    Instant now,
    const model::ShiftState* acts = nullptr);
/// "on duty", "nobody on duty".
[[nodiscard]] QString dutyWord(bool isGap);

} // namespace sz::widgets
