// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Ctrl+4 and F8: scores and brief in the place of board, map and detail; top bar, alarms and command line stay.

#include "data/desk/Desk.h"
#include "widgets/common/ThemeSource.h"

#include <QKeyCombination>
#include <QList>
#include <QObject>

class QSplitter;

namespace sz::widgets {

class BriefPage;
class CommandLine;
class KeycapButton;
class RightPane;
class ScorePage;

/// The pages are made when they are first asked for. Wide windows show both side by side. Thread: gui.
class ReportRoom final : public QObject
{
    Q_OBJECT
public:
    /// `watch` is what gives way, in the layout of its parent; a sheet that opens in `right` calls it back.
    ReportRoom(
        desk::Desk& desk,
        const ThemeSource& theme,
        QWidget& watch,
        RightPane& right,
        CommandLine& line,
        QObject* parent);

    void showScores();
    void showBrief();
    void leave();
    [[nodiscard]] bool isShown() const;
    [[nodiscard]] ScorePage& scores();
    [[nodiscard]] BriefPage& brief();

Q_SIGNALS:
    void said(const QString& sentence);
    void incidentRequested(const sz::IncidentId& id);
    void opening(); ///< what is shown instead of the watch is to give way
    void opened();
    void closed();
    void left();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void addKey(
        CommandLine& line,
        const QKeyCombination& keys,
        const QString& label,
        const char* name,
        void (ReportRoom::*act)());
    void make();
    void enter(QWidget& wanted, QWidget& other);

    desk::Desk& m_desk;
    const ThemeSource& m_theme;
    QWidget& m_watch;
    RightPane& m_right;
    QList<KeycapButton*> m_keys;
    QSplitter* m_room = nullptr;
    ScorePage* m_scores = nullptr;
    BriefPage* m_brief = nullptr;
};

} // namespace sz::widgets
