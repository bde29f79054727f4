// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/actions/TypedDay.h"

#include "widgets/actions/TypedLimit.h"

#include <QDateTime>
#include <QRegularExpression>
#include <QTimeZone>

namespace sz::widgets {
namespace {

/// A day without a year is the next one of that name, but not one that was there lately: "10-16" typed on 17 October is a slip,
/// not next year's.
constexpr Minutes kFarthest{183 * 24 * 60};

std::optional<Instant> endOf(const QDate& day, Instant now, const QTimeZone& zone)
{
    if (!day.isValid()) {
        return std::nullopt;
    }
    const QDateTime end(day, QTime(23, 59), zone);
    const Instant until = fromUtcMs(end.toMSecsSinceEpoch());
    return until > now ? std::optional(until) : std::nullopt;
}

std::optional<Instant> nextOf(int month, int day, Instant now, const QTimeZone& zone)
{
    const int year = QDateTime::fromMSecsSinceEpoch(toUtcMs(now), zone).date().year();
    if (const auto until = endOf(QDate(year, month, day), now, zone)) {
        return until;
    }
    const auto next = endOf(QDate(year + 1, month, day), now, zone);
    return next && *next - now <= kFarthest ? next : std::nullopt;
}

} // namespace

std::optional<Instant> typedDay(QStringView text, Instant now, int utcOffsetMinutes)
{
    if (const auto minutes = typedMinutes(text)) {
        return now + Minutes{*minutes};
    }
    static const QRegularExpression kDate(
        QStringLiteral(R"(^(?:(\d{4})[-/年])?(\d{1,2})[-/月](\d{1,2})日?$)"));
    const auto match = kDate.match(plainTyped(text.toString()).trimmed());
    if (!match.hasMatch()) {
        return std::nullopt;
    }
    const QTimeZone zone = QTimeZone::fromSecondsAheadOfUtc(utcOffsetMinutes * 60);
    const int month = match.capturedView(2).toInt();
    const int day = match.capturedView(3).toInt();
    return match.capturedView(1).isEmpty()
               ? nextOf(month, day, now, zone)
               : endOf(QDate(match.capturedView(1).toInt(), month, day), now, zone);
}

} // namespace sz::widgets
