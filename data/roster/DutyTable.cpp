// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/roster/DutyTable.h"

#include "data/roster/Expansion.h"

#include <algorithm>

namespace sz::roster {

Result<DutyTable> DutyTable::expand(const Roster& roster, const Span& range)
{
    if (range.isEmpty() || range.until - range.from > std::chrono::days(kMostDays)) {
        return fail(Code::BadArgument, "the range is empty or longer than ten years");
    }
    DutyTable table;
    table.m_range = range;
    Expansion(roster, range, table).run();
    return table;
}

std::span<const Stint> DutyTable::of(PostIndex post) const
{
    return std::span(m_stints).subspan(m_begin[post], m_begin[post + 1] - m_begin[post]);
}

Span DutyTable::timeOf(const Stint& stint) const
{
    return {m_base + Minutes(stint.from), m_base + Minutes(stint.until)};
}

std::uint32_t DutyTable::minuteOf(Instant t) const
{
    return static_cast<std::uint32_t>(std::chrono::floor<Minutes>(t - m_base).count());
}

void DutyTable::at(PostIndex post, Instant when, std::vector<OnDuty>& found) const
{
    if (!m_range.holds(when)) {
        return;
    }
    const std::span<const Stint> row = of(post);
    const std::uint32_t minute = minuteOf(when);
    auto it = std::ranges::upper_bound(row, minute, {}, &Stint::from);
    auto first = it;
    while (first != row.begin() && std::prev(first)->from + m_longest[post] > minute) {
        --first; // whoever began earlier than the longest stint ago is gone
    }
    for (; first != it; ++first) {
        if (first->until > minute) {
            found.push_back({post, first->person, timeOf(*first), first->shift});
        }
    }
}

void DutyTable::at(const UnitCode& unit, Instant when, std::vector<OnDuty>& found) const
{
    for (const PostIndex post : postsOf(unit)) {
        at(post, when, found);
    }
}

std::span<const PostIndex> DutyTable::postsOf(const UnitCode& unit) const
{
    const auto it = m_units.find(unit.value);
    return it == m_units.end() ? std::span<const PostIndex>() : std::span(it->second);
}

std::vector<Wanted> wantedOf(const Roster& roster, PostIndex post, const Span& range)
{
    return WantedBook(roster, range).of(post);
}

} // namespace sz::roster
