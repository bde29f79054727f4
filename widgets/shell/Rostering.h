// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Ctrl+3: the roster in the place of board, map and detail; Ctrl+1: back.

#include "data/desk/Desk.h"
#include "widgets/common/ThemeSource.h"
#include "widgets/common/TickTimer.h"
#include "widgets/shell/StandIn.h"

namespace sz::widgets {

class DeskShifts;
class RosterPage;

/// Thread: gui.
class Rostering final : public StandIn
{
    Q_OBJECT
public:
    /// All outlive it.
    Rostering(
        desk::Desk& desk,
        const ThemeSource& theme,
        TickTimer& ticks,
        QWidget& watch,
        QWidget& window);

    /// Made now when it was not yet.
    [[nodiscard]] RosterPage& page();

Q_SIGNALS:
    void dutyRequested(const sz::UnitCode& unit);

private:
    [[nodiscard]] QWidget* make() override;
    void enter() override;
    void setCompact(bool isCompact) override;

    desk::Desk& m_desk;
    const ThemeSource& m_theme;
    TickTimer& m_ticks;
    DeskShifts* m_shifts = nullptr;
    RosterPage* m_page = nullptr;
};

} // namespace sz::widgets
