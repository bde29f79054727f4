// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/Pages.h"

#include "widgets/frame/PageTabs.h"
#include "widgets/frame/TopBar.h"
#include "widgets/orders/WordSheet.h"
#include "widgets/shell/Handing.h"
#include "widgets/shell/Replaying.h"
#include "widgets/shell/ReportRoom.h"
#include "widgets/shell/RightPane.h"
#include "widgets/shell/Rostering.h"
#include "widgets/shell/Supervising.h"

#include <QEvent>
#include <QShortcut>

#include <utility>

namespace sz::widgets {

namespace {

enum Page { kWatch, kSupervision, kRoster, kScores };

} // namespace

Pages::Pages(
    TopBar& top,
    Supervising& supervising,
    Rostering& rostering,
    ReportRoom& reports,
    Handing& handing,
    Replaying& replaying,
    RightPane& right,
    QWidget* window)
    : QObject(window), m_top(top), m_supervising(supervising), m_rostering(rostering),
      m_reports(reports), m_all{&supervising, &rostering, &reports, &handing, &replaying}
{
    top.tabs().setPages(
        {{tr("Watch", "page"), QKeySequence(Qt::CTRL | Qt::Key_1)},
         {tr("Supervision", "page"), QKeySequence(Qt::CTRL | Qt::Key_2)},
         {tr("Roster", "page"), QKeySequence(Qt::CTRL | Qt::Key_3)},
         {tr("Scores", "page"), QKeySequence(Qt::CTRL | Qt::Key_4)}});
    connect(&top.tabs(), &PageTabs::chosen, this, &Pages::choose);
    auto* back = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_1), window);
    back->setObjectName(QStringLiteral("watchKey"));
    connect(back, &QShortcut::activated, this, [this] { choose(kWatch); });
    for (StandIn* one : std::as_const(m_all)) {
        connect(one, &StandIn::opening, this, [this, one] {
            for (StandIn* other : std::as_const(m_all)) {
                if (other != one) {
                    other->close();
                }
            }
        });
        connect(one, &StandIn::opened, this, &Pages::tell);
        connect(one, &StandIn::closed, this, &Pages::tell);
    }
    right.words().installEventFilter(this);
    // A sheet stands beside the watch, a line is asked for below the detail.
    connect(&right, &QStackedWidget::currentChanged, this, [this, &right] {
        if (right.isSheetOpen()) {
            leave();
        }
    });
}

void Pages::leave()
{
    for (StandIn* one : std::as_const(m_all)) {
        one->close();
    }
}

bool Pages::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::ShowToParent) {
        leave();
    }
    return QObject::eventFilter(watched, event);
}

void Pages::choose(int index)
{
    if (index == kSupervision) {
        m_supervising.open();
    } else if (index == kRoster) {
        m_rostering.open();
    } else if (index == kScores) {
        m_reports.showScores();
    } else {
        leave();
        Q_EMIT watchChosen();
    }
}

void Pages::tell()
{
    m_top.tabs().setCurrent(
        m_supervising.isOpen() ? kSupervision
        : m_rostering.isOpen() ? kRoster
        : m_reports.isOpen()   ? kScores
                               : kWatch);
}

} // namespace sz::widgets
