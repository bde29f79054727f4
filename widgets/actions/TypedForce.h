// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// 专班, 专班 转移 96, 移交 武昌 理由, 纪要 …, 研判 …: the task force and the questions of an incident, typed.

#include "widgets/actions/CommandParser.h"
#include "widgets/actions/TextReader.h"

namespace sz::widgets {

[[nodiscard]] bool isForceVerb(Verb verb);
/// Reads what follows the verb.
void takeForce(TextReader& reader, const CommandContext& context, ParsedCommand& command);
/// The act; empty when the command only opens the task force.
[[nodiscard]] std::optional<model::Act> forceActOf(const ParsedCommand& command);

/// Who takes over command: the first word; its answering post. Empty unit: nobody, or nobody alone, has the name.
struct TypedSeat
{
    UnitCode unit;
    PostCode post;
    std::vector<const plan::Unit*> candidates;
};
[[nodiscard]] TypedSeat
typedSeat(const plan::Plan& plan, const plan::PlaceFinder& finder, const QString& word);

} // namespace sz::widgets
