// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/Rostering.h"

#include "widgets/roster/DeskShifts.h"
#include "widgets/roster/RosterPage.h"

#include <QEvent>
#include <QShortcut>
#include <QVBoxLayout>

namespace sz::widgets {
namespace {

constexpr int kNarrow = 1500; ///< below this the laptop layout (design §10)

} // namespace

Rostering::Rostering(
    desk::Desk& desk,
    const ThemeSource& theme,
    TickTimer& ticks,
    QWidget& watch,
    QWidget& window)
    : QObject(&window), m_desk(desk), m_theme(theme), m_ticks(ticks), m_watch(watch),
      m_window(window)
{
    auto* key = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_3), &window);
    key->setObjectName(QStringLiteral("rosterKey"));
    connect(key, &QShortcut::activated, this, &Rostering::open);
    window.installEventFilter(this);
}

RosterPage& Rostering::page()
{
    if (m_page == nullptr) {
        m_shifts = new DeskShifts(m_desk, this);
        m_page = new RosterPage(m_desk, *m_shifts, m_theme, m_ticks, &m_window);
        m_page->hide();
        auto* column = static_cast<QVBoxLayout*>(m_window.layout());
        column->insertWidget(column->indexOf(&m_watch) + 1, m_page, 1);
        connect(m_page, &RosterPage::said, this, &Rostering::said);
        connect(m_page, &RosterPage::left, this, &Rostering::close);
        connect(m_page, &RosterPage::dutyRequested, this, &Rostering::dutyRequested);
        connect(&m_ticks, &TickTimer::ticked, m_page, &RosterPage::setNow);
        fit();
    }
    return *m_page;
}

void Rostering::open()
{
    Q_EMIT opening();
    RosterPage& shown = page();
    m_watch.hide();
    shown.show();
    Q_EMIT opened();
    shown.setNow(m_ticks.now());
    shown.enter();
}

void Rostering::close()
{
    if (isOpen()) {
        m_page->hide();
        m_watch.show();
        Q_EMIT closed();
    }
}

bool Rostering::isOpen() const
{
    return m_page != nullptr && m_page->isVisible();
}

void Rostering::fit()
{
    m_page->setCompact(m_window.width() < kNarrow);
}

bool Rostering::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == &m_window && event->type() == QEvent::Resize && m_page != nullptr) {
        fit();
    }
    return QObject::eventFilter(watched, event);
}

} // namespace sz::widgets
