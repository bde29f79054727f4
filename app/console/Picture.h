// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A picture of a screen: real window, real desk, real headquarters, the clock standing still.

#include "app/console/LocalHeadquarters.h"
#include "data/desk/Desk.h"
#include "widgets/common/TickTimer.h"

#include <QSize>
#include <QString>

#include <functional>

namespace sz::widgets {
class MainWindow;
}

namespace sz::app {

/// Duty people of the sample, for pictures of signing on. Blocks.
[[nodiscard]] bool addPicturePeople(const LocalHeadquarters& local, const UnitCode& unit);

class Picture
{
public:
    Picture(widgets::MainWindow& window, desk::Desk& desk, widgets::TickTimer& tick, QString screen)
        : m_window(window), m_desk(desk), m_tick(tick), m_screen(std::move(screen))
    {
    }

    /// How headquarters is taken away for the offline screen, and how time passes after that.
    void onOffline(std::function<void()> cut, std::function<void(Millis)> advance)
    {
        m_cut = std::move(cut);
        m_advance = std::move(advance);
    }

    /// Waits until the board is live and everything is drawn, sets the scene, writes the PNG.
    /// The text of what went wrong; empty when the file is written.
    [[nodiscard]] QString take(const QString& file, QSize size);

private:
    [[nodiscard]] bool setCare();
    [[nodiscard]] bool setTyped();
    [[nodiscard]] bool setContact();
    [[nodiscard]] bool setDecision();
    [[nodiscard]] bool setForce();
    [[nodiscard]] bool setReports();
    bool setRelated();
    [[nodiscard]] bool setScene();
    [[nodiscard]] bool setSignOn();
    [[nodiscard]] IncidentId leading() const;

    widgets::MainWindow& m_window;
    desk::Desk& m_desk;
    widgets::TickTimer& m_tick;
    QString m_screen;
    std::function<void()> m_cut;
    std::function<void(Millis)> m_advance;
};

} // namespace sz::app
