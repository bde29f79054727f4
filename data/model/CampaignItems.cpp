// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/model/CampaignItems.h"

#include <algorithm>
#include <unordered_map>

namespace sz::model {
namespace {

constexpr std::int64_t kMostDays = 3'660; ///< of a burn-down: ten years

std::int64_t localDay(Instant t, int utcOffsetMinutes)
{
    return std::chrono::floor<std::chrono::days>(t + Minutes{utcOffsetMinutes})
        .time_since_epoch()
        .count();
}

std::uint32_t& countOf(UnitTally& tally, ItemState state, std::uint32_t& none)
{
    return state == ItemState::Done ? tally.done : state == ItemState::Void ? tally.voided : none;
}

std::int32_t weight(ItemState before, ItemState after, ItemState of)
{
    return (after == of ? 1 : 0) - (before == of ? 1 : 0);
}

} // namespace

std::size_t Campaign::unitAt(std::vector<UnitTally>& units, const UnitCode& unit)
{
    const auto it = std::ranges::find(units, unit, &UnitTally::unit);
    if (it != units.end()) {
        return static_cast<std::size_t>(it - units.begin());
    }
    units.push_back({unit});
    return units.size() - 1;
}

Campaign
Campaign::with(const std::shared_ptr<const ImportItems>& act, Instant at, const UnitCode& by) const
{
    Campaign next = *this;
    const auto block = static_cast<std::uint32_t>(m_blocks.size());
    next.m_blocks.push_back(act);
    std::vector<UnitTally> units = *m_units;
    std::unordered_map<std::string_view, std::size_t> known; // of this act
    const auto indexOf = [&](const UnitCode& unit) {
        const auto [it, isNew] = known.try_emplace(unit.value, 0);
        if (isNew) {
            it->second = unitAt(units, unit);
        }
        return it->second;
    };
    std::unordered_map<std::string_view, bool> mine; // a key may stand twice in one act
    Paged<Slot>::Edit slots(m_slots);
    std::vector<KeyIndex::Place> places;
    for (std::uint32_t row = 0; row < act->items.size(); ++row) {
        const CampaignItem& one = act->items[row];
        if (!mine.try_emplace(one.key, true).second || find(one.key)) {
            continue;
        }
        const std::size_t unit = indexOf(one.unit);
        ++units[unit].items;
        for (const UnitCode& support : one.support) {
            indexOf(support);
        }
        places.push_back({KeyIndex::hashOf(one.key), static_cast<std::uint32_t>(slots.size())});
        slots.push_back(
            {one.due ? toUtcMs(*one.due) : kNoDue, block, row, 0, static_cast<std::uint16_t>(unit),
             ItemState::Open});
    }
    const auto taken = places.size();
    next.m_slots = std::move(slots).done();
    next.m_keys.add(std::move(places));
    next.m_units = std::make_shared<const std::vector<UnitTally>>(std::move(units));
    next.tell(*act, at, by, taken);
    return next;
}

// The run of a sheet goes over many acts; the same sheet again adds to it.
void Campaign::tell(const ImportItems& act, Instant at, const UnitCode& by, std::uint64_t taken)
{
    auto run = std::ranges::find(m_runs, act.sheet, &SheetRun::sheet);
    if (run == m_runs.end()) {
        m_runs.push_back({act.sheet, act.name, act.rows, 0, 0, at, by});
        run = m_runs.end() - 1;
    }
    run->taken += taken;
    run->passed += act.items.size() - taken;
    m_from = act.from ? act.from : m_from ? m_from : std::optional(at);
    m_until = act.until ? act.until : m_until;
    if (taken > 0) {
        m_moves.push_back({at, static_cast<std::int32_t>(taken), 0, 0});
    }
}

Campaign Campaign::with(const SettleItems& act, Instant at, const UnitCode& by) const
{
    Campaign next = *this;
    next.m_marks.push_back({act.state, at, by, act.text});
    const auto mark = static_cast<std::uint32_t>(next.m_marks.size());
    std::vector<UnitTally> units = *m_units;
    ItemMove move{at, 0, 0, 0};
    Paged<Slot>::Edit slots(m_slots);
    for (const std::string& key : act.keys) {
        const auto i = find(key);
        if (!i) {
            continue;
        }
        Slot& slot = slots.at(*i);
        std::uint32_t none = 1;
        --countOf(units[slot.unit], slot.state, none);
        ++countOf(units[slot.unit], act.state, none);
        move.done += weight(slot.state, act.state, ItemState::Done);
        move.voided += weight(slot.state, act.state, ItemState::Void);
        slot.state = act.state;
        slot.mark = mark;
    }
    next.m_slots = std::move(slots).done();
    next.m_units = std::make_shared<const std::vector<UnitTally>>(std::move(units));
    if (move.done != 0 || move.voided != 0) {
        next.m_moves.push_back(move);
    }
    return next;
}

const CampaignItem& Campaign::item(std::size_t i) const
{
    const Slot& slot = m_slots[i];
    return m_blocks[slot.block]->items[slot.row];
}

ItemState Campaign::state(std::size_t i) const
{
    return m_slots[i].state;
}

const ItemMark* Campaign::mark(std::size_t i) const
{
    const std::uint32_t mark = m_slots[i].mark;
    return mark == 0 ? nullptr : &m_marks[mark - 1];
}

std::optional<Instant> Campaign::due(std::size_t i) const
{
    const std::int64_t own = m_slots[i].due;
    return own == kNoDue ? m_until : std::optional(fromUtcMs(own));
}

bool Campaign::isLate(const Slot& slot, std::int64_t nowMs) const
{
    if (slot.state != ItemState::Open) {
        return false;
    }
    return slot.due == kNoDue ? m_until && toUtcMs(*m_until) <= nowMs : slot.due <= nowMs;
}

bool Campaign::isLate(std::size_t i, Instant now) const
{
    return isLate(m_slots[i], toUtcMs(now));
}

std::optional<std::size_t> Campaign::find(std::string_view key) const
{
    return m_keys.find(
        KeyIndex::hashOf(key), [&](std::uint32_t at) { return item(at).key == key; });
}

UnitTally Campaign::total() const
{
    UnitTally sum;
    for (const UnitTally& one : *m_units) {
        sum.items += one.items;
        sum.done += one.done;
        sum.voided += one.voided;
    }
    return sum;
}

std::vector<std::uint32_t> Campaign::lateByUnit(Instant now) const
{
    std::vector<std::uint32_t> late(m_units->size(), 0);
    const std::int64_t ms = toUtcMs(now);
    m_slots.each([&](const Slot& slot) { late[slot.unit] += isLate(slot, ms) ? 1U : 0U; });
    return late;
}

std::vector<BurnDay> burnDown(const Campaign& campaign, Instant now, int utcOffsetMinutes)
{
    std::vector<BurnDay> days;
    if (campaign.moves().empty()) {
        return days;
    }
    const std::int64_t last = std::max(
        localDay(now, utcOffsetMinutes), localDay(campaign.moves().back().at, utcOffsetMinutes));
    const std::int64_t began = std::min(
        localDay(campaign.from().value_or(campaign.moves().front().at), utcOffsetMinutes),
        localDay(campaign.moves().front().at, utcOffsetMinutes));
    const std::int64_t first = std::max(began, last - kMostDays);
    for (std::int64_t day = first; day <= last; ++day) {
        days.push_back({day, 0, 0, 0});
    }
    const std::int64_t imported =
        std::max(localDay(campaign.moves().front().at, utcOffsetMinutes), first);
    for (const ItemMove& move : campaign.moves()) {
        // Clocks of desks differ a little: what comes before the first day is of the first.
        const std::int64_t day = std::max(localDay(move.at, utcOffsetMinutes), first);
        BurnDay& one = days[static_cast<std::size_t>(std::min(day, last) - first)];
        one.items -= move.voided;
        one.open -= move.done + move.voided;
        one.done += move.done;
        // What the first day of importing brought was there from the campaign's first day.
        BurnDay& since = day == imported ? days.front() : one;
        since.items += move.added;
        since.open += move.added;
    }
    for (std::size_t i = 1; i < days.size(); ++i) {
        days[i].items += days[i - 1].items;
        days[i].open += days[i - 1].open;
    }
    return days;
}

DayCount dayOf(const Campaign& campaign, Instant now, int utcOffsetMinutes)
{
    if (!campaign.from()) {
        return {};
    }
    const std::int64_t first = localDay(*campaign.from(), utcOffsetMinutes);
    DayCount count;
    count.day = std::max<std::int64_t>(0, localDay(now, utcOffsetMinutes) - first + 1);
    if (campaign.until()) {
        count.of = std::max<std::int64_t>(
            1, localDay(*campaign.until() - Millis{1}, utcOffsetMinutes) - first + 1);
    }
    return count;
}

} // namespace sz::model
