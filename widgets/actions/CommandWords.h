// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// How a command was understood, in words: chips above the line, what Enter will do, what it did.

#include "widgets/actions/ChoiceList.h"
#include "widgets/actions/CommandParser.h"
#include "widgets/actions/DutyWords.h"
#include "widgets/common/ChipRow.h"

#include <vector>

namespace sz::widgets {

/// Fixed order: act, matter, units, limits, lead, text; then complaints in yellow, a refusal in red.
[[nodiscard]] std::vector<Chip> commandChips(
    const ParsedCommand& command,
    const plan::Plan& plan,
    Instant now,
    const DutyRoster& acts = {});
/// The reason of one complaint, as one short sentence.
[[nodiscard]] QString complaintText(const Complaint& complaint);
/// What Enter will do: "issue 2 orders". Empty when it would do nothing.
[[nodiscard]] QString effectText(const ParsedCommand& command);
/// What has been done, for the toast: "2 orders issued for 041".
[[nodiscard]] QString doneText(const ParsedCommand& command);

/// Who is on duty, one row a post; `phones` gets the number behind each row.
[[nodiscard]] std::vector<ChoiceRow> dutyRows(
    const ParsedCommand& command,
    const plan::Plan& plan,
    Instant now,
    QStringList& phones,
    const DutyRoster& acts = {});
/// Candidates of the word before the cursor.
[[nodiscard]] std::vector<ChoiceRow> completionRows(const ParsedCommand& command);

} // namespace sz::widgets
