// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/replay/MomentText.h"

#include "widgets/common/Durations.h"

#include <QRegularExpression>

namespace sz::widgets {
namespace {

using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::year_month_day;

constexpr int kLongest = 40; ///< characters looked at

std::optional<Millis> clockOf(const QRegularExpressionMatch& m, int first)
{
    if (m.captured(first).isEmpty()) {
        return days{1} - Millis{1}; // a day alone: all of it
    }
    const int hour = m.captured(first).toInt();
    const int minute = m.captured(first + 1).toInt();
    const bool hasSecond = !m.captured(first + 2).isEmpty();
    const int second = m.captured(first + 2).toInt();
    if (hour > 23 || minute > 59 || second > 59) {
        return std::nullopt;
    }
    // "14:02" is all that had happened when the clock left it.
    return std::chrono::hours{hour} + Minutes{minute}
           + (hasSecond ? Millis{second * 1000 + 999} : Millis{0});
}

std::optional<sys_days> dayOf(const QRegularExpressionMatch& m, sys_days about)
{
    if (m.captured(2).isEmpty()) {
        return about;
    }
    const auto year = m.captured(1).isEmpty() ? year_month_day(about).year()
                                              : std::chrono::year(m.captured(1).toInt());
    const year_month_day day(
        year, std::chrono::month(m.captured(2).toUInt()), std::chrono::day(m.captured(3).toUInt()));
    return day.ok() ? std::optional(sys_days(day)) : std::nullopt;
}

} // namespace

std::optional<TypedMoment> typedMoment(const QString& text, Instant about, int utcOffsetMinutes)
{
    const QString typed = text.left(kLongest).normalized(QString::NormalizationForm_KC).trimmed();
    static const QRegularExpression kNumber(QStringLiteral("^#\\s*(\\d{1,18})$"));
    if (const auto m = kNumber.match(typed); m.hasMatch()) {
        return m.captured(1).toULongLong();
    }
    static const QRegularExpression kMoment(
        QStringLiteral("^(?:(?:(\\d{4})[-/.年])?(\\d{1,2})[-/.月](\\d{1,2})日?)?\\s*"
                       "(?:(\\d{1,2}):?(\\d{2})(?::(\\d{2}))?)?$"));
    const auto m = kMoment.match(typed);
    if (!m.hasMatch() || typed.isEmpty()) {
        return std::nullopt;
    }
    const Minutes offset{utcOffsetMinutes};
    const auto day = dayOf(m, std::chrono::floor<days>(about + offset));
    const auto clock = clockOf(m, 4);
    if (!day || !clock) {
        return std::nullopt;
    }
    return Instant{*day} + *clock - offset;
}

QString momentText(Instant at, int utcOffsetMinutes)
{
    return dateText(at, utcOffsetMinutes) + QLatin1Char(' ') + clockText(at, utcOffsetMinutes);
}

} // namespace sz::widgets
