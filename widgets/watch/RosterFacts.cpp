// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/watch/RosterFacts.h"

#include <QCoreApplication>

#include <algorithm>

namespace sz::widgets {

namespace {

QString nameOr(const std::string& zh, const std::string& en, Language language)
{
    const std::string& name = language == Language::Chinese || en.empty() ? zh : en;
    return name.empty() ? QCoreApplication::translate("Roster", "nobody")
                        : QString::fromStdString(name);
}

} // namespace

UnitDuty
rosterOf(const plan::Plan& plan, const plan::Unit& unit, Instant now, const model::ShiftState* acts)
{
    UnitDuty roster{&unit, model::dutiesOf(plan, acts, unit.code, now), Manning::Held, {}};
    for (const plan::Duty& duty : roster.duties) {
        const Manning manning = duty.holderZh.empty() ? Manning::GapNow
                                : duty.nextZh.empty() ? Manning::GapNext
                                                      : Manning::Held;
        if (manning > roster.manning) {
            roster.manning = manning;
            roster.gapFrom = manning == Manning::GapNow ? duty.from : duty.until;
        }
    }
    return roster;
}

std::vector<UnitDuty> rosterOf(const plan::Plan& plan, plan::UnitKind kind, Instant now)
{
    std::vector<UnitDuty> rosters;
    for (const plan::Unit& unit : plan.units) {
        if (unit.kind == kind) {
            rosters.push_back(rosterOf(plan, unit, now));
        }
    }
    return rosters;
}

QString holderText(const plan::Duty& duty, Language language)
{
    return nameOr(duty.holderZh, duty.holderEn, language);
}

QString nextHolderText(const plan::Duty& duty, Language language)
{
    return nameOr(duty.nextZh, duty.nextEn, language);
}

QString shiftText(const plan::Duty& duty, Language language)
{
    return QString::fromStdString(
        language == Language::Chinese || duty.shiftEn.empty() ? duty.shiftZh : duty.shiftEn);
}

QString phoneText(const plan::Plan& plan, const plan::Duty& duty)
{
    const plan::Post* post = plan.post(duty.post);
    if (post != nullptr && !post->phone.empty()) {
        return QString::fromStdString(post->phone);
    }
    const plan::Unit* unit = plan.unit(duty.unit);
    return unit == nullptr ? QString() : QString::fromStdString(unit->phone);
}

QString markText(const plan::Unit& unit, Language language)
{
    const std::string& mark =
        language == Language::Chinese || unit.markEn.empty() ? unit.mark : unit.markEn;
    return QString::fromStdString(mark.empty() ? unit.code.value : mark);
}

} // namespace sz::widgets
