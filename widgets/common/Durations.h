// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Text of countdowns, ages, clocks and dates (design §4): never a bare "1:12" that could be hours or minutes.
// Words come from the translator (context "Durations"), the rest depends on the arguments only.

#include "data/base/Clock.h"
#include "data/plan/Calendar.h"

#include <QString>

namespace sz::widgets {

/// What is left until a limit, or by how much it is broken: "16:53 left", "04:12 late", "1 h 12 left", "3 d 04 h late".
/// zh_CN: 余 16:53, 逾 04:12, 余 1 时 12 分. Left rounds up and late rounds down to seconds, so 00:00 is the limit itself.
/// `left` is negative when the limit is broken.
[[nodiscard]] QString countdownText(Millis left);
/// The same for an explicit side: a late lamp with 300 ms left still counts up from 00:00.
[[nodiscard]] QString countdownText(Millis distance, bool isLate);
/// With the step in front: "sign-for 04:12 late" / 签收 逾 04:12. Without a step as above.
[[nodiscard]] QString stepCountdownText(const QString& step, Millis left, bool isLate);
/// How old something is: "6:41", "2:07", "1 h 41" / 1 时 41 分, from two days on "2 d 03 h". Negative counts as zero.
[[nodiscard]] QString ageText(Millis age);
/// A length of time as a rule gives it: "10 min", "1 h", "1 h 30", "2 d". Whole minutes; negative counts as zero.
[[nodiscard]] QString limitText(Minutes length);
/// A limit in working time: "7 workdays" / 7 个工作日, "2 h of work" / 工作时间 2 小时.
[[nodiscard]] QString limitText(const plan::WorkLimit& limit);

/// "14:23:07" local, offset in minutes east of Greenwich.
[[nodiscard]] QString clockText(Instant t, int utcOffsetMinutes);
/// "14:23".
[[nodiscard]] QString clockMinuteText(Instant t, int utcOffsetMinutes);
/// "Thu 17 Oct" / 10月17日 周四, names of days and months from the default QLocale.
[[nodiscard]] QString dateText(Instant t, int utcOffsetMinutes);
/// "Fri 18 Oct 14:23" / 10-18 周五 14:23.
[[nodiscard]] QString dayClockText(Instant t, int utcOffsetMinutes);

/// Thousands with commas in both languages: "1,354".
[[nodiscard]] QString numberText(qint64 value);

} // namespace sz::widgets
