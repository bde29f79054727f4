// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// One line of a scenario's `acts` into one act and who does it.

#include "data/model/World.h"
#include "data/plan/files/NodeReader.h"

namespace sz::hq {

/// What the lines of one scenario share. Members must outlive the readers that use it.
struct ScenarioSetting
{
    const plan::Plan& plan;
    Instant now;
    bool english = false;
    PostCode intake; ///< takes reports
    PostCode chief;  ///< orders, claims, reminds, closes
    PostCode deputy; ///< notes, reports upwards
};

/// A line as read: who, when, what.
struct ScenarioLine
{
    Instant at;
    model::Actor actor;
    model::Act act;
};

/// A ULID that depends on its arguments only.
[[nodiscard]] Ulid scenarioUlid(Instant at, std::string_view what);

/// The Chinese or the English of a pair of fields; both must be there. With Need::No both may be
/// absent.
[[nodiscard]] std::string bothTexts(
    plan::NodeReader& in,
    std::string_view zh,
    std::string_view en,
    const ScenarioSetting& setting,
    plan::Need need = plan::Need::Yes);
/// `now` less the distance under `key` ("1h31m58s", "26m10s"). A fault when it is no such text.
[[nodiscard]] Instant
momentOf(plan::NodeReader& in, std::string_view key, const ScenarioSetting& setting);
/// Grade under `key` ("I" to "IV"). A fault when it is none.
[[nodiscard]] plan::Grade gradeOf(plan::NodeReader& in, std::string_view key);
/// Who acts: `unit` (the office when absent) and `post` (when absent the unit's answering post, for
/// the office `officePost`). A fault when the plan has no such unit or the post is not that unit's.
[[nodiscard]] model::Actor
actorOf(plan::NodeReader& in, const ScenarioSetting& setting, const PostCode& officePost);

/// Reads a line against the incident as it stands before it. Faults go to the reader's list; the
/// result then means nothing.
[[nodiscard]] ScenarioLine readScenarioLine(
    plan::NodeReader& in,
    const ScenarioSetting& setting,
    const model::Incident& incident);

} // namespace sz::hq
