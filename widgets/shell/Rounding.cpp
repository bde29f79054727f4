// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/Rounding.h"

#include "widgets/common/TickTimer.h"
#include "widgets/rounds/RoundAlarmRow.h"
#include "widgets/rounds/RoundSheet.h"
#include "widgets/shell/RightPane.h"

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
      m_alarms(new RoundAlarmRow(desk, theme, ticks, page))
{
    auto* key = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_F10), page);
    key->setObjectName(QStringLiteral("roundsKey"));
    key->setAutoRepeat(false);
    connect(key, &QShortcut::activated, this, &Rounding::open);
    connect(m_alarms, &RoundAlarmRow::said, this, &Rounding::said);
    connect(m_alarms, &RoundAlarmRow::openRequested, this, [this](const std::string& round) {
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
    }
    return *m_sheet;
}

void Rounding::open()
{
    m_right.showSheet(&sheet());
    sheet().open();
}

} // namespace sz::widgets
