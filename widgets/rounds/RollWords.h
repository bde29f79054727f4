// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What is said at a roll call: the caller's line, what the unit answers, the minutes.

#include "data/model/RollCall.h"
#include "data/plan/Plan.h"

#include <QString>

namespace sz::widgets {

/// 「现在开始视频点名，武昌区收到请回答」; without the beginning when `isFirst` is not, 「再次呼叫：…」 for who did not answer.
[[nodiscard]] QString callerText(const plan::Plan& plan, const model::RollRow& row, bool isFirst);
/// 「武昌区收到」: what is waited for.
[[nodiscard]] QString replyText(const plan::Plan& plan, const model::RollRow& row);

/// "Roll call 09:00: 37 called, 35 present, 1 late (…), 1 absent (…). 3 items, 1 for decision, 2 orders." and a line for each item.
[[nodiscard]] QString minutesText(
    const plan::Plan& plan,
    const model::ShiftRound& round,
    const model::CloseRoll& minutes,
    bool withItems = true);

} // namespace sz::widgets
