// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/model/ShiftDuty.h"

#include <algorithm>
#include <limits>
#include <ranges>

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

/// As the plan joins the teams that stand at once.
std::vector<std::string> apart(const std::string& names)
{
    constexpr std::string_view kBetween = "、";
    std::vector<std::string> all;
    for (const auto one : std::views::split(names, kBetween)) {
        if (!one.empty()) {
            all.emplace_back(one.begin(), one.end());
        }
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
    std::vector<std::string> names = isByName ? one->edit.people : apart(planned.zh);
    const std::vector<std::string> before = names;
    agree(state, post, when, one == nullptr ? Instant::min() : one->author.at, names);
    if (!isByName && names == before) {
        return planned;
    }
    return {joined(names, "、"), joined(names, ", ")};
}

/// Who holds a post and for how long, as the roster has it: a cell by name brings its own hours, and a stand-in for a part ends one
/// duty where another begins.
class HoursOf
{
public:
    HoursOf(
        const plan::Plan& plan,
        const ShiftState& state,
        const plan::Duty& planned,
        Instant when)
        : m_plan(plan), m_state(state), m_planned(planned), m_when(when),
          m_cell(written(state, planned.post, when)),
          m_now(holderAt(state, planned.post, when, {planned.holderZh, planned.holderEn}))
    {
        if (m_cell != nullptr && m_cell->edit.isAsPlanned) {
            m_cell = nullptr;
        }
    }

    [[nodiscard]] plan::Duty duty() const
    {
        plan::Duty duty = m_planned;
        duty.holderZh = m_now.zh;
        duty.holderEn = m_now.en;
        if (m_cell != nullptr) {
            duty.from = m_cell->edit.from;
            duty.until = m_cell->edit.until;
            if (m_cell->edit.shift != duty.shiftZh) {
                duty.shiftZh = duty.shiftEn = m_cell->edit.shift;
            }
        }
        cut(duty);
        const Holder next =
            duty.until == m_planned.until
                ? holderAt(m_state, duty.post, duty.until, {m_planned.nextZh, m_planned.nextEn})
                : heldAt(duty.until);
        duty.nextZh = next.zh;
        duty.nextEn = next.en;
        if (duty.until != m_planned.until) {
            const auto planned = plan::dutyAt(m_plan, m_planned.post, duty.until);
            duty.isNextOff = planned && planned->isOff;
        }
        return duty;
    }

private:
    [[nodiscard]] Holder heldAt(Instant at) const
    {
        const auto planned = plan::dutyAt(m_plan, m_planned.post, at);
        return holderAt(
            m_state, m_planned.post, at,
            planned ? Holder{planned->holderZh, planned->holderEn} : Holder{});
    }

    /// Where something written begins or ends, if somebody else stands there then.
    void cut(plan::Duty& duty) const
    {
        std::vector<Instant> edges;
        const ShiftCellKey first{m_planned.post, std::numeric_limits<std::int64_t>::min(), {}};
        for (auto it = m_state.cells.lower_bound(first);
             it != m_state.cells.end() && it->first.post == m_planned.post; ++it) {
            edges.push_back(it->second.standing.edit.from);
            edges.push_back(it->second.standing.edit.until);
        }
        for (const auto& [id, change] : m_state.changes) {
            for (const DutySlot* slot :
                 {&change.ask.slot, change.ask.other ? &*change.ask.other : nullptr}) {
                if (slot != nullptr && slot->post == m_planned.post) {
                    edges.push_back(slot->from);
                    edges.push_back(slot->until);
                }
            }
        }
        std::ranges::sort(edges);
        cutEnd(duty, edges);
        cutBegin(duty, edges);
    }

    void cutEnd(plan::Duty& duty, const std::vector<Instant>& edges) const
    {
        for (const Instant edge : edges) {
            if (edge > m_when && edge < duty.until && heldAt(edge).zh != m_now.zh) {
                duty.until = edge;
                return;
            }
        }
    }

    void cutBegin(plan::Duty& duty, const std::vector<Instant>& edges) const
    {
        for (const Instant edge : edges | std::views::reverse) {
            if (edge <= m_when && edge > duty.from && heldAt(edge - Millis(1)).zh != m_now.zh) {
                duty.from = edge;
                return;
            }
        }
    }

    const plan::Plan& m_plan;
    const ShiftState& m_state;
    const plan::Duty& m_planned;
    Instant m_when;
    const ShiftCell::Edition* m_cell; ///< null: the plan's own hours
    Holder m_now;
};

bool isUntouched(const ShiftState* state)
{
    return state == nullptr || (state->cells.empty() && state->changes.empty());
}

/// As an area's leader and deputy are spoken of; who is named by post only is the one who holds it then.
Holder
answersFor(const plan::Plan& plan, const ShiftState& state, const PutInCharge& charge, Instant when)
{
    const auto held = dutyAt(plan, &state, charge.leader, when);
    Holder leader = charge.leaderName.empty() && held
                        ? Holder{held->holderZh, held->holderEn}
                        : Holder{charge.leaderName, charge.leaderName};
    const plan::Post* post = plan.post(charge.deputy);
    const Holder deputy = !charge.deputyName.empty() ? Holder{charge.deputyName, charge.deputyName}
                          : post != nullptr          ? Holder{post->name.zh, post->name.en}
                                                     : Holder();
    if (!deputy.zh.empty()) {
        leader.zh += "（副职" + deputy.zh + "）";
        leader.en += " (deputy " + deputy.en + ")";
    }
    return leader;
}

/// Who was put in charge of an area answers for it before its own post does, from and until the times that were said.
void putInCharge(
    const plan::Plan& plan,
    const ShiftState& state,
    const UnitCode& unit,
    Instant when,
    std::vector<plan::Duty>& duties)
{
    const PutInCharge* charge = state.inCharge(unit, when);
    auto duty = charge == nullptr ? std::nullopt : dutyAt(plan, &state, charge->leader, when);
    if (!duty) {
        return;
    }
    const Holder holder = answersFor(plan, state, *charge, when);
    duty->unit = unit;
    duty->holderZh = holder.zh;
    duty->holderEn = holder.en;
    duty->from = charge->from;
    duty->until = std::min(duty->until, charge->until.value_or(duty->until));
    for (const ShiftCharge& other : state.charges.at(unit)) {
        if (other.told.from > when) {
            duty->until = std::min(duty->until, other.told.from);
        }
    }
    const PutInCharge* later = state.inCharge(unit, duty->until);
    const auto own = plan::dutiesOf(plan, unit, duty->until);
    const Holder next = later != nullptr ? answersFor(plan, state, *later, duty->until)
                        : own.empty()    ? Holder()
                                         : Holder{own.front().holderZh, own.front().holderEn};
    duty->nextZh = next.zh;
    duty->nextEn = next.en;
    if (duties.empty()) {
        duties.push_back(*duty);
    } else {
        duties.front() = *duty;
    }
}

} // namespace

std::vector<plan::Duty>
dutiesOf(const plan::Plan& plan, const ShiftState* state, const UnitCode& unit, Instant when)
{
    std::vector<plan::Duty> duties = plan::dutiesOf(plan, unit, when);
    if (!isUntouched(state)) {
        for (plan::Duty& duty : duties) {
            duty = HoursOf(plan, *state, duty, when).duty();
        }
    }
    if (state != nullptr && !state->charges.empty()) {
        putInCharge(plan, *state, unit, when, duties);
    }
    return duties;
}

std::optional<plan::Duty>
dutyAt(const plan::Plan& plan, const ShiftState* state, const PostCode& post, Instant when)
{
    std::optional<plan::Duty> duty = plan::dutyAt(plan, post, when);
    if (duty && !isUntouched(state)) {
        duty = HoursOf(plan, *state, *duty, when).duty();
    }
    return duty;
}

const ShiftPresence* presenceOf(const ShiftState& state, const PostCode& post, Instant since)
{
    const auto told = state.presence.find(post);
    return told != state.presence.end() && told->second.author.at >= since ? &told->second
                                                                           : nullptr;
}

} // namespace sz::model
