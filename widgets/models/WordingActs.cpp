// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// One sentence for each act, as the trace and the outbox tell it.
#include "widgets/common/Durations.h"
#include "widgets/common/VisibleText.h"
#include "widgets/models/CampaignWords.h"
#include "widgets/models/ForceWords.h"
#include "widgets/models/OrderCare.h"
#include "widgets/models/Wording.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace sz::widgets {

namespace {

using model::StepKind;

QString visible(const std::string& text)
{
    return visibleLine(QString::fromStdString(text));
}

QString listText(const QStringList& items)
{
    return items.join(QCoreApplication::translate("Wording", ", ", "between names in a list"));
}

/// Tells one act. The incident may be null: then orders are told without their unit.
class Teller : ForceTeller, CampaignTeller
{
public:
    using ForceTeller::operator();
    using CampaignTeller::operator();

    Teller(
        const model::Incident* incident,
        const plan::Plan& plan,
        Language language,
        int updateOrdinal)
        : ForceTeller(plan, language), CampaignTeller(plan, language), m_incident(incident),
          m_plan(plan), m_language(language), m_updateOrdinal(updateOrdinal)
    {
    }

    QString operator()(const model::UnknownAct& a) const
    {
        return QCoreApplication::translate("Wording", "act of a newer version (type %1)")
            .arg(a.type);
    }

    QString operator()(const model::ReportIncident& a) const
    {
        return QCoreApplication::translate("Wording", "reported (%1 %2)", "source, clock")
            .arg(sourceText(a.source), clockMinuteText(a.receivedAt, m_plan.utcOffsetMinutes));
    }

    QString operator()(const model::AmendIncident& a) const
    {
        QStringList changes;
        if (a.title) {
            changes.append(
                QCoreApplication::translate("Wording", "title: %1").arg(visible(*a.title)));
        }
        if (a.kind) {
            changes.append(QCoreApplication::translate("Wording", "kind: %1")
                               .arg(kindText(m_plan, *a.kind, m_language)));
        }
        if (a.grade) {
            changes.append(
                QCoreApplication::translate("Wording", "grade: %1").arg(gradeText(*a.grade)));
        }
        if (a.place) {
            changes.append(QCoreApplication::translate("Wording", "place: %1")
                               .arg(placeText(m_plan, *a.place, m_language)));
        }
        for (const model::Fact& fact : a.facts) {
            changes.append(QCoreApplication::translate("Wording", "%1: %2", "asked, answer")
                               .arg(
                                   visible(fact.field),
                                   fact.value.empty() ? QStringLiteral("—") : visible(fact.value)));
        }
        const QString what =
            QCoreApplication::translate("Wording", "corrected %1").arg(listText(changes));
        return withReason(what, a.reason);
    }

    QString operator()(const model::IssueOrders& a) const
    {
        QStringList units;
        for (const model::OrderTo& to : a.to) {
            units.append(unitText(m_plan, to.unit, m_language));
        }
        return withText(
            QCoreApplication::translate("Wording", "orders to %1").arg(listText(units)), a.text);
    }

    QString operator()(const model::SignOrder& a) const
    {
        const model::Order* order = m_incident == nullptr ? nullptr : m_incident->order(a.order);
        return order != nullptr && order->isLead
                   ? QCoreApplication::translate("Wording", "signed for (lead)")
                   : QCoreApplication::translate("Wording", "signed for");
    }

    QString operator()(const model::ProgressOrder& a) const
    {
        const QString what =
            a.progress == model::Progress::OnScene
                ? QCoreApplication::translate("Wording", "on scene", "what a unit did")
                : QCoreApplication::translate("Wording", "on the way", "what a unit did");
        return a.text.empty()
                   ? what
                   : QCoreApplication::translate("Wording", "%1, %2", "on scene, 4 officers")
                         .arg(what, visible(a.text));
    }

    QString operator()(const model::ReportOrder& a) const
    {
        return withText(
            QCoreApplication::translate("Wording", "feedback", "what a unit did"), a.text);
    }

    QString operator()(const model::FinishOrder& a) const
    {
        return withText(
            QCoreApplication::translate("Wording", "done", "what a unit did"), a.result);
    }

    QString operator()(const model::ReturnOrder& a) const
    {
        return withText(
            QCoreApplication::translate("Wording", "returned", "what a unit did"), a.reason);
    }

    QString operator()(const model::RemindUnits& a) const
    {
        QStringList units;
        for (const OrderId& id : a.orders) {
            if (const model::Order* order =
                    m_incident == nullptr ? nullptr : m_incident->order(id)) {
                units.append(unitText(m_plan, order->unit, m_language));
            }
        }
        const auto count = static_cast<int>(a.orders.size());
        return units.isEmpty()
                   ? QCoreApplication::translate("Wording", "chased %n units", nullptr, count)
                   : QCoreApplication::translate("Wording", "chased %1", "units")
                         .arg(listText(units));
    }

    QString operator()(const model::AddNote& a) const
    {
        return withText(QCoreApplication::translate("Wording", "note"), a.text);
    }

    QString operator()(const model::FileReport& a) const { return withText(sent(a.stage), a.text); }

    QString sent(model::ReportStage stage) const
    {
        switch (stage) {
        case model::ReportStage::First:
            return QCoreApplication::translate("Wording", "sent first report");
        case model::ReportStage::Update:
            return m_updateOrdinal > 0 ? QCoreApplication::translate("Wording", "sent update %1")
                                             .arg(ordinalText(m_updateOrdinal, m_language))
                                       : QCoreApplication::translate("Wording", "sent an update");
        case model::ReportStage::Final:
            return QCoreApplication::translate("Wording", "sent final report");
        }
        return {};
    }

    QString operator()(const model::StateCounts& a) const
    {
        return QCoreApplication::translate("Wording", "counts: %1")
            .arg(countsText(a.label, a.total, a.parts));
    }

    QString operator()(const model::CloseIncident& a) const
    {
        return withText(
            QCoreApplication::translate("Wording", "closed", "what the office did"), a.result);
    }

    QString operator()(const model::ClaimIncident&) const
    {
        return QCoreApplication::translate("Wording", "claimed it");
    }

    QString operator()(const model::AcknowledgeAlarm& a) const
    {
        return QCoreApplication::translate("Wording", "acknowledged %1", "a late step")
            .arg(stepRefText(a.step, m_incident, m_plan, m_language));
    }

    QString operator()(const model::ContactSealed& a) const
    {
        return QCoreApplication::translate("Wording", "sealed the caller's contact, until %1")
            .arg(dateText(a.until, m_plan.utcOffsetMinutes));
    }

    QString operator()(const model::ContactOpened&) const
    {
        return QCoreApplication::translate("Wording", "opened the caller's contact");
    }

    QString operator()(const model::ViewEndpoint& a) const
    {
        const auto it = std::ranges::find(m_plan.endpoints, a.endpoint, &plan::Endpoint::code);
        const QString name = it == m_plan.endpoints.end() ? QString::fromStdString(a.endpoint)
                                                          : endpointText(*it, m_language);
        return withReason(
            QCoreApplication::translate("Wording", "opened the video of %1").arg(name), a.reason);
    }

    QString operator()(const model::AttachFile& a) const
    {
        return withText(QCoreApplication::translate("Wording", "attached a file"), a.name);
    }

    QString operator()(const model::AskRelief& a) const
    {
        const model::Order* order = m_incident == nullptr ? nullptr : m_incident->order(a.order);
        const QString length = a.relief == model::Relief::Extend ? moreTimeText(order, a.minutes)
                                                                 : limitText(Minutes{a.minutes});
        return withReason(
            a.relief == model::Relief::Extend
                ? QCoreApplication::translate("Wording", "asked for %1 more").arg(length)
                : QCoreApplication::translate("Wording", "asked to suspend for %1").arg(length),
            a.reason);
    }

    QString operator()(const model::DecideRelief& a) const
    {
        return withText(
            a.isGranted ? QCoreApplication::translate("Wording", "agreed to the time asked for")
                        : QCoreApplication::translate("Wording", "refused the time asked for"),
            a.words);
    }

    QString operator()(const model::ResumeOrder& a) const
    {
        return withText(QCoreApplication::translate("Wording", "resumed"), a.reason);
    }

    QString operator()(const model::WithdrawOrder& a) const
    {
        const model::Order* order = m_incident == nullptr ? nullptr : m_incident->order(a.order);
        return withReason(
            order == nullptr ? QCoreApplication::translate("Wording", "withdrew an order")
                             : QCoreApplication::translate("Wording", "withdrew the order to %1")
                                   .arg(unitText(m_plan, order->unit, m_language)),
            a.reason);
    }

    QString operator()(const model::DecideReturn& a) const
    {
        return withText(
            a.isAccepted ? QCoreApplication::translate("Wording", "accepted the return")
                         : QCoreApplication::translate("Wording", "did not accept the return"),
            a.words);
    }

    QString operator()(const model::RecheckOrder& a) const
    {
        const QString what =
            a.isPassed ? QCoreApplication::translate("Wording", "rechecked: in order")
                       : QCoreApplication::translate("Wording", "rechecked: not in order");
        return withText(
            a.sampled == 0 ? what
                           : QCoreApplication::translate(
                                 "Wording", "%1, %2 of %3 samples good", "rechecked: in order, …")
                                 .arg(what)
                                 .arg(a.good)
                                 .arg(a.sampled),
            a.text);
    }

    QString operator()(const model::MergeIncident& a) const
    {
        return withReason(
            QCoreApplication::translate("Wording", "merged into another incident"), a.reason);
    }

    QString operator()(const model::SeparateIncident& a) const
    {
        return withReason(QCoreApplication::translate("Wording", "separated again"), a.reason);
    }

    QString operator()(const model::GroupIncident& a) const
    {
        return a.major.empty()
                   ? QCoreApplication::translate("Wording", "taken out of its group")
                   : QCoreApplication::translate("Wording", "grouped under a major incident");
    }

    QString operator()(const model::WatchIncident& a) const
    {
        return a.until ? withReason(
                             QCoreApplication::translate("Wording", "watched until %1")
                                 .arg(dateText(*a.until, m_plan.utcOffsetMinutes)),
                             a.reason)
                       : QCoreApplication::translate("Wording", "no longer watched");
    }

    QString operator()(const model::ShelveAlarm& a) const
    {
        const QString item = stepRefText(a.step, m_incident, m_plan, m_language);
        return a.minutes == 0
                   ? QCoreApplication::translate("Wording", "brought back %1", "a shelved step")
                         .arg(item)
                   : withReason(
                         QCoreApplication::translate(
                             "Wording", "put %1 aside for %2", "a late step, how long")
                             .arg(item, limitText(Minutes{a.minutes})),
                         a.reason);
    }

    QString operator()(const model::RaiseAlarm& a) const
    {
        return QCoreApplication::translate("Wording", "raised %1 to %2", "a late step, a post")
            .arg(
                stepRefText(a.step, m_incident, m_plan, m_language),
                postText(m_plan, a.post, m_language));
    }

private:
    static QString withText(const QString& what, const std::string& text)
    {
        return text.empty() ? what
                            : QCoreApplication::translate(
                                  "Wording", "%1: %2", "what was done, in which words")
                                  .arg(what, visible(text));
    }

    static QString withReason(const QString& what, const std::string& reason)
    {
        return reason.empty()
                   ? what
                   : QCoreApplication::translate("Wording", "%1 (%2)", "what was done, why")
                         .arg(what, visible(reason));
    }

    const model::Incident* m_incident;
    const plan::Plan& m_plan;
    Language m_language;
    int m_updateOrdinal;
};

/// Which update a trace line is: the log does not number them, their order does.
int updateOrdinal(const model::TraceLine& line, const model::Incident& incident)
{
    int ordinal = 0;
    for (const model::TraceLine& other : incident.trace) {
        const auto* report = std::get_if<model::FileReport>(other.act.get());
        ordinal += report != nullptr && report->stage == model::ReportStage::Update ? 1 : 0;
        if (other.entry == line.entry) {
            return ordinal;
        }
    }
    return 0;
}

std::optional<StepKind> stepKindNamed(std::string_view name)
{
    static constexpr std::array<std::string_view, 13> kNames{
        "assign", "first",  "update",  "sign",   "arrive", "feedback", "finish",
        "relief", "return", "recheck", "decide", "watch",  "close"};
    const auto it = std::ranges::find(kNames, name);
    return it == kNames.end() ? std::nullopt
                              : std::optional(static_cast<StepKind>(it - kNames.begin()));
}

} // namespace

QString actText(
    const model::TraceLine& line,
    const model::Incident& incident,
    const plan::Plan& plan,
    Language language)
{
    return std::visit(Teller(&incident, plan, language, updateOrdinal(line, incident)), *line.act);
}

QString actText(
    const model::Act& act,
    const model::Incident* incident,
    const plan::Plan& plan,
    Language language)
{
    return std::visit(Teller(incident, plan, language, 0), act);
}

QString stepRefText(
    const std::string& ref,
    const model::Incident* incident,
    const plan::Plan& plan,
    Language language)
{
    const std::size_t slash = ref.find('/');
    const auto kind = stepKindNamed(std::string_view(ref).substr(0, slash));
    if (!kind) {
        return visible(ref);
    }
    const std::string rest = slash == std::string::npos ? std::string() : ref.substr(slash + 1);
    if (*kind == StepKind::Update) {
        return stepName(*kind, std::atoi(rest.c_str()));
    }
    const model::Order* order = incident == nullptr ? nullptr : incident->order(OrderId(rest));
    return order == nullptr ? stepName(*kind)
                            : QCoreApplication::translate(
                                  "Wording", "%1 %2", "unit, step it owes: Power sign-for")
                                  .arg(unitText(plan, order->unit, language), stepName(*kind));
}

} // namespace sz::widgets
