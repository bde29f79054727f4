// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/model/CampaignRules.h"

#include "data/model/CampaignItems.h"

#include <algorithm>
#include <unordered_set>

namespace sz::model {

using plan::Reach;
using plan::Right;

namespace {

constexpr std::chrono::days kLongestCampaign{5 * 366};
constexpr std::size_t kLongestNumber = 64; ///< bytes, of a case

bool isPart(const CampaignItem& item, const UnitCode& unit)
{
    return item.unit == unit || std::ranges::contains(item.support, unit);
}

} // namespace

Result<void> CampaignRules::operator()(const ImportItems& a) const
{
    return openFor(Right::RunCampaign)
        .and_then([&] { return words(a.name, "name"); })
        .and_then([&] { return need(!a.items.empty(), Code::MissingField, "items"); })
        .and_then([&] {
            return need(
                a.first >= 1 && a.first <= a.rows, Code::BadArgument,
                "rows outside the sheet: " + std::to_string(a.first));
        })
        .and_then([&] {
            const bool isSpan = !a.from || !a.until
                                || (*a.from < *a.until && *a.until - *a.from <= kLongestCampaign);
            return need(isSpan, Code::LimitOutOfRange, "a campaign ends after it begins");
        })
        .and_then([&] { return itemsOk(a); });
}

Result<void> CampaignRules::itemsOk(const ImportItems& a) const
{
    const bool hasEnd = a.until || (m_incident->campaign && m_incident->campaign->until());
    std::unordered_set<std::string_view> keys;
    for (const CampaignItem& item : a.items) {
        if (auto ok = itemOk(item, hasEnd); !ok) {
            return ok;
        }
        if (!keys.insert(item.key).second) {
            return fail(Code::BadArgument, "twice: " + item.key);
        }
    }
    return {};
}

// Every item has unit and limit, as every step of an order has.
Result<void> CampaignRules::itemOk(const CampaignItem& item, bool hasEnd) const
{
    if (isBlank(item.key) || item.key.size() > kLongestItemKey) {
        return fail(Code::MissingField, "key: " + item.key);
    }
    if (isBlank(item.label) || item.label.size() > kLongestItemText
        || item.place.size() > kLongestItemText || item.kind.size() > kLongestItemText) {
        return fail(Code::MissingField, "label: " + item.key);
    }
    if (m_plan.unit(item.unit) == nullptr) {
        return fail(Code::NoSuchUnit, item.unit.value);
    }
    for (const UnitCode& unit : item.support) {
        if (m_plan.unit(unit) == nullptr) {
            return fail(Code::NoSuchUnit, unit.value);
        }
    }
    return need(item.due || hasEnd, Code::MissingField, "until: " + item.key);
}

Result<void> CampaignRules::operator()(const SettleItems& a) const
{
    return openFor(Right::SettleItems)
        .and_then([&] { return need(!a.keys.empty(), Code::MissingField, "keys"); })
        .and_then(
            [&] { return need(m_incident->campaign != nullptr, Code::NotFound, a.keys.front()); })
        .and_then(
            [&] { return a.state == ItemState::Done ? Result<void>{} : words(a.text, "text"); })
        .and_then([&] { return settles(a); });
}

// All of them, or none: the first that cannot be is named.
Result<void> CampaignRules::settles(const SettleItems& a) const
{
    const Campaign& campaign = *m_incident->campaign;
    const bool isOwn = reach(Right::SettleItems) == Reach::Own && !isOffice(m_actor);
    for (const std::string& key : a.keys) {
        const auto i = campaign.find(key);
        if (!i) {
            return fail(Code::NotFound, key);
        }
        if (isOwn && !isPart(campaign.item(*i), m_actor.unit)) {
            return fail(Code::NotAllowed, "another unit's item: " + key);
        }
        if (campaign.state(*i) == a.state) {
            return fail(Code::AlreadyDone, key);
        }
    }
    return {};
}

Result<void> CampaignRules::operator()(const LeadCase& a) const
{
    const plan::Post* post = m_plan.post(a.post);
    return openFor(Right::LeadCase)
        .and_then(
            [&] { return need(m_plan.unit(a.unit) != nullptr, Code::NoSuchUnit, a.unit.value); })
        .and_then([&] {
            return need(
                post != nullptr && post->unit == a.unit, Code::MissingField,
                "post: " + a.post.value);
        })
        .and_then([&] { return words(a.number, "number"); })
        .and_then([&] {
            return need(a.number.size() <= kLongestNumber, Code::BadArgument, "number too long");
        })
        .and_then([&] {
            return need(
                std::ranges::none_of(a.stages, isBlank), Code::MissingField, "a stage has no name");
        })
        .and_then([&] {
            const auto& known = m_incident->ledCase;
            return need(
                !known || known->unit != a.unit || known->post != a.post
                    || known->number != a.number || !a.stages.empty(),
                Code::AlreadyDone, "this leader has it in charge");
        });
}

// Whoever has it in charge, and the office.
Result<void> CampaignRules::ownCase() const
{
    return openFor(Right::WorkCase)
        .and_then([&] {
            return need(m_incident->ledCase.has_value(), Code::NothingAsked, "it is no led case");
        })
        .and_then([&] {
            return need(
                reach(Right::WorkCase) != Reach::Own || isOffice(m_actor)
                    || m_actor.unit == m_incident->ledCase->unit,
                Code::NotAllowed, "another unit's case");
        });
}

Result<void> CampaignRules::operator()(const VisitCase& a) const
{
    return ownCase().and_then([&] { return words(a.text, "text"); });
}

Result<void> CampaignRules::operator()(const StageCase& a) const
{
    return ownCase()
        .and_then([&] { return words(a.stage, "stage"); })
        .and_then([&] {
            const auto& own = m_incident->ledCase->stages;
            const auto& stages = own.empty() ? m_plan.cases.stages : own;
            return need(
                stages.empty() || std::ranges::contains(stages, a.stage), Code::NotFound, a.stage);
        })
        .and_then([&] {
            const auto& reached = m_incident->ledCase->reached;
            return need(
                reached.empty() || reached.back().stage != a.stage, Code::AlreadyDone, a.stage);
        });
}

// Of what is over, or at least done: nobody rates a promise.
Result<void> CampaignRules::operator()(const RateResult& a) const
{
    return known(Right::RateResult)
        .and_then([&] {
            return need(
                m_incident->state == IncidentState::Closed || m_incident->allOrdersDone(),
                Code::StepsOpen, "not done yet");
        })
        .and_then([&] {
            return need(a.score >= 1 && a.score <= 5, Code::BadArgument, std::to_string(a.score));
        });
}

} // namespace sz::model
