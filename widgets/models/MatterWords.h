// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Own acts about the operation, not about an incident, as the outbox lists them.

#include "data/desk/DeskValues.h"

#include <QString>

#include <optional>
#include <variant>

namespace sz::widgets {

using MatterAct = std::variant<model::ModeAct, model::ShiftAct, model::DrawingAct, model::PlanAct>;

/// A line about the mode, shifts, drawings or the plan: it has that subject in the incident's place, an UnknownAct with the wire
/// number, the entry itself, and as its detail the officer's own words.
[[nodiscard]] bool isOfOperation(const desk::OutboxLine& line);
/// One line: "start games time: marathon", "minutes of a roll call", "drawing on the map".
[[nodiscard]] QString operationActText(const desk::OutboxLine& line);
/// What such a line says; nothing when it is of an incident, or of a kind this version does not know.
[[nodiscard]] std::optional<MatterAct> matterActOf(const desk::OutboxLine& line);
/// The switch of the mode that such a line is; nothing when it is another.
[[nodiscard]] std::optional<model::ModeAct> modeActOf(const desk::OutboxLine& line);
/// The words somebody wrote in it: a reason, a promise, a line; null: it has none.
[[nodiscard]] std::string* wordsIn(MatterAct& act);

} // namespace sz::widgets
