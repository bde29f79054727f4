// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/actions/FindRows.h"

#include "widgets/common/VisibleText.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QTimeZone>

namespace sz::widgets {
namespace {

class FindWords
{
    Q_DECLARE_TR_FUNCTIONS(FindWords)
};

QString whyNothing(const desk::SearchResult& result, const QString& typed)
{
    using Empty = desk::SearchResult::Empty;
    switch (result.empty) {
    case Empty::No:
        return {};
    case Empty::NothingTyped:
        return FindWords::tr(
            "Type some characters of the matter or its place, or pinyin initials.");
    case Empty::NoIncidents:
        return FindWords::tr("This desk has not been told of any incident yet.");
    case Empty::NoMatch:
        return FindWords::tr(
                   "None of %n incidents' texts has “%1”.", nullptr, static_cast<int>(result.texts))
            .arg(visibleLine(typed));
    case Empty::NotReady:
        return FindWords::tr(
            "Not found so far: %n acts are still to be looked through.", nullptr,
            static_cast<int>(result.behind));
    case Empty::Unavailable:
        return FindWords::tr("The search index cannot be read just now; it is made anew.");
    }
    return {};
}

} // namespace

std::vector<ChoiceRow>
findRows(const desk::SearchResult& result, const QString& typed, int utcOffsetMinutes)
{
    std::vector<ChoiceRow> rows;
    for (const desk::Found& one : result.found) {
        const QDateTime at = QDateTime::fromMSecsSinceEpoch(
            toUtcMs(one.at), QTimeZone::fromSecondsAheadOfUtc(utcOffsetMinutes * 60));
        const QString title = QString::fromStdString(one.title.empty() ? one.place : one.title);
        rows.push_back(
            {visibleLine(title), at.toString(QStringLiteral("MM-dd HH:mm")),
             visibleLine(QString::fromStdString(one.place)), false});
    }
    if (rows.empty()) {
        rows.push_back({whyNothing(result, typed), {}, {}, result.behind > 0});
    }
    return rows;
}

} // namespace sz::widgets
