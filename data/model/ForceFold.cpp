// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/model/ForceFold.h"

#include <algorithm>
#include <utility>

namespace sz::model {

// Two desks at once: the earlier in log order stands, the later is only told.
void ForceFolder::operator()(const FormForce& a)
{
    if (m_i.force() != nullptr) {
        return;
    }
    TaskForce force;
    force.entry = m_entry.id.text();
    force.name = a.name;
    force.text = a.text;
    force.formedAt = m_at;
    force.formedBy = m_entry.unit;
    force.commands = {{a.leadUnit, a.leadPost, m_at, std::nullopt, {}}};
    force.members = a.members;
    for (const ForceGoal& goal : a.goals) {
        force.goals.push_back({goal, 0, std::nullopt, {}});
    }
    force.until = a.until;
    m_i.forces.push_back(std::move(force));
}

void ForceFolder::operator()(const ChangeForce& a)
{
    TaskForce* force = atWork();
    if (force == nullptr) {
        return;
    }
    force->members = a.members.value_or(force->members);
    force->until = a.until.value_or(force->until);
    if (a.goals) {
        const auto before = std::exchange(force->goals, {});
        for (const ForceGoal& goal : *a.goals) {
            const auto known = std::ranges::find(
                before, goal.label, [](const GoalCount& g) { return g.goal.label; });
            GoalCount count = known == before.end() ? GoalCount{} : *known;
            count.goal = goal;
            force->goals.push_back(std::move(count));
        }
    }
}

void ForceFolder::operator()(const StateGoal& a)
{
    TaskForce* force = atWork();
    if (force == nullptr) {
        return;
    }
    for (GoalCount& goal : force->goals) {
        if (goal.goal.label == a.label) {
            goal.count = a.count;
            goal.countedAt = m_at;
            goal.countedBy = m_entry.unit;
        }
    }
}

// Without a gap; who had command stays in the task force.
void ForceFolder::operator()(const TransferForce& a)
{
    TaskForce* force = atWork();
    if (force == nullptr || (force->command().unit == a.unit && force->command().post == a.post)) {
        return;
    }
    ForceCommand& last = force->commands.back();
    const Instant at = std::max(m_at, last.from);
    last.until = at;
    std::erase_if(
        force->members, [&](const ForceMember& m) { return m.unit == a.unit && m.post == a.post; });
    force->members.push_back({last.unit, last.post, {}});
    force->commands.push_back({a.unit, a.post, at, std::nullopt, a.reason});
}

void ForceFolder::operator()(const ForceMinutes& a)
{
    if (TaskForce* force = atWork()) {
        force->minutes.push_back({m_entry.id.text(), m_at, m_entry.unit, m_entry.post, a.text});
    }
}

void ForceFolder::operator()(const EndForce& a)
{
    if (TaskForce* force = atWork()) {
        force->endedAt = std::max(m_at, force->commands.back().from);
        force->commands.back().until = force->endedAt;
        force->result = a.result;
    }
}

void ForceFolder::operator()(const AskDecision& a)
{
    Decision decision;
    decision.entry = m_entry.id.text();
    decision.question = a.question;
    decision.askedAt = m_at;
    decision.askedBy = m_entry.unit;
    decision.askedByPost = m_entry.post;
    m_i.decisions.push_back(std::move(decision));
}

void ForceFolder::operator()(const DropDecision& a)
{
    if (Decision* decision = settle(a.ask)) {
        decision->reason = a.reason;
    }
}

TaskForce* ForceFolder::atWork()
{
    return m_i.force() == nullptr ? nullptr : &m_i.forces.back();
}

} // namespace sz::model
