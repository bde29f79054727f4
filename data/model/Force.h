// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Task force and decisions of an incident, folded. Parts of Incident.

#include "data/model/ForceActs.h"

#include <optional>
#include <string>
#include <vector>

namespace sz::model {

/// Who has had command, and how long. Like the hops of an incident without gaps.
struct ForceCommand
{
    UnitCode unit;
    PostCode post;
    Instant from;
    std::optional<Instant> until; ///< none: still
    std::string reason;           ///< why it went over to this one; empty for the first
};

struct GoalCount
{
    ForceGoal goal;
    std::int64_t count = 0;
    std::optional<Instant> countedAt; ///< none: nobody has counted yet
    UnitCode countedBy;
};

struct MinutesLine
{
    std::string entry; ///< ULID text
    Instant at;
    UnitCode unit;
    PostCode post;
    std::string text;
};

struct TaskForce
{
    std::string entry; ///< ULID text of the entry that formed it
    std::string name;
    std::string text;
    Instant formedAt;
    UnitCode formedBy;
    std::vector<ForceCommand> commands; ///< oldest first; never empty
    std::vector<ForceMember> members;
    std::vector<GoalCount> goals;
    std::vector<MinutesLine> minutes; ///< oldest first
    Instant until;
    std::optional<Instant> endedAt;
    std::string result;

    [[nodiscard]] const ForceCommand& command() const { return commands.back(); }
    [[nodiscard]] bool isMember(const UnitCode& unit) const; ///< the lead, too
};

/// A question that was put for decision.
struct Decision
{
    std::string entry; ///< ULID text of its AskDecision
    std::string question;
    Instant askedAt;
    UnitCode askedBy;
    PostCode askedByPost;
    std::optional<Instant> settledAt;
    UnitCode settledBy;
    PostCode settledByPost;
    std::vector<OrderId>
        orders; ///< what was ordered; empty and settled: nothing, `reason` says why
    std::string reason;
};

} // namespace sz::model
