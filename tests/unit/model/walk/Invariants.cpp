// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What must be true of a folded incident.
#include "data/model/CampaignItems.h"
#include "tests/unit/model/walk/Walk.h"

#include <algorithm>
#include <format>

namespace sz::model::test {
namespace {

/// Collects the first thing that is wrong.
class Wrong
{
public:
    void unless(bool isTrue, const char* what, const std::string& of = {})
    {
        if (!isTrue && m_what.empty()) {
            m_what = of.empty() ? what : std::format("{}: {}", what, of);
        }
    }
    [[nodiscard]] std::string what() const { return m_what; }

private:
    std::string m_what;
};

bool owes(const Incident& i, StepKind kind, const OrderId& order)
{
    return std::ranges::any_of(
        i.steps, [&](const Step& s) { return s.kind == kind && s.order == order; });
}

void hops(Wrong& wrong, const Incident& i)
{
    wrong.unless(!i.hops.empty(), "no owner at all");
    for (std::size_t at = 0; at + 1 < i.hops.size(); ++at) {
        wrong.unless(i.hops[at].until.has_value(), "two owners at once");
    }
    const bool isClosed = i.state == IncidentState::Closed;
    wrong.unless(i.hops.empty() || i.owner().until.has_value() == isClosed, "ownerless while open");
}

void states(Wrong& wrong, const Incident& i)
{
    const bool isClosed = i.state == IncidentState::Closed;
    wrong.unless(i.closedAt.has_value() == isClosed, "closed without a time, or a time unclosed");
    wrong.unless(!isClosed || i.steps.empty(), "a closed incident owes something");
    wrong.unless(
        !isClosed || std::ranges::none_of(i.orders, &Order::isOpen), "closed with an open order");
    wrong.unless(i.mergedInto.empty() || isClosed, "merged and open");
    wrong.unless(i.version == i.trace.size(), "the trace misses an entry");
    wrong.unless(i.watchUntil.has_value() == i.watchedSince.has_value(), "watched since never");
}

void forces(Wrong& wrong, const Incident& i)
{
    for (std::size_t at = 0; at < i.forces.size(); ++at) {
        const TaskForce& f = i.forces[at];
        wrong.unless(at + 1 == i.forces.size() || f.endedAt, "two task forces at work", f.name);
        wrong.unless(!f.commands.empty(), "a task force nobody leads", f.name);
        for (std::size_t c = 1; c < f.commands.size(); ++c) {
            wrong.unless(f.commands[c - 1].until == f.commands[c].from, "a gap in command", f.name);
        }
        wrong.unless(f.command().until == f.endedAt, "command ends with the force", f.name);
    }
}

void tallies(Wrong& wrong, const Campaign& c)
{
    UnitTally found;
    for (std::size_t k = 0; k < c.size(); ++k) {
        ++found.items;
        found.done += c.state(k) == ItemState::Done ? 1U : 0U;
        found.voided += c.state(k) == ItemState::Void ? 1U : 0U;
    }
    const UnitTally told = c.total();
    wrong.unless(
        told.items == found.items && told.done == found.done && told.voided == found.voided,
        "tallies and items differ");
    std::int64_t added = 0;
    std::int64_t done = 0;
    std::int64_t voided = 0;
    for (const ItemMove& m : c.moves()) {
        added += m.added;
        done += m.done;
        voided += m.voided;
    }
    wrong.unless(
        added == found.items && done == found.done && voided == found.voided,
        "burn-down and items differ");
    std::uint64_t taken = 0;
    for (const SheetRun& run : c.runs()) {
        taken += run.taken;
    }
    wrong.unless(taken == c.size(), "sheets and items differ");
}

void heirs(Wrong& wrong, const Incident& i)
{
    std::set<OrderId> ids;
    for (const Order& o : i.orders) {
        wrong.unless(ids.insert(o.id).second, "one order twice", o.id.value);
        const Order* heir = i.order(o.heir);
        const Order* before = i.order(o.instead);
        wrong.unless(o.heir.empty() || (heir != nullptr && heir->instead == o.id), "lost heir");
        wrong.unless(o.instead.empty() || (before != nullptr && before->heir == o.id), "no heir");
    }
}

void orderTimes(Wrong& wrong, const Order& o)
{
    const std::string& id = o.id.value;
    using enum OrderState;
    wrong.unless(o.doneAt.has_value() == (o.state == Done), "done and its time", id);
    wrong.unless(o.returnedAt.has_value() == (o.state == Returned), "returned and its time", id);
    wrong.unless(o.withdrawnAt.has_value() == (o.state == Withdrawn), "withdrawn, its time", id);
    wrong.unless(!o.ask || o.isOpen(), "more time is asked for what is over", id);
    const bool isUnder = o.state == Signed || o.state == Moving || o.state == OnScene;
    wrong.unless(o.signedAt || !(isUnder || o.state == Done), "worked at, never signed", id);
    wrong.unless(!o.signedAt || o.state != Issued, "signed, and said to be unsigned", id);
}

/// A clock that stood still did so once at a time.
void suspensions(Wrong& wrong, const Order& o)
{
    for (std::size_t s = 0; s < o.suspensions.size(); ++s) {
        const Suspension& one = o.suspensions[s];
        wrong.unless(one.from <= one.until, "a stop that ends before it begins", o.id.value);
        wrong.unless(
            s == 0 || o.suspensions[s - 1].until <= one.from, "two stops at once", o.id.value);
    }
}

void owed(Wrong& wrong, const Incident& i, const Order& o)
{
    const std::string& id = o.id.value;
    const bool isHeld = o.isHeld();
    wrong.unless(
        owes(i, StepKind::Finish, o.id) == (o.isOpen() || isHeld), "a clock without an owner", id);
    wrong.unless(
        owes(i, StepKind::Sign, o.id) == (o.isOpen() && !o.signedAt), "the clock of signing", id);
    wrong.unless(owes(i, StepKind::Relief, o.id) == o.ask.has_value(), "nobody decides on it", id);
    wrong.unless(
        owes(i, StepKind::Return, o.id) == (isHeld && o.heir.empty()), "nobody takes it back", id);
    for (const Step& s : i.steps) {
        const bool isUnits = s.kind == StepKind::Sign || s.kind == StepKind::Arrive
                             || s.kind == StepKind::Feedback || s.kind == StepKind::Finish;
        wrong.unless(
            s.order != o.id || !isUnits || (s.unit == o.unit && s.post == o.post),
            "another unit's step", s.ref());
    }
}

void steps(Wrong& wrong, const plan::Plan& plan, const Incident& i)
{
    std::set<std::string> refs;
    for (const Step& s : i.steps) {
        const std::string ref = s.ref();
        wrong.unless(refs.insert(ref).second, "a step twice", ref);
        wrong.unless(plan.unit(s.unit) != nullptr, "a step without a unit", ref);
        wrong.unless(!s.post.empty(), "a step without a post", ref);
        wrong.unless(s.due > s.since, "a step without a limit", ref);
        wrong.unless(s.nearFrom <= s.behindFrom && s.behindFrom <= s.due, "lamps in order", ref);
        wrong.unless(s.order.empty() || i.order(s.order) != nullptr, "a step of no order", ref);
    }
    wrong.unless(std::ranges::is_sorted(i.steps, {}, &Step::due), "steps by due");
    const bool isElsewhere = i.force() != nullptr || i.campaign != nullptr || i.ledCase;
    wrong.unless(
        i.state == IncidentState::Closed || !i.steps.empty() || isElsewhere,
        "open, and nobody owes anything");
    const auto open =
        std::ranges::count_if(i.decisions, [](const Decision& d) { return !d.settledAt; });
    wrong.unless(
        i.state == IncidentState::Closed
            || std::ranges::count(i.steps, StepKind::Decide, &Step::kind) == open,
        "a question nobody owes an answer to");
}

/// Nobody has the matter who is rid of it; hand-overs leave no gap but while it was merged.
void care(Wrong& wrong, const Incident& i)
{
    for (std::size_t at = 1; at < i.hops.size(); ++at) {
        const Hop& before = i.hops[at - 1];
        const Hop& next = i.hops[at];
        const bool isSeparated = std::ranges::any_of(i.trace, [&](const TraceLine& t) {
            return t.at == next.from && std::holds_alternative<SeparateIncident>(*t.act);
        });
        wrong.unless(before.until == next.from || isSeparated, "a gap between owners");
    }
    const Order* owned = i.order(i.owner().order);
    wrong.unless(
        owned == nullptr || i.state == IncidentState::Closed || owned->isOpen() || owned->isHeld()
            || owned->state == OrderState::Done,
        "the owner is rid of it", i.owner().order.value);
}

void seats(Wrong& wrong, const TaskForce& f)
{
    std::set<std::pair<UnitCode, PostCode>> taken{{f.command().unit, f.command().post}};
    for (const ForceMember& m : f.members) {
        wrong.unless(taken.emplace(m.unit, m.post).second, "twice in the force", m.post.value);
    }
}

} // namespace

std::string brokenShape(const Incident& i)
{
    Wrong wrong;
    hops(wrong, i);
    states(wrong, i);
    forces(wrong, i);
    heirs(wrong, i);
    for (const Order& o : i.orders) {
        orderTimes(wrong, o);
        suspensions(wrong, o);
    }
    if (i.campaign != nullptr) {
        tallies(wrong, *i.campaign);
    }
    return wrong.what();
}

std::string brokenCare(const plan::Plan& plan, const Incident& i)
{
    Wrong wrong;
    steps(wrong, plan, i);
    care(wrong, i);
    const bool isClosed = i.state == IncidentState::Closed;
    wrong.unless((i.state == IncidentState::Pending) == (i.orders.empty() && !isClosed), "pending");
    wrong.unless(!isClosed || i.force() == nullptr, "closed with a task force");
    wrong.unless(!isClosed || i.openDecision() == nullptr, "closed with a question");
    wrong.unless(!isClosed || std::ranges::none_of(i.orders, &Order::isHeld), "closed, one held");
    for (const Order& o : i.orders) {
        if (!isClosed) {
            owed(wrong, i, o);
        }
    }
    for (const TaskForce& f : i.forces) {
        seats(wrong, f);
    }
    for (const Decision& d : i.decisions) {
        const bool isAnswered = !d.orders.empty() || !d.reason.empty();
        wrong.unless(d.settledAt.has_value() == isAnswered, "settled by nothing", d.question);
        for (const OrderId& order : d.orders) {
            wrong.unless(i.order(order) != nullptr, "decided by an order nobody has", order.value);
        }
    }
    return wrong.what();
}

} // namespace sz::model::test
