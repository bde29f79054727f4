// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Ctrl+4 and F8: scores and brief in the place of board, map and detail; top bar, alarms and command line stay.

#include "data/desk/Desk.h"
#include "widgets/common/ThemeSource.h"
#include "widgets/shell/StandIn.h"

namespace sz::widgets {

class BriefPage;
class CommandLine;
class KeycapButton;
class RightPane;
class ScorePage;

/// Wide windows show both side by side. Thread: gui.
class ReportRoom final : public StandIn
{
    Q_OBJECT
public:
    /// A sheet that opens in `right` calls the watch back. All outlive it.
    ReportRoom(
        desk::Desk& desk,
        const ThemeSource& theme,
        QWidget& watch,
        RightPane& right,
        CommandLine& line,
        QWidget& window);

    void showScores();
    void showBrief();
    [[nodiscard]] ScorePage& scores();
    [[nodiscard]] BriefPage& brief();

Q_SIGNALS:
    void incidentRequested(const sz::IncidentId& id);
    void left();

private:
    void addKeycap(
        CommandLine& line,
        const QKeyCombination& keys,
        const QString& label,
        const char* name,
        void (ReportRoom::*act)());
    [[nodiscard]] QWidget* make() override;
    void enter() override;
    void setCompact(bool isCompact) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

    desk::Desk& m_desk;
    const ThemeSource& m_theme;
    RightPane& m_right;
    QList<KeycapButton*> m_keys;
    ScorePage* m_scores = nullptr;
    BriefPage* m_brief = nullptr;
    bool m_wantsBrief = false; ///< of the two, where only one has room
};

} // namespace sz::widgets
