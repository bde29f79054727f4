// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/CardActs.h"

#include "widgets/actions/CommandLine.h"
#include "widgets/models/TakeBack.h"
#include "widgets/orders/PlanCardSheet.h"
#include "widgets/shell/RightPane.h"
#include "widgets/shell/Undoing.h"
#include "widgets/watch/DetailPane.h"

namespace sz::widgets {

CardActs::CardActs(
    desk::Desk& desk,
    const ThemeSource& theme,
    TickTimer& ticks,
    CommandLine& command,
    RightPane& right,
    Undoing& undoing,
    QObject* parent)
    : QObject(parent), m_desk(desk), m_right(right), m_undoing(undoing),
      m_make([this, &theme, &ticks] { return new PlanCardSheet(m_desk, theme, ticks, &m_right); })
{
    connect(&command, &CommandLine::cardRequested, this, &CardActs::open);
    connect(&right.detail(), &DetailPane::requestCard, this, [this](const IncidentId& incident) {
        open(incident);
    });
}

void CardActs::open(const IncidentId& incident, const std::string& code)
{
    if (m_desk.incident(incident) == nullptr) {
        return;
    }
    if (m_sheet == nullptr) {
        m_sheet = m_make();
        m_right.addSheet(m_sheet);
        connect(m_sheet, &SideSheet::closed, this, &CardActs::closed);
        connect(m_sheet, &PlanCardSheet::performed, this, [this](const QString& what) {
            Q_EMIT performed(*m_sheet, what);
        });
        connect(
            m_sheet, &PlanCardSheet::issued, this,
            [this](const IncidentId& at, const std::vector<OrderId>& orders, const QString& what) {
                m_undoing.offer(what, at, withdrawing(orders));
            });
    }
    m_right.showSheet(m_sheet);
    m_sheet->open(incident, code);
}

} // namespace sz::widgets
