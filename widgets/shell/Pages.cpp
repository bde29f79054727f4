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
      m_reports(reports), m_handing(handing), m_replaying(replaying)
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
    connect(&supervising, &Supervising::opening, &reports, &ReportRoom::leave);
    connect(&supervising, &Supervising::opening, &rostering, &Rostering::close);
    connect(&rostering, &Rostering::opening, &reports, &ReportRoom::leave);
    connect(&rostering, &Rostering::opening, &supervising, &Supervising::close);
    connect(&reports, &ReportRoom::opening, &supervising, &Supervising::close);
    connect(&reports, &ReportRoom::opening, &rostering, &Rostering::close);
    // The handover sheet stands in the place of the watch as well, without a tab of its own.
    connect(&handing, &Handing::opening, &supervising, &Supervising::close);
    connect(&handing, &Handing::opening, &reports, &ReportRoom::leave);
    connect(&supervising, &Supervising::opening, &handing, &Handing::close);
    connect(&reports, &ReportRoom::opening, &handing, &Handing::close);
    connect(&handing, &Handing::opening, &rostering, &Rostering::close);
    connect(&rostering, &Rostering::opening, &handing, &Handing::close);
    connect(&supervising, &Supervising::opening, &replaying, &Replaying::close);
    connect(&reports, &ReportRoom::opening, &replaying, &Replaying::close);
    connect(&replaying, &Replaying::opening, &supervising, &Supervising::close);
    connect(&replaying, &Replaying::opening, &reports, &ReportRoom::leave);
    connect(&replaying, &Replaying::opened, this, &Pages::tell);
    connect(&replaying, &Replaying::closed, this, &Pages::tell);
    connect(&replaying, &Replaying::opening, &handing, &Handing::close);
    connect(&replaying, &Replaying::opening, &rostering, &Rostering::close);
    connect(&handing, &Handing::opening, &replaying, &Replaying::close);
    connect(&rostering, &Rostering::opening, &replaying, &Replaying::close);
    connect(&supervising, &Supervising::opened, this, &Pages::tell);
    connect(&supervising, &Supervising::closed, this, &Pages::tell);
    connect(&rostering, &Rostering::opened, this, &Pages::tell);
    connect(&rostering, &Rostering::closed, this, &Pages::tell);
    connect(&reports, &ReportRoom::opened, this, &Pages::tell);
    connect(&reports, &ReportRoom::closed, this, &Pages::tell);
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
    m_supervising.close();
    m_handing.close();
    m_rostering.close();
    m_reports.leave();
    m_replaying.close();
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
        : m_reports.isShown()  ? kScores
                               : kWatch);
}

} // namespace sz::widgets
