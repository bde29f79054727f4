// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/PromiseOrders.h"

#include "data/desk/OnResult.h"
#include "widgets/actions/OrderDraft.h"
#include "widgets/actions/UnitChoice.h"
#include "widgets/common/ErrorText.h"
#include "widgets/common/TickTimer.h"
#include "widgets/models/Wording.h"
#include "widgets/orders/OrderSheet.h"
#include "widgets/shell/RightPane.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace sz::widgets {

PromiseOrders::PromiseOrders(
    desk::Desk& desk,
    const TickTimer& ticks,
    RightPane& right,
    QObject* parent)
    : QObject(parent), m_desk(desk), m_ticks(ticks), m_right(right)
{
}

void PromiseOrders::wire()
{
    if (std::exchange(m_isWired, true)) {
        return;
    }
    connect(&m_right.order(), &OrderSheet::closed, this, [this] { m_promise.clear(); });
    connect(
        &m_right.order(), &OrderSheet::issued, this,
        [this](const desk::Receipt& receipt, const model::IssueOrders& act) {
            onIssued(receipt.incident, act);
        });
}

void PromiseOrders::open(const std::string& promise, const IncidentId& incident)
{
    const auto shift = m_desk.shift();
    const auto made = shift->promises.find(promise);
    const model::IncidentPtr known = m_desk.incident(incident);
    if (made == shift->promises.end() || made->second.settled || known == nullptr) {
        return;
    }
    wire();
    m_right.showSheet(&m_right.order());
    m_right.order().open(incident, orderOf(made->second.made, *known));
    m_promise = promise;
    m_incident = incident;
}

// The time that was promised is the limit; who cannot be given an order leaves the line of units to the user.
model::IssueOrders
PromiseOrders::orderOf(const model::MakePromise& made, const model::Incident& incident) const
{
    model::IssueOrders order{made.text, {}};
    const plan::Unit* unit = m_desk.plan().unit(made.unit);
    if (unit == nullptr || !canTakeOrders(*unit)) {
        return order;
    }
    const OrderLine line =
        draftLine(m_desk.plan(), made.unit, incident.kind, incident.grade, incident.mode);
    model::OrderTo to;
    to.unit = line.unit;
    to.post = line.post;
    to.isLead = leadOf(&incident).empty();
    to.signMinutes = line.sign;
    to.doneMinutes = line.done;
    to.work = line.work;
    if (made.until && *made.until > m_ticks.now()) {
        const auto left = std::chrono::ceil<Minutes>(*made.until - m_ticks.now()).count();
        to.doneMinutes = static_cast<int>(left);
        to.signMinutes = std::min(to.signMinutes, to.doneMinutes);
        to.work.reset();
    }
    order.to.push_back(std::move(to));
    return order;
}

void PromiseOrders::onIssued(const IncidentId& incident, const model::IssueOrders& act)
{
    const std::string promise = std::exchange(m_promise, {});
    const model::IncidentPtr known = m_desk.incident(incident);
    if (promise.empty() || incident != m_incident || known == nullptr) {
        return;
    }
    QStringList units;
    for (const model::OrderTo& to : act.to) {
        units << unitText(m_desk.plan(), to.unit);
    }
    const std::string number = model::incidentNumber(*known, m_desk.plan().utcOffsetMinutes);
    const QString words =
        tr("became an order to %1: %2 %3", "units, number and title of the incident")
            .arg(
                units.join(QStringLiteral("、")),
                number.empty() ? shortNumberText(*known) : QString::fromStdString(number),
                QString::fromStdString(known->title));
    m_turned.reset();
    if (const auto shift = m_desk.shift(); shift->promises.contains(promise)) {
        m_turned = Turned{shift->promises.at(promise).made, incident, {}};
        std::ranges::transform(act.to, std::back_inserter(m_turned->units), &model::OrderTo::unit);
    }
    desk::onResult(
        this, m_desk.performShift(model::SettlePromise{promise, true, words.toStdString()}),
        [this](const Result<desk::Receipt>& done) {
            if (!done) {
                Q_EMIT said(tr("The order is issued; the promise could not be settled: %1")
                                .arg(errorText(done.error())));
            }
        });
}

// A settled promise stays settled in the trace: a new one takes its place.
void PromiseOrders::reopen(const IncidentId& incident)
{
    const model::IncidentPtr known = m_desk.incident(incident);
    const bool isGone =
        m_turned && m_turned->incident == incident && known != nullptr
        && std::ranges::none_of(known->orders, [this](const model::Order& order) {
               return order.isOpen() && std::ranges::contains(m_turned->units, order.unit);
           });
    if (!isGone) {
        return;
    }
    const Turned turned = *std::exchange(m_turned, std::nullopt);
    desk::onResult(
        this, m_desk.performShift(turned.made), [this](const Result<desk::Receipt>& done) {
            Q_EMIT said(
                done ? tr("The order is taken back; what was promised stands again")
                     : tr("The order is taken back; the promise could not be made again: %1")
                           .arg(errorText(done.error())));
        });
}

} // namespace sz::widgets
