// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Ctrl+2: the supervision page in the place of board, map and detail; Ctrl+1: back.

#include "data/desk/Desk.h"
#include "widgets/common/ThemeSource.h"
#include "widgets/common/TickTimer.h"
#include "widgets/shell/StandIn.h"

#include <functional>

namespace sz::widgets {

class SupervisionPage;

/// Thread: gui.
class Supervising final : public StandIn
{
    Q_OBJECT
public:
    /// All outlive it.
    Supervising(
        desk::Desk& desk,
        const ThemeSource& theme,
        TickTimer& ticks,
        QWidget& watch,
        QWidget& window);

    /// Made now when it was not yet.
    [[nodiscard]] SupervisionPage& page();
    /// Called once when the page is made: further tabs.
    void setFurnish(std::function<void(SupervisionPage&)> furnish);

Q_SIGNALS:
    /// The watch is back, and is to show this.
    void incidentRequested(const sz::IncidentId& incident);

private:
    [[nodiscard]] QWidget* make() override;
    void enter() override;
    void setCompact(bool isCompact) override;

    desk::Desk& m_desk;
    const ThemeSource& m_theme;
    TickTimer& m_ticks;
    SupervisionPage* m_page = nullptr;
    std::function<void(SupervisionPage&)> m_furnish;
};

} // namespace sz::widgets
