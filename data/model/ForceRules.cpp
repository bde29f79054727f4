// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/model/ForceRules.h"

#include "data/model/OpenMatters.h"

#include <algorithm>
#include <set>
#include <utility>

namespace sz::model {

using plan::Reach;
using plan::Right;

namespace {

constexpr std::size_t kMostMembers = 60;
constexpr std::size_t kMostGoals = 20;

} // namespace

Result<void> ForceRules::operator()(const FormForce& a) const
{
    return openFor(Right::LeadForce)
        .and_then([&] {
            return need(
                m_incident->force() == nullptr, Code::AlreadyDone, "a task force is at work");
        })
        .and_then([&] { return words(a.name, "name"); })
        .and_then([&] { return seatOk(a.leadUnit, a.leadPost); })
        .and_then([&] { return membersOk(a.members, a.leadUnit, a.leadPost); })
        .and_then([&] { return goalsOk(a.goals); });
}

Result<void> ForceRules::operator()(const ChangeForce& a) const
{
    return leads()
        .and_then([&] {
            return need(
                a.members || a.goals || a.until, Code::NothingToAmend, "nothing is to change");
        })
        .and_then([&] {
            const ForceCommand& now = m_incident->force()->command();
            return a.members ? membersOk(*a.members, now.unit, now.post) : Result<void>{};
        })
        .and_then([&] { return a.goals ? goalsOk(*a.goals) : Result<void>{}; })
        .and_then([&] { // what is measured by, and until when, does not move without a word
            return a.goals || a.until ? words(a.reason, "reason") : Result<void>{};
        });
}

Result<void> ForceRules::operator()(const StateGoal& a) const
{
    return works()
        .and_then([&] {
            const bool isKnown =
                std::ranges::any_of(m_incident->force()->goals, [&](const GoalCount& g) {
                    return g.goal.label == a.label;
                });
            return need(isKnown, Code::NotFound, "no such goal: " + a.label);
        })
        .and_then([&] { return need(a.count >= 0, Code::BadArgument, "a count is negative"); });
}

Result<void> ForceRules::operator()(const TransferForce& a) const
{
    return leads()
        .and_then([&] { return seatOk(a.unit, a.post); })
        .and_then([&] {
            const ForceCommand& now = m_incident->force()->command();
            return need(
                now.unit != a.unit || now.post != a.post, Code::AlreadyDone, "has command already");
        })
        .and_then([&] { return words(a.reason, "reason"); });
}

Result<void> ForceRules::operator()(const ForceMinutes& a) const
{
    return works().and_then([&] { return words(a.text, "text"); });
}

Result<void> ForceRules::operator()(const EndForce& a) const
{
    return leads().and_then([&] { return words(a.result, "result"); });
}

Result<void> ForceRules::operator()(const AskDecision& a) const
{
    return openFor(Right::AskDecision).and_then([&] { return words(a.question, "question"); });
}

// To decide is to order, also where nothing is ordered.
Result<void> ForceRules::operator()(const DropDecision& a) const
{
    return openFor(Right::IssueOrders).and_then([&] { return asked(a.ask); }).and_then([&] {
        return words(a.reason, "reason");
    });
}

Result<void> ForceRules::nothingOpen() const
{
    return need(m_incident->force() == nullptr, Code::StepsOpen, std::string(kForceOpen))
        .and_then([&] {
            return need(
                m_incident->openDecision() == nullptr, Code::StepsOpen, std::string(kDecisionOpen));
        });
}

Result<void> ForceRules::notClosed() const
{
    return need(m_incident != nullptr, Code::NoSuchIncident, "no such incident").and_then([&] {
        return need(
            m_incident->state != IncidentState::Closed, Code::IncidentClosed,
            "the incident is closed");
    });
}

Result<void> ForceRules::hasForce() const
{
    return need(m_incident->force() != nullptr, Code::NothingAsked, "no task force is at work");
}

Result<void> ForceRules::leads() const
{
    const TaskForce* force = m_incident == nullptr ? nullptr : m_incident->force();
    const bool hasCommand = force != nullptr && force->command().unit == m_actor.unit
                            && may(Right::WorkForce).has_value();
    return (hasCommand ? notClosed() : openFor(Right::LeadForce)).and_then([&] {
        return hasForce();
    });
}

Result<void> ForceRules::works() const
{
    return notClosed()
        .and_then([&] { return may(Right::WorkForce); })
        .and_then([&] { return hasForce(); })
        .and_then([&] {
            return need(
                reach(Right::WorkForce) != Reach::Own || isOffice(m_actor)
                    || m_incident->force()->isMember(m_actor.unit),
                Code::NotAllowed, "the unit does not belong to the task force");
        });
}

Result<void> ForceRules::seatOk(const UnitCode& unit, const PostCode& post) const
{
    const plan::Post* known = m_plan.post(post);
    return need(m_plan.unit(unit) != nullptr, Code::NoSuchUnit, unit.value)
        .and_then([&] { return need(!post.empty(), Code::MissingField, "post"); })
        .and_then([&] {
            return need(
                known != nullptr && known->unit == unit, Code::NotFound,
                "no post of the unit: " + post.value);
        });
}

Result<void> ForceRules::membersOk(
    const std::vector<ForceMember>& members,
    const UnitCode& leadUnit,
    const PostCode& leadPost) const
{
    if (members.size() > kMostMembers) {
        return fail(Code::BadArgument, "too many members");
    }
    std::set<std::pair<UnitCode, PostCode>> seats{{leadUnit, leadPost}};
    for (const ForceMember& m : members) {
        if (auto ok = seatOk(m.unit, m.post); !ok) {
            return ok;
        }
        if (!seats.emplace(m.unit, m.post).second) {
            return fail(Code::BadArgument, "twice in the task force: " + m.post.value);
        }
    }
    return {};
}

Result<void> ForceRules::goalsOk(const std::vector<ForceGoal>& goals)
{
    if (goals.size() > kMostGoals) {
        return fail(Code::BadArgument, "too many goals");
    }
    std::set<std::string> labels;
    for (const ForceGoal& g : goals) {
        if (isBlank(g.label)) {
            return fail(Code::MissingField, "goal");
        }
        if (g.target <= 0) {
            return fail(Code::BadArgument, "a goal counts at least one: " + g.label);
        }
        if (!labels.insert(g.label).second) {
            return fail(Code::BadArgument, "two goals of one name: " + g.label);
        }
    }
    return {};
}

} // namespace sz::model
