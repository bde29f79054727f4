// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Acts of an incident that make and lead its task force (专班), and that put it for decision (集中研判). Part of Acts.h.

#include "data/base/Clock.h"
#include "data/base/Ids.h"

#include <optional>
#include <string>
#include <vector>

namespace sz::model {

struct ForceMember
{
    UnitCode unit;
    PostCode post;
    std::string task; ///< what it is there for: "现场管控"; may be empty
    bool operator==(const ForceMember&) const = default;
};

/// What the task force is to reach: "转移 120 户". Counts are of households, places, metres; never of named persons.
struct ForceGoal
{
    std::string label;
    std::int64_t target = 0; ///< > 0
    std::string unitWord;    ///< "户", "处"; may be empty
    bool operator==(const ForceGoal&) const = default;
};

/// Forms the incident's task force. There is at most one that has not ended.
struct FormForce
{
    std::string name;
    UnitCode leadUnit;
    PostCode leadPost;
    std::vector<ForceMember> members; ///< without the lead
    std::vector<ForceGoal> goals;
    Instant until; ///< planned end
    std::string text;
};

/// Who belongs to it, what it is to reach, how long: only the given parts change.
struct ChangeForce
{
    std::optional<std::vector<ForceMember>> members;
    std::optional<std::vector<ForceGoal>> goals; ///< counts of goals with the same label stay
    std::optional<Instant> until;
    std::string reason;
};

/// So much of a goal is reached by now (a total, not an addition).
struct StateGoal
{
    std::string label; ///< of the goal
    std::int64_t count = 0;
    std::string text;
};

/// Command goes over to another post.
struct TransferForce
{
    UnitCode unit;
    PostCode post;
    std::string reason;
};

/// Minutes of a meeting of the task force.
struct ForceMinutes
{
    std::string text;
};

struct EndForce
{
    std::string result;
};

/// Puts a question for decision. Answered by an IssueOrders that names it (`decides`) or by DropDecision.
struct AskDecision
{
    std::string question;
};

/// Decided that nothing is to be ordered.
struct DropDecision
{
    std::string ask; ///< ULID text of the AskDecision
    std::string reason;
};

} // namespace sz::model
