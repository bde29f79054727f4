// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Which page of the window is shown: the watch, supervision, the roster, scores and brief, or the past. One at a time.

#include <QList>
#include <QObject>

namespace sz::widgets {

class Handing;
class ReportRoom;
class Replaying;
class RightPane;
class Rostering;
class StandIn;
class Supervising;
class TopBar;

/// Thread: gui.
class Pages final : public QObject
{
    Q_OBJECT
public:
    /// Makes the tabs and the key that leads back (Ctrl+1). All outlive it.
    Pages(
        TopBar& top,
        Supervising& supervising,
        Rostering& rostering,
        ReportRoom& reports,
        Handing& handing,
        Replaying& replaying,
        RightPane& right,
        QWidget* window);

    /// To the watch. Nothing happens when it is shown already.
    void leave();

Q_SIGNALS:
    /// The officer asked for the watch: the focus is to go to its list.
    void watchChosen();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void choose(int index);
    void tell();

    TopBar& m_top;
    Supervising& m_supervising;
    Rostering& m_rostering;
    ReportRoom& m_reports;
    QList<StandIn*> m_all;
};

} // namespace sz::widgets
