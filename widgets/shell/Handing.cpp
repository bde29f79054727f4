// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/Handing.h"

#include "widgets/handover/HandoverPage.h"
#include "widgets/score/PathDialog.h"

namespace sz::widgets {

Handing::Handing(
    desk::Desk& desk,
    const ThemeSource& theme,
    TickTimer& ticks,
    QWidget& watch,
    QWidget& window)
    : StandIn(watch, window), m_desk(desk), m_theme(theme), m_ticks(ticks),
      m_askPath(pathDialog(&window))
{
    listenTo(Qt::Key_F10, "handoverKey", &Handing::open);
}

HandoverPage& Handing::page()
{
    makePage();
    return *m_page;
}

QWidget* Handing::make()
{
    m_page = new HandoverPage(m_desk, m_theme, m_ticks, &window());
    if (m_places) {
        m_page->setPlaces(m_places);
    }
    connect(m_page, &HandoverPage::left, this, &Handing::close);
    connect(m_page, &HandoverPage::incidentRequested, this, [this](const IncidentId& id) {
        close();
        Q_EMIT incidentRequested(id);
    });
    connect(
        m_page, &HandoverPage::orderRequested, this,
        [this](const std::string& promise, const IncidentId& id) {
            close();
            Q_EMIT orderRequested(promise, id);
        });
    connect(
        m_page, &HandoverPage::printRequested, this,
        [this](const QString& suggested, const QByteArray& pdf) {
            m_askPath(suggested, [this, pdf](const QString& path) {
                Q_EMIT said(writtenText(path, pdf));
            });
        });
    return m_page;
}

void Handing::enter()
{
    m_page->enter();
}

void Handing::setCompact(bool isCompact)
{
    m_page->setCompact(isCompact);
}

} // namespace sz::widgets
