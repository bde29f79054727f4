// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/Decisions.h"

#include "widgets/force/DecisionList.h"
#include "widgets/models/Wording.h"
#include "widgets/orders/OrderSheet.h"
#include "widgets/orders/WordSheet.h"
#include "widgets/shell/RightPane.h"
#include "widgets/watch/DetailPane.h"
#include "widgets/watch/ForceBar.h"

#include <QShortcut>
#include <QTimer>

#include <utility>

namespace sz::widgets {

Decisions::Decisions(
    desk::Desk& desk,
    const ThemeSource& theme,
    TickTimer& ticks,
    RightPane& right,
    QWidget* page)
    : QObject(page), m_desk(desk), m_right(right)
{
    m_make = [&] { return new DecisionList(desk, theme, ticks, &right); };
    const ForceBar& bar = right.detail().force();
    connect(&bar, &ForceBar::askRequested, this, &Decisions::ask);
    connect(&bar, &ForceBar::decisionRequested, this, &Decisions::openList);
    connect(&right, &RightPane::sheetsMade, this, &Decisions::wireOrders);
    auto* shortcut = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_D), page);
    shortcut->setObjectName(QStringLiteral("decisionsKey"));
    shortcut->setAutoRepeat(false);
    connect(shortcut, &QShortcut::activated, this, [this] { openList(); });
}

void Decisions::wireOrders()
{
    if (std::exchange(m_isWired, true)) {
        return;
    }
    connect(
        &m_right.order(), &OrderSheet::decided, this,
        [this](const IncidentId&, bool isOrdered) { onDecided(isOrdered); });
    connect(&m_right.order(), &OrderSheet::closed, this, &Decisions::onPutAway);
}

DecisionList& Decisions::list()
{
    if (m_list == nullptr) {
        m_list = m_make();
        m_list->setMinimumWidth(0);
        m_right.addWidget(m_list);
        connect(m_list, &SideSheet::closed, this, &Decisions::left);
        connect(m_list, &DecisionList::decideRequested, this, &Decisions::decide);
    }
    return *m_list;
}

void Decisions::ask(const IncidentId& incident)
{
    if (const auto known = m_desk.incident(incident)) {
        m_right.ask(askTask(*known));
    }
}

void Decisions::openList(const IncidentId& first)
{
    m_isDeciding = false;
    m_right.showSheet(&list());
    list().open(first);
}

void Decisions::decide(const IncidentId& incident, const std::string& ask)
{
    Q_EMIT incidentChosen(incident);
    wireOrders();
    m_isDeciding = true;
    m_right.showSheet(&m_right.order());
    m_right.order().openDecision(incident, ask);
}

// The page tells of the orders itself and goes back to the detail; the next question comes after that.
void Decisions::onDecided(bool isOrdered)
{
    if (!isOrdered) {
        const bool isLive = m_desk.link().state == desk::LinkState::Live;
        Q_EMIT said(
            isLive ? tr("Saved: decided to order nothing")
                   : tr("Saved on this desk, will be sent: decided to order nothing"));
    }
    if (std::exchange(m_isDeciding, false)) {
        back();
    } else if (!isOrdered) {
        Q_EMIT left();
    }
}

void Decisions::onPutAway()
{
    const bool wasQuestion = !m_right.order().decides().empty();
    if (!std::exchange(m_isDeciding, false) || !wasQuestion) {
        return;
    }
    if (const auto incident = m_desk.incident(m_right.order().incident())) {
        Q_EMIT said(tr("%1 still waits for a decision", "number").arg(shortNumberText(*incident)));
    }
    back();
}

void Decisions::back()
{
    QTimer::singleShot(0, this, [this] {
        m_right.showSheet(&list());
        list().resume();
    });
}

} // namespace sz::widgets
