// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What is wrong with a roster, said before the day comes.

#include "data/plan/files/FaultList.h"
#include "data/roster/DutyTable.h"

namespace sz::roster {

enum class ConflictSort : std::uint8_t {
    DoubleDuty,    ///< one person at two posts
    ShortRest,     ///< less than the plan's hours between two duties
    Gap,           ///< nobody where somebody has to be
    UnderStrength, ///< fewer than have to be
    NotQualified,
};
/// "double-duty", for tools.
[[nodiscard]] const char* conflictName(ConflictSort sort);

struct Conflict
{
    ConflictSort sort = ConflictSort::Gap;
    PostIndex post = kNobody; ///< kNobody: the unit's posts together
    UnitCode unit;
    Span time; ///< of the rest that is too short: from one duty to the next; may be empty
    PersonIndex person = kNobody; ///< kNobody: not a matter of one
    PostIndex other = kNobody;    ///< DoubleDuty, ShortRest: the other post, or the same
    int have = 0;                 ///< persons
    int need = 0;
    std::string qualification; ///< NotQualified
    bool isDepth =
        false; ///< UnderStrength: teams that stand behind the post, those who come next included
    bool operator==(const Conflict&) const = default;
};

/// All that meet the range, by time, then post. A duty that a change of mode cuts in two is one duty; at a post with one team only
/// (a leader's own area) no rest is asked between its own shifts. Errors: as DutyTable::expand.
[[nodiscard]] Result<std::vector<Conflict>> conflictsOf(const Roster& roster, const Span& range);

/// Without the time, posts by their names: "值班长：王伟同时在接报席".
[[nodiscard]] plan::Sentence sentenceOf(const Roster& roster, const Conflict& conflict);

} // namespace sz::roster
