// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What is wrong with the roster of the next day beside gaps: it is told on the watch, not only to who opens the roster.

#include "data/desk/Desk.h"
#include "data/roster/PlanRoster.h"

#include <QObject>

namespace sz::widgets {

class RosterStrip;
class TickTimer;

/// Counts anew when shifts have changed, at most once a second, and each minute. Thread: gui.
class ConflictWatch final : public QObject
{
    Q_OBJECT
public:
    /// All outlive it.
    ConflictWatch(desk::Desk& desk, TickTimer& ticks, RosterStrip& strip, QObject* parent);

private:
    void follow(Instant now);
    void tell(Instant now);

    desk::Desk& m_desk;
    RosterStrip& m_strip;
    roster::PlanRules m_rules;
    Instant m_toldAt;
    bool m_hasChanged = true;
};

} // namespace sz::widgets
