// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/actions/TypedLimit.h"

#include <QCoreApplication>
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

std::optional<plan::WorkLimit> typedWork(QStringView text)
{
    using Unit = plan::WorkLimit::Unit;
    static const QRegularExpression kShape(QStringLiteral(
        "^(\\d{1,5})\\s*(?:(wd|workdays?|个?工作日)|(wh|个?工作小时)|(wm|工作分钟))$"));
    const auto match = kShape.match(plainTyped(text.trimmed().toString()).toLower());
    if (!match.hasMatch()) {
        return std::nullopt;
    }
    const int number = match.captured(1).toInt();
    const bool isDays = match.hasCaptured(2);
    const int amount = match.hasCaptured(3) ? number * kHour : number;
    return amount >= 1 && amount <= (isDays ? plan::kMostWorkDays : kLongest)
               ? std::optional(plan::WorkLimit{isDays ? Unit::Days : Unit::Minutes, amount})
               : std::nullopt;
}

QString workTyped(const plan::WorkLimit& limit)
{
    const auto said = [](const char* shape, int number) {
        return QCoreApplication::translate("TypedLimit", shape).arg(number);
    };
    if (limit.unit == plan::WorkLimit::Unit::Days) {
        return said(QT_TRANSLATE_NOOP("TypedLimit", "%1wd"), limit.amount);
    }
    return limit.amount % kHour == 0
               ? said(QT_TRANSLATE_NOOP("TypedLimit", "%1wh"), limit.amount / kHour)
               : said(QT_TRANSLATE_NOOP("TypedLimit", "%1wm"), limit.amount);
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
