// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What an order sheet does: it issues orders, or decides that there are none.
#include "data/desk/OnResult.h"
#include "widgets/common/ErrorText.h"
#include "widgets/common/TickTimer.h"
#include "widgets/models/Wording.h"
#include "widgets/orders/DecisionBox.h"
#include "widgets/orders/OrderSheet.h"
#include "widgets/orders/UnitPicker.h"

#include <QLineEdit>
#include <QPlainTextEdit>

#include <algorithm>
#include <utility>

namespace sz::widgets {

void OrderSheet::refreshQuestion(const model::Incident* incident)
{
    const model::Decision* question = nullptr;
    if (incident != nullptr && !m_ask.empty()) {
        const auto& all = incident->decisions;
        const auto it = std::ranges::find(all, m_ask, &model::Decision::entry);
        question = it == all.end() ? nullptr : &*it;
    }
    setRowVisible(m_question, question != nullptr);
    if (question != nullptr) {
        m_question->present(*incident, *question, m_ticks.now());
        const auto may = m_desk.canPerform(incident->id, model::DropDecision{m_ask, "-"});
        m_question->setBlocked(may ? QString() : shortReason(may.error()));
    }
}

model::IssueOrders OrderSheet::act() const
{
    model::IssueOrders act =
        issueOf(m_text->toPlainText(), m_units->lines(), [this] { return m_desk.newOrderId(); });
    if (!m_instead.empty() && !act.to.empty()) {
        const auto lead = std::ranges::find(act.to, true, &model::OrderTo::isLead);
        (lead == act.to.end() ? act.to.front() : *lead).instead = m_instead;
    }
    act.decides = m_ask;
    return act;
}

void OrderSheet::issue()
{
    if (m_isBusy || isComposing()) {
        return;
    }
    m_units->settle();
    if (!isComplete()) {
        return;
    }
    m_isBusy = true;
    const model::IssueOrders wished = act();
    desk::onResult(
        this, m_desk.perform(m_incident, wished),
        [this, wished](const Result<desk::Receipt>& receipt) {
            m_isBusy = false;
            onIssued(receipt, wished);
        });
}

void OrderSheet::onIssued(const Result<desk::Receipt>& receipt, const model::IssueOrders& act)
{
    if (!receipt) {
        say(errorText(receipt.error()), true);
        return;
    }
    forget(true);
    Q_EMIT issued(*receipt, act);
}

// A question that was answered is told first: what follows it is the next question.
void OrderSheet::forget(bool isOrdered)
{
    const IncidentId incident = std::exchange(m_incident, {});
    const bool wasQuestion = !std::exchange(m_ask, {}).empty();
    reset();
    if (wasQuestion) {
        Q_EMIT decided(incident, isOrdered);
    }
}

void OrderSheet::drop()
{
    if (m_isBusy || isComposing() || m_ask.empty()) {
        return;
    }
    const QString why = m_question->reason();
    if (why.isEmpty()) {
        point(m_question->reasonEdit(), tr("Say why nothing is ordered."));
        return;
    }
    m_isBusy = true;
    desk::onResult(
        this, m_desk.perform(m_incident, model::DropDecision{m_ask, why.toStdString()}),
        [this](const Result<desk::Receipt>& receipt) {
            m_isBusy = false;
            if (receipt) {
                forget(false);
            } else {
                say(errorText(receipt.error()), true);
            }
        });
}

} // namespace sz::widgets
