// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/model/ShiftDuty.h"

#include <algorithm>
#include <limits>

namespace sz::model {
namespace {

struct Holder
{
    std::string zh;
    std::string en;
};

std::string joined(const std::vector<std::string>& names, const char* between)
{
    std::string all;
    for (const std::string& one : names) {
        all += (all.empty() ? "" : between) + one;
    }
    return all;
}

bool holds(const DutySlot& slot, const PostCode& post, Instant when)
{
    return slot.post == post && slot.from <= when && when < slot.until;
}

/// The edition that stands for a post at a moment; null: nobody wrote one.
const ShiftCell::Edition* written(const ShiftState& state, const PostCode& post, Instant when)
{
    const ShiftCell::Edition* last = nullptr;
    const ShiftCellKey first{post, std::numeric_limits<std::int64_t>::min(), {}};
    for (auto it = state.cells.lower_bound(first);
         it != state.cells.end() && it->first.post == post; ++it) {
        const ShiftCell::Edition& one = it->second.standing;
        if (one.edit.from <= when && when < one.edit.until
            && (last == nullptr || last->author.at <= one.author.at)) {
            last = &one;
        }
    }
    return last;
}

/// Who stands in for one person by an agreed change; `was` when nobody does.
std::string
standIn(const DutySlot& slot, const AskDutyChange& ask, const PostCode& post, Instant when)
{
    if (ask.sort == DutyChange::Swap && ask.other) {
        return holds(slot, post, when) ? ask.other->person : ask.slot.person;
    }
    return ask.substitute;
}

void agree(
    const ShiftState& state,
    const PostCode& post,
    Instant when,
    Instant since,
    std::vector<std::string>& names)
{
    for (const auto& [id, change] : state.changes) {
        const bool counts =
            change.decision && change.decision->isAccepted && change.decision->author.at >= since;
        if (!counts) {
            continue;
        }
        const AskDutyChange& ask = change.ask;
        const bool isFirst = holds(ask.slot, post, when);
        const bool isOther = ask.other && holds(*ask.other, post, when);
        if (!isFirst && !isOther) {
            continue;
        }
        const std::string& gone = isFirst ? ask.slot.person : ask.other->person;
        std::erase(names, gone);
        if (std::string name = standIn(ask.slot, ask, post, when); !name.empty()) {
            names.push_back(std::move(name));
        }
    }
}

Holder holderAt(const ShiftState& state, const PostCode& post, Instant when, const Holder& planned)
{
    const ShiftCell::Edition* one = written(state, post, when);
    const bool isByName = one != nullptr && !one->edit.isAsPlanned;
    std::vector<std::string> names = isByName             ? one->edit.people
                                     : planned.zh.empty() ? std::vector<std::string>()
                                                          : std::vector{planned.zh};
    const std::vector<std::string> before = names;
    agree(state, post, when, one == nullptr ? Instant::min() : one->author.at, names);
    if (!isByName && names == before) {
        return planned;
    }
    return {joined(names, "、"), joined(names, ", ")};
}

void write(const ShiftState& state, plan::Duty& duty, Instant when)
{
    const Holder now = holderAt(state, duty.post, when, {duty.holderZh, duty.holderEn});
    const Holder next = holderAt(state, duty.post, duty.until, {duty.nextZh, duty.nextEn});
    duty.holderZh = now.zh;
    duty.holderEn = now.en;
    duty.nextZh = next.zh;
    duty.nextEn = next.en;
}

bool isUntouched(const ShiftState* state)
{
    return state == nullptr || (state->cells.empty() && state->changes.empty());
}

} // namespace

std::vector<plan::Duty>
dutiesOf(const plan::Plan& plan, const ShiftState* state, const UnitCode& unit, Instant when)
{
    std::vector<plan::Duty> duties = plan::dutiesOf(plan, unit, when);
    if (!isUntouched(state)) {
        for (plan::Duty& duty : duties) {
            write(*state, duty, when);
        }
    }
    return duties;
}

std::optional<plan::Duty>
dutyAt(const plan::Plan& plan, const ShiftState* state, const PostCode& post, Instant when)
{
    std::optional<plan::Duty> duty = plan::dutyAt(plan, post, when);
    if (duty && !isUntouched(state)) {
        write(*state, *duty, when);
    }
    return duty;
}

} // namespace sz::model
