// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/LateActs.h"

#include "widgets/late/LatePanel.h"
#include "widgets/late/LateView.h"
#include "widgets/shell/AlarmWatch.h"
#include "widgets/shell/Performer.h"

#include <QEvent>
#include <QShortcut>

#include <algorithm>

namespace sz::widgets {

namespace {

constexpr int kWide = 620;
constexpr int kGap = 4;

} // namespace

LateActs::LateActs(
    desk::Desk& desk,
    const ThemeSource& theme,
    AlarmWatch& alarms,
    Performer& performer,
    QWidget& board,
    QWidget* page)
    : QObject(page), m_desk(desk), m_alarms(alarms), m_performer(performer), m_board(board),
      m_page(page), m_panel(new LatePanel(desk.sharedPlan(), theme, page))
{
    board.installEventFilter(this);
    wire();
}

void LateActs::wire()
{
    auto* key = new QShortcut(Qt::Key_F9, m_page);
    key->setObjectName(QStringLiteral("lateKey"));
    connect(key, &QShortcut::activated, this, &LateActs::open);
    connect(m_panel, &LatePanel::refreshRequested, this, &LateActs::open);
    connect(&m_alarms, &AlarmWatch::refreshed, this, &LateActs::refresh);
    LateView& view = m_panel->view();
    connect(&view, &LateView::closeRequested, this, &LateActs::close);
    connect(&view, &LateView::said, this, &LateActs::said);
    connect(&view, &LateView::pointed, this, &LateActs::incidentChosen);
    connect(&view, &LateView::shelveRequested, this, &LateActs::shelveRequested);
    connect(&view, &LateView::raiseRequested, this, &LateActs::raise);
    connect(&view, &LateView::openRequested, this, [this](const IncidentId& id) {
        Q_EMIT incidentChosen(id);
        close();
    });
    connect(&view, &LateView::confirmRequested, this, [this](const std::vector<Alarm>& alarms) {
        for (const Alarm& alarm : alarms) {
            m_performer.acknowledge(alarm.incident->id, QString::fromStdString(alarm.step.ref()));
        }
    });
}

void LateActs::open()
{
    const Instant now = m_alarms.now();
    const auto items = lateItems(m_desk.plan(), m_desk.incidents(), now);
    if (items.empty()) {
        Q_EMIT said(tr("Nothing is late"));
        close();
        return;
    }
    Q_EMIT opening();
    place();
    m_panel->open(items, m_alarms.isFlood(), m_alarms.unsteady(), now);
}

void LateActs::close()
{
    if (isOpen()) {
        m_panel->hide();
        Q_EMIT closed();
    }
}

bool LateActs::isOpen() const
{
    return m_panel->isVisibleTo(m_page);
}

bool LateActs::takeFocus()
{
    if (isOpen()) {
        m_panel->takeFocus();
    }
    return isOpen();
}

void LateActs::refresh()
{
    if (isOpen()) {
        const Instant now = m_alarms.now();
        m_panel->update(lateItems(m_desk.plan(), m_desk.incidents(), now), now);
    }
}

void LateActs::raise(const Alarm& alarm)
{
    const auto climb = model::climbOf(m_desk.plan(), *alarm.incident, alarm.step, m_alarms.now());
    if (climb && !climb->next.empty()) {
        m_performer.raise(
            alarm.incident->id, QString::fromStdString(alarm.step.ref()), climb->next);
    }
}

// Beside the board, never over it: what is chosen here is seen there and in the detail.
void LateActs::place()
{
    if (m_board.window() != m_page->window()) { // the board is in a window of its own
        m_panel->setGeometry(kGap, m_page->height() / 6, kWide, m_page->height() * 2 / 3);
        return;
    }
    const QPoint corner = m_board.mapTo(m_page, QPoint(m_board.width() + kGap, 0));
    const int wide = std::min(kWide, m_page->width() - corner.x() - kGap);
    m_panel->setGeometry(corner.x(), corner.y(), wide, m_board.height());
}

bool LateActs::eventFilter(QObject* watched, QEvent* event)
{
    if ((event->type() == QEvent::Resize || event->type() == QEvent::Move) && isOpen()) {
        place();
    }
    return QObject::eventFilter(watched, event);
}

} // namespace sz::widgets
