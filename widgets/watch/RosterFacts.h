// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Who is on duty, unit by unit, from the plan's roster and what planners did by name: pure functions.

#include "data/model/ShiftDuty.h"
#include "widgets/common/Language.h"

#include <QString>

#include <vector>

namespace sz::widgets {

enum class Manning : std::uint8_t {
    Held,    ///< all posts are held, now and for a day ahead
    GapNext, ///< somebody will be missing within a day
    GapNow,  ///< somebody is missing now
};

struct UnitDuty
{
    const plan::Unit* unit = nullptr; ///< never null
    std::vector<plan::Duty> duties;   ///< its posts, the answering one first
    Manning manning = Manning::Held;
    Instant gapFrom; ///< when the gap begins; only with a gap
};

/// Units of a kind, in the order of their codes.
[[nodiscard]] std::vector<UnitDuty>
rosterOf(const plan::Plan& plan, plan::UnitKind kind, Instant now);
[[nodiscard]] UnitDuty rosterOf(
    const plan::Plan& plan,
    const plan::Unit& unit,
    Instant now,
    const model::ShiftState* acts = nullptr);
/// "Duty chief, team 3"; that nobody holds it when it is a gap.
[[nodiscard]] QString holderText(const plan::Duty& duty, Language language = uiLanguage());
[[nodiscard]] QString nextHolderText(const plan::Duty& duty, Language language = uiLanguage());
[[nodiscard]] QString shiftText(const plan::Duty& duty, Language language = uiLanguage());
/// Phone of a post, else of its unit; empty when the plan has none.
[[nodiscard]] QString phoneText(const plan::Plan& plan, const plan::Duty& duty);
/// Mark of a unit for one cell: one Han character or two letters.
[[nodiscard]] QString markText(const plan::Unit& unit, Language language = uiLanguage());

} // namespace sz::widgets
