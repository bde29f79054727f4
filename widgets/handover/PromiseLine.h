// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Promises, drills and endpoints as they are typed: "武昌区 增派 1 组 22:00".

#include "data/model/ShiftActs.h"

#include <functional>

namespace sz::widgets {

/// An incident by its number as it is typed after #. Empty: none is called so.
using IncidentReader = std::function<IncidentId(const std::string&)>;

/// First word: the unit, by code, name or alias. Last word HH:MM: until when, the next such time after `now` in the plan's zone. A
/// word like #041: the incident it is about. Errors: NoSuchUnit, MissingField (no words), NotFound (no such incident, detail: its
/// number).
[[nodiscard]] Result<model::MakePromise> readPromise(
    const plan::Plan& plan,
    const std::string& typed,
    Instant now,
    const IncidentReader& incidents = {});

/// A place as it is called: widgets/handover/DrillPlace.h. None: nothing is called so.
using PlaceReader = std::function<std::optional<plan::Place>(const std::string&)>;

/// A drill: "防汛演练 16:00", "防汛演练 @江汉区 10-18 16:00". The last word is the time in the plan's zone, the one before it may be
/// the day (M-D, M月D日): without it the next such time after `now`. A word after @ is where. Errors: MissingField (no name),
/// BadArgument (no time), NotFound (no such place, detail: as it was typed).
[[nodiscard]] Result<model::PlanDrill>
readDrill(const plan::Plan& plan, const std::string& typed, Instant now, const PlaceReader& places);

/// An endpoint that is down: "黄陂 会议终端 已报修". Unit, name of the endpoint, words. Errors: NoSuchUnit, MissingField (no endpoint).
[[nodiscard]] Result<model::TellEndpoint>
readEndpoint(const plan::Plan& plan, const std::string& typed);

} // namespace sz::widgets
