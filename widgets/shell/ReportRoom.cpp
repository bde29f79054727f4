// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/ReportRoom.h"

#include "widgets/actions/CommandLine.h"
#include "widgets/common/KeycapButton.h"
#include "widgets/score/BriefPage.h"
#include "widgets/score/ScorePage.h"
#include "widgets/shell/RightPane.h"

#include <QApplication>
#include <QBoxLayout>
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
    QObject* parent)
    : QObject(parent), m_desk(desk), m_theme(theme), m_watch(watch), m_right(right)
{
    addKey(line, Qt::CTRL | Qt::Key_4, tr("Scores"), "scoresButton", &ReportRoom::showScores);
    addKey(line, Qt::Key_F8, tr("Brief"), "briefButton", &ReportRoom::showBrief);
    watch.parentWidget()->installEventFilter(this);
}

// Printed where there is room for it; the key works everywhere.
void ReportRoom::addKey(
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
    auto* shortcut = new QShortcut(QKeySequence(keys), m_watch.parentWidget());
    shortcut->setObjectName(button->objectName() + QStringLiteral("Key"));
    connect(shortcut, &QShortcut::activated, this, act);
}

bool ReportRoom::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_watch.parentWidget() && event->type() == QEvent::Resize) {
        for (KeycapButton* key : m_keys) {
            key->setVisible(m_watch.parentWidget()->width() >= kWide);
        }
    }
    return QObject::eventFilter(watched, event);
}

void ReportRoom::make()
{
    if (m_room != nullptr) {
        return;
    }
    m_room = new QSplitter(m_watch.parentWidget());
    m_room->setObjectName(QStringLiteral("reportRoom"));
    m_room->setHandleWidth(4);
    m_room->setChildrenCollapsible(false);
    const ReportGround ground = groundOf(m_desk);
    const model::Actor actor = m_desk.actor();
    m_scores = new ScorePage(ground, actor.post, m_desk.clock(), m_theme, m_room);
    m_brief = new BriefPage(ground, actor.unit, actor.post, m_desk.clock(), m_theme, m_room);
    m_room->addWidget(m_scores);
    m_room->addWidget(m_brief);
    m_room->setStretchFactor(0, 3);
    m_room->setStretchFactor(1, 2);
    m_room->hide();
    auto* column = qobject_cast<QBoxLayout*>(m_watch.parentWidget()->layout());
    column->insertWidget(column->indexOf(&m_watch) + 1, m_room, 1);
    auto* away = new QShortcut(QKeySequence(Qt::Key_Escape), m_room);
    away->setContext(Qt::WidgetWithChildrenShortcut);
    connect(away, &QShortcut::activated, this, [this] {
        leave();
        Q_EMIT left();
    });
    connect(m_scores, &ScorePage::said, this, &ReportRoom::said);
    connect(m_brief, &BriefPage::said, this, &ReportRoom::said);
    connect(m_scores, &ScorePage::incidentRequested, this, &ReportRoom::incidentRequested);
    connect(m_brief, &BriefPage::incidentRequested, this, &ReportRoom::incidentRequested);
}

ScorePage& ReportRoom::scores()
{
    make();
    return *m_scores;
}

BriefPage& ReportRoom::brief()
{
    make();
    return *m_brief;
}

bool ReportRoom::isShown() const
{
    return m_room != nullptr && m_room->isVisible();
}

void ReportRoom::enter(QWidget& wanted, QWidget& other)
{
    Q_EMIT opening();
    if (m_right.isSheetOpen()) { // it keeps what was typed; opened again it calls us back
        m_right.showDetail();
    }
    m_scores->setPost(m_desk.actor().post);
    m_brief->setPost(m_desk.actor().post);
    const bool areBoth = m_watch.parentWidget()->width() >= kBoth;
    m_watch.hide();
    m_room->show();
    wanted.show();
    other.setVisible(areBoth);
    if (!m_room->isAncestorOf(QApplication::focusWidget())) {
        wanted.setFocus(Qt::OtherFocusReason); // Esc is heard
    }
    Q_EMIT opened();
}

void ReportRoom::showScores()
{
    make();
    enter(*m_scores, *m_brief);
    if (m_brief->isVisible()) {
        m_brief->open();
    }
    m_scores->open();
}

void ReportRoom::showBrief()
{
    make();
    enter(*m_brief, *m_scores);
    if (m_scores->isVisible()) {
        m_scores->open();
    }
    m_brief->open();
}

void ReportRoom::leave()
{
    if (isShown()) {
        m_room->hide();
        m_watch.show();
        Q_EMIT closed();
    }
}

} // namespace sz::widgets
