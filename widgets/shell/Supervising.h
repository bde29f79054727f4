// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Ctrl+2: the supervision page in the place of board, map and detail; Ctrl+1: back.

#include "data/desk/Desk.h"
#include "widgets/common/ThemeSource.h"
#include "widgets/common/TickTimer.h"

#include <QObject>

#include <functional>

class QWidget;

namespace sz::widgets {

class SupervisionPage;

/// The page is made when it is first asked for. Top bar, alarms and the command line stay. Thread: gui.
class Supervising final : public QObject
{
    Q_OBJECT
public:
    /// `watch` is what the page takes the place of, in the vertical layout of `window`. All outlive it.
    Supervising(
        desk::Desk& desk,
        const ThemeSource& theme,
        TickTimer& ticks,
        QWidget& watch,
        QWidget& window);

    void open();
    void close();
    [[nodiscard]] bool isOpen() const;
    /// Made now when it was not yet.
    [[nodiscard]] SupervisionPage& page();
    /// Called once when the page is made: further tabs.
    void setFurnish(std::function<void(SupervisionPage&)> furnish);

Q_SIGNALS:
    void said(const QString& sentence);
    /// The watch is back, and is to show this.
    void incidentRequested(const sz::IncidentId& incident);
    void opening(); ///< what is shown instead of the watch is to give way
    void opened();
    /// The watch is back.
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
    SupervisionPage* m_page = nullptr;
    std::function<void(SupervisionPage&)> m_furnish;
};

} // namespace sz::widgets
