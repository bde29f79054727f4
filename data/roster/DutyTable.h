// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A roster spread out over a range of days, so that "who is on duty at T" is a search in one short row.

#include "data/roster/Roster.h"

#include <span>

namespace sz::roster {

/// Somebody at a post, minutes since DutyTable::base(). 16 bytes: 60,000 posts × 100 days have millions of them.
struct Stint
{
    std::uint32_t from = 0;
    std::uint32_t until = 0;
    PersonIndex person = 0;
    std::uint32_t shift = 0; ///< into DutyTable::shiftNames()
};

/// A time in which a post should be held by so many, as its shifts say.
struct Wanted
{
    Span time;
    int needs = 1;
    const ShiftTemplate* shift = nullptr;
};

struct OnDuty
{
    PostIndex post = 0;
    PersonIndex person = 0;
    Span time;
    std::uint32_t shift = 0;
};

/// Made once, then only read: any thread. The roster it was made from must outlive it and stay as it is.
class DutyTable
{
public:
    /// All shifts that touch the range, each whole. Minutes are the finest grain: seconds are cut off.
    /// Errors: BadArgument (an empty range, or one of more than kMostDays).
    static constexpr int kMostDays = 3'700;
    [[nodiscard]] static Result<DutyTable> expand(const Roster& roster, const Span& range);

    [[nodiscard]] const Span& range() const { return m_range; }
    [[nodiscard]] Instant base() const { return m_base; }
    [[nodiscard]] std::size_t size() const { return m_stints.size(); }
    /// In the order of their beginning; they overlap where a post needs more than one.
    [[nodiscard]] std::span<const Stint> of(PostIndex post) const;
    [[nodiscard]] Span timeOf(const Stint& stint) const;
    [[nodiscard]] const Words& shiftName(std::uint32_t shift) const { return m_shiftNames[shift]; }

    /// Appends who holds the post at that moment, in the order of their beginning; nothing in a gap or outside the range.
    void at(PostIndex post, Instant when, std::vector<OnDuty>& found) const;
    /// The same of every post of a unit, in the order of the roster. An area is asked for by its own unit (A24).
    void at(const UnitCode& unit, Instant when, std::vector<OnDuty>& found) const;
    [[nodiscard]] std::span<const PostIndex> postsOf(const UnitCode& unit) const;

private:
    friend class Expansion;
    std::uint32_t minuteOf(Instant t) const;

    Span m_range;
    Instant m_base;
    std::vector<Stint> m_stints;
    std::vector<std::size_t> m_begin;     ///< of each post in m_stints; one more than posts
    std::vector<std::uint32_t> m_longest; ///< stint of each post, minutes
    std::vector<Words> m_shiftNames;
    std::unordered_map<std::string, std::vector<PostIndex>> m_units;
};

/// What the shifts of a post ask for within a range, ascending by beginning: also where nobody is. Clipped by mode as the stints are.
[[nodiscard]] std::vector<Wanted> wantedOf(const Roster& roster, PostIndex post, const Span& range);

} // namespace sz::roster
