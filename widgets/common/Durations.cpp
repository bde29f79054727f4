// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/Durations.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

#include <algorithm>
#include <chrono>

namespace sz::widgets {

namespace {

using Seconds = std::chrono::seconds;

constexpr qint64 kMinute = 60;
constexpr qint64 kHour = 60 * kMinute;
constexpr qint64 kDay = 24 * kHour;
constexpr qint64 kDaysFrom = 2 * kDay; ///< below it, hours say more

QString two(qint64 n)
{
    return QStringLiteral("%1").arg(n, 2, 10, QLatin1Char('0'));
}

QString minutesSeconds(qint64 seconds)
{
    return two(seconds / kMinute) + QLatin1Char(':') + two(seconds % kMinute);
}

QString leftText(qint64 seconds)
{
    if (seconds < kHour) {
        return QCoreApplication::translate("Durations", "%1 left", "16:53 left")
            .arg(minutesSeconds(seconds));
    }
    if (seconds < kDaysFrom) {
        return QCoreApplication::translate("Durations", "%1 h %2 left", "hours, minutes")
            .arg(seconds / kHour)
            .arg(two(seconds % kHour / kMinute));
    }
    return QCoreApplication::translate("Durations", "%1 d %2 h left", "days, hours")
        .arg(seconds / kDay)
        .arg(two(seconds % kDay / kHour));
}

QString lateText(qint64 seconds)
{
    if (seconds < kHour) {
        return QCoreApplication::translate("Durations", "%1 late", "04:12 late")
            .arg(minutesSeconds(seconds));
    }
    if (seconds < kDaysFrom) {
        return QCoreApplication::translate("Durations", "%1 h %2 late", "hours, minutes")
            .arg(seconds / kHour)
            .arg(two(seconds % kHour / kMinute));
    }
    return QCoreApplication::translate("Durations", "%1 d %2 h late", "days, hours")
        .arg(seconds / kDay)
        .arg(two(seconds % kDay / kHour));
}

QDateTime local(Instant t, int utcOffsetMinutes)
{
    return QDateTime::fromMSecsSinceEpoch(
        toUtcMs(t), QTimeZone::fromSecondsAheadOfUtc(utcOffsetMinutes * 60));
}

} // namespace

QString countdownText(Millis distance, bool isLate)
{
    if (isLate) {
        return lateText(std::max<qint64>(0, std::chrono::floor<Seconds>(-distance).count()));
    }
    return leftText(std::max<qint64>(0, std::chrono::ceil<Seconds>(distance).count()));
}

QString countdownText(Millis left)
{
    return countdownText(left, left < Millis::zero());
}

QString stepCountdownText(const QString& step, Millis left, bool isLate)
{
    const QString time = countdownText(left, isLate);
    return step.isEmpty() ? time
                          : QCoreApplication::translate(
                                "Durations", "%1 %2", "step, countdown: sign-for 04:12 late")
                                .arg(step, time);
}

QString ageText(Millis age)
{
    const qint64 seconds = std::max<qint64>(0, std::chrono::floor<Seconds>(age).count());
    if (seconds < kHour) {
        return QString::number(seconds / kMinute) + QLatin1Char(':') + two(seconds % kMinute);
    }
    if (seconds < kDaysFrom) {
        return QCoreApplication::translate("Durations", "%1 h %2", "age: hours, minutes")
            .arg(seconds / kHour)
            .arg(two(seconds % kHour / kMinute));
    }
    return QCoreApplication::translate("Durations", "%1 d %2 h", "age: days, hours")
        .arg(seconds / kDay)
        .arg(two(seconds % kDay / kHour));
}

QString limitText(Minutes length)
{
    const qint64 minutes = std::max<qint64>(0, length.count());
    if (minutes < 60) {
        return QCoreApplication::translate("Durations", "%1 min", "a limit").arg(minutes);
    }
    if (minutes % (24 * 60) == 0 && minutes > 24 * 60) {
        return QCoreApplication::translate("Durations", "%1 d", "a limit").arg(minutes / (24 * 60));
    }
    if (minutes % 60 == 0) {
        return QCoreApplication::translate("Durations", "%1 h", "a limit").arg(minutes / 60);
    }
    return QCoreApplication::translate("Durations", "%1 h %2", "a limit: hours, minutes")
        .arg(minutes / 60)
        .arg(two(minutes % 60));
}

QString limitText(const plan::WorkLimit& limit)
{
    return limit.unit == plan::WorkLimit::Unit::Days
               ? QCoreApplication::translate("Durations", "%n workdays", "a limit", limit.amount)
               : QCoreApplication::translate("Durations", "%1 of work", "a limit: 2 h of work")
                     .arg(limitText(Minutes{limit.amount}));
}

QString clockText(Instant t, int utcOffsetMinutes)
{
    return local(t, utcOffsetMinutes).time().toString(QStringLiteral("HH:mm:ss"));
}

QString clockMinuteText(Instant t, int utcOffsetMinutes)
{
    return local(t, utcOffsetMinutes).time().toString(QStringLiteral("HH:mm"));
}

QString dateText(Instant t, int utcOffsetMinutes)
{
    return QLocale().toString(
        local(t, utcOffsetMinutes).date(),
        QCoreApplication::translate(
            "Durations", "ddd d MMM", "date format of QLocale: Thu 17 Oct"));
}

QString dayClockText(Instant t, int utcOffsetMinutes)
{
    const QString day = QLocale().toString(
        local(t, utcOffsetMinutes).date(),
        QCoreApplication::translate(
            "Durations", "ddd d MMM", "short date before a clock: Fri 18 Oct"));
    return QCoreApplication::translate("Durations", "%1 %2", "day, clock: Fri 18 Oct 14:23")
        .arg(day, clockMinuteText(t, utcOffsetMinutes));
}

QString numberText(qint64 value)
{
    return QLocale(QLocale::English, QLocale::UnitedStates).toString(value);
}

} // namespace sz::widgets
