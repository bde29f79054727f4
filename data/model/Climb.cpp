// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The ladder of a late step: nobody has confirmed it, so the next one has to.
#include "data/model/Incident.h"

#include <algorithm>

namespace sz::model {

std::optional<Climb>
climbOf(const plan::Plan& plan, const Incident& incident, const Step& step, Instant now)
{
    const auto& ladder = plan.ladderFor(incident.kind);
    const std::string ref = step.ref();
    Instant since = step.due;
    if (const auto shelf = incident.shelved.find(ref); shelf != incident.shelved.end()) {
        since = std::max(since, shelf->second.until);
    }
    if (ladder.empty() || now < since || incident.acknowledged.contains(ref)) {
        return std::nullopt;
    }
    auto turn = std::ranges::find_if(ladder, [&](const plan::Rung& rung) {
        return now < since + Minutes{rung.afterMinutes}; // the first one not reached yet
    });
    if (const auto raised = incident.raised.find(ref); raised != incident.raised.end()) {
        const auto to = std::ranges::find(ladder, raised->second, &plan::Rung::post);
        turn = to == ladder.end() ? turn : std::max(turn, to + 1);
    }
    if (turn == ladder.begin()) {
        return std::nullopt; // nobody's turn yet
    }
    Climb climb{std::prev(turn)->post, {}, std::nullopt};
    if (turn != ladder.end()) {
        climb.next = turn->post;
        climb.nextAt = since + Minutes{turn->afterMinutes};
    }
    return climb;
}

} // namespace sz::model
