// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/watch/RosterFacts.h"

#include <QCoreApplication>

#include <algorithm>
#include <optional>

namespace sz::widgets {

namespace {

QString nameOr(const std::string& zh, const std::string& en, Language language)
{
    const std::string& name = language == Language::Chinese || en.empty() ? zh : en;
    return name.empty() ? QCoreApplication::translate("Roster", "nobody")
                        : QString::fromStdString(name);
}

constexpr std::chrono::hours kAhead{24};
constexpr int kMostShifts = 16; ///< of a day

/// When the post will be without anybody, if that is within a day.
std::optional<Instant>
gapAhead(const plan::Plan& plan, const model::ShiftState* acts, const plan::Duty& duty, Instant now)
{
    plan::Duty at = duty;
    for (int i = 0; i < kMostShifts && at.until < now + kAhead; ++i) {
        if (at.nextZh.empty() && !at.isNextOff) {
            return at.until;
        }
        const auto next = model::dutyAt(plan, acts, at.post, at.until);
        if (!next || next->until <= at.until) {
            break;
        }
        at = *next;
    }
    return std::nullopt;
}

} // namespace

UnitDuty
rosterOf(const plan::Plan& plan, const plan::Unit& unit, Instant now, const model::ShiftState* acts)
{
    UnitDuty roster{&unit, model::dutiesOf(plan, acts, unit.code, now), Manning::Held, {}};
    for (const plan::Duty& duty : roster.duties) {
        const bool isGap = duty.holderZh.empty() && !duty.isOff;
        const auto ahead = isGap ? std::nullopt : gapAhead(plan, acts, duty, now);
        const Manning manning = isGap ? Manning::GapNow : ahead ? Manning::GapNext : Manning::Held;
        const bool isSooner = ahead && manning == roster.manning && *ahead < roster.gapFrom;
        if (manning > roster.manning || isSooner) {
            roster.manning = manning;
            roster.gapFrom = ahead.value_or(duty.from);
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
    if (duty.holderZh.empty() && duty.isOff) {
        return QCoreApplication::translate("Roster", "no shift then");
    }
    return nameOr(duty.holderZh, duty.holderEn, language);
}

QString nextHolderText(const plan::Duty& duty, Language language)
{
    if (duty.nextZh.empty() && duty.isNextOff) {
        return QCoreApplication::translate("Roster", "no shift then");
    }
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
