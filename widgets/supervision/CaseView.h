// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Led cases (包案): the ranking, visits and stages, reminders. The second tab of supervision.

#include "data/desk/Desk.h"
#include "widgets/common/ThemeSource.h"
#include "widgets/common/TickTimer.h"

#include <QWidget>

namespace sz::widgets {

class AskBar;
class CaseModel;
class CaseSheet;
class ElidedLabel;
class EmptyNote;
class KeycapButton;
class PlainTable;
class ToneLabel;

/// Keys in the table: V a visit, S the next stage, B the one before, C reminds who has not seen to the chosen ones, L another
/// leader, Enter opens. Alt+N a new case. Thread: gui.
class CaseView final : public QWidget
{
    Q_OBJECT
public:
    /// References outlive the view.
    CaseView(
        desk::Desk& desk,
        const ThemeSource& theme,
        const TickTimer& ticks,
        QWidget* parent = nullptr);

    void enter();
    void setNow(Instant now);

Q_SIGNALS:
    void said(const QString& sentence);
    void incidentRequested(const sz::IncidentId& incident);

private:
    void build();
    void addKeys(QWidget* foot);
    void refresh();
    void refreshHead();
    void showStory();
    void visit();
    void stage(int step);
    void remind();
    void openSheet(const model::Incident* incident);
    [[nodiscard]] const model::Incident* current() const;
    [[nodiscard]] model::Act reminderOf(int row) const;

    desk::Desk& m_desk;
    const ThemeSource& m_theme;
    Instant m_now;
    CaseModel* m_cases;
    CaseSheet* m_sheet;
    PlainTable* m_table = nullptr;
    EmptyNote* m_empty = nullptr;
    AskBar* m_ask = nullptr;
    ElidedLabel* m_head = nullptr;
    ToneLabel* m_story = nullptr;
};

} // namespace sz::widgets
