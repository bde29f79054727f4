// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/AlarmWatch.h"

#include "data/model/ShiftDuty.h"
#include "widgets/common/Durations.h"
#include "widgets/common/VisibleText.h"
#include "widgets/frame/AlarmRow.h"
#include "widgets/frame/AlarmWords.h"
#include "widgets/frame/TopBar.h"
#include "widgets/models/Wording.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace sz::widgets {

namespace {

constexpr std::chrono::seconds kCountAgain{10};
constexpr std::chrono::hours kNoShift{12}; ///< a seat without a roster

std::set<StepKey> lateKeys(const Incidents& incidents, Instant now)
{
    std::set<StepKey> keys;
    for (const auto& [id, incident] : incidents) {
        for (const model::Step& step : incident->steps) {
            if (step.lampAt(now) == model::Lamp::Late) {
                keys.emplace(id.value, step.ref());
            }
        }
    }
    return keys;
}

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
    m_now = now;
    const auto& incidents = m_desk.incidents();
    m_chatter.take(lateKeys(incidents, now), now);
    m_unsteady = m_chatter.unsteady();
    m_top.setLampCounts(lampCounts(incidents, now));
    std::vector<Alarm> alarms = openAlarms(incidents, now);
    const auto gone = clearedAlarms(m_desk.plan(), incidents, now);
    alarms.insert(alarms.end(), gone.begin(), gone.end());
    m_row.setAlarms(std::move(alarms), m_desk.sharedPlan());
    Q_EMIT refreshed();
}

const std::vector<Alarm>& AlarmWatch::alarms() const
{
    return m_row.alarms();
}

bool AlarmWatch::isFlood() const
{
    const auto standing = std::ranges::count_if(
        alarms(), [](const Alarm& alarm) { return !alarm.clearedAt.has_value(); });
    return m_isLoadFlood || std::cmp_greater(standing, kFloodFrom);
}

void AlarmWatch::refreshLoad(Instant now)
{
    m_countedAt = now;
    const auto& incidents = m_desk.incidents();
    const AlarmLoad load = alarmLoad(m_desk.plan(), incidents, shiftStart(now), now);
    m_isLoadFlood = load.isFlood();
    m_top.setAlarmLoad(load, shelvedLines(shelvedAlarms(incidents, now), m_desk.plan()));
}

Instant AlarmWatch::shiftStart(Instant now) const
{
    const auto duty = model::dutyAt(m_desk.plan(), m_desk.shift().get(), m_desk.actor().post, now);
    return duty ? duty->from : now - kNoShift;
}

Instant AlarmWatch::shiftEnd(Instant now) const
{
    const auto duty = model::dutyAt(m_desk.plan(), m_desk.shift().get(), m_desk.actor().post, now);
    return duty ? duty->until : now + kNoShift;
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
