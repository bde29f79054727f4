// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/handover/HandoverGaps.h"

#include "data/roster/Conflicts.h"
#include "data/roster/PlanRoster.h"
#include "data/roster/Written.h"

#include <algorithm>
#include <format>

namespace sz::widgets {
namespace {

constexpr std::size_t kMost = 120;

constexpr std::chrono::days kDay{1};
constexpr std::chrono::days kLongest{31}; ///< nobody for so long is known to everybody

Instant midnightBefore(const plan::Plan& plan, Instant at, std::chrono::days back)
{
    const Minutes offset{plan.utcOffsetMinutes};
    const auto today = std::chrono::floor<std::chrono::days>(at + offset);
    return Instant(today - back) - offset;
}

bool isGap(const roster::Conflict& conflict)
{
    return conflict.sort == roster::ConflictSort::Gap
           || conflict.sort == roster::ConflictSort::UnderStrength;
}

report::GapFact factOf(const roster::Roster& all, const roster::Conflict& conflict)
{
    const PostCode post =
        conflict.post == roster::kNobody ? PostCode() : all.posts[conflict.post].code;
    const plan::Sentence words = roster::sentenceOf(all, conflict);
    return {post, conflict.unit, conflict.time.from, conflict.time.until, words.zh, words.en};
}

struct Found
{
    roster::Roster roster;
    roster::Span range;
    std::vector<roster::Conflict> gaps;
};

Found look(
    const plan::Plan& plan,
    const model::ShiftState& shift,
    roster::Span range,
    const GapGround& ground)
{
    Found found{roster::rosterOf(plan, range), range, {}};
    roster::apply(ground.rules, found.roster);
    found.roster.modes = ground.modes;
    roster::write(found.roster, shift);
    if (auto conflicts = roster::conflictsOf(found.roster, range)) {
        std::ranges::copy_if(*conflicts, std::back_inserter(found.gaps), isGap);
    }
    return found;
}

// A gap that is open has begun some time ago, and has to be the same row whenever it is looked for: cut at the present it would be another
// one each minute, and unread again; cut at a midnight, another one each night. So where one is older than a day, it is looked for again
// from further back.
Found lookBack(
    const plan::Plan& plan,
    const model::ShiftState& shift,
    roster::Span range,
    const GapGround& ground)
{
    Found found = look(plan, shift, {midnightBefore(plan, range.from, kDay), range.until}, ground);
    const bool isCut = std::ranges::any_of(found.gaps, [&](const roster::Conflict& one) {
        return one.time.from <= found.range.from && one.time.until > range.from;
    });
    if (isCut) {
        const Instant month = midnightBefore(plan, range.from, kLongest);
        found = look(plan, shift, {month, range.until}, ground);
    }
    return found;
}

// One row a post and moment: a sheet has each id once.
void add(std::vector<report::GapFact>& gaps, report::GapFact fact)
{
    const auto same = std::ranges::find_if(gaps, [&](const report::GapFact& one) {
        return one.post == fact.post && one.unit == fact.unit && one.from == fact.from;
    });
    if (same == gaps.end()) {
        gaps.push_back(std::move(fact));
        return;
    }
    same->textZh += "；" + fact.textZh;
    same->textEn += "; " + fact.textEn;
    same->until = std::max(same->until, fact.until);
}

// Asked for and not agreed to yet: the next shift has to know that somebody may not come.
void addWaiting(
    const plan::Plan& plan,
    const model::ShiftState& shift,
    roster::Span range,
    std::vector<report::GapFact>& gaps)
{
    for (const auto& [id, change] : shift.changes) {
        const model::DutySlot& slot = change.ask.slot;
        const plan::Post* post = plan.post(slot.post);
        if (change.decision || post == nullptr || !range.meets({slot.from, slot.until})) {
            continue;
        }
        const bool isSwap = change.ask.sort == model::DutyChange::Swap && change.ask.other;
        const std::string& other = isSwap ? change.ask.other->person : change.ask.substitute;
        const bool isNoShow = change.ask.sort == model::DutyChange::NoShow;
        add(gaps,
            {slot.post, change.unit, slot.from, slot.until,
             std::format(
                 "{}：{}{}{}，待第二人同意", post->name.zh, slot.person,
                 isNoShow ? "未到岗"
                 : isSwap ? "调班"
                          : "请替班",
                 other.empty() ? std::string() : "，" + other + (isSwap ? "对调" : "顶班")),
             std::format(
                 "{}: {} {}{}, a second person has not agreed yet", post->name.en, slot.person,
                 isNoShow ? "did not come"
                 : isSwap ? "asks for a swap"
                          : "asks for a substitute",
                 other.empty() ? std::string() : (isSwap ? " with " : ", stands in: ") + other)});
    }
}

} // namespace

std::vector<report::GapFact> gapsOf(
    const plan::Plan& plan,
    const model::ShiftState& shift,
    const UnitCode& unit,
    Instant from,
    Instant until,
    const GapGround& ground)
{
    const Found found = lookBack(plan, shift, {from, until}, ground);
    std::vector<report::GapFact> gaps;
    for (const roster::Conflict& conflict : found.gaps) {
        if (conflict.time.until > from) {
            add(gaps, factOf(found.roster, conflict));
        }
    }
    addWaiting(plan, shift, {from, until}, gaps);
    std::erase_if(gaps, [&](const report::GapFact& gap) {
        return gap.until <= from || (unit != UnitCode("HQ") && gap.unit != unit);
    });
    std::ranges::stable_sort(gaps, {}, &report::GapFact::from);
    gaps.resize(std::min(gaps.size(), kMost));
    return gaps;
}

} // namespace sz::widgets
