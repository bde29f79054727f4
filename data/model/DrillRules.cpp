// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/model/DrillRules.h"

#include "data/model/Drawings.h"
#include "data/model/ShiftDuty.h"

#include <algorithm>
#include <ranges>

namespace sz::model {
namespace {

constexpr std::size_t kLongestEndpoint = 80; ///< bytes: with its unit it is the id of a row

const UnitCode& office()
{
    static const UnitCode code("HQ");
    return code;
}

std::optional<plan::Duty> officeDuty(const plan::Plan& plan, const ShiftState& now, Instant at)
{
    return dutyAt(plan, &now, answeringPost(plan, office()), at);
}

/// Where several take over at once, the word of each of them counts, and that of all together.
bool isAmong(const std::string& name, const std::string& holders, std::string_view between)
{
    return name == holders
           || std::ranges::any_of(std::views::split(holders, between), [&](const auto& one) {
                  return std::string_view(one) == name;
              });
}

} // namespace

Result<void> DrillRule::operator()(const PlanDrill& a) const
{
    return leads()
        .and_then([&] { return words(a.name, "name"); })
        .and_then([&] { return nameOk(a.name); })
        .and_then([&] { return fits(a.text, "text"); })
        .and_then([&] { return placeOk(a.place); });
}

Result<void> DrillRule::operator()(const AgreeToDrill& a) const
{
    return leads()
        .and_then([&] { return notBegun(a.drill); })
        .and_then([&](const ShiftDrill* drill) {
            return need(
                !isMe(drill->author), Code::SecondPerson, "who planned it cannot agree to it");
        })
        .and_then([&] { return words(a.name, "name"); })
        .and_then([&] { return nameOk(a.name); })
        .and_then([&] { return takesOver(a); });
}

Result<void> DrillRule::operator()(const StartDrill& a) const
{
    return leads().and_then([&] { return notBegun(a.drill); }).transform([](const auto*) {});
}

Result<void> DrillRule::operator()(const EndDrill& a) const
{
    return leads()
        .and_then([&] { return notEnded(a.drill); })
        .and_then([&](const ShiftDrill* drill) {
            return drill->begun ? Result<void>{} : words(a.reason, "reason");
        })
        .and_then([&] { return fits(a.reason, "reason"); });
}

Result<void> DrillRule::operator()(const TellEndpoint& a) const
{
    const auto known = m_now.endpoints.find({a.unit, a.name});
    const bool isDown = known != m_now.endpoints.end() && known->second.told.isDown;
    return ofUnit(a.unit)
        .and_then([&] { return words(a.name, "name"); })
        .and_then([&] {
            return need(a.name.size() <= kLongestEndpoint, Code::BadArgument, "name too long");
        })
        .and_then([&] { return fits(a.text, "text"); })
        .and_then([&] { return need(a.isDown || isDown, Code::NothingAsked, "it is not down"); })
        .and_then([&] {
            return need(
                !a.isDown || !isDown || known->second.told.text != a.text, Code::AlreadyDone,
                "that is known already");
        });
}

// As areas are put in charge: the office's chief and leader.
Result<void> DrillRule::leads() const
{
    return may(plan::Right::ClaimIncident).and_then([&] {
        return need(isOffice(m_actor), Code::NotAllowed, "drills are the office's matter");
    });
}

// None, or one the plan knows: a drill on the map lies where it is held.
Result<void> DrillRule::placeOk(const plan::Place& place) const
{
    return nameOk(place.text)
        .and_then([&] {
            return need(
                place.area == 0 || m_plan.area(place.area) != nullptr, Code::BadArgument,
                "place: no such area");
        })
        .and_then([&] {
            return need(
                place.district.empty() || m_plan.district(place.district) != nullptr,
                Code::NoSuchUnit, place.district.value);
        })
        .and_then([&] {
            return need(
                !place.point || isOnGround(m_plan, *place.point), Code::BadArgument,
                "place: outside the operation");
        });
}

DrillRule::Open DrillRule::notEnded(const std::string& id) const
{
    const auto it = m_now.drills.find(id);
    if (it == m_now.drills.end()) {
        return fail(Code::NotFound, "no such drill");
    }
    return need(!it->second.ended, Code::AlreadyDone, "the drill is over").transform([&] {
        return &it->second;
    });
}

DrillRule::Open DrillRule::notBegun(const std::string& id) const
{
    return notEnded(id).and_then([](const ShiftDrill* drill) {
        return need(!drill->begun, Code::AlreadyDone, "the drill runs already").transform([&] {
            return drill;
        });
    });
}

// The shift begins then, and the word is of him who begins it: not of him who goes.
Result<void> DrillRule::takesOver(const AgreeToDrill& a) const
{
    const auto duty = officeDuty(m_plan, m_now, a.changeAt);
    const bool begins = duty && duty->from == a.changeAt;
    const bool isHis = begins
                       && (duty->holderZh.empty() || isAmong(a.name, duty->holderZh, "、")
                           || isAmong(a.name, duty->holderEn, ", "));
    return need(begins, Code::BadArgument, "no shift begins then")
        .and_then(
            [&] { return need(isHis, Code::SecondPerson, "the word is the incoming chief's"); })
        .and_then([&] {
            return need(
                !handsOverAt(a.changeAt), Code::SecondPerson,
                "who hands over does not agree for the other");
        });
}

bool DrillRule::handsOverAt(Instant changeAt) const
{
    return std::ranges::any_of(m_now.sheets, [&](const auto& one) {
        const ShiftSheet& sheet = one.second;
        return sheet.unit == office() && sheet.changeAt == changeAt && sheet.outgoing
               && isMe(sheet.outgoing->author);
    });
}

bool ShiftDrill::isAgreed(Instant changeAt) const
{
    return std::ranges::any_of(
        words, [&](const Word& word) { return word.said.changeAt == changeAt; });
}

std::vector<Instant>
changesInTheWay(const plan::Plan& plan, const ShiftState& now, const ShiftDrill& drill, Instant at)
{
    std::vector<Instant> changes;
    if (const auto duty = officeDuty(plan, now, at)) {
        for (const Instant change : {duty->from, duty->until}) {
            const auto distance = change < at ? at - change : change - at;
            if (distance < kDrillDistance && !drill.isAgreed(change)) {
                changes.push_back(change);
            }
        }
    }
    return changes;
}

Result<void>
checkShiftTime(const plan::Plan& plan, const ShiftState& now, const ShiftAct& act, Instant madeAt)
{
    if (const auto* drill = std::get_if<PlanDrill>(&act)) {
        return need(drill->startsAt > madeAt, Code::LimitOutOfRange, std::string(kDrillIsPast));
    }
    const auto* start = std::get_if<StartDrill>(&act);
    const auto it = start == nullptr ? now.drills.end() : now.drills.find(start->drill);
    return it == now.drills.end()
               ? Result<void>{}
               : mayStartDrill(changesInTheWay(plan, now, it->second, madeAt), madeAt, false);
}

} // namespace sz::model
