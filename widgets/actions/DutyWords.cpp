// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/actions/DutyWords.h"

#include "data/desk/Desk.h"
#include "widgets/common/Durations.h"
#include "widgets/common/VisibleText.h"

#include <QCoreApplication>

namespace sz::widgets {

namespace {

QString visible(const std::string& text)
{
    return visibleLine(QString::fromStdString(text));
}

QString phoneOf(const plan::Plan& plan, const plan::Post& post)
{
    const plan::Unit* unit = plan.unit(post.unit);
    return visible(!post.phone.empty() || unit == nullptr ? post.phone : unit->phone);
}

QString byPlanText(const QString& text)
{
    return QCoreApplication::translate("DutyWords", "%1 (by the plan)", "who is on duty, a phone")
        .arg(text);
}

QString untilText(const plan::Plan& plan, const plan::Duty& duty, Instant now)
{
    const bool isFar = duty.until - now > std::chrono::hours{20};
    const int offset = plan.utcOffsetMinutes;
    return QCoreApplication::translate("DutyWords", "until %1", "end of a shift: 20:30")
        .arg(isFar ? dayClockText(duty.until, offset) : clockMinuteText(duty.until, offset));
}

/// Who was put in charge of an area is told to everybody.
bool isOnlyPlanned(const DutyRoster& roster, const UnitCode& unit, Instant now)
{
    return roster.isByPlan(unit)
           && (roster.acts == nullptr || roster.acts->inCharge(unit, now) == nullptr);
}

DutyLine lineOf(
    const plan::Plan& plan,
    const plan::Duty& duty,
    Instant now,
    Language language,
    bool isByPlan)
{
    DutyLine line;
    if (const plan::Post* post = plan.post(duty.post)) {
        line.post = visibleLine(nameText(post->name, language));
        line.phone = phoneOf(plan, *post);
    }
    line.isOff = duty.holderZh.empty() && duty.isOff;
    line.isGap = duty.holderZh.empty() && !duty.isOff;
    line.holder = line.isOff ? QCoreApplication::translate("Roster", "no shift then")
                  : line.isGap
                      ? dutyWord(true)
                      : visible(
                            language == Language::Chinese || duty.holderEn.empty() ? duty.holderZh
                                                                                   : duty.holderEn);
    line.until = untilText(plan, duty, now);
    line.until = isByPlan ? byPlanText(line.until) : line.until;
    return line;
}

} // namespace

bool DutyRoster::isByPlan(const UnitCode& unit) const
{
    return acts == nullptr || (!at.empty() && at != UnitCode("HQ") && at != unit);
}

DutyRoster dutyRoster(const desk::Desk& desk)
{
    return {desk.shift().get(), desk.actor().unit};
}

QString dutyWord(bool isGap)
{
    return isGap ? QCoreApplication::translate("DutyWords", "nobody on duty")
                 : QCoreApplication::translate("DutyWords", "on duty");
}

std::vector<DutyLine> dutyLines(
    const plan::Plan& plan,
    const UnitCode& unit,
    Instant now,
    Language language,
    const DutyRoster& roster)
{
    std::vector<DutyLine> lines;
    for (const plan::Duty& duty : model::dutiesOf(plan, roster.acts, unit, now)) {
        lines.push_back(lineOf(plan, duty, now, language, isOnlyPlanned(roster, unit, now)));
    }
    return lines;
}

QString
dutyText(const plan::Plan& plan, const UnitCode& unit, Instant now, const DutyRoster& roster)
{
    const std::vector<DutyLine> lines = dutyLines(plan, unit, now, uiLanguage(), roster);
    if (lines.empty()) {
        return QCoreApplication::translate("DutyWords", "no duty post in the plan");
    }
    const DutyLine& first = lines.front();
    const QString text =
        QCoreApplication::translate("DutyWords", "%1 %2 %3", "post, on duty, phone")
            .arg(first.post, first.isOff ? first.holder : dutyWord(first.isGap), first.phone)
            .trimmed();
    return isOnlyPlanned(roster, unit, now) ? byPlanText(text) : text;
}

DutyBrief
dutyBrief(const plan::Plan& plan, const UnitCode& unit, Instant now, const DutyRoster& roster)
{
    const std::vector<DutyLine> lines = dutyLines(plan, unit, now, uiLanguage(), roster);
    if (lines.empty()) {
        return {};
    }
    const DutyLine& first = lines.front();
    const QString text = first.isGap ? dutyWord(true) : first.isOff ? first.holder : first.phone;
    const bool isPlan = isOnlyPlanned(roster, unit, now);
    return {isPlan && !text.isEmpty() ? byPlanText(text) : text, first.isGap};
}

} // namespace sz::widgets
