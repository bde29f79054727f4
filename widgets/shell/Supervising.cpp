// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/Supervising.h"

#include "widgets/supervision/SupervisionPage.h"

#include <QEvent>
#include <QShortcut>
#include <QVBoxLayout>

namespace sz::widgets {
namespace {

constexpr int kNarrow = 1500; ///< below this the laptop layout (design §10)

} // namespace

Supervising::Supervising(
    desk::Desk& desk,
    const ThemeSource& theme,
    TickTimer& ticks,
    QWidget& watch,
    QWidget& window)
    : QObject(&window), m_desk(desk), m_theme(theme), m_ticks(ticks), m_watch(watch),
      m_window(window)
{
    auto* key = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_2), &window);
    key->setObjectName(QStringLiteral("supervisionKey"));
    connect(key, &QShortcut::activated, this, &Supervising::open);
    window.installEventFilter(this);
}

void Supervising::setFurnish(std::function<void(SupervisionPage&)> furnish)
{
    m_furnish = std::move(furnish);
}

SupervisionPage& Supervising::page()
{
    if (m_page == nullptr) {
        m_page = new SupervisionPage(m_desk, m_theme, m_ticks, &m_window);
        m_page->hide();
        auto* column = static_cast<QVBoxLayout*>(m_window.layout());
        column->insertWidget(column->indexOf(&m_watch) + 1, m_page, 1);
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
        fit();
    }
    return *m_page;
}

void Supervising::open()
{
    Q_EMIT opening();
    SupervisionPage& shown = page();
    shown.setNow(m_ticks.now());
    m_watch.hide();
    shown.show();
    Q_EMIT opened();
    shown.enter();
}

void Supervising::close()
{
    if (isOpen()) {
        m_page->hide();
        m_watch.show();
        Q_EMIT closed();
    }
}

bool Supervising::isOpen() const
{
    return m_page != nullptr && m_page->isVisible();
}

void Supervising::fit()
{
    m_page->setCompact(m_window.width() < kNarrow);
}

bool Supervising::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == &m_window && event->type() == QEvent::Resize && m_page != nullptr) {
        fit();
    }
    return QObject::eventFilter(watched, event);
}

} // namespace sz::widgets
