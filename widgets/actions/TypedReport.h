// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The part of the grammar about what is told upwards: 上报, 终报, 报数, 认领.

#include "widgets/actions/CommandParser.h"
#include "widgets/actions/TextReader.h"

namespace sz::widgets {

[[nodiscard]] bool isUpwardsVerb(Verb verb);

/// Reads up to the end into the command. A report takes words, counts take "学员 1354 = 转学 1235 + 退费 119", a claim takes nothing.
void takeUpwards(TextReader& reader, const CommandContext& context, ParsedCommand& command);

/// The act; empty for verbs of another kind.
[[nodiscard]] std::optional<model::Act> upwardsActOf(const ParsedCommand& command);

/// "学员 1,354 = 转学 1,235 + 退费 119", "pupils 1354 = 1235 moved + 119 refunded": at least one part. Before its number or behind it
/// stands what is counted; a measure word of one or two characters (人, 户) behind a named number is left out. `label` names the
/// total when it has no name of its own. Whether they balance is not asked: what is missing has to be told, too.
[[nodiscard]] std::optional<model::StateCounts>
typedCounts(const QString& text, const std::string& label = {});
/// How counts are typed, as a sentence.
[[nodiscard]] QString countsComplaint();
/// "balanced", or by how much not, as the balance row says it: "1 unaccounted for". See model::Counts::difference.
[[nodiscard]] QString balanceText(std::int64_t difference);

} // namespace sz::widgets
