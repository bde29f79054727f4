// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// May this act be done now? One function serves the button's enabled state, the desk's own check and headquarters'.
#include "data/model/CampaignRules.h"

#include <algorithm>
#include <set>

namespace sz::model {
namespace {

using plan::Reach;
using plan::Right;

constexpr int kLongestShelf = 24 * 60; ///< minutes: a day's shift sees it again
constexpr std::size_t kMostContacts = 5;
constexpr std::size_t kMostSealed = 1024; ///< 200 characters, padded and sealed
constexpr std::size_t kMostFiles = 200;   ///< of one incident, however small
constexpr std::size_t kLongestName = 255; ///< bytes

class Rule : public CampaignRules
{
public:
    using CampaignRules::CampaignRules;
    using CampaignRules::operator();

    Result<void> operator()(const UnknownAct&) const
    {
        return fail(Code::UnknownType, "unknown kind of act");
    }

    Result<void> operator()(const ReportIncident& a) const
    {
        return may(Right::ReportIncident)
            .and_then([&] {
                return need(
                    m_incident == nullptr, Code::BadArgument, "the incident exists already");
            })
            .and_then([&] { return need(!isBlank(a.title), Code::MissingField, "title"); })
            .and_then(
                [&] { return need(m_plan.kind(a.kind) != nullptr, Code::MissingField, "kind"); })
            .and_then([&] { return placeOk(a.place); })
            .and_then([&] { return factsOk(a.facts); });
    }

    Result<void> operator()(const AmendIncident& a) const
    {
        return openFor(Right::AmendIncident)
            .and_then([&] { return reportedBy(); })
            .and_then([&] {
                return need(
                    a.title || a.kind || a.grade || a.place || !a.facts.empty(),
                    Code::NothingToAmend, "no field given");
            })
            .and_then(
                [&] { return need(!a.title || !isBlank(*a.title), Code::MissingField, "title"); })
            .and_then([&] {
                return need(!a.kind || m_plan.kind(*a.kind) != nullptr, Code::MissingField, "kind");
            })
            .and_then([&] { return a.place ? placeOk(*a.place) : Result<void>{}; })
            .and_then([&] { return factsOk(a.facts); });
    }

    Result<void> operator()(const AddNote& a) const
    {
        return known(Right::AddNote).and_then([&] {
            return need(!isBlank(a.text), Code::MissingField, "text");
        });
    }

    Result<void> operator()(const FileReport& a) const
    {
        return openFor(Right::FileReport)
            .and_then([&] { return need(!isBlank(a.text), Code::MissingField, "text"); })
            .and_then([&] {
                return need(
                    a.nextMinutes <= kLongestLimit, Code::LimitOutOfRange,
                    "next report over a year ahead");
            });
    }

    Result<void> operator()(const StateCounts& a) const
    {
        return openFor(Right::StateCounts)
            .and_then([&] { return need(!isBlank(a.label), Code::MissingField, "label"); })
            .and_then([&] {
                const bool sane =
                    a.total >= 0 && std::ranges::all_of(a.parts, [](const CountPart& p) {
                        return p.count >= 0;
                    });
                return need(sane, Code::BadArgument, "a count is negative");
            });
    }

    Result<void> operator()(const CloseIncident& a) const
    {
        return openFor(Right::CloseIncident)
            .and_then([&] {
                const auto openOrders = std::ranges::count_if(m_incident->orders, &Order::isOpen);
                return need(openOrders == 0, Code::StepsOpen, std::to_string(openOrders));
            })
            .and_then([&] { return settled(); })
            .and_then([&] { return nothingOpen(); })
            .and_then([&] { return need(!isBlank(a.result), Code::MissingField, "result"); });
    }

    Result<void> operator()(const ClaimIncident&) const { return openFor(Right::ClaimIncident); }

    Result<void> operator()(const AcknowledgeAlarm& a) const
    {
        return openFor(Right::AcknowledgeAlarm).and_then([&] {
            return need(isOwed(a.step) || wasLate(a.step), Code::NotFound, "no such step");
        });
    }

    Result<void> operator()(const ShelveAlarm& a) const
    {
        return openFor(Right::AcknowledgeAlarm)
            .and_then([&] { return need(isOwed(a.step), Code::NotFound, "no such step"); })
            .and_then([&] {
                return need(
                    a.minutes >= 0 && a.minutes <= kLongestShelf, Code::LimitOutOfRange,
                    std::to_string(a.minutes));
            })
            .and_then(
                [&] { return a.minutes > 0 ? words(a.reason, "reason") : isShelved(a.step); });
    }

    Result<void> operator()(const RaiseAlarm& a) const
    {
        return openFor(Right::AcknowledgeAlarm)
            .and_then([&] { return need(isOwed(a.step), Code::NotFound, "no such step"); })
            .and_then([&] {
                const auto& ladder = m_plan.ladderFor(m_incident->kind);
                return need(
                    std::ranges::contains(ladder, a.post, &plan::Rung::post), Code::NotFound,
                    "not on the ladder: " + a.post.value);
            });
    }

    Result<void> operator()(const ContactSealed& a) const
    {
        return openFor(Right::SealContact)
            .and_then([&] { return ownContact(Right::SealContact); })
            .and_then([&] {
                const bool isSane =
                    !a.contact.empty() && !a.sealed.empty() && a.sealed.size() <= kMostSealed;
                return need(isSane, Code::BadArgument, "no sealed contact");
            })
            .and_then([&] {
                return need(
                    m_incident->contact(a.contact) == nullptr
                        && m_incident->contacts.size() < kMostContacts,
                    Code::AlreadyDone, "the contact is there already, or too many are");
            })
            .and_then([&] {
                const auto longest = std::chrono::days(m_plan.contactDays);
                return need(
                    a.until > m_incident->reportedAt && a.until <= m_incident->reportedAt + longest,
                    Code::LimitOutOfRange, "kept longer than the plan allows");
            });
    }

    // Also when the incident is closed: a caller may have to be called back.
    Result<void> operator()(const ContactOpened& a) const
    {
        return known(Right::OpenContact)
            .and_then([&] { return ownContact(Right::OpenContact); })
            .and_then([&] {
                return need(
                    m_incident->contact(a.contact) != nullptr, Code::NotFound, "no such contact");
            });
    }

    Result<void> operator()(const ViewEndpoint& a) const
    {
        return openFor(Right::OpenVideo).and_then([&] {
            return need(
                std::ranges::contains(m_plan.endpoints, a.endpoint, &plan::Endpoint::code),
                Code::NotFound, "no such endpoint: " + a.endpoint);
        });
    }

    Result<void> operator()(const MergeIncident& a) const
    {
        return openFor(Right::RelateIncidents)
            .and_then([&] { return other(a.into); })
            .and_then([&] {
                const auto openOrders = std::ranges::count_if(
                    m_incident->orders, [](const Order& o) { return o.isOpen() || o.isHeld(); });
                return need(openOrders == 0, Code::StepsOpen, std::to_string(openOrders));
            })
            .and_then([&] { return nothingOpen(); });
    }

    Result<void> operator()(const SeparateIncident& a) const
    {
        return known(Right::RelateIncidents)
            .and_then([&] {
                return need(
                    !m_incident->mergedInto.empty(), Code::NothingAsked, "it is not merged");
            })
            .and_then([&] { return words(a.reason, "reason"); });
    }

    Result<void> operator()(const GroupIncident& a) const
    {
        return openFor(Right::RelateIncidents).and_then([&] {
            return a.major.empty()
                       ? need(!m_incident->group.empty(), Code::NothingAsked, "it has no group")
                       : other(a.major);
        });
    }

    Result<void> operator()(const WatchIncident& a) const
    {
        return openFor(Right::WatchIncident)
            .and_then([&] {
                return need(
                    a.until || m_incident->watchUntil, Code::NothingAsked, "it is not watched");
            })
            .and_then([&] { return a.until ? words(a.reason, "reason") : Result<void>{}; });
    }

    Result<void> operator()(const AttachFile& a) const
    {
        return openFor(Right::AttachFile)
            .and_then([&] { return fileOk(a); })
            .and_then([&] {
                return need(
                    m_incident->file(a.hash) == nullptr, Code::AlreadyDone,
                    "the incident has this file");
            })
            .and_then([&] {
                return need(
                    m_incident->files.size() < kMostFiles
                        && m_incident->fileBytes() + a.size <= m_plan.files.incidentBytes,
                    Code::FilesFull, std::to_string(m_plan.files.incidentBytes));
            })
            .and_then([&] { return a.order.empty() ? Result<void>{} : answers(a.order); });
    }

private:
    [[nodiscard]] bool isOwed(const std::string& ref) const
    {
        return std::ranges::any_of(
            m_incident->steps, [&](const Step& s) { return s.ref() == ref; });
    }

    /// It has gone by itself before anybody confirmed it.
    [[nodiscard]] bool wasLate(const std::string& ref) const
    {
        return std::ranges::any_of(
            lateSteps(m_plan, *m_incident), [&](const LateStep& s) { return s.step.ref() == ref; });
    }

    [[nodiscard]] Result<void> isShelved(const std::string& ref) const
    {
        return need(m_incident->shelved.contains(ref), Code::NothingAsked, "not put aside");
    }

    /// Taking part is not enough: the unit has reported it, or it lies in its district.
    [[nodiscard]] Result<void> ownContact(Right right) const
    {
        return need(
            reach(right) != Reach::Own || isOffice(m_actor) || m_actor.unit == m_incident->enteredBy
                || m_actor.unit == m_incident->place.district,
            Code::NotAllowed, "another unit's incident");
    }

    /// Nothing that came back or was reported done still waits for a word of the office.
    [[nodiscard]] Result<void> settled() const
    {
        const auto& orders = m_incident->orders;
        const auto held = std::ranges::count_if(orders, &Order::isHeld);
        const bool isRechecked =
            m_plan.limitsFor(m_incident->kind, m_incident->grade, m_incident->mode).recheck == 0;
        const auto unseen = isRechecked ? 0 : std::ranges::count_if(orders, [](const Order& o) {
            return o.state == OrderState::Done && !o.isRecheckPassed;
        });
        return need(held == 0, Code::ReturnUndecided, std::to_string(held)).and_then([&] {
            return need(unseen == 0, Code::RecheckOpen, std::to_string(unseen));
        });
    }

    [[nodiscard]] Result<void> fileOk(const AttachFile& a) const
    {
        return need(!isBlank(a.name), Code::MissingField, "name")
            .and_then([&] {
                return need(a.name.size() <= kLongestName, Code::BadArgument, "name too long");
            })
            .and_then([&] { return need(a.size > 0, Code::BadArgument, "an empty file"); })
            .and_then([&] {
                return need(
                    a.size <= m_plan.files.oneBytes, Code::FileTooLarge,
                    std::to_string(m_plan.files.oneBytes));
            })
            .and_then(
                [&] { return need(m_plan.files.allows(a.type), Code::FileTypeRefused, a.type); });
    }

    [[nodiscard]] Result<void> answers(const OrderId& id) const
    {
        const Order* order = m_incident->order(id);
        return need(order != nullptr, Code::NoSuchOrder, "no such order").and_then([&] {
            return need(
                reach(Right::AttachFile) != Reach::Own || isOffice(m_actor)
                    || order->unit == m_actor.unit,
                Code::NotYourOrder, order->unit.value);
        });
    }

    [[nodiscard]] Result<void> other(const IncidentId& id) const
    {
        return need(!id.empty() && id != m_incident->id, Code::BadArgument, "not another incident");
    }

    [[nodiscard]] Result<void> reportedBy() const
    {
        return need(
            reach(Right::AmendIncident) != Reach::Own || isOffice(m_actor)
                || m_actor.unit == m_incident->enteredBy,
            Code::NotAllowed, "only the office and the unit that reported may amend");
    }

    [[nodiscard]] Result<void> placeOk(const plan::Place& place) const
    {
        return need(
                   place.area == 0 || m_plan.area(place.area) != nullptr, Code::BadArgument,
                   "unknown area")
            .and_then([&] {
                return need(
                    place.area != 0 || place.point || !isBlank(place.text), Code::MissingField,
                    "place");
            });
    }

    // Which fields there are is not asked: a desk with a newer plan asks more than this one knows of.
    [[nodiscard]] static Result<void> factsOk(const std::vector<Fact>& facts)
    {
        std::set<std::string> fields;
        const bool isWhole =
            facts.size() <= kMostFacts && std::ranges::all_of(facts, [&](const Fact& fact) {
                return !isBlank(fact.field) && fact.field.size() <= kLongestFact
                       && fact.value.size() <= kLongestFact && fields.insert(fact.field).second;
            });
        return need(isWhole, Code::BadArgument, "facts");
    }
};

} // namespace

Result<void>
checkAct(const plan::Plan& plan, const Incident* incident, const Actor& actor, const Act& act)
{
    return std::visit(Rule(plan, incident, actor), act);
}

} // namespace sz::model
