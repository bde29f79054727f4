// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Supervision (督查): one page with tabs. Campaigns, led cases and visits are its own; others add theirs with addTab.

#include "data/desk/Desk.h"
#include "widgets/common/ThemeSource.h"
#include "widgets/common/TickTimer.h"

#include <QWidget>

#include <functional>
#include <vector>

class QStackedWidget;

namespace sz::widgets {

class CampaignView;
class CaseView;
class VisitView;

/// Alt+1, Alt+2, … show the tabs, while the page is shown. Ctrl+1 leaves it. Thread: gui.
class SupervisionPage final : public QWidget
{
    Q_OBJECT
public:
    /// References outlive the page.
    SupervisionPage(
        desk::Desk& desk,
        const ThemeSource& theme,
        const TickTimer& ticks,
        QWidget* parent = nullptr);

    /// Behind those that are there; the page owns `view`. `enter` is called when its tab is shown: it takes the focus.
    void addTab(const QString& title, QWidget* view, std::function<void()> enter);
    /// 0-based.
    void showTab(int index);
    [[nodiscard]] int currentTab() const;
    /// The tab that is shown takes the focus.
    void enter();
    void setNow(Instant now);
    void setCompact(bool isCompact);
    [[nodiscard]] CampaignView& campaigns() { return *m_campaigns; }
    [[nodiscard]] CaseView& cases() { return *m_cases; }
    [[nodiscard]] VisitView& visits() { return *m_visits; }

Q_SIGNALS:
    void said(const QString& sentence);
    /// To be seen on the watch.
    void incidentRequested(const sz::IncidentId& incident);
    void left();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    class Tab;
    void light();

    const ThemeSource& m_theme;
    QWidget* m_tabs;
    QStackedWidget* m_views;
    CampaignView* m_campaigns;
    CaseView* m_cases;
    VisitView* m_visits;
    std::vector<Tab*> m_buttons;
    std::vector<std::function<void()>> m_enter;
};

} // namespace sz::widgets
