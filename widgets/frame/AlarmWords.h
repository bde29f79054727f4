// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What the alarm row says about one late step, as plain text: who owes what, how late, what was done about it.

#include "widgets/models/Alarms.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace sz::widgets {

struct AlarmWords
{
    QString title;     ///< "045 Hospital on generator"
    QString cause;     ///< "Power: sign-for 04:12 late (limit 10 min)"
    QString causeSlot; ///< the same with the widest digits
    QString done;      ///< "chased 2 times, last 14:21"; only what is true, may be empty
    QString climb;     ///< "deputy's turn, 14:28 goes up to duty chief"; may be empty
};
[[nodiscard]] AlarmWords alarmWords(const Alarm& alarm, const plan::Plan& plan, Instant now);

/// More than these are grouped by cause.
inline constexpr std::size_t kFloodFrom = 10;

/// "045 Hospital on generator", one a line, at most twelve, then how many more.
[[nodiscard]] QString alarmList(const std::vector<Alarm>& alarms);

} // namespace sz::widgets
