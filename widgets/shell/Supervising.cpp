// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/Supervising.h"

#include "widgets/supervision/SupervisionPage.h"

namespace sz::widgets {

Supervising::Supervising(
    desk::Desk& desk,
    const ThemeSource& theme,
    TickTimer& ticks,
    QWidget& watch,
    QWidget& window)
    : StandIn(watch, window), m_desk(desk), m_theme(theme), m_ticks(ticks)
{
    listenTo(Qt::CTRL | Qt::Key_2, "supervisionKey", &Supervising::open);
}

void Supervising::setFurnish(std::function<void(SupervisionPage&)> furnish)
{
    m_furnish = std::move(furnish);
}

SupervisionPage& Supervising::page()
{
    makePage();
    return *m_page;
}

QWidget* Supervising::make()
{
    m_page = new SupervisionPage(m_desk, m_theme, m_ticks, &window());
    connect(m_page, &SupervisionPage::said, this, &Supervising::said);
    connect(m_page, &SupervisionPage::left, this, &Supervising::close);
    connect(m_page, &SupervisionPage::incidentRequested, this, [this](const IncidentId& id) {
        close();
        Q_EMIT incidentRequested(id);
    });
    connect(&m_ticks, &TickTimer::ticked, m_page, &SupervisionPage::setNow);
    if (m_furnish) {
        m_furnish(*m_page);
    }
    return m_page;
}

void Supervising::enter()
{
    m_page->setNow(m_ticks.now());
    m_page->enter();
}

void Supervising::setCompact(bool isCompact)
{
    m_page->setCompact(isCompact);
}

} // namespace sz::widgets
