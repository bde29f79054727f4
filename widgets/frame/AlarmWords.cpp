// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/frame/AlarmWords.h"

#include "widgets/common/Durations.h"
#include "widgets/frame/LinkWords.h"
#include "widgets/models/Wording.h"

#include <QCoreApplication>

#include <algorithm>
#include <chrono>
#include <optional>

namespace sz::widgets {

namespace {

constexpr std::size_t kMostListed = 12;

/// Names the context for the translator.
struct Say
{
    Q_DECLARE_TR_FUNCTIONS(AlarmWords)
};

QString titleOf(const Alarm& alarm)
{
    return Say::tr("%1 %2", "number, title")
        .arg(shortNumberText(*alarm.incident), titleText(*alarm.incident));
}

/// As it was given: "7 workdays" says more than the hours they came to.
QString limitOf(const Alarm& alarm, Minutes length)
{
    const model::Order* order = alarm.incident->order(alarm.step.order);
    const bool isAsGiven = alarm.step.kind == model::StepKind::Finish && order != nullptr
                           && order->work && !order->againFrom && !alarm.step.rawDue;
    return isAsGiven ? limitText(*order->work) : limitText(length);
}

QString causeWith(const Alarm& alarm, const plan::Plan& plan, Millis left)
{
    const auto limit = std::chrono::floor<Minutes>(alarm.step.due - alarm.step.since);
    const QString unit = unitText(plan, alarm.step.unit);
    const QString step = stepCountdownText(stepName(alarm.step), left, true);
    if (alarm.clearedAt) {
        return Say::tr("%1: %2, over since %3", "unit, step that was late, clock")
            .arg(unit, step, clockMinuteText(*alarm.clearedAt, plan.utcOffsetMinutes));
    }
    return limit < Minutes{1} ? Say::tr("%1: %2", "unit, late step").arg(unit, step)
                              : Say::tr("%1: %2 (limit %3)", "unit, late step")
                                    .arg(unit, step, limitOf(alarm, limit));
}

/// The wider of mm:ss and hours, so that nothing moves when the first hour is full.
QString causeSlot(const Alarm& alarm, const plan::Plan& plan, const QString& shown)
{
    QString slot = withZeros(shown);
    for (const Millis late : {Millis(Minutes{10}), Millis(std::chrono::hours{10})}) {
        const QString other = withZeros(causeWith(alarm, plan, -late));
        slot = other.size() > slot.size() ? other : slot;
    }
    return slot;
}

std::optional<Instant> lastReminder(const model::Incident& incident, const OrderId& order)
{
    std::optional<Instant> last;
    for (const model::TraceLine& line : incident.trace) {
        const auto* act = std::get_if<model::RemindUnits>(line.act.get());
        if (act != nullptr && std::ranges::contains(act->orders, order)) {
            last = line.at;
        }
    }
    return last;
}

QString doneText(const Alarm& alarm, const plan::Plan& plan)
{
    const model::Order* order = alarm.incident->order(alarm.step.order);
    if (order == nullptr) {
        return {};
    }
    if (order->reminders == 0) {
        return Say::tr("not chased yet");
    }
    const QString chased = order->reminders == 1
                               ? Say::tr("chased once")
                               : Say::tr("chased %n times", nullptr, order->reminders);
    const auto last = lastReminder(*alarm.incident, order->id);
    return last ? Say::tr("%1, last %2", "chased twice, clock")
                      .arg(chased, clockMinuteText(*last, plan.utcOffsetMinutes))
                : chased;
}

/// "14:25 goes up to the leader in charge": what happens when nobody confirms it.
QString climbText(const Alarm& alarm, const plan::Plan& plan, Instant now)
{
    const auto climb = model::climbOf(plan, *alarm.incident, alarm.step, now);
    if (!climb) {
        return {};
    }
    if (!climb->nextAt) {
        return Say::tr("%1's turn", "a post: nobody above it").arg(postText(plan, climb->turn));
    }
    return Say::tr("%1's turn, %2 goes up to %3", "post, clock, post")
        .arg(
            postText(plan, climb->turn), clockMinuteText(*climb->nextAt, plan.utcOffsetMinutes),
            postText(plan, climb->next));
}

} // namespace

AlarmWords alarmWords(const Alarm& alarm, const plan::Plan& plan, Instant now)
{
    const QString cause = causeWith(alarm, plan, alarm.step.due - alarm.clearedAt.value_or(now));
    return {
        titleOf(alarm), cause, causeSlot(alarm, plan, cause),
        alarm.clearedAt ? QString() : doneText(alarm, plan),
        alarm.clearedAt ? QString() : climbText(alarm, plan, now)};
}

QString alarmList(const std::vector<Alarm>& alarms)
{
    QStringList lines;
    for (const Alarm& alarm : alarms) {
        if (static_cast<std::size_t>(lines.size()) == kMostListed) {
            lines.append(
                Say::tr("and %n more", nullptr, static_cast<int>(alarms.size() - kMostListed)));
            break;
        }
        lines.append(titleOf(alarm));
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace sz::widgets
