// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/plan/RosterDepth.h"

#include <algorithm>

namespace sz::plan {
namespace {

constexpr int kMostShifts = 32; ///< looked at ahead: more teams than any rotation has

// Walks the shifts ahead until enough different teams are found.
PostDepth depthOf(const Plan& plan, const PostCode& post, int needed, Instant when)
{
    PostDepth out{post, {}, needed, {}, {}};
    Instant at = when;
    for (int shift = 0; shift < kMostShifts && out.missing() > 0; ++shift) {
        const auto duty = dutyAt(plan, post, at);
        if (!duty) {
            break;
        }
        out.unit = duty->unit;
        const bool isKnown = std::ranges::contains(out.teamsZh, duty->holderZh);
        if (!duty->holderZh.empty() && !isKnown) {
            out.teamsZh.push_back(duty->holderZh);
            out.teamsEn.push_back(duty->holderEn);
        }
        at = duty->until;
    }
    return out;
}

} // namespace

std::vector<PostDepth> depthAt(const Plan& plan, Mode mode, Instant when)
{
    const ModeRules& rules = plan.rulesOf(mode);
    std::vector<PostDepth> out;
    for (const PostCode& post : rules.deepPosts) {
        out.push_back(depthOf(plan, post, rules.rosterDepth, when));
    }
    return out;
}

std::optional<Instant> nextRollCall(const Plan& plan, Mode mode, Instant after)
{
    const auto& calls = plan.rulesOf(mode).rollCalls;
    if (calls.empty()) {
        return std::nullopt;
    }
    const Minutes offset{plan.utcOffsetMinutes};
    const auto midnight = std::chrono::floor<std::chrono::days>(after + offset);
    const auto minute = std::chrono::floor<Minutes>(after + offset - midnight);
    const auto next = std::ranges::upper_bound(calls, minute.count());
    const Minutes since = next != calls.end() ? Minutes{*next} : Minutes{24 * 60 + calls.front()};
    return Instant(midnight) + since - offset;
}

} // namespace sz::plan
