// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The roster page's acts are entries of this desk.

#include "data/desk/Desk.h"
#include "widgets/roster/ShiftSource.h"

namespace sz::widgets {

/// Thread: gui; the desk outlives it.
class DeskShifts final : public ShiftSource
{
    Q_OBJECT
public:
    DeskShifts(desk::Desk& desk, QObject* parent);

    [[nodiscard]] const model::ShiftState& state() const override;
    [[nodiscard]] Result<void> canPerform(const model::ShiftAct& act) const override;
    void perform(const model::ShiftAct& act) override;
    [[nodiscard]] DeskId deskHere() const override { return m_desk.deskId(); }

protected:
    void tried(const model::ShiftAct& act) override;

private:
    desk::Desk& m_desk;
    std::shared_ptr<const model::ShiftState> m_state;
};

} // namespace sz::widgets
