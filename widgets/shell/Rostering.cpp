// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/Rostering.h"

#include "widgets/roster/DeskShifts.h"
#include "widgets/roster/RosterPage.h"

namespace sz::widgets {

Rostering::Rostering(
    desk::Desk& desk,
    const ThemeSource& theme,
    TickTimer& ticks,
    QWidget& watch,
    QWidget& window)
    : StandIn(watch, window), m_desk(desk), m_theme(theme), m_ticks(ticks)
{
    listenTo(Qt::CTRL | Qt::Key_3, "rosterKey", &Rostering::open);
}

RosterPage& Rostering::page()
{
    makePage();
    return *m_page;
}

QWidget* Rostering::make()
{
    m_shifts = new DeskShifts(m_desk, this);
    m_page = new RosterPage(m_desk, *m_shifts, m_theme, m_ticks, &window());
    connect(m_page, &RosterPage::said, this, &Rostering::said);
    connect(m_page, &RosterPage::left, this, &Rostering::close);
    connect(m_page, &RosterPage::dutyRequested, this, &Rostering::dutyRequested);
    connect(&m_ticks, &TickTimer::ticked, m_page, &RosterPage::setNow);
    return m_page;
}

void Rostering::enter()
{
    m_page->setNow(m_ticks.now());
    m_page->enter();
}

void Rostering::setCompact(bool isCompact)
{
    m_page->setCompact(isCompact);
}

} // namespace sz::widgets
