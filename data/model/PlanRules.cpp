// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A change of the plan: is it whole, does it leave each place in one area, is it another person who approves?
#include "data/model/PlanState.h"
#include "data/model/RuleBase.h"
#include "data/plan/areas/AreaCover.h"

#include <algorithm>
#include <format>
#include <set>

namespace sz::model {
namespace {

constexpr std::size_t kLongestReason = 2000; ///< bytes

class PlanRule : public RuleBase
{
public:
    PlanRule(const plan::Plan& folder, const PlanState& now, const Actor& actor)
        : RuleBase(folder, nullptr, actor), m_folder(PlanPtr(), &folder), m_now(now)
    {
    }

    Result<void> operator()(const ProposePlan& a) const
    {
        return may(plan::Right::ProposePlan)
            .and_then([&] { return words(a.reason, "reason"); })
            .and_then([&] { return fits(a.reason); })
            .and_then([&] {
                return need(!a.change.isEmpty(), Code::NothingToAmend, "nothing would change");
            })
            .and_then([&] { return outlinesOk(a.change); })
            .and_then([&] { return isSmallEnough(a); })
            .and_then([&] { return stands(a, midnightOf(m_plan, a.fromDay)); });
    }

    Result<void> operator()(const DecidePlan& a) const
    {
        const PlanProposal* one = m_now.proposal(a.proposal);
        if (one == nullptr) {
            return fail(Code::NotFound, "no such proposal");
        }
        return may(plan::Right::ApprovePlan)
            .and_then([&] { return isWaiting(*one); })
            .and_then([&] {
                return need(
                    !isMine(one->author), Code::SecondPerson, "who proposed cannot approve");
            })
            .and_then([&] { return fits(a.reason); })
            .and_then([&] { return a.isApproved ? Result<void>{} : words(a.reason, "reason"); })
            .and_then([&] {
                return a.isApproved ? stands(*one->asked, one->validFrom) : Result<void>{};
            });
    }

    Result<void> operator()(const WithdrawPlan& a) const
    {
        const PlanProposal* one = m_now.proposal(a.proposal);
        if (one == nullptr) {
            return fail(Code::NotFound, "no such proposal");
        }
        return may(plan::Right::ProposePlan)
            .and_then([&] { return isWaiting(*one); })
            .and_then([&] {
                return need(isMine(one->author), Code::NotAllowed, "another person's proposal");
            })
            .and_then([&] { return fits(a.reason); });
    }

private:
    // A shared seat names nobody: there it is the same post of the same unit.
    [[nodiscard]] bool isMine(const PlanAuthor& author) const
    {
        if (!author.person.empty() && !m_actor.person.empty()) {
            return author.person == m_actor.person;
        }
        return author.unit == m_actor.unit && author.post == m_actor.post;
    }

    [[nodiscard]] static Result<void> isWaiting(const PlanProposal& one)
    {
        return need(
            one.state == ProposalState::Waiting, Code::AlreadyDone, "it is decided already");
    }

    [[nodiscard]] static Result<void> fits(const std::string& reason)
    {
        return need(reason.size() <= kLongestReason, Code::BadArgument, "reason too long");
    }

    [[nodiscard]] Result<void> outlinesOk(const plan::AreaChange& change) const
    {
        std::set<int> seen;
        for (const plan::AreaOutline& one : change.outlines) {
            if (m_plan.area(one.area) == nullptr) {
                return fail(Code::BadArgument, std::format("no such area: {}", one.area));
            }
            if (!seen.insert(one.area).second) {
                return fail(Code::BadArgument, std::format("area {} twice", one.area));
            }
        }
        return {};
    }

    [[nodiscard]] static Result<void> isSmallEnough(const ProposePlan& a)
    {
        const std::size_t bytes = encodePlanAct(a).size();
        return need(
            bytes <= kMostPlanBytes, Code::LimitOutOfRange,
            std::format(
                "the outlines take {} bytes, an entry has room for {}", bytes, kMostPlanBytes));
    }

    [[nodiscard]] Result<void> streetsOk(const plan::AreaChange& change, Instant from) const
    {
        const PlanPtr then = change.streets.empty() ? m_folder : planAt(m_folder, m_now, from);
        std::set<StreetCode> seen;
        for (const plan::StreetMove& move : change.streets) {
            const plan::Street* street = then->street(move.street);
            const plan::Area* area = then->area(move.area);
            if (street == nullptr || area == nullptr) {
                return fail(
                    Code::BadArgument, street == nullptr
                                           ? "no such street: " + move.street.value
                                           : std::format("no such area: {}", move.area));
            }
            if (!seen.insert(move.street).second) {
                return fail(Code::BadArgument, "street twice: " + move.street.value);
            }
            if (street->district != area->district) {
                return fail(
                    Code::BadArgument, std::format(
                                           "street {} and area {} are of different districts",
                                           move.street.value, move.area));
            }
            if (street->area == move.area) {
                return fail(
                    Code::NothingToAmend,
                    std::format("street {} is in area {} already", move.street.value, move.area));
            }
        }
        return {};
    }

    [[nodiscard]] Result<void> stands(const ProposePlan& a, Instant from) const
    {
        return isFresh(a).and_then([&] { return streetsOk(a.change, from); }).and_then([&] {
            return covers(a.change, from);
        });
    }

    // Two draw on the same plan: the outline of the second still has the border that the first has moved.
    [[nodiscard]] Result<void> isFresh(const ProposePlan& a) const
    {
        for (const auto& [id, other] : m_now.proposals) {
            if (other.state != ProposalState::Approved || other.order <= a.seen) {
                continue;
            }
            for (const plan::AreaOutline& one : a.change.outlines) {
                if (std::ranges::contains(
                        other.asked->change.outlines, one.area, &plan::AreaOutline::area)) {
                    return fail(
                        Code::BadArgument,
                        std::format("area {} was changed since this was drawn", one.area));
                }
            }
            for (const plan::StreetMove& one : a.change.streets) {
                if (std::ranges::contains(
                        other.asked->change.streets, one.street, &plan::StreetMove::street)) {
                    return fail(
                        Code::BadArgument,
                        "street was moved since this was proposed: " + one.street.value);
                }
            }
        }
        return {};
    }

    // A later change that is approved already must stand on this one as well.
    [[nodiscard]] Result<void> covers(const plan::AreaChange& change, Instant from) const
    {
        std::set<int> areas;
        for (const plan::AreaOutline& one : change.outlines) {
            areas.insert(one.area);
        }
        PlanState with = m_now;
        PlanProposal& trial = with.proposals["~"]; // after every ULID
        trial.asked = std::make_shared<const ProposePlan>(ProposePlan{change, 0, {}, 0});
        trial.state = ProposalState::Approved;
        trial.validFrom = from;
        trial.order = ++with.approvals;
        for (std::optional<Instant> at = from; at && !areas.empty(); at = nextTurn(with, *at)) {
            const auto faults = plan::coverFaults(*planAt(m_folder, with, *at), areas);
            if (!faults.empty()) {
                return fail(Code::BadArgument, plan::wordsOf(faults.front()));
            }
        }
        return {};
    }

    PlanPtr m_folder; ///< owns nothing: the caller keeps it until the answer is there
    const PlanState& m_now;
};

} // namespace

Result<void>
checkPlanAct(const plan::Plan& folder, const PlanState& now, const Actor& actor, const PlanAct& act)
{
    return std::visit(PlanRule(folder, now, actor), act);
}

} // namespace sz::model
