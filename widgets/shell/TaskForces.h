// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// F6 and Ctrl+F6: the task force of the selected incident, formed or on its board, and the list of all of them.

#include "data/desk/Desk.h"
#include "widgets/common/ThemeSource.h"

#include <QObject>

#include <functional>

namespace sz::plan {
class PlaceFinder;
}

namespace sz::widgets {

class ForceBoard;
class ForceList;
class ForceSheet;
class RightPane;
class SideSheet;
class TickTimer;

/// Makes its sheets when they are first asked for. Thread: gui.
class TaskForces final : public QObject
{
    Q_OBJECT
public:
    /// All outlive it. `page` is the window's page: its keys work anywhere in that window.
    TaskForces(
        desk::Desk& desk,
        const plan::PlaceFinder& finder,
        const ThemeSource& theme,
        TickTimer& ticks,
        RightPane& right,
        QWidget* page);

    /// The board of its task force, else the sheet that forms one; who may not form one is told so.
    void open(const IncidentId& incident);
    /// Of the incident shown in the detail; without one the list.
    void openSelected();
    void openAll();
    /// A refused act about a task force: its form, filled in as it was; false when it is none of these.
    bool reopen(const IncidentId& incident, const model::Act& refused);

    [[nodiscard]] ForceSheet& sheet();
    [[nodiscard]] ForceBoard& board();
    [[nodiscard]] ForceList& list();

Q_SIGNALS:
    void said(const QString& message);
    /// An act of a form is saved; `said` follows.
    void performed();
    /// A sheet was put away.
    void left();
    void incidentChosen(const sz::IncidentId& incident);

private:
    void showBoard(const IncidentId& incident);
    void showSheet(const IncidentId& incident);
    void saved(const QString& what);
    void adopt(SideSheet& sheet);

    desk::Desk& m_desk;
    RightPane& m_right;
    std::function<ForceSheet*()> m_makeSheet;
    std::function<ForceBoard*()> m_makeBoard;
    std::function<ForceList*()> m_makeList;
    ForceSheet* m_sheet = nullptr;
    ForceBoard* m_board = nullptr;
    ForceList* m_list = nullptr;
};

} // namespace sz::widgets
