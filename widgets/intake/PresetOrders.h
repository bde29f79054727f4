// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Orders the plan suggests for a kind at a place: ticked ones are issued together with the report.

#include "data/desk/Desk.h"
#include "widgets/actions/OrderDraft.h"
#include "widgets/common/ThemeSource.h"

#include <QWidget>

namespace sz::widgets {

class ElidedLabel;
class KeycapButton;
class OrderTable;

class PresetOrders final : public QWidget
{
    Q_OBJECT
public:
    PresetOrders(const desk::Desk& desk, const ThemeSource& theme, QWidget* sheet);

    /// What the report says now. Ticks stay with their units.
    void setMatter(
        const KindCode& kind,
        plan::Grade grade,
        const plan::Place& place,
        plan::Mode mode,
        Instant now);
    [[nodiscard]] std::vector<OrderLine> tickedLines() const;
    [[nodiscard]] std::vector<UnitCode> tickedUnits() const { return m_ticked; }
    void setTicked(const std::vector<UnitCode>& units);

Q_SIGNALS:
    void tickedChanged();

private:
    void refresh();
    void toggleAll();
    void describe();

    const desk::Desk& m_desk; ///< who is there is asked of its roster
    const plan::Plan& m_plan;
    ElidedLabel* m_title;
    KeycapButton* m_all;
    OrderTable* m_table;
    KindCode m_kind;
    plan::Grade m_grade = plan::Grade::IV;
    plan::Place m_place;
    plan::Mode m_mode = plan::Mode::Normal;
    Instant m_now;
    std::vector<UnitCode> m_ticked;
};

} // namespace sz::widgets
