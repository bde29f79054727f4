// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Own acts about the operation, not about an incident, as the outbox lists them.

#include "data/desk/DeskValues.h"

#include <QString>

#include <optional>

namespace sz::widgets {

/// A line about the mode, shifts or drawings: it has that subject in the incident's place, an UnknownAct with the wire number, and
/// as its detail the officer's own words.
[[nodiscard]] bool isOfOperation(const desk::OutboxLine& line);
/// One line: "start games time: marathon", "entry about shifts", "drawing on the map".
[[nodiscard]] QString operationActText(const desk::OutboxLine& line);
/// The switch of the mode that such a line is; nothing when it is another.
[[nodiscard]] std::optional<model::ModeAct> modeActOf(const desk::OutboxLine& line);

} // namespace sz::widgets
