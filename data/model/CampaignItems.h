// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The items of a campaign with what has happened to them: 155,000 of them in a value that is copied at every act.

#include "data/base/Growing.h"
#include "data/base/Paged.h"
#include "data/model/Campaign.h"
#include "data/model/KeyIndex.h"

#include <span>

namespace sz::model {

inline constexpr std::size_t kLongestItemKey = 64; ///< bytes
inline constexpr std::size_t kLongestItemText =
    1500; ///< bytes, of label, place and kind each: 500 Han characters

/// Items a unit leads, and how many of them are settled. Open = items − done − voided.
struct UnitTally
{
    UnitCode unit;
    std::uint32_t items = 0;
    std::uint32_t done = 0;
    std::uint32_t voided = 0;

    [[nodiscard]] std::uint32_t open() const { return items - done - voided; }
};

/// What one act moved; sums of these give the burn-down. Reopened items count negative.
struct ItemMove
{
    Instant at;
    std::int32_t added = 0;
    std::int32_t done = 0;
    std::int32_t voided = 0;
};

/// A value. Items keep the order in which they came in and are never taken out; an index names one for ever. A copy costs a
/// few pointers and the tallies. Thread: copies may be read by any.
class Campaign
{
public:
    /// What this act makes of it. Keys that are there, or stand twice, are passed over.
    [[nodiscard]] Campaign
    with(const std::shared_ptr<const ImportItems>& act, Instant at, const UnitCode& by) const;
    /// Keys that are not there are passed over.
    [[nodiscard]] Campaign with(const SettleItems& act, Instant at, const UnitCode& by) const;

    [[nodiscard]] std::size_t size() const { return m_slots.size(); }
    [[nodiscard]] const CampaignItem& item(std::size_t i) const;
    [[nodiscard]] ItemState state(std::size_t i) const;
    /// Null while nobody has settled it.
    [[nodiscard]] const ItemMark* mark(std::size_t i) const;
    /// Its own limit, else the campaign's end; none when there is neither.
    [[nodiscard]] std::optional<Instant> due(std::size_t i) const;
    [[nodiscard]] bool isLate(std::size_t i, Instant now) const;
    [[nodiscard]] std::optional<std::size_t> find(std::string_view key) const;

    [[nodiscard]] std::optional<Instant> from() const { return m_from; }
    [[nodiscard]] std::optional<Instant> until() const { return m_until; }
    [[nodiscard]] const std::vector<SheetRun>& runs() const { return m_runs; }
    /// Every unit an item names, as lead or support, in order of appearance; support units may lead none.
    [[nodiscard]] const std::vector<UnitTally>& units() const { return *m_units; }
    /// Of all units; `unit` is empty.
    [[nodiscard]] UnitTally total() const;
    /// Open items whose limit is over, by index of units(). Goes through all items: about a millisecond for 155,000.
    [[nodiscard]] std::vector<std::uint32_t> lateByUnit(Instant now) const;
    /// Oldest first, one for each act that moved something.
    [[nodiscard]] const Growing<ItemMove>& moves() const { return m_moves; }

private:
    static constexpr std::int64_t kNoDue = INT64_MIN;
    struct Slot
    {
        std::int64_t due = kNoDue; ///< UTC ms; kNoDue: the campaign's end
        std::uint32_t block = 0;
        std::uint32_t row = 0;
        std::uint32_t mark = 0; ///< 1-based in m_marks; 0: none
        std::uint16_t unit = 0;
        ItemState state = ItemState::Open;
    };
    [[nodiscard]] bool isLate(const Slot& slot, std::int64_t nowMs) const;
    [[nodiscard]] static std::size_t unitAt(std::vector<UnitTally>& units, const UnitCode& unit);
    void tell(const ImportItems& act, Instant at, const UnitCode& by, std::uint64_t taken);

    Growing<std::shared_ptr<const ImportItems>>
        m_blocks; ///< the acts themselves: no second copy of the texts
    Paged<Slot> m_slots;
    KeyIndex m_keys;
    Growing<ItemMark> m_marks; ///< one for each settling act
    Growing<ItemMove> m_moves;
    std::shared_ptr<const std::vector<UnitTally>> m_units =
        std::make_shared<const std::vector<UnitTally>>();
    std::vector<SheetRun> m_runs; ///< one a sheet, by digest
    std::optional<Instant> m_from;
    std::optional<Instant> m_until;
};

/// What stands at the end of one local day of a campaign.
struct BurnDay
{
    std::int64_t day = 0;   ///< local day number (days since 1970-01-01)
    std::int64_t items = 0; ///< in the campaign, without void ones
    std::int64_t open = 0;
    std::int64_t done = 0; ///< on this day; less than 0 when more were opened again
};

/// From the campaign's first day to the day of `now`, without gaps; empty when it has no items.
[[nodiscard]] std::vector<BurnDay>
burnDown(const Campaign& campaign, Instant now, int utcOffsetMinutes);

/// "Day 12 of 30": both 1-based in local days; `of` 0 when it has no end.
struct DayCount
{
    std::int64_t day = 0; ///< 0 before it begins
    std::int64_t of = 0;
};
[[nodiscard]] DayCount dayOf(const Campaign& campaign, Instant now, int utcOffsetMinutes);

} // namespace sz::model
