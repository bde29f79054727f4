// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What is wrong with the roster of the next day: it is told on the watch, not only to who opens the roster.

#include "data/desk/Desk.h"
#include "data/roster/Conflicts.h"
#include "data/roster/PlanRoster.h"

#include <QObject>

namespace sz::widgets {

class RosterStrip;
class TickTimer;

/// Counts anew when shifts have changed, at most once a second, and each minute. Gaps of zones, districts and lines are the strip's own
/// matter: their cells show them. Thread: gui; the counting is done in the pool.
class ConflictWatch final : public QObject
{
    Q_OBJECT
public:
    /// All outlive it.
    ConflictWatch(desk::Desk& desk, TickTimer& ticks, RosterStrip& strip, QObject* parent);

    /// What is shown is of the last change and the last minute.
    [[nodiscard]] bool isSettled() const { return !m_isCounting && !m_hasChanged; }

private:
    /// What one count came to.
    struct Found
    {
        roster::Roster roster;
        std::vector<roster::Conflict> conflicts;
    };
    void follow(Instant now);
    void count(Instant now);
    void tell(const Found& found);

    desk::Desk& m_desk;
    RosterStrip& m_strip;
    roster::PlanRules m_rules;
    Instant m_toldAt;
    bool m_hasChanged = true;
    bool m_isCounting = false;
};

} // namespace sz::widgets
