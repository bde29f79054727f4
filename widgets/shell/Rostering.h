// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Ctrl+3: the roster in the place of board, map and detail; Ctrl+1: back.

#include "data/desk/Desk.h"
#include "widgets/common/ThemeSource.h"
#include "widgets/common/TickTimer.h"

#include <QObject>

namespace sz::widgets {

class DeskShifts;
class RosterPage;

/// The page is made when it is first asked for. Top bar, alarms and the command line stay. Thread: gui.
class Rostering final : public QObject
{
    Q_OBJECT
public:
    /// `watch` is what the page takes the place of, in the vertical layout of `window`. All outlive it.
    Rostering(
        desk::Desk& desk,
        const ThemeSource& theme,
        TickTimer& ticks,
        QWidget& watch,
        QWidget& window);

    void open();
    void close();
    [[nodiscard]] bool isOpen() const;
    /// Made now when it was not yet.
    [[nodiscard]] RosterPage& page();

Q_SIGNALS:
    void said(const QString& sentence);
    void dutyRequested(const sz::UnitCode& unit);
    void opening(); ///< what is shown instead of the watch is to give way
    void opened();
    void closed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fit();

    desk::Desk& m_desk;
    const ThemeSource& m_theme;
    TickTimer& m_ticks;
    QWidget& m_watch;
    QWidget& m_window;
    DeskShifts* m_shifts = nullptr;
    RosterPage* m_page = nullptr;
};

} // namespace sz::widgets
