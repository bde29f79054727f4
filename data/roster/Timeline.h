// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What a post's turns come to, day by day. Posts with the same turns share one: thousands do. Private to data/roster.

#include "data/roster/Roster.h"

#include <map>

namespace sz::roster {

/// One shift of one team, or the part of it that its mode leaves. Minutes since Timelines::base().
struct Piece
{
    std::uint32_t from = 0;
    std::uint32_t until = 0;
    std::uint32_t shift = 0; ///< into Timelines::shifts()
    std::uint16_t team = 0;
};

struct Timeline
{
    std::vector<Piece> pieces; ///< by beginning
    std::size_t teams = 0;     ///< one more than the highest team
    std::uint32_t longest = 0;
};

class Timelines
{
public:
    Timelines(const Roster& roster, const Span& range);

    [[nodiscard]] const Timeline& of(const std::vector<Turn>& turns);
    [[nodiscard]] Instant base() const { return m_base; }
    [[nodiscard]] const std::vector<const ShiftTemplate*>& shifts() const { return m_shifts; }

private:
    [[nodiscard]] Timeline made(const std::vector<Turn>& turns);
    /// Times in which a turn counts on a day; none set: it never does.
    [[nodiscard]] std::vector<Span>
    timesOf(const std::vector<Turn>& turns, std::size_t turn, Day day) const;
    void addDay(const Turn& turn, const std::vector<Span>& times, Day day, Timeline& line);
    void addPiece(Span time, std::uint32_t shift, std::uint16_t team, Timeline& line);
    [[nodiscard]] std::int64_t position(const Wheel& wheel, Day day);
    [[nodiscard]] DayKind kindOf(Day day) const;

    const Roster& m_roster;
    Span m_range;
    Instant m_base;
    Day m_first = 0;
    Day m_last = 0;
    std::vector<DayKind> m_kinds;              ///< from m_first on
    std::vector<std::uint32_t> m_shiftsBefore; ///< of each rotation in m_shifts
    std::vector<const ShiftTemplate*> m_shifts;
    std::map<const Wheel*, std::vector<std::int64_t>> m_positions; ///< of each day from m_first on
    std::map<std::vector<Turn>, Timeline> m_lines;
};

} // namespace sz::roster
