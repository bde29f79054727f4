// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// How a command about one order was understood: its chips, and what is missing.

#include "widgets/actions/CommandParser.h"
#include "widgets/common/ChipRow.h"

#include <vector>

namespace sz::widgets {

/// Unit, length or verdict, and both clocks, appended in this order. Nothing for commands of another kind.
void addCare(
    std::vector<Chip>& chips,
    const ParsedCommand& command,
    const plan::Plan& plan,
    Instant now);
/// The reason of NoLength, NoVerdict, NothingWaits or WhichOrder, as one short sentence.
[[nodiscard]] QString careComplaint(const Complaint& complaint);

} // namespace sz::widgets
