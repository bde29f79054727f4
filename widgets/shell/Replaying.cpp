// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/Replaying.h"

#include "widgets/common/Icons.h"
#include "widgets/shell/ReplayPage.h"

#include <QEvent>
#include <QShortcut>
#include <QToolButton>
#include <QVBoxLayout>

namespace sz::widgets {
namespace {

constexpr int kNarrow = 1500; ///< below this the laptop layout (design §10)

} // namespace

Replaying::Replaying(
    desk::Desk& desk,
    const ThemeSource& theme,
    QWidget& watch,
    QList<QWidget*> acting,
    QWidget& window)
    : QObject(&window), m_desk(desk), m_theme(theme), m_watch(watch), m_acting(std::move(acting)),
      m_window(window)
{
    auto* key = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_H), &window);
    key->setObjectName(QStringLiteral("replayKey"));
    connect(key, &QShortcut::activated, this, &Replaying::toggle);
    window.installEventFilter(this);
}

ReplayPage& Replaying::page()
{
    if (m_page == nullptr) {
        m_page = new ReplayPage(m_desk, m_theme, &m_window);
        m_page->hide();
        m_page->leave();
        auto* column = static_cast<QVBoxLayout*>(m_window.layout());
        column->insertWidget(column->indexOf(&m_watch) + 1, m_page, 1);
        connect(m_page, &ReplayPage::said, this, &Replaying::said);
        connect(m_page, &ReplayPage::left, this, &Replaying::close);
        fit();
    }
    return *m_page;
}

QToolButton* Replaying::button()
{
    if (m_button == nullptr) {
        m_button = new QToolButton(&m_window);
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

void Replaying::open()
{
    Q_EMIT opening();
    ReplayPage& shown = page();
    m_watch.hide();
    for (QWidget* part : m_acting) {
        part->hide(); // with their keys
    }
    shown.show();
    fit();
    Q_EMIT opened();
    shown.enter();
}

void Replaying::close()
{
    if (isOpen()) {
        m_page->hide();
        for (QWidget* part : m_acting) {
            part->show();
        }
        m_watch.show();
        Q_EMIT closed();
    }
}

bool Replaying::isOpen() const
{
    return m_page != nullptr && m_page->isVisible();
}

void Replaying::fit()
{
    m_page->setCompact(m_window.width() < kNarrow);
}

bool Replaying::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == &m_window && event->type() == QEvent::Resize && m_page != nullptr) {
        fit();
    }
    return QObject::eventFilter(watched, event);
}

} // namespace sz::widgets
