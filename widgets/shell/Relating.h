// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// G and W: opens their sheets, tells what was done with a way back, and goes from one incident to the other.

#include "data/desk/Desk.h"
#include "widgets/models/Relations.h"

#include <QObject>

#include <memory>

namespace sz::widgets {

struct Related;
class RightPane;
class Undoing;

/// An undo is an act of its own, offered in the toast. Thread: gui.
class Relating final : public QObject
{
    Q_OBJECT
public:
    /// All outlive it.
    Relating(desk::Desk& desk, RightPane& right, Undoing& undoing, QObject* parent);

    /// The board has changed.
    void setRelations(std::shared_ptr<const Relations> relations);
    void openRelate(const IncidentId& incident);
    void openWatch(const IncidentId& incident);
    /// From a merged incident to where it is dealt with. False, and nothing happens, when it is not merged.
    bool follow(const IncidentId& incident);
    /// To any incident, also one the board does not hold; says so when this desk was never told of it.
    void goTo(const IncidentId& incident);

Q_SIGNALS:
    void said(const QString& message);
    void incidentChosen(const sz::IncidentId& incident);
    /// A sheet has done its act, or was put away.
    void saved();
    void left();

private:
    void wireSheets();
    void told(const Related& done);

    desk::Desk& m_desk;
    RightPane& m_right;
    Undoing& m_undoing;
    std::shared_ptr<const Relations> m_relations = std::make_shared<const Relations>();
};

} // namespace sz::widgets
