// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/handover/HandoverGaps.h"

#include "data/roster/Conflicts.h"
#include "data/roster/PlanRoster.h"

#include <algorithm>
#include <format>

namespace sz::widgets {
namespace {

constexpr std::size_t kMost = 120;

bool isGap(const roster::Conflict& conflict)
{
    return conflict.sort == roster::ConflictSort::Gap
           || conflict.sort == roster::ConflictSort::UnderStrength;
}

// Somebody was put there by name for all of that time.
bool isFilled(const model::ShiftState& shift, const PostCode& post, const roster::Span& time)
{
    return std::ranges::any_of(shift.cells, [&](const auto& one) {
        const model::CellEdit& edit = one.second.standing.edit;
        return one.first.post == post && !edit.people.empty() && edit.from <= time.from
               && time.until <= edit.until;
    });
}

report::GapFact
emptyPost(const plan::Plan& plan, const PostCode& code, const UnitCode& unit, roster::Span time)
{
    const plan::Post* post = plan.post(code);
    const plan::Name name = post == nullptr ? plan::Name{} : post->name;
    return {
        code,
        unit,
        time.from,
        time.until,
        std::format("{} {}：无人", code.value, name.zh),
        std::format("{} {}: nobody", code.value, name.en)};
}

void addPlanned(
    const roster::Roster& all,
    const model::ShiftState& shift,
    const roster::Conflict& conflict,
    std::vector<report::GapFact>& gaps)
{
    const PostCode post =
        conflict.post == roster::kNobody ? PostCode() : all.posts[conflict.post].code;
    if (!post.empty() && isFilled(shift, post, conflict.time)) {
        return;
    }
    const plan::Sentence words = roster::sentenceOf(all, conflict);
    gaps.push_back(
        {post, conflict.unit, conflict.time.from, conflict.time.until, words.zh, words.en});
}

void addChanged(
    const plan::Plan& plan,
    const model::ShiftState& shift,
    roster::Span range,
    std::vector<report::GapFact>& gaps)
{
    for (const auto& [key, cell] : shift.cells) {
        const model::CellEdit& edit = cell.standing.edit;
        const bool isEmpty = edit.people.empty() && !edit.isAsPlanned;
        if (isEmpty && range.meets({edit.from, edit.until})) {
            gaps.push_back(emptyPost(plan, key.post, cell.unit, {edit.from, edit.until}));
        }
    }
    for (const auto& [id, change] : shift.changes) {
        const model::DutySlot& slot = change.ask.slot;
        const bool isAlone = change.ask.sort == model::DutyChange::NoShow
                             && change.ask.substitute.empty() && change.decision
                             && change.decision->isAccepted;
        if (isAlone && range.meets({slot.from, slot.until})) {
            gaps.push_back(emptyPost(plan, slot.post, change.unit, {slot.from, slot.until}));
        }
    }
}

} // namespace

std::vector<report::GapFact> gapsOf(
    const plan::Plan& plan,
    const model::ShiftState& shift,
    const UnitCode& unit,
    Instant from,
    Instant until)
{
    const roster::Span range{from, until};
    const roster::Roster all = roster::rosterOf(plan, range);
    std::vector<report::GapFact> gaps;
    if (const auto conflicts = roster::conflictsOf(all, range)) {
        for (const roster::Conflict& conflict : *conflicts) {
            if (isGap(conflict)) {
                addPlanned(all, shift, conflict, gaps);
            }
        }
    }
    addChanged(plan, shift, range, gaps);
    std::erase_if(gaps, [&](const report::GapFact& gap) {
        return unit != UnitCode("HQ") && gap.unit != unit;
    });
    std::ranges::stable_sort(gaps, {}, &report::GapFact::from);
    gaps.resize(std::min(gaps.size(), kMost));
    return gaps;
}

} // namespace sz::widgets
