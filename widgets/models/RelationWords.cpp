// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/RelationWords.h"

#include "widgets/models/Wording.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QTimeZone>

namespace sz::widgets {
namespace {

struct RelationWords
{
    Q_DECLARE_TR_FUNCTIONS(RelationWords)
};

QString aboveText(const Upward& above)
{
    const bool isMerged = above.tie == Tie::Merged;
    if (above.known == nullptr) {
        return isMerged ? RelationWords::tr("merged into one not on this board")
                        : RelationWords::tr("part of one not on this board");
    }
    const QString number = shortNumberText(*above.known);
    if (above.isCircular) {
        return isMerged ? RelationWords::tr("merged in a circle with %1").arg(number)
                        : RelationWords::tr("grouped in a circle with %1").arg(number);
    }
    return isMerged ? RelationWords::tr("merged into %1", "number").arg(number)
                    : RelationWords::tr("part of %1", "number of the major incident").arg(number);
}

} // namespace

RelationMark aboveMark(const Upward& above)
{
    if (above.tie == Tie::None) {
        return {};
    }
    return {
        above.tie == Tie::Merged ? QStringLiteral("merged") : QStringLiteral("grouped"),
        aboveText(above), above.isCircular};
}

std::vector<RelationMark> belowMarks(const Rollup& rollup)
{
    std::vector<RelationMark> marks;
    if (rollup.grouped > 0) {
        marks.push_back(
            {QStringLiteral("grouped"), RelationWords::tr("holds %n", nullptr, rollup.grouped),
             false});
    }
    if (rollup.merged > 0) {
        marks.push_back(
            {QStringLiteral("merged"), RelationWords::tr("%n merged", nullptr, rollup.merged),
             false});
    }
    return marks;
}

std::vector<RelationMark>
relationMarks(const Relations& relations, const model::Incident& incident, Instant now)
{
    std::vector<RelationMark> marks;
    if (RelationMark above = aboveMark(relations.above(incident)); !above.text.isEmpty()) {
        marks.push_back(std::move(above));
    }
    for (RelationMark& mark : belowMarks(relations.rollup(incident.id, now))) {
        marks.push_back(std::move(mark));
    }
    return marks;
}

QString rollupText(const Rollup& rollup)
{
    if (rollup.grouped == 0) {
        return {};
    }
    QString text = RelationWords::tr("Incidents: %1 open, %2 closed · orders: %3 open")
                       .arg(rollup.open)
                       .arg(rollup.closed)
                       .arg(rollup.ordersOpen);
    if (rollup.ordersLate > 0) {
        text +=
            RelationWords::tr(", %1 late", "orders of the incidents below").arg(rollup.ordersLate);
    }
    return text;
}

QString watchText(const model::Incident& incident, int utcOffsetMinutes)
{
    if (!incident.watchUntil) {
        return {};
    }
    const QDateTime until = QDateTime::fromMSecsSinceEpoch(
        toUtcMs(*incident.watchUntil), QTimeZone::fromSecondsAheadOfUtc(utcOffsetMinutes * 60));
    return RelationWords::tr("early sign · until %1", "date")
        .arg(until.toString(QStringLiteral("MM-dd")));
}

QString matterText(const model::Incident& incident)
{
    return shortNumberText(incident) + QLatin1Char(' ') + titleText(incident);
}

} // namespace sz::widgets
