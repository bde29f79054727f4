// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/AlarmWatch.h"

#include "data/plan/Places.h"
#include "widgets/common/Durations.h"
#include "widgets/common/VisibleText.h"
#include "widgets/frame/AlarmRow.h"
#include "widgets/frame/TopBar.h"
#include "widgets/models/Wording.h"

#include <chrono>

namespace sz::widgets {

namespace {

constexpr std::chrono::seconds kCountAgain{10};
constexpr std::chrono::hours kNoShift{12}; ///< a seat without a roster

} // namespace

AlarmWatch::AlarmWatch(desk::Desk& desk, TopBar& top, AlarmRow& row, QObject* parent)
    : QObject(parent), m_desk(desk), m_top(top), m_row(row)
{
}

void AlarmWatch::takeChanges(Instant now)
{
    refresh(now);
    refreshLoad(now);
}

void AlarmWatch::tick(Instant now)
{
    refresh(now);
    if (now - m_countedAt >= kCountAgain || now < m_countedAt) {
        refreshLoad(now);
    }
}

void AlarmWatch::refresh(Instant now)
{
    const auto& incidents = m_desk.incidents();
    m_top.setLampCounts(lampCounts(incidents, now));
    std::vector<Alarm> alarms = openAlarms(incidents, now);
    const auto gone = clearedAlarms(m_desk.plan(), incidents, now);
    alarms.insert(alarms.end(), gone.begin(), gone.end());
    m_row.setAlarms(std::move(alarms), m_desk.sharedPlan());
}

void AlarmWatch::refreshLoad(Instant now)
{
    m_countedAt = now;
    const auto& incidents = m_desk.incidents();
    m_top.setAlarmLoad(
        alarmLoad(m_desk.plan(), incidents, shiftStart(now), now),
        shelvedLines(shelvedAlarms(incidents, now), m_desk.plan()));
}

Instant AlarmWatch::shiftStart(Instant now) const
{
    const auto duty = plan::dutyAt(m_desk.plan(), m_desk.actor().post, now);
    return duty ? duty->from : now - kNoShift;
}

QStringList shelvedLines(const std::vector<Shelved>& shelved, const plan::Plan& plan)
{
    QStringList lines;
    for (const Shelved& one : shelved) {
        lines.append(
            AlarmWatch::tr("%1 %2 %3: %4, until %5 (%6)", "number, unit, step: reason, clock, who")
                .arg(
                    shortNumberText(*one.incident), unitText(plan, one.step.unit),
                    stepName(one.step), visibleLine(QString::fromStdString(one.shelf.reason)),
                    clockMinuteText(one.shelf.until, plan.utcOffsetMinutes),
                    postText(plan, one.shelf.post)));
    }
    return lines;
}

} // namespace sz::widgets
