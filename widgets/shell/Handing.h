// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// F10: the handover sheet in the place of board, map and detail; Esc: back.

#include "data/desk/Desk.h"
#include "widgets/common/ThemeSource.h"
#include "widgets/common/TickTimer.h"
#include "widgets/handover/PromiseLine.h"
#include "widgets/shell/StandIn.h"

#include <functional>

namespace sz::widgets {

class HandoverPage;

/// Thread: gui.
class Handing final : public StandIn
{
    Q_OBJECT
public:
    /// All outlive it.
    Handing(
        desk::Desk& desk,
        const ThemeSource& theme,
        TickTimer& ticks,
        QWidget& watch,
        QWidget& window);

    /// Made now when it was not yet.
    [[nodiscard]] HandoverPage& page();
    using AskPath =
        std::function<void(const QString& suggested, std::function<void(QString)> then)>;
    /// How the place of a drill is found.
    void setPlaces(PlaceReader places) { m_places = std::move(places); }
    void setAskPath(AskPath ask) { m_askPath = std::move(ask); }

Q_SIGNALS:
    /// The watch is back, and is to show this.
    void incidentRequested(const sz::IncidentId& incident);
    /// The watch is back, and an order of a promise is to be written.
    void orderRequested(const std::string& promise, const sz::IncidentId& incident);

private:
    [[nodiscard]] QWidget* make() override;
    void enter() override;
    void setCompact(bool isCompact) override;

    desk::Desk& m_desk;
    const ThemeSource& m_theme;
    TickTimer& m_ticks;
    AskPath m_askPath;
    PlaceReader m_places;
    HandoverPage* m_page = nullptr;
};

} // namespace sz::widgets
