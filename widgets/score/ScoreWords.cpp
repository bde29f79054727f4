// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/score/ScoreWords.h"

#include "widgets/common/Durations.h"
#include "widgets/common/VisibleText.h"
#include "widgets/models/Wording.h"

#include <QCoreApplication>

#include <array>

namespace sz::widgets {
namespace {

using report::Figure;
using report::Points;

struct ScoreWords
{
    Q_DECLARE_TR_FUNCTIONS(sz::widgets::ScoreWords)
};

constexpr std::array kPercents{
    "p50", "p90", "p95", QT_TRANSLATE_NOOP("sz::widgets::ScoreWords", "longest")};

// In the order of report::Figure, up to the times.
constexpr std::array kNames{
    QT_TRANSLATE_NOOP("sz::widgets::ScoreWords", "orders given"),
    QT_TRANSLATE_NOOP("sz::widgets::ScoreWords", "orders counted"),
    QT_TRANSLATE_NOOP("sz::widgets::ScoreWords", "orders done"),
    QT_TRANSLATE_NOOP("sz::widgets::ScoreWords", "orders open"),
    QT_TRANSLATE_NOOP("sz::widgets::ScoreWords", "orders withdrawn"),
    QT_TRANSLATE_NOOP("sz::widgets::ScoreWords", "orders handed on"),
    QT_TRANSLATE_NOOP("sz::widgets::ScoreWords", "signed, or late"),
    QT_TRANSLATE_NOOP("sz::widgets::ScoreWords", "signed in time"),
    QT_TRANSLATE_NOOP("sz::widgets::ScoreWords", "on scene, or late"),
    QT_TRANSLATE_NOOP("sz::widgets::ScoreWords", "on scene in time"),
    QT_TRANSLATE_NOOP("sz::widgets::ScoreWords", "first word given, or late"),
    QT_TRANSLATE_NOOP("sz::widgets::ScoreWords", "first word in time"),
    QT_TRANSLATE_NOOP("sz::widgets::ScoreWords", "done, or late"),
    QT_TRANSLATE_NOOP("sz::widgets::ScoreWords", "done in time"),
    QT_TRANSLATE_NOOP("sz::widgets::ScoreWords", "signed late"),
    QT_TRANSLATE_NOOP("sz::widgets::ScoreWords", "on scene late"),
    QT_TRANSLATE_NOOP("sz::widgets::ScoreWords", "first word late"),
    QT_TRANSLATE_NOOP("sz::widgets::ScoreWords", "done late"),
    QT_TRANSLATE_NOOP("sz::widgets::ScoreWords", "limits broken"),
    QT_TRANSLATE_NOOP("sz::widgets::ScoreWords", "steps behind, in time after all"),
    QT_TRANSLATE_NOOP("sz::widgets::ScoreWords", "returns"),
    QT_TRANSLATE_NOOP("sz::widgets::ScoreWords", "reliefs asked for"),
    QT_TRANSLATE_NOOP("sz::widgets::ScoreWords", "reliefs granted"),
    QT_TRANSLATE_NOOP("sz::widgets::ScoreWords", "rechecks failed"),
    QT_TRANSLATE_NOOP("sz::widgets::ScoreWords", "reminders"),
    QT_TRANSLATE_NOOP("sz::widgets::ScoreWords", "results rated"),
    QT_TRANSLATE_NOOP("sz::widgets::ScoreWords", "satisfied"),
    QT_TRANSLATE_NOOP("sz::widgets::ScoreWords", "mean rating")};

std::size_t placeIn(Figure figure)
{
    return static_cast<std::size_t>(figure) - static_cast<std::size_t>(Figure::SignP50);
}

QString exact(std::int64_t thousandths, int least = 0)
{
    return QString::fromStdString(report::thousandthsText(thousandths, least));
}

QString named(const std::string& zh, const std::string& en)
{
    return visibleLine(QString::fromStdString(uiLanguage() == Language::Chinese ? zh : en));
}

} // namespace

QString figureText(Figure figure)
{
    if (!report::isTime(figure)) {
        return ScoreWords::tr(kNames[static_cast<std::size_t>(figure)]);
    }
    return ScoreWords::tr("%1: %2", "step, percentile")
        .arg(stepName(report::kUnitSteps[placeIn(figure) / kPercents.size()]), percentText(figure));
}

QString percentText(Figure figure)
{
    return ScoreWords::tr(kPercents[placeIn(figure) % kPercents.size()]);
}

QString figureValue(Figure figure, std::optional<std::int64_t> value)
{
    if (!value) {
        return QStringLiteral("—");
    }
    if (report::isTime(figure)) {
        return ageText(Millis{*value * 1000});
    }
    return figure == Figure::RatingMean ? exact(*value, 2) : numberText(*value);
}

QString scoreText(const Points& points, int decimals)
{
    switch (points.why) {
    case Points::Why::Scored:
        return exact(points.score.value_or(0), decimals);
    case Points::Why::NoFormula:
        return QStringLiteral("—");
    case Points::Why::TooFew:
        return ScoreWords::tr("sample too small", "in place of a score");
    case Points::Why::NoCase:
        return ScoreWords::tr("nothing due yet", "in place of a score");
    }
    return {};
}

QString pointsText(const plan::ScoreRule& rule, const Points& points)
{
    QStringList parts;
    for (std::size_t i = 0; i < points.terms.size(); ++i) {
        const report::Part& part = points.terms[i];
        const QString name = named(rule.terms[i].nameZh, rule.terms[i].nameEn);
        parts.append(
            part.of > 0
                ? QStringLiteral("%1 %2 × %3/%4 = %5")
                      .arg(name)
                      .arg(rule.terms[i].weight)
                      .arg(part.number)
                      .arg(part.of)
                      .arg(exact(part.points, 3))
                : ScoreWords::tr("%1: no case, not counted", "term of the score").arg(name));
    }
    parts.append(ScoreWords::tr("sum %1", "of the terms").arg(exact(points.sum, 3)));
    for (std::size_t i = 0; i < points.deductions.size(); ++i) {
        const report::Part& part = points.deductions[i];
        if (part.number > 0) {
            parts.append(QStringLiteral("− %1 %2 (%3)")
                             .arg(
                                 named(rule.deductions[i].nameZh, rule.deductions[i].nameEn),
                                 exact(part.points), numberText(part.number)));
        }
    }
    return parts.join(QStringLiteral("  ·  "));
}

QString spanText(ReportSpan span)
{
    switch (span) {
    case ReportSpan::Shift:
        return ScoreWords::tr("This shift");
    case ReportSpan::Day:
        return ScoreWords::tr("Today");
    case ReportSpan::Week:
        return ScoreWords::tr("7 days");
    case ReportSpan::Month:
        return ScoreWords::tr("This month");
    }
    return {};
}

QString periodText(const report::Period& period, int utcOffsetMinutes)
{
    const bool isOneDay =
        dateText(period.from, utcOffsetMinutes) == dateText(period.until, utcOffsetMinutes);
    return ScoreWords::tr("%1 to %2", "period")
        .arg(
            dayClockText(period.from, utcOffsetMinutes),
            isOneDay ? clockMinuteText(period.until, utcOffsetMinutes)
                     : dayClockText(period.until, utcOffsetMinutes));
}

QString logText(const report::Sheet& sheet)
{
    return ScoreWords::tr("log #%1 to #%2, %3 entries")
        .arg(sheet.first)
        .arg(sheet.head)
        .arg(numberText(static_cast<qint64>(sheet.entries)));
}

} // namespace sz::widgets
