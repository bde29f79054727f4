// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Fold and rules: entries in, incidents out; may this act be done now, and if not, why.

#include "data/model/Incident.h"

#include <map>
#include <memory>

namespace sz::model {

/// Who wants to act.
struct Actor
{
    UnitCode unit;
    PostCode post;
    plan::Role role = plan::Role::DutyOfficer;
    PersonCode person{}; ///< who has signed on; empty: a shared seat
};

using IncidentPtr = std::shared_ptr<const Incident>;

/// What the fold needs to know beside the entry itself.
struct Stamp
{
    std::uint64_t number = 0; ///< log number; 0 = the desk's own, unsent
    std::uint32_t serial = 0; ///< see FeedItem
};

/// Folds one more entry of an incident. `before` is null for its first entry. Pure: same input, same output.
/// Entries must come in headquarters' order, the desk's unsent ones last. An act that does not fit the state (two
/// desks at once) leaves the state and appears in the trace.
/// Errors: BadEncoding (the entry is kept raw and shown as damaged by the caller), NoSuchIncident when the first entry
/// is no ReportIncident.
[[nodiscard]] Result<IncidentPtr>
foldIncident(const plan::Plan& plan, IncidentPtr before, const log::Entry& entry, Stamp stamp);

/// Folds a stretch of history at once (`before` null: from the first entry): the same result as one foldIncident after
/// another, without the copies between. An entry that cannot be folded is skipped; errors only when none could.
struct StampedEntry
{
    log::Entry entry;
    Stamp stamp;
};
[[nodiscard]] Result<IncidentPtr> foldHistory(
    const plan::Plan& plan,
    const IncidentPtr& before,
    const std::vector<StampedEntry>& history);

/// The rule behind every act and every button: allowed, or why not. `incident` is null for ReportIncident.
/// Errors: the 3xx codes.
[[nodiscard]] Result<void>
checkAct(const plan::Plan& plan, const Incident* incident, const Actor& actor, const Act& act);

/// Recomputes the open steps; foldIncident has already done it.
[[nodiscard]] std::vector<Step> openSteps(const plan::Plan& plan, const Incident& incident);

/// Role a unit's desk acts in when nobody has signed on.
[[nodiscard]] plan::Role defaultRole(const plan::Unit& unit);
/// Post of a unit that answers for orders and acts at its desk: its first post with the unit's own role (the duty chief
/// of the office), else its first; empty when the plan has none.
[[nodiscard]] PostCode answeringPost(const plan::Plan& plan, const UnitCode& unit);

} // namespace sz::model
