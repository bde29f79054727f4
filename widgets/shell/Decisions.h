// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Q and Ctrl+D: a question is put for decision; the list of all of them, each settled by an order or by a reason for none.

#include "data/desk/Desk.h"
#include "widgets/common/ThemeSource.h"

#include <QObject>

#include <functional>
#include <string>

namespace sz::widgets {

class DecisionList;
class RightPane;
class TickTimer;

/// Thread: gui.
class Decisions final : public QObject
{
    Q_OBJECT
public:
    /// All outlive it. `page` is the window's page: Ctrl+D works anywhere in that window.
    Decisions(
        desk::Desk& desk,
        const ThemeSource& theme,
        TickTimer& ticks,
        RightPane& right,
        QWidget* page);

    /// Asks for the question.
    void ask(const IncidentId& incident);
    /// `first`: its row is chosen; empty: the oldest.
    void openList(const IncidentId& first = {});
    /// The order sheet for this question.
    void decide(const IncidentId& incident, const std::string& ask);
    [[nodiscard]] DecisionList& list();

Q_SIGNALS:
    void said(const QString& message);
    /// The list was put away.
    void left();
    void incidentChosen(const sz::IncidentId& incident);

private:
    void wireOrders();
    void onDecided(bool isOrdered);
    void onPutAway();
    void back();

    desk::Desk& m_desk;
    RightPane& m_right;
    std::function<DecisionList*()> m_make;
    DecisionList* m_list = nullptr;
    bool m_isWired = false;
    bool m_isDeciding = false; ///< the order sheet was opened from the list
};

} // namespace sz::widgets
