// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What an act that was allowed must have done. Acts that only tell something (notes, reminders) owe nothing here.
#include "data/model/CampaignItems.h"
#include "tests/unit/model/walk/Walk.h"

#include <algorithm>

namespace sz::model::test {
namespace {

class Effect
{
public:
    Effect(const Incident* before, const Incident& after, const log::Entry& entry)
        : m_before(before), m_after(after), m_entry(entry)
    {
    }

    template <class T>
    bool operator()(const T&) const
    {
        return true;
    }
    bool operator()(const ReportIncident& a) const { return m_after.title == a.title; }
    bool operator()(const AmendIncident& a) const
    {
        const bool isAnswered = std::ranges::all_of(a.facts, [&](const Fact& fact) {
            const std::string* told = m_after.fact(fact.field);
            return fact.value.empty() ? told == nullptr : told != nullptr && *told == fact.value;
        });
        return isAnswered && (!a.title || m_after.title == *a.title)
               && (!a.grade || m_after.grade == *a.grade);
    }
    bool operator()(const IssueOrders& a) const
    {
        return m_after.state == IncidentState::Active
               && std::ranges::all_of(a.to, [&](const OrderTo& o) {
                      const Order* known = m_after.order(o.id);
                      return known != nullptr && known->instead == o.instead;
                  });
    }
    bool operator()(const SignOrder& a) const
    {
        return order(a.order).signedAt == m_entry.time.wall;
    }
    bool operator()(const ProgressOrder& a) const
    {
        const Order& o = order(a.order);
        return o.signedAt && (a.progress == Progress::Moving || o.onSceneAt);
    }
    bool operator()(const ReportOrder& a) const { return order(a.order).lastWord == a.text; }
    // The lead answers for the whole: nothing of the others' is open any more, and nothing waits to be somebody's.
    bool operator()(const FinishOrder& a) const
    {
        const Order& o = order(a.order);
        return o.state == OrderState::Done
               && (!o.isLead || std::ranges::none_of(m_after.orders, [](const Order& other) {
                      return !other.isLead && (other.isOpen() || other.isHeld());
                  }));
    }
    bool operator()(const ReturnOrder& a) const { return order(a.order).isHeld(); }
    bool operator()(const FileReport&) const { return m_after.reports.size() == reports() + 1; }
    bool operator()(const StateCounts& a) const
    {
        return m_after.counts && m_after.counts->total == a.total;
    }
    bool operator()(const CloseIncident&) const { return m_after.state == IncidentState::Closed; }
    bool operator()(const ClaimIncident&) const { return m_after.claimedBy == m_entry.post; }
    bool operator()(const AcknowledgeAlarm& a) const
    {
        return m_after.acknowledged.contains(a.step);
    }
    bool operator()(const ContactSealed& a) const { return m_after.contact(a.contact) != nullptr; }
    bool operator()(const ContactOpened& a) const
    {
        return m_after.contact(a.contact)->openedAt.contains(m_entry.desk);
    }
    bool operator()(const ViewEndpoint& a) const
    {
        const auto* told = std::get_if<ViewEndpoint>(m_after.trace.back().act.get());
        return told != nullptr && told->endpoint == a.endpoint;
    }
    bool operator()(const AttachFile& a) const { return m_after.file(a.hash) != nullptr; }
    bool operator()(const AskRelief& a) const { return order(a.order).ask.has_value(); }
    bool operator()(const DecideRelief& a) const { return !order(a.order).ask; }
    bool operator()(const ResumeOrder& a) const
    {
        return !order(a.order).isSuspendedAt(m_entry.time.wall);
    }
    bool operator()(const WithdrawOrder& a) const
    {
        return order(a.order).state == OrderState::Withdrawn;
    }
    bool operator()(const DecideReturn& a) const
    {
        return !order(a.order).isHeld() && a.isAccepted != order(a.order).isOpen();
    }
    bool operator()(const RecheckOrder& a) const
    {
        return a.isPassed ? order(a.order).isRecheckPassed : order(a.order).isOpen();
    }
    bool operator()(const MergeIncident& a) const { return m_after.mergedInto == a.into; }
    bool operator()(const SeparateIncident&) const
    {
        return m_after.mergedInto.empty() && m_after.state != IncidentState::Closed;
    }
    bool operator()(const GroupIncident& a) const { return m_after.group == a.major; }
    bool operator()(const WatchIncident& a) const { return m_after.watchUntil == a.until; }
    bool operator()(const ShelveAlarm& a) const { return m_after.shelved.contains(a.step); }
    bool operator()(const RaiseAlarm& a) const { return m_after.raised.at(a.step) == a.post; }
    bool operator()(const FormForce& a) const
    {
        return m_after.force() != nullptr && m_after.force()->name == a.name;
    }
    bool operator()(const ChangeForce& a) const
    {
        const TaskForce& f = *m_after.force();
        return (!a.members || f.members == *a.members)
               && (!a.goals || f.goals.size() == a.goals->size());
    }
    bool operator()(const StateGoal& a) const
    {
        const auto& goals = m_after.force()->goals;
        return std::ranges::any_of(goals, [&](const GoalCount& g) {
            return g.goal.label == a.label && g.count == a.count && g.countedAt;
        });
    }
    bool operator()(const TransferForce& a) const
    {
        return m_after.force()->command().unit == a.unit
               && m_after.force()->command().post == a.post;
    }
    bool operator()(const ForceMinutes& a) const
    {
        return m_after.force()->minutes.back().text == a.text;
    }
    bool operator()(const EndForce&) const { return m_after.force() == nullptr; }
    bool operator()(const AskDecision& a) const
    {
        return m_after.decisions.back().question == a.question;
    }
    bool operator()(const DropDecision& a) const
    {
        const auto it = std::ranges::find(m_after.decisions, a.ask, &Decision::entry);
        return it != m_after.decisions.end() && it->settledAt && it->reason == a.reason;
    }
    bool operator()(const ImportItems& a) const
    {
        return std::ranges::all_of(a.items, [&](const CampaignItem& item) {
            return m_after.campaign->find(item.key).has_value();
        });
    }
    bool operator()(const SettleItems& a) const
    {
        return std::ranges::all_of(a.keys, [&](const std::string& key) {
            return m_after.campaign->state(*m_after.campaign->find(key)) == a.state;
        });
    }
    bool operator()(const LeadCase& a) const
    {
        return m_after.ledCase->unit == a.unit && m_after.ledCase->post == a.post;
    }
    bool operator()(const VisitCase& a) const
    {
        return m_after.ledCase->visits.back().text == a.text;
    }
    bool operator()(const StageCase& a) const
    {
        return m_after.ledCase->reached.back().stage == a.stage;
    }
    bool operator()(const RateResult& a) const { return m_after.rating->score == a.score; }

private:
    [[nodiscard]] const Order& order(const OrderId& id) const { return *m_after.order(id); }
    [[nodiscard]] std::size_t reports() const
    {
        return m_before == nullptr ? 0 : m_before->reports.size();
    }

    const Incident* m_before;
    const Incident& m_after;
    const log::Entry& m_entry;
};

} // namespace

std::string missingEffect(
    const Incident* before,
    const Incident& after,
    const log::Entry& entry,
    const Act& act)
{
    const bool isDone = std::visit(Effect(before, after, entry), act);
    return isDone ? std::string() : std::string(nameOf(act)) + " was allowed and did nothing";
}

} // namespace sz::model::test
