// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Changes of the plan in the words of the office.

#include "data/model/PlanState.h"
#include "data/plan/areas/BorderEdit.h"
#include "data/plan/areas/StreetSeats.h"

#include <QDate>
#include <QString>

namespace sz::widgets {

/// "Overlap of 4,200 m²: 24 Wuchang N and 25 Wuchang S, near 114.31 30.56".
[[nodiscard]] QString coverText(const plan::Plan& plan, const plan::CoverFault& fault);
/// All in one or two sentences; what is whole is said as well.
[[nodiscard]] QString
coverText(const plan::Plan& plan, const std::vector<plan::CoverFault>& faults);
[[nodiscard]] QString refusalText(plan::EditRefusal why);
/// Seats that lie in another area than their street; empty when none does.
[[nodiscard]] QString seatsText(const plan::Plan& plan, const std::vector<plan::StraySeat>& seats);
/// "waiting", "approved", "refused", "withdrawn".
[[nodiscard]] QString stateText(model::ProposalState state);
/// "24 Wuchang N, 25 Wuchang S · 2 streets".
[[nodiscard]] QString changeText(const plan::Plan& plan, const plan::AreaChange& change);
/// Which streets go where: "Xujiapeng → 25 Wuchang S"; empty when none does.
[[nodiscard]] QString movesText(const plan::Plan& plan, const plan::AreaChange& change);
/// Who proposed it when and why, what became of it.
[[nodiscard]] QString historyText(const plan::Plan& plan, const model::PlanProposal& proposal);
[[nodiscard]] QDate localDate(const plan::Plan& plan, Instant at);
[[nodiscard]] std::int64_t dayOf(const QDate& date);

} // namespace sz::widgets
