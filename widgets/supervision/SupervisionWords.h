// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Words of the supervision page, and which incidents belong on it.

#include "data/desk/Desk.h"
#include "data/model/CampaignItems.h"

#include <QString>

#include <vector>

namespace sz::widgets {

/// Kinds of the plan that this page works with; a plan without them has no such page.
inline const KindCode kCampaignKind{"campaign"};
inline const KindCode kLedCaseKind{"case.led"};
inline const KindCode kVisitKind{"inspection.visit"};
inline const KindCode kFindingKind{"inspection.finding"};

/// May this seat import a campaign's items at all?
[[nodiscard]] bool mayRunCampaigns(const desk::Desk& desk);
/// Open campaigns, then those closed within the day, each newest first. Never null.
[[nodiscard]] std::vector<model::IncidentPtr> campaignsOf(const desk::Desk& desk);
/// "Day 12 of 30", "starts in 3 d"; empty without items.
[[nodiscard]] QString dayCountText(const model::Campaign& campaign, Instant now, int utcOffset);
/// "open", "done", "void".
[[nodiscard]] QString itemStateText(model::ItemState state);
/// "11-30", with the year when it is another than that of `now`.
[[nodiscard]] QString dueText(Instant due, Instant now, int utcOffset);
/// A new incident of a kind at the command office, for `title`.
[[nodiscard]] model::ReportIncident
reportOf(const desk::Desk& desk, const KindCode& kind, const QString& title, Instant now);

} // namespace sz::widgets
