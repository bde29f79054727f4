// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// An incident with a task force, for the tests of its rules and its fold.

#include "tests/unit/model/Story.h"

namespace sz::model::test {

inline const Instant kForceEnd = kStart + std::chrono::days(3);

inline ForceMember member(const char* unit, const char* task = "")
{
    return {UnitCode(unit), PostCode(std::string(unit) + "-desk"), task};
}

/// Wuchang has command, Education and Police belong to it; two goals.
inline FormForce sampleForce()
{
    return {
        "徐东专班",
        UnitCode("D05"),
        PostCode("D05-leader"),
        {member("L06", "学员安置"), member("L01")},
        {{"转移", 120, "户"}, {"管控", 4, "处"}},
        kForceEnd,
        "逐户核对"};
}

inline Actor district()
{
    return {UnitCode("D05"), PostCode("D05-leader"), plan::Role::DistrictDesk};
}

inline Actor as(Actor actor, plan::Role role)
{
    actor.role = role;
    return actor;
}

inline Story withForce()
{
    Story story;
    story.tell(office(), 5, sampleForce());
    return story;
}

inline Story withEndedForce()
{
    Story story = withForce();
    story.tell(district(), 60, EndForce{"全部转移"});
    return story;
}

inline Story withQuestion()
{
    Story story;
    story.tell(line("L06"), 5, AskDecision{"是否疏散周边两栋楼？"});
    return story;
}

inline std::string lastEntry(const Story& story)
{
    return story.now().trace.back().entry;
}

} // namespace sz::model::test
