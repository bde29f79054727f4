// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Which plan cards fit an incident, and whom their orders go to there.

#include "data/plan/Places.h"

namespace sz::plan {

/// In a card or a kind: the district of the incident's place.
inline constexpr std::string_view kDistrictHere = "district";

/// A district, a line or a street: zones, areas and the office are nobody's addressee.
[[nodiscard]] bool takesOrders(const Unit& unit);
/// Cards of this kind and grade, in the order of the file; may be empty. Valid as long as the plan.
[[nodiscard]] std::vector<const PlanCard*>
cardsFor(const Plan& plan, const KindCode& kind, Grade grade);
/// Whom an order goes to at this place; empty when it has no district.
[[nodiscard]] UnitCode unitAt(const UnitCode& written, const Place& place);
/// Cards whose name, code or initials begin with what was typed, in the order of the file: all of them for nothing typed.
[[nodiscard]] std::vector<const PlanCard*> cardsNamed(const Plan& plan, std::string_view typed);

} // namespace sz::plan
