// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Rosters as JSON and as lines, for several verbs.

#include "app/ctl/roster/RosterCall.h"
#include "data/roster/Conflicts.h"

#include <boost/json.hpp>

namespace sz::ctl {

[[nodiscard]] boost::json::object
conflictJson(const roster::Roster& roster, const roster::Conflict& conflict);
/// "2026-11-22 20:30–08:30  gap  L20-desk …: nobody, 1 needed"
void printConflict(
    const RosterCall& call,
    const roster::Roster& roster,
    const roster::Conflict& conflict,
    std::ostream& out);

} // namespace sz::ctl
