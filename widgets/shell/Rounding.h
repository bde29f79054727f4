// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Ctrl+F10: check-in rounds beside the watch; whoever misses twice is an alarm wherever the officer is.

#include "data/desk/Desk.h"
#include "widgets/common/ThemeSource.h"

#include <QObject>

#include <functional>

namespace sz::widgets {

class RightPane;
class RollCalls;
class RoundAlarmRow;
class RoundSheet;
class TickTimer;

/// Makes its sheet when it is first asked for. Thread: gui.
class Rounding final : public QObject
{
    Q_OBJECT
public:
    /// All outlive it. `page` is the window's page: the key works anywhere in that window.
    Rounding(
        desk::Desk& desk,
        const ThemeSource& theme,
        TickTimer& ticks,
        RightPane& right,
        QWidget* page);

    void open();
    [[nodiscard]] RoundSheet& sheet();
    [[nodiscard]] RollCalls& rolls() { return *m_rolls; }
    /// For the column of the page, under its alarms.
    [[nodiscard]] RoundAlarmRow& alarms() { return *m_alarms; }

Q_SIGNALS:
    void said(const QString& message);
    /// The sheet was put away.
    void left();

private:
    desk::Desk& m_desk;
    RightPane& m_right;
    std::function<RoundSheet*()> m_make;
    RoundSheet* m_sheet = nullptr;
    RoundAlarmRow* m_alarms;
    RollCalls* m_rolls;
};

} // namespace sz::widgets
