// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// May this entry stand? The questions headquarters asks of each one, against the state at receipt.

#include "data/hq/SeatBook.h"
#include "data/model/Matters.h"
#include "data/model/ModeActs.h"
#include "data/model/World.h"

#include <functional>

namespace sz::hq {

/// An entry that was read and may stand.
struct Examined
{
    log::Entry entry;
    model::Act act;
    model::IncidentPtr before;               ///< null: a new incident, or the operation itself
    std::optional<model::SeatAct> seat = {}; ///< who came, went, was refused
    std::optional<model::ModeAct> mode = {};
    std::optional<model::ShiftAct> shift = {};
    std::optional<model::DrawingAct> drawing = {};
    std::optional<model::PlanAct> plan = {};
};

using FindIncident = std::function<model::IncidentPtr(const IncidentId&)>;

/// Reads an entry of a desk and holds it against the rules. A desk without a unit is headquarters' own and speaks for any
/// unit of the plan. An act of a type this version does not know stands when its incident is known.
/// Errors: BadEncoding, NotAllowed (not this desk's entry, a post of another unit), NoSuchUnit, UnknownType, BadArgument
/// (a report under another id than its own), the rules' 3xx and the 7xx of people.
[[nodiscard]] Result<Examined> examine(
    const plan::Plan& plan,
    const store::DeskRecord& desk,
    const SeatBook& seats,
    const model::ModeState& mode,
    const model::ShiftState& shift,
    const model::DrawingState& drawings,
    const model::PlanState& changes,
    const Arrival& in,
    BytesView raw,
    const FindIncident& find);

} // namespace sz::hq
