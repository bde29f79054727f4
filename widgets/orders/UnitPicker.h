// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Units typed one after the other, the first leads; below, each with who is there now and its limits.

#include "data/desk/Desk.h"
#include "widgets/actions/OrderDraft.h"
#include "widgets/common/ThemeSource.h"

#include <QWidget>

#include <vector>

namespace sz::widgets {

class ElidedLabel;
class KeycapButton;
class OrderTable;
class PickEdit;

class UnitPicker final : public QWidget
{
    Q_OBJECT
public:
    UnitPicker(
        const desk::Desk& desk,
        const plan::PlaceFinder& finder,
        const ThemeSource& theme,
        QWidget* sheet);

    void setLines(std::vector<OrderLine> lines, Instant now);
    /// The same units with other limits; what is being typed stays.
    void updateLines(std::vector<OrderLine> lines);
    [[nodiscard]] const std::vector<OrderLine>& lines() const { return m_lines; }
    [[nodiscard]] PickEdit* edit() const { return m_edit; }
    /// Lead unit of earlier orders: then nobody new leads unless the operator says so. Empty = none.
    void setStandingLead(const UnitCode& unit);
    /// What a new unit starts with; `isLead` is ignored.
    void setDefaults(const OrderLine& limits);
    /// Takes the lit row of an open list.
    void settle();
    /// What is typed names no unit: nothing is done with it, and the note below says so.
    [[nodiscard]] bool isUnknown() const;

Q_SIGNALS:
    void linesChanged();

private:
    void search(const QString& text);
    void add(const UnitCode& unit);
    void remove(int row);
    void lead(int row);
    void leadNext();
    void refresh();
    void tellNote();

    const desk::Desk& m_desk; ///< who is there is asked of its roster
    const plan::Plan& m_plan;
    const plan::PlaceFinder& m_finder;
    PickEdit* m_edit;
    ElidedLabel* m_note;
    KeycapButton* m_next;
    OrderTable* m_table;
    std::vector<const plan::Unit*> m_offered;
    std::vector<OrderLine> m_lines;
    OrderLine m_defaults;
    UnitCode m_standingLead;
    Instant m_now;
};

} // namespace sz::widgets
