// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/StandIn.h"

#include <QEvent>
#include <QShortcut>
#include <QVBoxLayout>
#include <QWidget>

namespace sz::widgets {
namespace {

constexpr int kNarrow = 1500; ///< below this the laptop layout (design §10)

} // namespace

StandIn::StandIn(QWidget& watch, QWidget& window)
    : QObject(&window), m_watch(watch), m_window(window)
{
    window.installEventFilter(this);
}

void StandIn::addKey(const QKeyCombination& keys, const QByteArray& name, std::function<void()> act)
{
    auto* key = new QShortcut(QKeySequence(keys), &m_window);
    key->setObjectName(QString::fromLatin1(name));
    key->setAutoRepeat(false);
    connect(key, &QShortcut::activated, this, std::move(act));
}

void StandIn::makePage()
{
    if (m_shown == nullptr) {
        m_shown = make();
        m_shown->hide();
        auto* column = static_cast<QVBoxLayout*>(m_window.layout());
        column->insertWidget(column->indexOf(&m_watch) + 1, m_shown, 1);
        fit();
    }
}

void StandIn::open()
{
    Q_EMIT opening();
    makePage();
    m_watch.hide();
    for (QWidget* part : m_others) {
        part->hide();
    }
    m_shown->show();
    fit();
    Q_EMIT opened();
    enter();
}

void StandIn::close()
{
    if (isOpen()) {
        m_shown->hide();
        for (QWidget* part : m_others) {
            part->show();
        }
        m_watch.show();
        Q_EMIT closed();
    }
}

bool StandIn::isOpen() const
{
    return m_shown != nullptr && m_shown->isVisible();
}

void StandIn::fit()
{
    setCompact(m_window.width() < kNarrow);
}

bool StandIn::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == &m_window && event->type() == QEvent::Resize && m_shown != nullptr) {
        fit();
    }
    return QObject::eventFilter(watched, event);
}

} // namespace sz::widgets
