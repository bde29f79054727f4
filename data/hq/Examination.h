// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// May this entry stand? The questions headquarters asks of each one, against the state at receipt.

#include "data/model/World.h"
#include "data/store/HqDesks.h"

#include <functional>

namespace sz::hq {

/// An entry that was read and may stand.
struct Examined
{
    log::Entry entry;
    model::Act act;
    model::IncidentPtr before; ///< null: a new incident, or the operation itself
};

using FindIncident = std::function<model::IncidentPtr(const IncidentId&)>;

/// Reads an entry of a desk and holds it against the rules. A desk without a unit is headquarters' own and speaks for any
/// unit of the plan. An act of a type this version does not know stands when its incident is known.
/// Errors: BadEncoding, NotAllowed (not this desk's entry, a post of another unit), NoSuchUnit, UnknownType, BadArgument
/// (a report under another id than its own), and the rules' 3xx.
[[nodiscard]] Result<Examined> examine(
    const plan::Plan& plan,
    const store::DeskRecord& desk,
    BytesView raw,
    const FindIncident& find);

} // namespace sz::hq
