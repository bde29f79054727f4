// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/TaskForces.h"

#include "widgets/common/ErrorText.h"
#include "widgets/force/ForceBoard.h"
#include "widgets/force/ForceList.h"
#include "widgets/force/ForceSheet.h"
#include "widgets/shell/RightPane.h"
#include "widgets/watch/DetailPane.h"
#include "widgets/watch/ForceBar.h"

#include <QShortcut>

namespace sz::widgets {

TaskForces::TaskForces(
    desk::Desk& desk,
    const plan::PlaceFinder& finder,
    const ThemeSource& theme,
    TickTimer& ticks,
    RightPane& right,
    QWidget* page)
    : QObject(page), m_desk(desk), m_right(right)
{
    m_makeSheet = [&] { return new ForceSheet(desk, finder, theme, ticks, &right); };
    m_makeBoard = [&] { return new ForceBoard(desk, finder, theme, ticks, &right); };
    m_makeList = [&] { return new ForceList(desk, theme, ticks, &right); };
    connect(&right.detail().force(), &ForceBar::forceRequested, this, &TaskForces::open);
    const auto bind =
        [this, page](const QKeySequence& keys, const char* name, void (TaskForces::*act)()) {
            auto* shortcut = new QShortcut(keys, page);
            shortcut->setObjectName(QLatin1StringView(name));
            shortcut->setAutoRepeat(false);
            connect(shortcut, &QShortcut::activated, this, act);
        };
    bind(QKeySequence(Qt::Key_F6), "forceKey", &TaskForces::openSelected);
    bind(QKeySequence(Qt::CTRL | Qt::Key_F6), "forcesKey", &TaskForces::openAll);
}

void TaskForces::adopt(SideSheet& sheet)
{
    sheet.setMinimumWidth(0);
    m_right.addWidget(&sheet);
    connect(&sheet, &SideSheet::closed, this, &TaskForces::left);
}

ForceSheet& TaskForces::sheet()
{
    if (m_sheet == nullptr) {
        m_sheet = m_makeSheet();
        adopt(*m_sheet);
        connect(
            m_sheet, &ForceSheet::performed, this,
            [this](const IncidentId& incident, const QString& what) {
                if (m_sheet->isVisible()) { // else the officer has gone on
                    showBoard(incident);    // formed: here is its board
                }
                saved(what);
            });
    }
    return *m_sheet;
}

ForceBoard& TaskForces::board()
{
    if (m_board == nullptr) {
        m_board = m_makeBoard();
        adopt(*m_board);
        connect(m_board, &ForceBoard::performed, this, &TaskForces::saved);
        connect(m_board, &ForceBoard::changeRequested, this, [this](const IncidentId& incident) {
            m_right.showSheet(&sheet());
            sheet().openChange(incident);
        });
    }
    return *m_board;
}

ForceList& TaskForces::list()
{
    if (m_list == nullptr) {
        m_list = m_makeList();
        adopt(*m_list);
        connect(m_list, &ForceList::opened, this, [this](const IncidentId& incident) {
            Q_EMIT incidentChosen(incident);
            showBoard(incident);
        });
    }
    return *m_list;
}

void TaskForces::open(const IncidentId& incident)
{
    const auto known = m_desk.incident(incident);
    if (known == nullptr) {
        openAll();
        return;
    }
    if (known->force() != nullptr) {
        showBoard(incident);
        return;
    }
    model::FormForce sample;
    sample.name = "-";
    sample.leadUnit = UnitCode("HQ");
    sample.leadPost = model::answeringPost(m_desk.plan(), sample.leadUnit);
    const auto may = m_desk.canPerform(incident, sample);
    if (may) {
        showSheet(incident);
    } else if (!known->forces.empty()) {
        showBoard(incident); // as it ended
    } else {
        Q_EMIT said(errorText(may.error()));
    }
}

bool TaskForces::reopen(const IncidentId& incident, const model::Act& refused)
{
    if (const auto* formed = std::get_if<model::FormForce>(&refused)) {
        m_right.showSheet(&sheet());
        sheet().open(incident, *formed);
        return true;
    }
    const auto known = m_desk.incident(incident);
    if (known == nullptr || known->force() == nullptr) {
        return false; // it has ended meanwhile: doing it again says so
    }
    if (const auto* changed = std::get_if<model::ChangeForce>(&refused)) {
        m_right.showSheet(&sheet());
        sheet().openChange(incident, *changed);
        return true;
    }
    const bool isOfBoard = std::holds_alternative<model::StateGoal>(refused)
                           || std::holds_alternative<model::ForceMinutes>(refused)
                           || std::holds_alternative<model::TransferForce>(refused)
                           || std::holds_alternative<model::EndForce>(refused);
    if (isOfBoard) {
        m_right.showSheet(&board());
    }
    return isOfBoard && board().reopen(incident, refused);
}

void TaskForces::openSelected()
{
    open(m_right.detail().incidentId());
}

void TaskForces::openAll()
{
    m_right.showSheet(&list());
    list().open();
}

void TaskForces::showBoard(const IncidentId& incident)
{
    m_right.showSheet(&board());
    board().open(incident);
}

void TaskForces::showSheet(const IncidentId& incident)
{
    m_right.showSheet(&sheet());
    sheet().open(incident);
}

void TaskForces::saved(const QString& what)
{
    const bool isLive = m_desk.link().state == desk::LinkState::Live;
    Q_EMIT performed();
    Q_EMIT said(
        isLive ? tr("Saved: %1").arg(what) : tr("Saved on this desk, will be sent: %1").arg(what));
}

} // namespace sz::widgets
