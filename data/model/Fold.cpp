// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// One more entry into an incident. An act that no longer fits leaves the state as it is: the trace shows it all the same.
#include "data/model/World.h"

#include <algorithm>
#include <format>

namespace sz::model {
namespace {

std::string gradeText(plan::Grade grade)
{
    return std::to_string(static_cast<int>(grade));
}

class Folder
{
public:
    Folder(Incident& incident, const log::Entry& entry, Stamp stamp)
        : m_i(incident), m_entry(entry), m_stamp(stamp), m_at(entry.time.wall)
    {
    }

    void operator()(const UnknownAct&) {}
    void operator()(const AddNote&) {}

    void operator()(const ReportIncident& a)
    {
        if (m_i.version > 0) // a second opening of the same subject cannot stand
        {
            return;
        }
        m_i.id = IncidentId(m_entry.subject.id);
        m_i.reportedAt = a.receivedAt;
        m_i.enteredAt = m_at;
        m_i.enteredBy = m_entry.unit;
        m_i.source = a.source;
        m_i.title = a.title;
        m_i.narrative = a.narrative;
        m_i.kind = a.kind;
        m_i.grade = a.grade;
        m_i.place = a.place;
    }

    void operator()(const AmendIncident& a)
    {
        amend("title", a.title, m_i.title, [](const std::string& t) { return t; });
        amend("kind", a.kind, m_i.kind, [](const KindCode& k) { return k.value; });
        amend("grade", a.grade, m_i.grade, gradeText);
        amend("place", a.place, m_i.place, [](const plan::Place& p) { return p.text; });
    }

    void operator()(const IssueOrders& a)
    {
        if (m_i.state == IncidentState::Closed) {
            return;
        }
        std::vector<OrderTo> to = a.to;
        std::ranges::stable_partition(to, &OrderTo::isLead);
        for (const OrderTo& o : to) {
            if (m_i.order(o.id) == nullptr) {
                m_i.orders.push_back(newOrder(a, o));
            }
        }
        m_i.state = IncidentState::Active;
    }

    void operator()(const SignOrder& a)
    {
        if (Order* o = open(a.order); o != nullptr && !o->signedAt) {
            sign(*o);
        }
    }

    void operator()(const ProgressOrder& a)
    {
        Order* o = open(a.order);
        if (o == nullptr) {
            return;
        }
        sign(*o); // who moves has taken the order
        const bool isThere = a.progress == Progress::OnScene;
        if (isThere && !o->onSceneAt) {
            o->onSceneAt = m_at;
            o->state = OrderState::OnScene;
        } else if (!isThere && !o->movingAt && !o->onSceneAt) {
            o->movingAt = m_at;
            o->state = OrderState::Moving;
        }
        word(*o, a.text);
    }

    void operator()(const ReportOrder& a)
    {
        if (Order* o = open(a.order)) {
            sign(*o);
            word(*o, a.text);
        }
    }

    void operator()(const FinishOrder& a)
    {
        if (Order* o = open(a.order)) {
            sign(*o);
            o->doneAt = m_at;
            o->state = OrderState::Done;
            word(*o, a.result);
        }
    }

    void operator()(const ReturnOrder& a)
    {
        if (Order* o = open(a.order)) {
            o->returnedAt = m_at;
            o->state = OrderState::Returned;
            word(*o, a.reason);
        }
    }

    void operator()(const RemindUnits& a)
    {
        for (const OrderId& id : a.orders) {
            if (Order* o = open(id)) {
                ++o->reminders;
            }
        }
    }

    void operator()(const FileReport& a)
    {
        FiledReport report{a.stage, 0, m_at, std::nullopt, a.text, a.changes};
        const StepKind owed =
            a.stage == ReportStage::First ? StepKind::FirstReport : StepKind::Update;
        if (const auto it = std::ranges::find(m_i.steps, owed, &Step::kind);
            it != m_i.steps.end()) {
            report.wasDue = it->due;
        }
        report.ordinal =
            1 + static_cast<int>(std::ranges::count(m_i.reports, a.stage, &FiledReport::stage));
        m_i.reports.push_back(std::move(report));
        m_i.nextReportMinutes = a.nextMinutes > 0 && a.stage != ReportStage::Final
                                    ? std::optional(a.nextMinutes)
                                    : std::nullopt;
    }

    void operator()(const StateCounts& a) { m_i.counts = Counts{a.label, a.total, a.parts}; }

    void operator()(const CloseIncident& a)
    {
        if (m_i.state != IncidentState::Closed
            && std::ranges::none_of(m_i.orders, &Order::isOpen)) {
            m_i.state = IncidentState::Closed;
            m_i.closedAt = m_at;
            m_i.result = a.result;
        }
    }

    void operator()(const ClaimIncident&) { m_i.claimedBy = m_entry.post; }
    void operator()(const AcknowledgeAlarm& a) { m_i.acknowledged.insert(a.step); }

    void operator()(const ContactSealed& a)
    {
        if (m_i.contact(a.contact) == nullptr) {
            m_i.contacts.push_back(
                {a.contact, m_entry.unit, m_entry.desk, m_at, a.until, a.sealed, 0, {}, {}});
        }
    }

    void operator()(const ContactOpened& a)
    {
        const auto it = std::ranges::find(m_i.contacts, a.contact, &Contact::id);
        if (it != m_i.contacts.end()) {
            ++it->openings;
            it->openedBy = m_entry.unit;
            it->openedAt[m_entry.desk] = {m_entry.id.text(), m_at};
        }
    }

    void operator()(const AttachFile& a)
    {
        if (m_i.file(a.hash) == nullptr) {
            m_i.files.push_back(
                {a.hash, a.name, a.type, a.size, a.order, m_entry.id.text(), m_at, m_entry.unit,
                 m_entry.post, m_stamp.number});
        }
    }

private:
    Order* open(const OrderId& id)
    {
        const auto it = std::ranges::find(m_i.orders, id, &Order::id);
        return it != m_i.orders.end() && it->isOpen() ? &*it : nullptr;
    }

    void sign(Order& o) const
    {
        if (!o.signedAt) {
            o.signedAt = m_at;
            o.state = OrderState::Signed;
        }
    }

    void word(Order& o, const std::string& text) const
    {
        if (text.empty()) {
            return;
        }
        o.lastWord = text;
        if (!o.firstWordAt) {
            o.firstWordAt = m_at;
        }
    }

    Order newOrder(const IssueOrders& a, const OrderTo& to) const
    {
        Order o;
        o.id = to.id;
        o.unit = to.unit;
        o.post = to.post;
        o.isLead = to.isLead;
        o.text = a.text;
        o.issuedBy = m_entry.post;
        o.issuedByUnit = m_entry.unit;
        o.issuedAt = m_at;
        o.signMinutes = to.signMinutes;
        o.doneMinutes = to.doneMinutes;
        o.arriveMinutes = to.arriveMinutes;
        return o;
    }

    // The later in log order stands; a value its author had not seen is kept beside it.
    template <class T, class ToText>
    void amend(const char* field, const std::optional<T>& wanted, T& value, ToText toText)
    {
        if (!wanted) {
            return;
        }
        FieldMark& mark = m_i.fieldMarks[field];
        const bool unseen = mark.version > m_entry.base && mark.desk != m_entry.desk;
        if (unseen && !(value == *wanted)) {
            m_i.conflicts.push_back({field, toText(*wanted), toText(value), mark.unit, mark.at});
        }
        value = *wanted;
        mark = {m_i.version + 1, m_entry.desk, m_entry.unit, m_at, toText(value)};
    }

    Incident& m_i;
    const log::Entry& m_entry;
    Stamp m_stamp;
    Instant m_at;
};

Result<Act> decodeFor(bool isFirst, const log::Entry& entry)
{
    auto act = decodeAct(entry.type, entry.typeVersion, entry.body);
    if (act && isFirst && !std::holds_alternative<ReportIncident>(*act)) {
        return fail(Code::NoSuchIncident, "the first entry of an incident must be its report");
    }
    return act;
}

void apply(Incident& incident, const log::Entry& entry, Stamp stamp, Act act)
{
    // What comes after the end is only told; a caller may still be called back.
    if (incident.state != IncidentState::Closed || std::holds_alternative<ContactOpened>(act)) {
        std::visit(Folder(incident, entry, stamp), act);
    }
    if (stamp.serial != 0) {
        incident.serial = stamp.serial;
    }
    incident.trace.push_back(
        {entry.id.text(), entry.time.wall, entry.unit, entry.post,
         std::make_shared<const Act>(std::move(act)), stamp.number});
    ++incident.version;
    incident.writers.insert(entry.unit);
    incident.hasUnsent = incident.hasUnsent || stamp.number == 0;
    incident.lastTouched = std::max(incident.lastTouched, entry.time.wall);
}

} // namespace

Result<IncidentPtr>
foldIncident(const plan::Plan& plan, IncidentPtr before, const log::Entry& entry, Stamp stamp)
{
    auto act = decodeFor(before == nullptr, entry);
    if (!act) {
        return std::unexpected(act.error());
    }
    auto next =
        before == nullptr ? std::make_shared<Incident>() : std::make_shared<Incident>(*before);
    apply(*next, entry, stamp, std::move(*act));
    next->steps = openSteps(plan, *next);
    return next;
}

Result<IncidentPtr> foldHistory(
    const plan::Plan& plan,
    const IncidentPtr& before,
    const std::vector<StampedEntry>& history)
{
    auto incident =
        before == nullptr ? std::make_shared<Incident>() : std::make_shared<Incident>(*before);
    std::optional<Error> firstError;
    for (const auto& [entry, stamp] : history) {
        auto act = decodeFor(incident->version == 0, entry);
        if (!act) {
            firstError = firstError.value_or(act.error());
            continue;
        }
        if (std::holds_alternative<FileReport>(*act)) // a report remembers when it was due
        {
            incident->steps = openSteps(plan, *incident);
        }
        apply(*incident, entry, stamp, std::move(*act));
    }
    if (incident->version == 0) {
        return std::unexpected(firstError.value_or(Error{Code::NoSuchIncident, "no entries", {}}));
    }
    incident->steps = openSteps(plan, *incident);
    return incident;
}

} // namespace sz::model
