// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Ctrl+F6: every task force at work, the one that ends first on top.

#include "data/desk/Desk.h"
#include "widgets/actions/SideSheet.h"

namespace sz::widgets {

class EmptyNote;
class MatterList;
class TickTimer;
struct MatterRow;

class ForceList final : public SideSheet
{
    Q_OBJECT
public:
    ForceList(
        desk::Desk& desk,
        const ThemeSource& theme,
        TickTimer& ticks,
        QWidget* parent = nullptr);
    ~ForceList() override;

    void open();

Q_SIGNALS:
    void opened(const sz::IncidentId& incident);

private:
    void refresh();
    [[nodiscard]] std::vector<MatterRow> rows() const;

    desk::Desk& m_desk;
    TickTimer& m_ticks;
    MatterList* m_list;
    EmptyNote* m_empty;
};

} // namespace sz::widgets
