// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/model/PlanState.h"

#include <algorithm>

namespace sz::model {
namespace {

PlanAuthor authorOf(const log::Entry& entry)
{
    return {entry.time.wall, entry.unit, entry.post, entry.person};
}

void settle(PlanProposal& one, ProposalState state, PlanAuthor by, std::string words)
{
    one.state = state;
    one.decidedBy = std::move(by);
    one.words = std::move(words);
}

class Folder
{
public:
    Folder(const plan::Plan& plan, PlanState& state, const log::Entry& entry)
        : m_plan(plan), m_state(state), m_entry(entry)
    {
    }

    void operator()(ProposePlan&& a)
    {
        PlanProposal one;
        one.validFrom = midnightOf(m_plan, a.fromDay);
        one.asked = std::make_shared<const ProposePlan>(std::move(a));
        one.author = authorOf(m_entry);
        m_state.proposals.emplace(m_entry.id.text(), std::move(one));
    }

    void operator()(DecidePlan&& a)
    {
        PlanProposal* one = waiting(a.proposal);
        if (one == nullptr) {
            return;
        }
        settle(
            *one, a.isApproved ? ProposalState::Approved : ProposalState::Refused,
            authorOf(m_entry), std::move(a.reason));
        if (a.isApproved) {
            one->validFrom = std::max(one->validFrom, one->decidedBy.at);
            one->order = ++m_state.approvals;
        }
    }

    void operator()(WithdrawPlan&& a)
    {
        if (PlanProposal* one = waiting(a.proposal)) {
            settle(*one, ProposalState::Withdrawn, authorOf(m_entry), std::move(a.reason));
        }
    }

private:
    [[nodiscard]] PlanProposal* waiting(const std::string& id) const
    {
        const auto it = m_state.proposals.find(id);
        const bool isThere =
            it != m_state.proposals.end() && it->second.state == ProposalState::Waiting;
        return isThere ? &it->second : nullptr;
    }

    const plan::Plan& m_plan;
    PlanState& m_state;
    const log::Entry& m_entry;
};

std::vector<std::string> inForce(const PlanState& state, Instant at)
{
    auto ids = state.approved();
    std::erase_if(
        ids, [&](const std::string& id) { return state.proposals.at(id).validFrom > at; });
    return ids;
}

} // namespace

bool PlanProposal::operator==(const PlanProposal& other) const
{
    return *asked == *other.asked && author == other.author && state == other.state
           && decidedBy == other.decidedBy && words == other.words && validFrom == other.validFrom
           && order == other.order;
}

const PlanProposal* PlanState::proposal(const std::string& id) const
{
    const auto it = proposals.find(id);
    return it == proposals.end() ? nullptr : &it->second;
}

std::vector<std::string> PlanState::approved() const
{
    std::vector<std::string> ids;
    for (const auto& [id, one] : proposals) {
        if (one.state == ProposalState::Approved) {
            ids.push_back(id);
        }
    }
    std::ranges::sort(ids, {}, [&](const std::string& id) {
        const PlanProposal& one = proposals.at(id);
        return std::pair(one.validFrom, one.order);
    });
    return ids;
}

int PlanState::waiting() const
{
    return static_cast<int>(std::ranges::count_if(
        proposals, [](const auto& one) { return one.second.state == ProposalState::Waiting; }));
}

Instant midnightOf(const plan::Plan& plan, std::int64_t day)
{
    return Instant{std::chrono::days(day)} - Minutes{plan.utcOffsetMinutes};
}

void foldPlan(const plan::Plan& plan, PlanState& state, const log::Entry& entry)
{
    auto act = decodePlanAct(entry);
    if (act && *act) {
        std::visit(Folder(plan, state, entry), std::move(**act));
    }
}

PlanPtr planAt(const PlanPtr& folder, const PlanState& state, Instant at)
{
    PlanPtr plan = folder;
    for (const std::string& id : inForce(state, at)) {
        plan = plan::changedPlan(*plan, state.proposals.at(id).asked->change);
    }
    return plan;
}

PlanPtr
planWith(const PlanPtr& folder, const PlanState& state, const plan::AreaChange& change, Instant at)
{
    return plan::changedPlan(*planAt(folder, state, at), change);
}

std::optional<Instant> nextTurn(const PlanState& state, Instant after)
{
    std::optional<Instant> next;
    for (const auto& [id, one] : state.proposals) {
        const bool isLater = one.state == ProposalState::Approved && one.validFrom > after;
        if (isLater && (!next || one.validFrom < *next)) {
            next = one.validFrom;
        }
    }
    return next;
}

PlanPtr PlanShelf::at(const PlanState& state, Instant when) const
{
    std::string key;
    for (const std::string& id : inForce(state, when)) {
        key += id + '/' + std::to_string(toUtcMs(state.proposals.at(id).validFrom)) + ' ';
    }
    if (key.empty()) {
        return m_folder;
    }
    const std::scoped_lock lock(m_mutex);
    PlanPtr& made = m_made[key];
    if (made == nullptr) {
        made = planAt(m_folder, state, when);
    }
    return made;
}

} // namespace sz::model
