// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/hq/Examination.h"

#include "data/model/DayRules.h"

namespace sz::hq {
namespace {

// What a desk tells of itself needs nobody who has signed on.
bool isOfNobody(const Examined& one)
{
    return one.seat
           && (std::holds_alternative<model::SeatTaken>(*one.seat)
               || std::holds_alternative<model::Refusal>(*one.seat));
}

Result<model::Actor>
actorOf(const plan::Plan& plan, const log::Entry& entry, std::optional<plan::Role> role)
{
    const plan::Unit* unit = plan.unit(entry.unit);
    if (unit == nullptr) {
        return fail(Code::NoSuchUnit, entry.unit.value);
    }
    if (!entry.post.empty()) {
        const plan::Post* post = plan.post(entry.post);
        if (post == nullptr || post->unit != entry.unit) {
            return fail(Code::NotAllowed, "not a post of this unit: " + entry.post.value);
        }
    }
    return model::Actor{
        entry.unit, entry.post, role.value_or(model::defaultRole(*unit)), entry.person};
}

Result<void> isOwn(const store::DeskRecord& desk, const log::Entry& entry)
{
    if (entry.desk != desk.id || (!desk.unit.empty() && entry.unit != desk.unit)) {
        return fail(Code::NotAllowed, "the entry is not this desk's");
    }
    return {};
}

// A newer desk's act must not be lost by an older headquarters, but it cannot make an incident.
Result<void> mayAct(const plan::Plan& plan, const Examined& one, const model::Actor& actor)
{
    if (std::holds_alternative<model::UnknownAct>(one.act) && one.before != nullptr) {
        const bool may = plan.reachOf(actor.role, plan::Right::NewerAct) != plan::Reach::None;
        return may ? Result<void>{} : fail(Code::NotAllowed, "this role only reads");
    }
    return model::checkAct(plan, one.before.get(), actor, one.act).and_then([&] {
        return model::checkDays(one.act, one.entry.time.wall);
    });
}

Result<void> mayShift(
    const plan::Plan& plan,
    const model::ShiftState& shift,
    const model::Actor& actor,
    const Examined& one)
{
    return model::checkShift(plan, shift, actor, *one.shift).and_then([&] {
        return model::ShiftMatter::checkTime(plan, shift, *one.shift, one.entry.time.wall);
    });
}

Result<void> namesItself(const Examined& one)
{
    const log::Subject own{log::SubjectKind::Incident, one.entry.id.text()};
    if (std::holds_alternative<model::ReportIncident>(one.act) && one.entry.subject != own) {
        return fail(Code::BadArgument, "an incident bears the id of its report");
    }
    return {};
}

// Two desks at once, each into the other: nobody would have the matter any more. What came first stands.
Result<void> endsElsewhere(const Examined& one, const FindIncident& find)
{
    constexpr int kLongestChain = 64;
    const auto* merge = std::get_if<model::MergeIncident>(&one.act);
    model::IncidentPtr into = merge == nullptr ? nullptr : find(merge->into);
    for (int i = 0; into != nullptr && i < kLongestChain && !into->mergedInto.empty(); ++i) {
        if (into->mergedInto == one.before->id) {
            return fail(Code::IncidentClosed, "that one is merged into this one");
        }
        into = find(into->mergedInto);
    }
    return {};
}

// Its act of one family, when it is of that family.
template <class Act>
Result<Examined> with(
    Examined one,
    std::optional<Act> Examined::* place,
    Result<std::optional<Act>> (*decode)(const log::Entry&))
{
    return decode(one.entry).transform([&](std::optional<Act> act) {
        one.*place = std::move(act);
        return std::move(one);
    });
}

Result<Examined> readEntry(BytesView raw, const FindIncident& find)
{
    return log::decodeEntry(raw)
        .and_then([&](log::Entry entry) {
            return model::decodeAct(entry.type, entry.typeVersion, entry.body)
                .transform([&](model::Act act) {
                    const bool isIncident = entry.subject.kind == log::SubjectKind::Incident;
                    auto before = isIncident ? find(IncidentId(entry.subject.id)) : nullptr;
                    return Examined{std::move(entry), std::move(act), std::move(before), {}};
                });
        })
        .and_then([](Examined one) {
            return with(std::move(one), &Examined::seat, model::decodeSeatAct);
        })
        .and_then([](Examined one) {
            return with(std::move(one), &Examined::mode, model::decodeModeAct);
        })
        .and_then([](Examined one) {
            return with(std::move(one), &Examined::shift, model::decodeShiftAct);
        })
        .and_then([](Examined one) {
            return with(std::move(one), &Examined::drawing, model::decodeDrawingAct);
        })
        .and_then([](Examined one) {
            return with(std::move(one), &Examined::plan, model::decodePlanAct);
        });
}

} // namespace

Result<Examined> examine(
    const plan::Plan& plan,
    const store::DeskRecord& desk,
    const SeatBook& seats,
    const model::ModeState& mode,
    const model::ShiftState& shift,
    const model::DrawingState& drawings,
    const model::PlanState& changes,
    const Arrival& in,
    BytesView raw,
    const FindIncident& find)
{
    return readEntry(raw, find).and_then([&](Examined one) {
        return isOwn(desk, one.entry)
            .and_then([&] {
                return isOfNobody(one) ? Result<std::optional<plan::Role>>()
                                       : seats.roleOf(desk, one.entry, in);
            })
            .and_then([&](auto role) { return actorOf(plan, one.entry, role); })
            .and_then([&](const model::Actor& actor) {
                return one.seat      ? seats.check(desk, one.entry, *one.seat, actor.role, in)
                       : one.mode    ? model::checkMode(plan, mode, actor, *one.mode)
                       : one.shift   ? mayShift(plan, shift, actor, one)
                       : one.drawing ? model::checkDrawing(plan, drawings, actor, *one.drawing)
                       : one.plan    ? model::checkPlanAct(plan, changes, actor, *one.plan)
                                     : mayAct(plan, one, actor);
            })
            .and_then([&] { return namesItself(one); })
            .and_then([&] { return endsElsewhere(one, find); })
            .transform([&] { return std::move(one); });
    });
}

} // namespace sz::hq
