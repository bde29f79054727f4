// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// F9: the late list beside the board, from its keys to the desk.

#include "data/desk/Desk.h"
#include "widgets/common/ThemeSource.h"
#include "widgets/models/Alarms.h"

#include <QObject>

namespace sz::widgets {

class AlarmWatch;
class LatePanel;
class Performer;

/// Lies over the page right of `board`, as tall as that. Thread: gui; all outlive it.
class LateActs final : public QObject
{
    Q_OBJECT
public:
    LateActs(
        desk::Desk& desk,
        const ThemeSource& theme,
        AlarmWatch& alarms,
        Performer& performer,
        QWidget& board,
        QWidget* page);

    /// Opens the list, or takes in what is new; says so when nothing is late.
    void open();
    void close();
    [[nodiscard]] bool isOpen() const;
    /// The keys go back to the list if it is open; false: it is not.
    bool takeFocus();
    [[nodiscard]] LatePanel& panel() { return *m_panel; }

Q_SIGNALS:
    void said(const QString& sentence);
    void incidentChosen(const sz::IncidentId& incident); ///< a row of its became current
    void shelveRequested(const sz::widgets::Alarm& alarm);
    void opening(); ///< what hides the board is to give way
    void closed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void wire();
    void refresh();
    void place();
    void raise(const Alarm& alarm);

    desk::Desk& m_desk;
    AlarmWatch& m_alarms;
    Performer& m_performer;
    QWidget& m_board;
    QWidget* m_page;
    LatePanel* m_panel;
};

} // namespace sz::widgets
