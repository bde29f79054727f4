// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// May this act be done now? One function serves the button's enabled state, the desk's own check and headquarters'.
#include "data/model/World.h"

#include <algorithm>
#include <format>

namespace sz::model {
namespace {

using plan::Reach;
using plan::Right;

constexpr int kLongestLimit = 366 * 24 * 60;
constexpr std::size_t kMostContacts = 5;
constexpr std::size_t kMostSealed = 1024; ///< 200 characters, padded and sealed
constexpr std::size_t kMostFiles = 200;   ///< of one incident, however small
constexpr std::size_t kLongestName = 255; ///< bytes

bool isOffice(const Actor& actor)
{
    return actor.unit == UnitCode("HQ");
}

bool isBlank(const std::string& text)
{
    return text.find_first_not_of(" \t\r\n") == std::string::npos;
}

Result<void> need(bool condition, Code code, std::string detail)
{
    if (!condition) {
        return fail(code, std::move(detail));
    }
    return {};
}

class Rule
{
public:
    Rule(const plan::Plan& plan, const Incident* incident, const Actor& actor)
        : m_plan(plan), m_incident(incident), m_actor(actor)
    {
    }

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
            .and_then([&] { return placeOk(a.place); });
    }

    Result<void> operator()(const AmendIncident& a) const
    {
        return openFor(Right::AmendIncident)
            .and_then([&] { return reportedBy(); })
            .and_then([&] {
                return need(
                    a.title || a.kind || a.grade || a.place, Code::NothingToAmend,
                    "no field given");
            })
            .and_then(
                [&] { return need(!a.title || !isBlank(*a.title), Code::MissingField, "title"); })
            .and_then([&] {
                return need(!a.kind || m_plan.kind(*a.kind) != nullptr, Code::MissingField, "kind");
            })
            .and_then([&] { return a.place ? placeOk(*a.place) : Result<void>{}; });
    }

    Result<void> operator()(const IssueOrders& a) const
    {
        return openFor(Right::IssueOrders)
            .and_then([&] { return need(!a.to.empty(), Code::MissingField, "unit"); })
            .and_then([&] { return need(!isBlank(a.text), Code::MissingField, "text"); })
            .and_then([&] { return addressees(a.to); });
    }

    Result<void> operator()(const SignOrder& a) const
    {
        return ownOpenOrder(Right::SignOrder, a.order).and_then([&] {
            return need(
                !m_incident->order(a.order)->signedAt, Code::AlreadySigned, "signed for already");
        });
    }
    Result<void> operator()(const ProgressOrder& a) const
    {
        return ownOpenOrder(Right::ProgressOrder, a.order);
    }
    Result<void> operator()(const ReportOrder& a) const
    {
        return ownOpenOrder(Right::ReportOrder, a.order).and_then([&] {
            return need(!isBlank(a.text), Code::MissingField, "text");
        });
    }
    Result<void> operator()(const FinishOrder& a) const
    {
        return ownOpenOrder(Right::FinishOrder, a.order)
            .and_then([&] { return need(!isBlank(a.result), Code::MissingField, "result"); })
            .and_then([&] { return supportClosed(a.order); });
    }
    Result<void> operator()(const ReturnOrder& a) const
    {
        return ownOpenOrder(Right::ReturnOrder, a.order).and_then([&] {
            return need(!isBlank(a.reason), Code::MissingField, "reason");
        });
    }

    Result<void> operator()(const RemindUnits& a) const
    {
        return openFor(Right::RemindUnits)
            .and_then(
                [&] { return need(!a.orders.empty(), Code::NoSuchOrder, "no order to remind of"); })
            .and_then([&] {
                const bool known = std::ranges::all_of(
                    a.orders, [&](const OrderId& id) { return m_incident->order(id) != nullptr; });
                return need(known, Code::NoSuchOrder, "unknown order");
            });
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
            .and_then([&] { return need(!isBlank(a.result), Code::MissingField, "result"); });
    }

    Result<void> operator()(const ClaimIncident&) const { return openFor(Right::ClaimIncident); }

    Result<void> operator()(const AcknowledgeAlarm& a) const
    {
        return openFor(Right::AcknowledgeAlarm).and_then([&] {
            const bool isOwed = std::ranges::any_of(
                m_incident->steps, [&](const Step& s) { return s.ref() == a.step; });
            return need(isOwed, Code::NotFound, "no such step");
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
    [[nodiscard]] Reach reach(Right right) const { return m_plan.reachOf(m_actor.role, right); }

    /// Has the role this right here at all? Whose matter it is, is asked later.
    [[nodiscard]] Result<void> may(Right right) const
    {
        const Reach far = reach(right);
        const bool isHere =
            far == Reach::Own || far == Reach::Any || (far == Reach::Office && isOffice(m_actor));
        return need(
            isHere, Code::NotAllowed,
            std::format(
                "the role {} has no right to {} here",
                plan::kRoleCodes[static_cast<std::size_t>(m_actor.role)],
                plan::kRightNames[static_cast<std::size_t>(right)]));
    }

    [[nodiscard]] Result<void> known(Right right) const
    {
        return need(m_incident != nullptr, Code::NoSuchIncident, "no such incident")
            .and_then([&] { return may(right); })
            .and_then([&] {
                return need(
                    reach(right) != Reach::Own || isOffice(m_actor)
                        || m_actor.unit == m_incident->enteredBy
                        || audienceOf(*m_incident).contains(m_actor.unit),
                    Code::NotAllowed, "the unit does not take part in this incident");
            });
    }

    /// Taking part is not enough: the unit has reported it, or it lies in its district.
    [[nodiscard]] Result<void> ownContact(Right right) const
    {
        return need(
            reach(right) != Reach::Own || isOffice(m_actor) || m_actor.unit == m_incident->enteredBy
                || m_actor.unit == m_incident->place.district,
            Code::NotAllowed, "another unit's incident");
    }

    [[nodiscard]] Result<void> openFor(Right right) const
    {
        return known(right).and_then([&] {
            return need(
                m_incident->state != IncidentState::Closed, Code::IncidentClosed,
                "the incident is closed");
        });
    }

    /// As openFor, but whose matter it is, is the order's question: its answer says more.
    [[nodiscard]] Result<void> openOrders(Right right) const
    {
        return need(m_incident != nullptr, Code::NoSuchIncident, "no such incident")
            .and_then([&] { return may(right); })
            .and_then([&] {
                return need(
                    m_incident->state != IncidentState::Closed, Code::IncidentClosed,
                    "the incident is closed");
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

    [[nodiscard]] Result<void> addressees(const std::vector<OrderTo>& to) const
    {
        for (const OrderTo& o : to) {
            const plan::Unit* unit = m_plan.unit(o.unit);
            const bool isAddressable =
                unit != nullptr
                && (unit->kind == plan::UnitKind::District || unit->kind == plan::UnitKind::Line
                    || unit->kind == plan::UnitKind::Street);
            if (!isAddressable) {
                return fail(Code::NoSuchUnit, o.unit.value);
            }
            if (o.id.empty() || o.post.empty()) // every step has unit, post and limit
            {
                return fail(Code::MissingField, o.id.empty() ? "order id" : "post");
            }
            if (o.signMinutes < 1 || o.doneMinutes < o.signMinutes || o.doneMinutes > kLongestLimit
                || o.arriveMinutes < 0 || o.arriveMinutes > kLongestLimit) {
                return fail(Code::LimitOutOfRange, o.unit.value);
            }
        }
        const auto leads = std::ranges::count_if(to, &OrderTo::isLead);
        return need(leads <= 1, Code::BadArgument, "an order has at most one lead unit");
    }

    [[nodiscard]] Result<void> ownOpenOrder(Right right, const OrderId& id) const
    {
        return openOrders(right)
            .and_then([&] {
                return need(m_incident->order(id) != nullptr, Code::NoSuchOrder, "no such order");
            })
            .and_then([&] {
                return need(
                    reach(right) != Reach::Own || m_incident->order(id)->unit == m_actor.unit,
                    Code::NotYourOrder, m_incident->order(id)->unit.value);
            })
            .and_then([&] {
                return need(
                    m_incident->order(id)->isOpen(), Code::AlreadyDone, "the order is finished");
            });
    }

    // The lead unit answers for the whole: it cannot finish while a supporting step is open.
    [[nodiscard]] Result<void> supportClosed(const OrderId& id) const
    {
        if (!m_incident->order(id)->isLead) {
            return {};
        }
        const auto openSupport = std::ranges::count_if(m_incident->orders, [&](const Order& o) {
            return o.id != id && !o.isLead && o.isOpen();
        });
        return need(openSupport == 0, Code::StepsOpen, std::to_string(openSupport));
    }

    const plan::Plan& m_plan;
    const Incident* m_incident;
    const Actor& m_actor;
};

} // namespace

Result<void>
checkAct(const plan::Plan& plan, const Incident* incident, const Actor& actor, const Act& act)
{
    return std::visit(Rule(plan, incident, actor), act);
}

} // namespace sz::model
