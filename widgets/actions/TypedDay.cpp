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

NamedMoment namedMoment(const QString& typed, Instant now, int utcOffsetMinutes)
{
    static const QRegularExpression kForm(QStringLiteral(
        R"(^(.*?\S)\s+(?:(?:(\d{4})[-/年])?(\d{1,2})[-/月](\d{1,2})[日号]?\s+)?([01]?\d|2[0-3])[:：]([0-5]\d)$)"));
    const auto match = kForm.match(typed.trimmed());
    const QTimeZone zone = QTimeZone::fromSecondsAheadOfUtc(utcOffsetMinutes * 60);
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(toUtcMs(now), zone);
    const QTime clock(match.capturedView(5).toInt(), match.capturedView(6).toInt());
    const auto momentOf = [&](const QDate& day) {
        return fromUtcMs(QDateTime(day, clock, zone).toMSecsSinceEpoch());
    };
    if (!match.hasMatch()) {
        return {typed.trimmed(), std::nullopt};
    }
    if (match.capturedView(3).isEmpty()) {
        return {match.captured(1), momentOf(local.date())};
    }
    const int year = match.capturedView(2).toInt();
    std::optional<Instant> nearest;
    for (const int one : {local.date().year(), local.date().year() + 1, local.date().year() - 1}) {
        const QDate day(
            year > 0 ? year : one, match.capturedView(3).toInt(), match.capturedView(4).toInt());
        const auto distance = [now](Instant at) { return at > now ? at - now : now - at; };
        if (day.isValid() && (!nearest || distance(momentOf(day)) < distance(*nearest))) {
            nearest = momentOf(day);
        }
    }
    return nearest ? NamedMoment{match.captured(1), nearest}
                   : NamedMoment{typed.trimmed(), std::nullopt};
}

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
