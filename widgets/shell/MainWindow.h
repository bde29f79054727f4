// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The console's window: holds the watch page, its place on the screen, and the keys that belong to the window.

#include "data/desk/Desk.h"
#include "data/plan/Places.h"
#include "widgets/common/ThemeSource.h"
#include "widgets/common/TickTimer.h"

#include <QMainWindow>

namespace sz::widgets {

class WatchPage;

class MainWindow final : public QMainWindow
{
    Q_OBJECT
public:
    MainWindow(
        desk::Desk& desk,
        const plan::PlaceFinder& finder,
        const plan::PlaceIndex& index,
        ThemeSource& theme,
        TickTimer& tick);

    [[nodiscard]] WatchPage& page() { return *m_page; }
    /// Place, size and splitter as this seat left them, on a screen that exists.
    void restoreLayout();
    /// Runs events until board and map are complete; false after `ms`. Pictures and benchmarks only.
    bool waitUntilComplete(int ms);

protected:
    void closeEvent(QCloseEvent* event) override;

private:
    [[nodiscard]] QString settingsKey(const char* name) const;

    desk::Desk& m_desk;
    WatchPage* m_page;
};

} // namespace sz::widgets
