// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// From a filled form to the log: what is missing, the report, the orders that go out with it.
#include "data/desk/OnResult.h"
#include "widgets/actions/OrderDraft.h"
#include "widgets/actions/PickEdit.h"
#include "widgets/common/ErrorText.h"
#include "widgets/common/TickTimer.h"
#include "widgets/intake/CallRow.h"
#include "widgets/intake/DraftKeeper.h"
#include "widgets/intake/DuplicateList.h"
#include "widgets/intake/FactsRow.h"
#include "widgets/intake/Guesses.h"
#include "widgets/intake/IntakeSheet.h"
#include "widgets/intake/KindField.h"
#include "widgets/intake/PlaceField.h"
#include "widgets/intake/PresetOrders.h"
#include "widgets/models/Wording.h"

#include <QLineEdit>
#include <QPlainTextEdit>

#include <algorithm>
#include <iterator>

namespace sz::widgets {

QString IntakeSheet::title() const
{
    const QString own = m_title->text().simplified();
    return own.isEmpty() ? titleFrom(m_narrative->toPlainText()) : own;
}

bool IntakeSheet::isComplete()
{
    if (m_narrative->toPlainText().trimmed().isEmpty() && m_title->text().trimmed().isEmpty()) {
        point(m_narrative, tr("Write what is reported, then register."));
    } else if (!m_place->place()) {
        point(m_place->edit(), tr("Say where it is: type a place or press Alt+M for the map."));
    } else if (!m_kind->isSettled()) {
        point(m_kind->edit(), tr("No kind has this name: choose one from the list, or Esc."));
    } else if (m_kind->kind().empty()) {
        point(m_kind->edit(), tr("Choose the kind: type its first letters."));
    } else if (QWidget* wrong = m_facts->unreadable()) {
        point(wrong, tr("A whole number in digits, or nothing."));
    } else if (!m_call->receivedAt(m_ticks.now())) {
        point(m_call->timeEdit(), tr("Give the time of the call as 14:22 or 14:22:10."));
    } else {
        return true;
    }
    return false;
}

model::ReportIncident IntakeSheet::report() const
{
    model::ReportIncident act;
    act.source = m_call->source();
    act.title = title().toStdString();
    QStringList words{m_narrative->toPlainText().trimmed(), m_facts->words()};
    words.removeAll(QString());
    act.narrative = words.join(QLatin1Char('\n')).toStdString();
    act.kind = m_kind->kind();
    act.grade = grade();
    act.place = m_place->place().value_or(plan::Place{});
    act.receivedAt = m_call->receivedAt(m_ticks.now()).value_or(m_openedAt);
    act.facts = m_facts->facts(); // beside the words, to be counted
    act.suggestedBy = m_kind->suggestedBy().toStdString();
    return act;
}

void IntakeSheet::registerReport()
{
    registerAs([this](const desk::Receipt& receipt, const Beside& beside) {
        seal(
            receipt.incident, beside.contact, [] {}); // before the orders: they may bring others in
        onRegistered(receipt, beside.lines, beside.title);
    });
}

// A second call is a fact: it is registered like any other, and then belongs to the incident found.
void IntakeSheet::registerInto(const IncidentId& other, const QString& why)
{
    if (!m_orders->tickedUnits().empty()) {
        point(
            m_orders,
            tr("A merged report gets no orders: untick them, or register a new incident."));
        return;
    }
    const auto target = m_desk.incident(other);
    if (target == nullptr || target->state == model::IncidentState::Closed) {
        refreshDuplicates();
        say(tr("That incident has been closed meanwhile: register this one as new."));
        return;
    }
    registerAs([this, other, why](const desk::Receipt& receipt, const Beside& beside) {
        onRegistered(receipt, {}, {});
        seal(receipt.incident, beside.contact, [this, id = receipt.incident, other, why] {
            merge(id, other, why); // after the contact: a merged incident takes none any more
        });
    });
}

void IntakeSheet::registerAs(const std::function<void(const desk::Receipt&, const Beside&)>& saved)
{
    if (m_isBusy || isComposing()) {
        return;
    }
    m_place->settle();
    m_kind->settle();
    if (!isComplete()) {
        return;
    }
    m_isBusy = true;
    const Beside beside{title(), m_orders->tickedLines(), m_contact->text().trimmed()};
    desk::onResult(
        this, m_desk.perform({}, report()),
        [this, saved, beside](const Result<desk::Receipt>& receipt) {
            m_isBusy = false;
            if (receipt) {
                saved(*receipt, beside);
            } else {
                say(errorText(receipt.error()), true);
            }
        });
}

// The sheet is blank before anybody else hears of it: whoever closes or reopens it finds no old report.
void IntakeSheet::onRegistered(
    const desk::Receipt& receipt,
    const std::vector<OrderLine>& lines,
    const QString& what)
{
    m_keeper->drop();
    if (m_place->isPlacing()) {
        Q_EMIT placingRequested(false);
    }
    reset(m_ticks.now());
    if (!lines.empty()) {
        issue(receipt.incident, lines, what);
    }
    Q_EMIT registered(receipt);
}

void IntakeSheet::seal(
    const IncidentId& incident,
    const QString& contact,
    const std::function<void()>& then)
{
    if (contact.isEmpty()) {
        then();
        return;
    }
    desk::onResult(
        this, m_desk.sealContact(incident, contact.toStdString()),
        [this, then](const Result<desk::Receipt>& receipt) {
            if (!receipt) {
                Q_EMIT contactRefused(tr("The report is saved, the caller's contact is not: %1")
                                          .arg(errorText(receipt.error())));
            }
            then();
        });
}

void IntakeSheet::merge(const IncidentId& incident, const IncidentId& into, const QString& why)
{
    desk::onResult(
        this, m_desk.perform(incident, model::MergeIncident{into, why.toStdString()}),
        [this, incident, into](const Result<desk::Receipt>& receipt) {
            if (receipt) {
                Q_EMIT merged(incident, into);
            } else {
                Q_EMIT mergeRefused(tr("The report is saved, it is not merged: %1")
                                        .arg(errorText(receipt.error())));
            }
        });
}

// The rule is asked about the report as it would be: just registered here.
void IntakeSheet::refreshMergeKeys()
{
    model::Incident report;
    report.id = IncidentId("report");
    report.enteredBy = m_desk.actor().unit;
    const auto verdict = model::checkAct(
        m_desk.plan(), &report, m_desk.actor(), model::MergeIncident{IncidentId("another"), {}});
    m_duplicates->setMergeBlocked(verdict ? QString() : shortReason(verdict.error()));
}

void IntakeSheet::issue(
    const IncidentId& incident,
    const std::vector<OrderLine>& lines,
    const QString& what)
{
    const auto act = issueOf(defaultOrderText(what), lines, [this] { return m_desk.newOrderId(); });
    std::vector<OrderId> ids;
    std::ranges::transform(act.to, std::back_inserter(ids), &model::OrderTo::id);
    desk::onResult(
        this, m_desk.perform(incident, act),
        [this, incident, ids](const Result<desk::Receipt>& receipt) {
            if (receipt) {
                Q_EMIT ordersIssued(incident, ids);
            } else {
                Q_EMIT ordersRefused(tr("The report is saved, its orders are not: %1")
                                         .arg(errorText(receipt.error())));
            }
        });
}

} // namespace sz::widgets
