// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/roster/RosterJson.h"

#include <format>

namespace sz::ctl {

boost::json::object conflictJson(const roster::Roster& roster, const roster::Conflict& conflict)
{
    const plan::Sentence words = sentenceOf(roster, conflict);
    boost::json::object one{
        {"conflict", conflictName(conflict.sort)},
        {"unit", conflict.unit.value},
        {"from", isoText(roster, conflict.time.from)},
        {"until", isoText(roster, conflict.time.until)},
        {"sentence", words.en},
        {"sentence_zh", words.zh}};
    if (conflict.post != roster::kNobody) {
        one["post"] = roster.posts[conflict.post].code.value;
    }
    if (conflict.person != roster::kNobody) {
        one["person"] = roster.people[conflict.person].name;
    }
    if (conflict.other != roster::kNobody) {
        one["other_post"] = roster.posts[conflict.other].code.value;
    }
    if (conflict.need > 0) {
        one["have"] = conflict.have;
        one["need"] = conflict.need;
    }
    if (!conflict.qualification.empty()) {
        one["qualification"] = conflict.qualification;
    }
    return one;
}

void printConflict(
    const RosterCall& call,
    const roster::Roster& roster,
    const roster::Conflict& conflict,
    std::ostream& out)
{
    out << std::format(
        "{}  {}\n", spanText(roster, conflict.time), call.say(sentenceOf(roster, conflict)));
}

} // namespace sz::ctl
