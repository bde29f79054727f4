// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/ReportRoom.h"

#include "widgets/actions/CommandLine.h"
#include "widgets/common/KeycapButton.h"
#include "widgets/score/BriefPage.h"
#include "widgets/score/ScorePage.h"
#include "widgets/shell/RightPane.h"

#include <QApplication>
#include <QEvent>
#include <QShortcut>
#include <QSplitter>

namespace sz::widgets {
namespace {

constexpr int kBoth = 1800; ///< from here on both pages have room
constexpr int kWide = 1500; ///< and the keys in the command line (design §10)

} // namespace

ReportRoom::ReportRoom(
    desk::Desk& desk,
    const ThemeSource& theme,
    QWidget& watch,
    RightPane& right,
    CommandLine& line,
    QWidget& window)
    : StandIn(watch, window), m_desk(desk), m_theme(theme), m_right(right)
{
    addKeycap(line, Qt::CTRL | Qt::Key_4, tr("Scores"), "scoresButton", &ReportRoom::showScores);
    addKeycap(line, Qt::Key_F8, tr("Brief"), "briefButton", &ReportRoom::showBrief);
    connect(this, &StandIn::opening, this, [this] {
        if (m_right
                .isSheetOpen()) { // it keeps what was typed; opened again it calls the watch back
            m_right.showDetail();
        }
    });
}

// Printed where there is room for it; the key works everywhere.
void ReportRoom::addKeycap(
    CommandLine& line,
    const QKeyCombination& keys,
    const QString& label,
    const char* name,
    void (ReportRoom::*act)())
{
    auto* button = new KeycapButton(m_theme, QKeySequence(keys), label, &line);
    button->setObjectName(QLatin1StringView(name));
    if (auto* shown = button->findChild<QShortcut*>()) {
        shown->setEnabled(false);
    }
    line.addKeycap(button);
    m_keys.append(button);
    connect(button, &QAbstractButton::clicked, this, act);
    listenTo(keys, name + QByteArrayLiteral("Key"), act);
}

bool ReportRoom::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == &window() && event->type() == QEvent::Resize) {
        for (KeycapButton* key : m_keys) {
            key->setVisible(window().width() >= kWide);
        }
    }
    return StandIn::eventFilter(watched, event);
}

QWidget* ReportRoom::make()
{
    auto* room = new QSplitter(&window());
    room->setObjectName(QStringLiteral("reportRoom"));
    room->setHandleWidth(4);
    room->setChildrenCollapsible(false);
    const ReportGround ground = groundOf(m_desk);
    const model::Actor actor = m_desk.actor();
    m_scores = new ScorePage(ground, actor.post, m_desk.clock(), m_theme, room);
    m_brief = new BriefPage(ground, actor.unit, actor.post, m_desk.clock(), m_theme, room);
    room->addWidget(m_scores);
    room->addWidget(m_brief);
    room->setStretchFactor(0, 3);
    room->setStretchFactor(1, 2);
    auto* away = new QShortcut(QKeySequence(Qt::Key_Escape), room);
    away->setContext(Qt::WidgetWithChildrenShortcut);
    connect(away, &QShortcut::activated, this, [this] {
        close();
        Q_EMIT left();
    });
    connect(m_scores, &ScorePage::said, this, &ReportRoom::said);
    connect(m_brief, &BriefPage::said, this, &ReportRoom::said);
    connect(m_scores, &ScorePage::incidentRequested, this, &ReportRoom::incidentRequested);
    connect(m_brief, &BriefPage::incidentRequested, this, &ReportRoom::incidentRequested);
    return room;
}

ScorePage& ReportRoom::scores()
{
    makePage();
    return *m_scores;
}

BriefPage& ReportRoom::brief()
{
    makePage();
    return *m_brief;
}

// One page, or both where the window has room for them: nothing to fold.
void ReportRoom::setCompact(bool /*isCompact*/) {}

void ReportRoom::enter()
{
    QWidget& wanted = m_wantsBrief ? static_cast<QWidget&>(*m_brief) : *m_scores;
    QWidget& other = m_wantsBrief ? static_cast<QWidget&>(*m_scores) : *m_brief;
    m_scores->setPost(m_desk.actor().post);
    m_brief->setPost(m_desk.actor().post);
    wanted.show();
    other.setVisible(window().width() >= kBoth);
    if (!wanted.parentWidget()->isAncestorOf(QApplication::focusWidget())) {
        wanted.setFocus(Qt::OtherFocusReason); // Esc is heard
    }
    if (m_scores->isVisible()) {
        m_scores->open();
    }
    if (m_brief->isVisible()) {
        m_brief->open();
    }
}

void ReportRoom::showScores()
{
    m_wantsBrief = false;
    open();
}

void ReportRoom::showBrief()
{
    m_wantsBrief = true;
    open();
}

} // namespace sz::widgets
