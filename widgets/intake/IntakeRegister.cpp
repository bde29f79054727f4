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
#include "widgets/intake/Guesses.h"
#include "widgets/intake/IntakeSheet.h"
#include "widgets/intake/KindField.h"
#include "widgets/intake/PlaceField.h"
#include "widgets/intake/PresetOrders.h"

#include <QLineEdit>
#include <QPlainTextEdit>

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
    act.narrative = m_narrative->toPlainText().trimmed().toStdString();
    act.kind = m_kind->kind();
    act.grade = grade();
    act.place = m_place->place().value_or(plan::Place{});
    act.receivedAt = m_call->receivedAt(m_ticks.now()).value_or(m_openedAt);
    act.suggestedBy = m_kind->suggestedBy().toStdString();
    return act;
}

void IntakeSheet::registerReport()
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
    const QString what = title();
    const std::vector<OrderLine> lines = m_orders->tickedLines();
    const QString contact = m_contact->text().trimmed();
    desk::onResult(
        this, m_desk.perform({}, report()),
        [this, lines, what, contact](const Result<desk::Receipt>& receipt) {
            m_isBusy = false;
            if (receipt) {
                seal(receipt->incident, contact); // before the orders: they may bring others in
                onRegistered(*receipt, lines, what);
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

void IntakeSheet::seal(const IncidentId& incident, const QString& contact)
{
    if (contact.isEmpty()) {
        return;
    }
    desk::onResult(
        this, m_desk.sealContact(incident, contact.toStdString()),
        [this](const Result<desk::Receipt>& receipt) {
            if (!receipt) {
                Q_EMIT contactRefused(tr("The report is saved, the caller's contact is not: %1")
                                          .arg(errorText(receipt.error())));
            }
        });
}

void IntakeSheet::issue(
    const IncidentId& incident,
    const std::vector<OrderLine>& lines,
    const QString& what)
{
    const auto act = issueOf(defaultOrderText(what), lines, [this] { return m_desk.newOrderId(); });
    desk::onResult(
        this, m_desk.perform(incident, act), [this](const Result<desk::Receipt>& receipt) {
            if (!receipt) {
                Q_EMIT ordersRefused(tr("The report is saved, its orders are not: %1")
                                         .arg(errorText(receipt.error())));
            }
        });
}

} // namespace sz::widgets
