// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Ctrl+D: everything that waits for a decision, the oldest first. A row is left by an order, or by a reason for none.

#include "data/desk/Desk.h"
#include "widgets/actions/SideSheet.h"

namespace sz::widgets {

class EmptyNote;
class MatterList;
class TickTimer;
struct MatterRow;

class DecisionList final : public SideSheet
{
    Q_OBJECT
public:
    DecisionList(
        desk::Desk& desk,
        const ThemeSource& theme,
        TickTimer& ticks,
        QWidget* parent = nullptr);
    ~DecisionList() override;

    /// `first`: the row of this incident is chosen; empty: the oldest.
    void open(const IncidentId& first = {});
    /// Back from a row: when it is settled, the next one is chosen.
    void resume();

Q_SIGNALS:
    /// The row is to be decided; `ask` is the entry of its question.
    void decideRequested(const sz::IncidentId& incident, const std::string& ask);

private:
    void refresh();
    void describe();
    void decide(const MatterRow& row);
    [[nodiscard]] std::vector<MatterRow> rows() const;

    desk::Desk& m_desk;
    TickTimer& m_ticks;
    MatterList* m_list;
    EmptyNote* m_empty;
};

} // namespace sz::widgets
