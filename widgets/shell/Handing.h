// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// F10: the handover sheet in the place of board, map and detail; Esc: back.

#include "data/desk/Desk.h"
#include "widgets/common/ThemeSource.h"
#include "widgets/common/TickTimer.h"

#include <QObject>

#include <functional>

class QWidget;

namespace sz::widgets {

class HandoverPage;

/// The page is made when it is first asked for. Top bar, alarms and the command line stay. Thread: gui.
class Handing final : public QObject
{
    Q_OBJECT
public:
    /// `watch` is what the page takes the place of, in the vertical layout of `window`. All outlive it.
    Handing(
        desk::Desk& desk,
        const ThemeSource& theme,
        TickTimer& ticks,
        QWidget& watch,
        QWidget& window);

    void open();
    void close();
    [[nodiscard]] bool isOpen() const;
    /// Made now when it was not yet.
    [[nodiscard]] HandoverPage& page();
    using AskPath =
        std::function<void(const QString& suggested, std::function<void(QString)> then)>;
    void setAskPath(AskPath ask) { m_askPath = std::move(ask); }

Q_SIGNALS:
    void said(const QString& sentence);
    /// The watch is back, and is to show this.
    void incidentRequested(const sz::IncidentId& incident);
    void opening(); ///< what is shown instead of the watch is to give way
    void closed();  ///< the watch is back

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fit();

    desk::Desk& m_desk;
    const ThemeSource& m_theme;
    TickTimer& m_ticks;
    QWidget& m_watch;
    QWidget& m_window;
    AskPath m_askPath;
    HandoverPage* m_page = nullptr;
};

} // namespace sz::widgets
