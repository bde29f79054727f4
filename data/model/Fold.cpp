// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// One more entry into an incident. An act that no longer fits leaves the state as it is: the trace shows it all the same.
#include "data/model/CampaignFold.h"
#include "data/model/World.h"

#include <algorithm>
#include <format>

namespace sz::model {
namespace {

std::string gradeText(plan::Grade grade)
{
    return std::to_string(static_cast<int>(grade));
}

class Folder : public CampaignFolder
{
public:
    using CampaignFolder::CampaignFolder;
    using CampaignFolder::operator();

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
        std::ranges::for_each(a.facts, [this](const Fact& fact) { answer(fact); });
        m_i.mode = a.mode;
        m_i.hops = {{kOffice, {}, {}, a.receivedAt, std::nullopt}};
    }

    void operator()(const AmendIncident& a)
    {
        amend("title", a.title, m_i.title, [](const std::string& t) { return t; });
        amend("kind", a.kind, m_i.kind, [](const KindCode& k) { return k.value; });
        amend("grade", a.grade, m_i.grade, gradeText);
        amend("place", a.place, m_i.place, [](const plan::Place& p) { return p.text; });
        for (const Fact& fact : a.facts) {
            const std::string* was = m_i.fact(fact.field);
            std::string value = was == nullptr ? std::string() : *was;
            amend(
                ("fact:" + fact.field).c_str(), std::optional(fact.value), value,
                [](const std::string& t) { return t; });
            answer({fact.field, value});
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
            m_i.hops.back().until = m_at;
        }
    }

    void operator()(const MergeIncident& a)
    {
        if (std::ranges::none_of(m_i.orders, &Order::isOpen)) {
            m_i.state = IncidentState::Closed;
            m_i.closedAt = m_at;
            m_i.mergedInto = a.into;
            m_i.hops.back().until = m_at;
        }
    }

    // Also of a closed incident: see apply().
    void operator()(const SeparateIncident&)
    {
        if (m_i.mergedInto.empty()) {
            return;
        }
        m_i.mergedInto = IncidentId();
        m_i.closedAt.reset();
        m_i.state = m_i.orders.empty() ? IncidentState::Pending : IncidentState::Active;
        own(kOffice, {}, {});
    }

    void operator()(const GroupIncident& a) { m_i.group = a.major; }

    void operator()(const WatchIncident& a)
    {
        m_i.watchUntil = a.until;
        m_i.watchedSince = a.until ? std::optional(m_at) : std::nullopt;
    }

    void operator()(const ClaimIncident&) { m_i.claimedBy = m_entry.post; }
    void operator()(const AcknowledgeAlarm& a) { m_i.acknowledged.insert(a.step); }
    void operator()(const RaiseAlarm& a) { m_i.raised[a.step] = a.post; }
    void operator()(const ShelveAlarm& a)
    {
        m_i.shelved[a.step] = {
            m_entry.unit, m_entry.post, a.reason, m_at, m_at + Minutes{a.minutes}};
    }

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

    void operator()(const ViewEndpoint&) {} // told in the trace, and nothing else comes of it

    void operator()(const AttachFile& a)
    {
        if (m_i.file(a.hash) == nullptr) {
            m_i.files.push_back(
                {a.hash, a.name, a.type, a.size, a.order, m_entry.id.text(), m_at, m_entry.unit,
                 m_entry.post, m_stamp.number});
        }
    }

private:
    void answer(const Fact& fact)
    {
        const auto known = std::ranges::find(m_i.facts, fact.field, &Fact::field);
        if (fact.value.empty()) {
            if (known != m_i.facts.end()) {
                m_i.facts.erase(known);
            }
        } else if (known == m_i.facts.end()) {
            m_i.facts.push_back(fact);
        } else {
            known->value = fact.value;
        }
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
    const auto told = std::make_shared<const Act>(std::move(act));
    // What comes after the end is only told; a caller may still be called back, a merged incident separated, a result rated.
    if (incident.state != IncidentState::Closed || std::holds_alternative<ContactOpened>(*told)
        || std::holds_alternative<SeparateIncident>(*told)
        || std::holds_alternative<RateResult>(*told)) {
        Folder folder(incident, entry, stamp);
        folder.keep(told);
        std::visit(folder, *told);
    }
    if (stamp.serial != 0) {
        incident.serial = stamp.serial;
    }
    incident.trace.push_back(
        {entry.id.text(), entry.time.wall, entry.unit, entry.post, told, stamp.number});
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
