// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/CareActs.h"

#include "widgets/orders/DecideSheet.h"
#include "widgets/orders/OrderSheet.h"
#include "widgets/orders/ReliefSheet.h"
#include "widgets/orders/WordSheet.h"
#include "widgets/shell/RightPane.h"
#include "widgets/watch/DetailPane.h"
#include "widgets/watch/OrderCareBar.h"

#include <utility>

namespace sz::widgets {

CareActs::CareActs(desk::Desk& desk, RightPane& right, QObject* parent)
    : QObject(parent), m_desk(desk), m_right(right)
{
    const OrderCareBar& keys = right.detail().care();
    connect(&keys, &OrderCareBar::reliefRequested, this, &CareActs::relief);
    connect(&keys, &OrderCareBar::decideRequested, this, &CareActs::decide);
    connect(
        &keys, &OrderCareBar::withdrawRequested, this,
        [this](const IncidentId& incident, const OrderId& order) { withdraw(incident, order); });
}

ReliefSheet& CareActs::reliefSheet()
{
    ReliefSheet& sheet = m_right.relief();
    if (!std::exchange(m_hasRelief, true)) {
        connect(&sheet, &SideSheet::closed, this, &CareActs::closed);
        connect(&sheet, &ReliefSheet::performed, this, [this, &sheet](const QString& what) {
            saved(sheet, what);
        });
    }
    return sheet;
}

DecideSheet& CareActs::decideSheet()
{
    DecideSheet& sheet = m_right.decide();
    if (!std::exchange(m_hasDecide, true)) {
        connect(&sheet, &SideSheet::closed, this, &CareActs::closed);
        connect(&sheet, &DecideSheet::performed, this, [this, &sheet](const QString& what) {
            saved(sheet, what);
        });
        connect(&sheet, &DecideSheet::insteadRequested, this, &CareActs::orderInstead);
    }
    return sheet;
}

void CareActs::relief(const IncidentId& incident, const OrderId& order)
{
    ReliefSheet& sheet = reliefSheet();
    m_right.showSheet(&sheet);
    sheet.open(incident, order);
}

void CareActs::decide(const IncidentId& incident, const OrderId& order)
{
    DecideSheet& sheet = decideSheet();
    m_right.showSheet(&sheet);
    sheet.open(incident, order);
}

void CareActs::withdraw(const IncidentId& incident, const OrderId& order, const QString& draft)
{
    const auto known = m_desk.incident(incident);
    if (const model::Order* found = known == nullptr ? nullptr : known->order(order)) {
        WordTask task = withdrawTask(m_desk.plan(), *known, *found);
        task.draft = draft;
        m_right.ask(std::move(task));
    }
}

void CareActs::orderInstead(
    const IncidentId& incident,
    const OrderId& returned,
    const QString& words)
{
    m_right.showSheet(&m_right.order());
    m_right.order().openInstead(incident, returned, words);
}

bool CareActs::reopen(const IncidentId& incident, const model::Act& refused)
{
    if (const auto* ask = std::get_if<model::AskRelief>(&refused)) {
        m_right.showSheet(&reliefSheet());
        reliefSheet().open(incident, *ask);
        return true;
    }
    if (const auto* back = std::get_if<model::WithdrawOrder>(&refused)) {
        withdraw(incident, back->order, QString::fromStdString(back->reason));
        return true;
    }
    const auto order = std::visit(
        [](const auto& act) {
            using Act = std::decay_t<decltype(act)>;
            constexpr bool kIsDecision = std::is_same_v<Act, model::DecideRelief>
                                         || std::is_same_v<Act, model::DecideReturn>
                                         || std::is_same_v<Act, model::RecheckOrder>;
            if constexpr (kIsDecision) {
                return act.order;
            } else {
                return OrderId();
            }
        },
        refused);
    if (order.empty()) {
        return false;
    }
    decide(incident, order);
    return true;
}

void CareActs::saved(const QWidget& sheet, const QString& what)
{
    const bool isLive = m_desk.link().state == desk::LinkState::Live;
    Q_EMIT performed(
        sheet,
        isLive ? tr("Saved: %1").arg(what) : tr("Saved on this desk, will be sent: %1").arg(what));
}

} // namespace sz::widgets
