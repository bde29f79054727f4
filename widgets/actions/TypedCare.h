// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The part of the grammar about what becomes of one order: 延期, 挂账, 恢复, 同意, 不同意, 撤单, 复核.

#include "widgets/actions/CommandParser.h"
#include "widgets/actions/TextReader.h"

namespace sz::widgets {

[[nodiscard]] bool isCareVerb(Verb verb);

/// Reads "教育 2h text" up to the end into the command. The unit comes first, written in full or as initials, and may be left
/// out where one order only can be meant: the desk's own, or the only one that fits the act.
void takeCare(TextReader& reader, const CommandContext& context, ParsedCommand& command);

/// The act; empty for verbs of another kind.
[[nodiscard]] std::optional<model::Act> careActOf(const ParsedCommand& command);

} // namespace sz::widgets
