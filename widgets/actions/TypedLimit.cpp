// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/actions/TypedLimit.h"

#include <QRegularExpression>

#include <cmath>

namespace sz::widgets {

namespace {

constexpr int kHour = 60;
constexpr int kDay = 24 * kHour;
constexpr int kLongest = 90 * kDay;

int minutesOf(const QString& unit)
{
    static const QStringList kHours{
        QStringLiteral("h"),    QStringLiteral("hr"),     QStringLiteral("hrs"),
        QStringLiteral("hour"), QStringLiteral("hours"),  QStringLiteral("时"),
        QStringLiteral("小时"), QStringLiteral("个小时"), QStringLiteral("钟头")};
    static const QStringList kDays{
        QStringLiteral("d"), QStringLiteral("day"), QStringLiteral("days"), QStringLiteral("天"),
        QStringLiteral("日")};
    static const QStringList kMinutes{QStringLiteral("m"),    QStringLiteral("min"),
                                      QStringLiteral("mins"), QStringLiteral("minutes"),
                                      QStringLiteral("分"),   QStringLiteral("分钟")};
    return kHours.contains(unit)     ? kHour
           : kDays.contains(unit)    ? kDay
           : kMinutes.contains(unit) ? 1
                                     : 0;
}

QChar plainChar(QChar c)
{
    switch (c.unicode()) {
    case u'，':
    case u'、':
    case u'；':
    case u';':
        return QLatin1Char(',');
    case u'：':
    case u':':
    case u'\u3000':
        return QLatin1Char(' ');
    case u'。':
        return QLatin1Char('.');
    default:
        return c >= u'\uFF01' && c <= u'\uFF5E' ? QChar(c.unicode() - 0xFEE0) : c;
    }
}

} // namespace

QString plainTyped(const QString& text)
{
    QString plain = text;
    for (QChar& c : plain) {
        c = plainChar(c);
    }
    return plain;
}

std::optional<int> typedMinutes(QStringView text)
{
    static const QRegularExpression kShape(
        QStringLiteral(R"(^(\d{1,6}(?:\.\d{1,2})?)\s*([a-z]+|[分时天日小个钟头]+)$)"));
    const auto match = kShape.match(plainTyped(text.trimmed().toString()).toLower());
    const int unit = match.hasMatch() ? minutesOf(match.captured(2)) : 0;
    if (unit == 0) {
        return std::nullopt;
    }
    const double minutes = std::round(match.captured(1).toDouble() * unit);
    return minutes >= 1 && minutes <= kLongest ? std::optional(static_cast<int>(minutes))
                                               : std::nullopt;
}

QString minutesTyped(int minutes)
{
    if (minutes >= 2 * kDay && minutes % kDay == 0) {
        return QStringLiteral("%1d").arg(minutes / kDay);
    }
    return minutes >= 2 * kHour && minutes % kHour == 0 ? QStringLiteral("%1h").arg(minutes / kHour)
                                                        : QStringLiteral("%1m").arg(minutes);
}

} // namespace sz::widgets
