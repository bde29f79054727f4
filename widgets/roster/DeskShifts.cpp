// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/roster/DeskShifts.h"

#include "data/desk/OnResult.h"

#include <tuple>

namespace sz::widgets {

DeskShifts::DeskShifts(desk::Desk& desk, QObject* parent)
    : ShiftSource(parent), m_desk(desk), m_state(desk.shift())
{
    connect(&desk, &desk::Desk::shiftChanged, this, [this] {
        m_state = m_desk.shift();
        Q_EMIT changed();
    });
}

const model::ShiftState& DeskShifts::state() const
{
    return *m_state;
}

Result<void> DeskShifts::canPerform(const model::ShiftAct& act) const
{
    return m_desk.canPerformShift(act);
}

// The desk refuses it once more and writes down that it was tried.
void DeskShifts::tried(const model::ShiftAct& act)
{
    std::ignore = m_desk.performShift(act);
}

void DeskShifts::perform(const model::ShiftAct& act)
{
    desk::onResult(this, m_desk.performShift(act), [this](const Result<desk::Receipt>& result) {
        if (result) {
            Q_EMIT performed();
        } else {
            Q_EMIT refused(result.error());
        }
    });
}

} // namespace sz::widgets
