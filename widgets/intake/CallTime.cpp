// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/intake/CallTime.h"

#include "widgets/actions/TypedLimit.h"
#include "widgets/common/Durations.h"

#include <QRegularExpression>

namespace sz::widgets {

namespace {

using std::chrono::days;
using std::chrono::seconds;

std::optional<seconds> timeOfDay(const QString& typed)
{
    static const QRegularExpression kShape(
        QStringLiteral(R"(^(\d{1,2})[: .]?(\d{2})(?:[: .]?(\d{2}))?$)"));
    const auto match = kShape.match(plainTyped(typed.trimmed()));
    const int hour = match.captured(1).toInt();
    const int minute = match.captured(2).toInt();
    const int second = match.captured(3).toInt();
    const bool isTime = match.hasMatch() && hour < 24 && minute < 60 && second < 60;
    return isTime ? std::optional(seconds{(hour * 60 + minute) * 60 + second}) : std::nullopt;
}

} // namespace

std::optional<Instant>
callTime(const QString& typed, Instant given, Instant now, int utcOffsetMinutes)
{
    if (typed.trimmed() == clockText(given, utcOffsetMinutes)) {
        return given;
    }
    const auto time = timeOfDay(typed);
    if (!time) {
        return std::nullopt;
    }
    const Minutes offset{utcOffsetMinutes};
    const Instant midnight = std::chrono::floor<days>(now + offset) - offset;
    const Instant today = midnight + *time;
    return today <= now ? today : today - days{1};
}

} // namespace sz::widgets
