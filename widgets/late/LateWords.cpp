// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/late/LateWords.h"

#include "widgets/common/Durations.h"
#include "widgets/common/VisibleText.h"
#include "widgets/frame/AlarmWords.h"
#include "widgets/models/Wording.h"

#include <QCoreApplication>

namespace sz::widgets {
namespace {

struct Say
{
    Q_DECLARE_TR_FUNCTIONS(LateWords)
};

/// Its major incident: itself where that is late, too, else it is known by one of its parts only.
QString majorTitle(const LateGroup& group)
{
    for (const LateItem& item : group.items) {
        if (item.alarm.incident->group.empty()) {
            return Say::tr("%1 and what belongs to it", "an incident").arg(itemTitle(item));
        }
    }
    return Say::tr("one major incident: %1 and others", "an incident")
        .arg(itemTitle(group.items.front()));
}

} // namespace

QString groupTitle(const LateGroup& group, const plan::Plan& plan)
{
    if (group.isRest) {
        return group.rest == LateState::Aside ? Say::tr("Put aside")
                                              : Say::tr("Confirmed, still late");
    }
    const Alarm& first = group.items.front().alarm;
    switch (group.group.by) {
    case GroupBy::Single:
        return itemTitle(group.items.front());
    case GroupBy::Unsteady:
        return Say::tr("Coming and going: three times a minute or more");
    case GroupBy::Major:
        return majorTitle(group);
    case GroupBy::Street:
        return placeText(plan, first.incident->place);
    case GroupBy::Cause:
        return Say::tr("%1: %2", "unit, step")
            .arg(unitText(plan, first.step.unit), stepName(first.step.kind));
    case GroupBy::Kind:
        return Say::tr("%1, several units", "step").arg(stepName(first.step.kind));
    case GroupBy::Rest:
        return first.incident->grade <= plan::Grade::II ? Say::tr("Others of grades I and II")
                                                        : Say::tr("Others of several causes");
    }
    return {};
}

QString groupNote(const LateGroup& group)
{
    const int waiting = group.waiting();
    const QString count = QString::number(group.items.size());
    return waiting == 0 ? count : Say::tr("%1 · %n to confirm", nullptr, waiting).arg(count);
}

QString itemTitle(const LateItem& item)
{
    return Say::tr("%1 %2", "number, title")
        .arg(shortNumberText(*item.alarm.incident), titleText(*item.alarm.incident));
}

QString itemNote(const LateItem& item, const plan::Plan& plan, Instant now)
{
    const QString cause = alarmWords(item.alarm, plan, now).cause;
    if (!item.shelf) {
        return cause;
    }
    return Say::tr("%1 · %2, until %3 (%4)", "late step; reason, clock, who")
        .arg(
            cause, visibleLine(QString::fromStdString(item.shelf->reason)),
            clockMinuteText(item.shelf->until, plan.utcOffsetMinutes),
            postText(plan, item.shelf->post));
}

QString stateWord(LateState state)
{
    switch (state) {
    case LateState::Unseen:
        return Say::tr("to confirm");
    case LateState::Gone:
        return Say::tr("gone unseen");
    case LateState::Confirmed:
        return Say::tr("confirmed");
    case LateState::Aside:
        return Say::tr("put aside");
    case LateState::Over:
        return Say::tr("over");
    }
    return {};
}

} // namespace sz::widgets
