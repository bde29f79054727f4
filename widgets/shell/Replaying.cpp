// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/Replaying.h"

#include "widgets/common/Icons.h"
#include "widgets/shell/ReplayPage.h"

#include <QToolButton>

namespace sz::widgets {

Replaying::Replaying(
    desk::Desk& desk,
    const ThemeSource& theme,
    QWidget& watch,
    const QList<QWidget*>& acting,
    QWidget& window)
    : StandIn(watch, window), m_desk(desk), m_theme(theme)
{
    hideToo(acting);
    listenTo(Qt::CTRL | Qt::Key_H, "replayKey", &Replaying::toggle);
}

ReplayPage& Replaying::page()
{
    makePage();
    return *m_page;
}

QWidget* Replaying::make()
{
    m_page = new ReplayPage(m_desk, m_theme, &window());
    m_page->leave();
    Q_EMIT made(*m_page);
    connect(m_page, &ReplayPage::said, this, &Replaying::said);
    connect(m_page, &ReplayPage::left, this, &Replaying::close);
    return m_page;
}

QToolButton* Replaying::button()
{
    if (m_button == nullptr) {
        m_button = new QToolButton(&window());
        m_button->setObjectName(QStringLiteral("replayButton"));
        const QKeySequence keys(Qt::CTRL | Qt::Key_H);
        const QString words =
            tr("Replay any moment (%1)").arg(keys.toString(QKeySequence::NativeText));
        m_button->setAccessibleName(words);
        m_button->setToolTip(words);
        m_button->setFocusPolicy(Qt::TabFocus);
        connect(m_button, &QAbstractButton::clicked, this, &Replaying::open);
        connect(&m_theme, &ThemeSource::changed, this, &Replaying::renewIcon);
        renewIcon();
    }
    return m_button;
}

void Replaying::renewIcon()
{
    m_button->setIcon(tintedIcon(QStringLiteral("replay"), m_theme.theme(), Token::Tx1));
}

void Replaying::toggle()
{
    isOpen() ? close() : open();
}

void Replaying::enter()
{
    m_page->enter();
}

void Replaying::setCompact(bool isCompact)
{
    m_page->setCompact(isCompact);
}

} // namespace sz::widgets
