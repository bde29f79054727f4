// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Inspection visits (督查走访) and their findings. The third tab of supervision.

#include "data/desk/Desk.h"
#include "widgets/common/ThemeSource.h"
#include "widgets/common/TickTimer.h"

#include <QWidget>

namespace sz::widgets {

class ElidedLabel;
class EmptyNote;
class PlainTable;
class VisitModel;
class VisitSheet;

/// Alt+N a new visit; Enter opens a visit or finding on the watch, where its order is followed and rechecked. Thread: gui.
class VisitView final : public QWidget
{
    Q_OBJECT
public:
    /// References outlive the view.
    VisitView(
        desk::Desk& desk,
        const ThemeSource& theme,
        const TickTimer& ticks,
        QWidget* parent = nullptr);

    void enter();
    void setNow(Instant now);
    void openSheet();

Q_SIGNALS:
    void said(const QString& sentence);
    void incidentRequested(const sz::IncidentId& incident);

private:
    void build();
    void refresh();
    void openChosen();

    desk::Desk& m_desk;
    const ThemeSource& m_theme;
    Instant m_now;
    VisitModel* m_visits;
    VisitSheet* m_sheet;
    PlainTable* m_table = nullptr;
    EmptyNote* m_empty = nullptr;
    ElidedLabel* m_head = nullptr;
};

} // namespace sz::widgets
