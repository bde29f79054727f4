// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/Rounding.h"

#include "widgets/common/TickTimer.h"
#include "widgets/rounds/RoundAlarmRow.h"
#include "widgets/rounds/RoundSheet.h"
#include "widgets/shell/RightPane.h"
#include "widgets/shell/RollCalls.h"

#include <QShortcut>

namespace sz::widgets {

Rounding::Rounding(
    desk::Desk& desk,
    const ThemeSource& theme,
    TickTimer& ticks,
    RightPane& right,
    QWidget* page)
    : QObject(page), m_desk(desk), m_right(right),
      m_make([&] { return new RoundSheet(desk, theme, ticks, &right); }),
      m_alarms(new RoundAlarmRow(desk, theme, ticks, page)),
      m_rolls(new RollCalls(desk, theme, ticks, right, this))
{
    connect(m_rolls, &RollCalls::said, this, &Rounding::said);
    connect(m_rolls, &RollCalls::left, this, &Rounding::left);
    auto* key = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_F10), page);
    key->setObjectName(QStringLiteral("roundsKey"));
    key->setAutoRepeat(false);
    connect(key, &QShortcut::activated, this, &Rounding::open);
    connect(m_alarms, &RoundAlarmRow::said, this, &Rounding::said);
    connect(m_alarms, &RoundAlarmRow::openRequested, this, [this](const std::string& round) {
        const auto it = m_desk.shift()->rounds.find(round);
        if (it != m_desk.shift()->rounds.end() && it->second.started.roll) {
            m_rolls->open(round);
            return;
        }
        m_right.showSheet(&sheet());
        sheet().open(round);
    });
}

RoundSheet& Rounding::sheet()
{
    if (m_sheet == nullptr) {
        m_sheet = m_make();
        m_sheet->setMinimumWidth(0);
        m_right.addSheet(m_sheet);
        connect(m_sheet, &SideSheet::closed, this, &Rounding::left);
        connect(m_sheet, &RoundSheet::said, this, &Rounding::said);
        connect(m_sheet, &RoundSheet::rollWanted, m_rolls, &RollCalls::begin);
        connect(m_sheet, &RoundSheet::rollChosen, m_rolls, &RollCalls::open);
    }
    return *m_sheet;
}

// A roll call that is on comes first: after a restart it goes on where it was.
void Rounding::open()
{
    if (const std::string roll = m_rolls->running();
        !roll.empty() && (m_sheet == nullptr || !m_sheet->isVisible())) {
        m_rolls->open(roll);
        return;
    }
    m_right.showSheet(&sheet());
    sheet().open();
}

} // namespace sz::widgets
