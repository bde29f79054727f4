// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/Handing.h"

#include "widgets/handover/HandoverPage.h"
#include "widgets/score/PathDialog.h"

#include <QEvent>
#include <QShortcut>
#include <QVBoxLayout>

namespace sz::widgets {
namespace {

constexpr int kNarrow = 1500; ///< below this the laptop layout (design §10)

} // namespace

Handing::Handing(
    desk::Desk& desk,
    const ThemeSource& theme,
    TickTimer& ticks,
    QWidget& watch,
    QWidget& window)
    : QObject(&window), m_desk(desk), m_theme(theme), m_ticks(ticks), m_watch(watch),
      m_window(window), m_askPath(pathDialog(&window))
{
    auto* key = new QShortcut(QKeySequence(Qt::Key_F10), &window);
    key->setObjectName(QStringLiteral("handoverKey"));
    key->setAutoRepeat(false);
    connect(key, &QShortcut::activated, this, &Handing::open);
    window.installEventFilter(this);
}

HandoverPage& Handing::page()
{
    if (m_page == nullptr) {
        m_page = new HandoverPage(m_desk, m_theme, m_ticks, &m_window);
        m_page->hide();
        auto* column = static_cast<QVBoxLayout*>(m_window.layout());
        column->insertWidget(column->indexOf(&m_watch) + 1, m_page, 1);
        connect(m_page, &HandoverPage::said, this, &Handing::said);
        connect(m_page, &HandoverPage::left, this, &Handing::close);
        connect(m_page, &HandoverPage::incidentRequested, this, [this](const IncidentId& id) {
            close();
            Q_EMIT incidentRequested(id);
        });
        connect(
            m_page, &HandoverPage::printRequested, this,
            [this](const QString& suggested, const QByteArray& pdf) {
                m_askPath(suggested, [this, pdf](const QString& path) {
                    Q_EMIT said(writtenText(path, pdf));
                });
            });
        fit();
    }
    return *m_page;
}

void Handing::open()
{
    Q_EMIT opening();
    HandoverPage& shown = page();
    m_watch.hide();
    shown.show();
    shown.enter();
}

void Handing::close()
{
    if (isOpen()) {
        m_page->hide();
        m_watch.show();
        Q_EMIT closed();
    }
}

bool Handing::isOpen() const
{
    return m_page != nullptr && m_page->isVisible();
}

void Handing::fit()
{
    m_page->setCompact(m_window.width() < kNarrow);
}

bool Handing::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == &m_window && event->type() == QEvent::Resize && m_page != nullptr) {
        fit();
    }
    return QObject::eventFilter(watched, event);
}

} // namespace sz::widgets
