// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/model/MoreActs.h"

#include <algorithm>

namespace sz::model {
namespace {

using log::Array;
using log::FieldReader;
using log::Fields;
using log::Value;

Array packMembers(const std::vector<ForceMember>& members)
{
    Array out;
    for (const ForceMember& m : members) {
        out.emplace_back(Fields{{1, m.unit.value}, {2, m.post.value}, {3, m.task}});
    }
    return out;
}

Array packGoals(const std::vector<ForceGoal>& goals)
{
    Array out;
    for (const ForceGoal& g : goals) {
        out.emplace_back(Fields{{1, g.label}, {2, g.target}, {3, g.unitWord}});
    }
    return out;
}

Array packTexts(const std::vector<std::string>& texts)
{
    Array out;
    for (const std::string& text : texts) {
        out.emplace_back(text);
    }
    return out;
}

/// Calls `take` with a reader of each map of an array; anything else makes the key wrong.
template <class Take>
void eachMap(FieldReader& in, std::int64_t key, Take take)
{
    for (const Value& v : in.arrayOr(key)) {
        const auto* fields = v.as<Fields>();
        if (fields == nullptr) {
            in.reject(key);
            continue;
        }
        FieldReader one(*fields);
        take(one);
        if (!one.ok()) {
            in.reject(key);
        }
    }
}

std::vector<std::string> readTexts(FieldReader& in, std::int64_t key)
{
    std::vector<std::string> out;
    for (const Value& v : in.arrayOr(key)) {
        if (const auto* text = v.as<std::string>()) {
            out.push_back(*text);
        } else {
            in.reject(key);
        }
    }
    return out;
}

std::int64_t readTotal(FieldReader& in, std::int64_t key)
{
    const std::int64_t n = in.integer(key);
    if (n < 0) {
        in.reject(key);
        return 0;
    }
    return n;
}

std::vector<ForceMember> readMembers(FieldReader& in, std::int64_t key)
{
    std::vector<ForceMember> out;
    eachMap(in, key, [&](FieldReader& one) {
        out.push_back({UnitCode(one.text(1)), PostCode(one.textOr(2)), one.textOr(3)});
    });
    return out;
}

std::vector<ForceGoal> readGoals(FieldReader& in, std::int64_t key)
{
    std::vector<ForceGoal> out;
    eachMap(in, key, [&](FieldReader& one) {
        out.push_back({one.text(1), readTotal(one, 2), one.textOr(3)});
    });
    return out;
}

std::optional<Instant> readInstant(FieldReader& in, std::int64_t key)
{
    return in.has(key) ? std::optional(fromUtcMs(in.integer(key))) : std::nullopt;
}

FormForce readFormForce(FieldReader& in)
{
    return {in.text(1),         UnitCode(in.text(2)), PostCode(in.textOr(3)),
            readMembers(in, 4), readGoals(in, 5),     fromUtcMs(in.integer(6)),
            in.textOr(7)};
}

ChangeForce readChangeForce(FieldReader& in)
{
    ChangeForce a;
    if (in.has(1)) {
        a.members = readMembers(in, 1);
    }
    if (in.has(2)) {
        a.goals = readGoals(in, 2);
    }
    a.until = readInstant(in, 3);
    a.reason = in.textOr(4);
    return a;
}

CampaignItem readItem(FieldReader& in)
{
    CampaignItem item{in.text(1),   in.textOr(2), UnitCode(in.textOr(3)), {}, readInstant(in, 5),
                      in.textOr(6), in.textOr(7)};
    for (std::string& unit : readTexts(in, 4)) {
        item.support.emplace_back(std::move(unit));
    }
    return item;
}

ImportItems readImportItems(FieldReader& in)
{
    ImportItems a;
    const Bytes sheet = in.bytes(1);
    if (sheet.size() == a.sheet.size()) {
        std::ranges::copy(sheet, a.sheet.begin());
    } else {
        in.reject(1);
    }
    a.name = in.textOr(2);
    a.rows = static_cast<std::uint64_t>(readTotal(in, 3));
    a.first = static_cast<std::uint64_t>(readTotal(in, 4));
    eachMap(in, 5, [&](FieldReader& one) { a.items.push_back(readItem(one)); });
    a.from = readInstant(in, 6);
    a.until = readInstant(in, 7);
    return a;
}

SettleItems readSettleItems(FieldReader& in)
{
    SettleItems a{readTexts(in, 1), static_cast<ItemState>(in.integer(2)), in.textOr(3)};
    if (a.state < ItemState::Open || a.state > ItemState::Void) {
        in.reject(2);
    }
    return a;
}

RateResult readRateResult(FieldReader& in)
{
    const std::int64_t score = in.integer(1);
    if (score < 1 || score > 5) {
        in.reject(1);
        return {};
    }
    return {static_cast<int>(score), in.textOr(2), in.textOr(3)};
}

} // namespace

Fields PackForce::operator()(const FormForce& a) const
{
    return {
        {1, a.name},
        {2, a.leadUnit.value},
        {3, a.leadPost.value},
        {4, packMembers(a.members)},
        {5, packGoals(a.goals)},
        {6, toUtcMs(a.until)},
        {7, a.text}};
}

Fields PackForce::operator()(const ChangeForce& a) const
{
    Fields f{{4, a.reason}};
    if (a.members) {
        f.emplace(1, packMembers(*a.members));
    }
    if (a.goals) {
        f.emplace(2, packGoals(*a.goals));
    }
    if (a.until) {
        f.emplace(3, toUtcMs(*a.until));
    }
    return f;
}

Fields PackForce::operator()(const StateGoal& a) const
{
    return {{1, a.label}, {2, a.count}, {3, a.text}};
}

Fields PackForce::operator()(const TransferForce& a) const
{
    return {{1, a.unit.value}, {2, a.post.value}, {3, a.reason}};
}

Fields PackForce::operator()(const ForceMinutes& a) const
{
    return {{1, a.text}};
}

Fields PackForce::operator()(const EndForce& a) const
{
    return {{1, a.result}};
}

Fields PackForce::operator()(const AskDecision& a) const
{
    return {{1, a.question}};
}

Fields PackForce::operator()(const DropDecision& a) const
{
    return {{1, a.ask}, {2, a.reason}};
}

Fields PackCampaign::operator()(const ImportItems& a) const
{
    Array items;
    for (const CampaignItem& item : a.items) {
        Fields one{{1, item.key}, {2, item.label}, {3, item.unit.value}};
        if (!item.support.empty()) {
            Array support;
            for (const UnitCode& unit : item.support) {
                support.emplace_back(unit.value);
            }
            one.emplace(4, std::move(support));
        }
        if (item.due) {
            one.emplace(5, toUtcMs(*item.due));
        }
        if (!item.place.empty()) {
            one.emplace(6, item.place);
        }
        if (!item.kind.empty()) {
            one.emplace(7, item.kind);
        }
        items.emplace_back(std::move(one));
    }
    Fields f{
        {1, Bytes(a.sheet.begin(), a.sheet.end())},
        {2, a.name},
        {3, a.rows},
        {4, a.first},
        {5, std::move(items)}};
    if (a.from) {
        f.emplace(6, toUtcMs(*a.from));
    }
    if (a.until) {
        f.emplace(7, toUtcMs(*a.until));
    }
    return f;
}

Fields PackCampaign::operator()(const SettleItems& a) const
{
    return {{1, packTexts(a.keys)}, {2, static_cast<int>(a.state)}, {3, a.text}};
}

Fields PackCampaign::operator()(const LeadCase& a) const
{
    return {{1, a.unit.value}, {2, a.post.value}, {3, a.number}, {4, packTexts(a.stages)}};
}

Fields PackCampaign::operator()(const VisitCase& a) const
{
    return {{1, toUtcMs(a.at)}, {2, a.text}};
}

Fields PackCampaign::operator()(const StageCase& a) const
{
    return {{1, a.stage}, {2, a.text}};
}

Fields PackCampaign::operator()(const RateResult& a) const
{
    return {{1, a.score}, {2, a.channel}, {3, a.text}};
}

Act readMoreActs(ActType type, FieldReader& in)
{
    switch (type) {
    case ActType::FormForce:
        return readFormForce(in);
    case ActType::ChangeForce:
        return readChangeForce(in);
    case ActType::StateGoal:
        return StateGoal{in.text(1), readTotal(in, 2), in.textOr(3)};
    case ActType::TransferForce:
        return TransferForce{UnitCode(in.text(1)), PostCode(in.textOr(2)), in.textOr(3)};
    case ActType::ForceMinutes:
        return ForceMinutes{in.text(1)};
    case ActType::EndForce:
        return EndForce{in.textOr(1)};
    case ActType::AskDecision:
        return AskDecision{in.text(1)};
    case ActType::DropDecision:
        return DropDecision{in.text(1), in.textOr(2)};
    case ActType::ImportItems:
        return readImportItems(in);
    case ActType::SettleItems:
        return readSettleItems(in);
    case ActType::LeadCase:
        return LeadCase{
            UnitCode(in.text(1)), PostCode(in.textOr(2)), in.textOr(3), readTexts(in, 4)};
    case ActType::VisitCase:
        return VisitCase{fromUtcMs(in.integer(1)), in.text(2)};
    case ActType::StageCase:
        return StageCase{in.text(1), in.textOr(2)};
    case ActType::RateResult:
        return readRateResult(in);
    default:
        return UnknownAct{static_cast<std::uint32_t>(type)};
    }
}

} // namespace sz::model
