// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/roster/Timeline.h"

#include <algorithm>
#include <array>

namespace sz::roster {
namespace {

constexpr Span kAlways{Instant::min(), Instant::max()};

std::array<bool, plan::kModes> modesOf(const std::vector<Turn>& turns, std::size_t turn, Day day)
{
    std::array<bool, plan::kModes> counts{};
    for (std::size_t m = 0; m < plan::kModes; ++m) {
        const auto mode = static_cast<plan::Mode>(m + 1);
        std::optional<std::size_t> own;
        std::optional<std::size_t> common;
        for (std::size_t i = 0; i < turns.size(); ++i) {
            if (turns[i].validity.holds(day)) {
                own = !own && turns[i].mode == mode ? i : own;
                common = !common && !turns[i].mode ? i : common;
            }
        }
        counts[m] = (own ? own : common) == turn;
    }
    return counts;
}

bool counts(const std::array<bool, plan::kModes>& modes, plan::Mode mode)
{
    return modes[static_cast<std::size_t>(mode) - 1];
}

} // namespace

Timelines::Timelines(const Roster& roster, const Span& range)
    : m_roster(roster), m_range(range),
      m_base(std::chrono::floor<Minutes>(range.from) - std::chrono::days(2)),
      m_first(roster.localDay(range.from) - 1), m_last(roster.localDay(range.until))
{
    for (const Assignment& one : roster.assignments) {
        if (one.time.meets(range) && one.time.from < m_base) {
            m_base = std::chrono::floor<Minutes>(one.time.from);
        }
    }
    for (Day day = m_first; day <= m_last; ++day) {
        m_kinds.push_back(dayKind(roster.calendar, day));
    }
    for (const Rotation& rotation : roster.rotations) {
        m_shiftsBefore.push_back(static_cast<std::uint32_t>(m_shifts.size()));
        for (const ShiftTemplate& shift : rotation.shifts) {
            m_shifts.push_back(&shift);
        }
    }
}

const Timeline& Timelines::of(const std::vector<Turn>& turns)
{
    auto it = m_lines.find(turns);
    if (it == m_lines.end()) {
        it = m_lines.emplace(turns, made(turns)).first;
    }
    return it->second;
}

Timeline Timelines::made(const std::vector<Turn>& turns)
{
    Timeline line;
    for (Day day = m_first; day <= m_last; ++day) {
        for (std::size_t i = 0; i < turns.size(); ++i) {
            if (turns[i].validity.holds(day)) {
                addDay(turns[i], timesOf(turns, i, day), day, line);
            }
        }
    }
    std::ranges::stable_sort(line.pieces, {}, &Piece::from);
    return line;
}

std::vector<Span>
Timelines::timesOf(const std::vector<Turn>& turns, std::size_t turn, Day day) const
{
    const auto modes = modesOf(turns, turn, day);
    if (std::ranges::all_of(modes, [](bool one) { return one; })) {
        return {kAlways};
    }
    std::vector<Span> times;
    bool isOn = counts(modes, plan::Mode::Normal);
    if (isOn) {
        times.push_back(kAlways);
    }
    for (const ModeChange& change : m_roster.modes) {
        const bool isNext = counts(modes, change.mode);
        if (isNext && !isOn) {
            times.push_back({change.at, Instant::max()});
        } else if (!isNext && isOn) {
            times.back().until = change.at;
        }
        isOn = isNext;
    }
    return times;
}

void Timelines::addDay(const Turn& turn, const std::vector<Span>& times, Day day, Timeline& line)
{
    const Rotation& rotation = m_roster.rotations[turn.rotation];
    for (const Wheel& wheel : rotation.wheels) {
        if ((wheel.on & static_cast<DayKinds>(kindOf(day))) == 0) {
            continue;
        }
        const auto length = static_cast<std::int64_t>(wheel.cycle.size());
        const std::int64_t at = position(wheel, day) + turn.phase;
        for (const Step& step :
             wheel.cycle[static_cast<std::size_t>(((at % length) + length) % length)]) {
            const ShiftTemplate& shift = rotation.shifts[step.shift];
            const Instant from = m_roster.instantOf(day, shift.from);
            for (const Span& time : times) {
                addPiece(
                    overlap({from, from + Minutes(shift.minutes())}, time),
                    m_shiftsBefore[turn.rotation] + step.shift, step.team, line);
            }
        }
    }
}

void Timelines::addPiece(Span time, std::uint32_t shift, std::uint16_t team, Timeline& line)
{
    if (time.isEmpty() || !time.meets(m_range)) {
        return;
    }
    const auto minute = [&](Instant t) {
        return static_cast<std::uint32_t>(std::chrono::floor<Minutes>(t - m_base).count());
    };
    const Piece piece{minute(time.from), minute(time.until), shift, team};
    line.pieces.push_back(piece);
    line.teams = std::max<std::size_t>(line.teams, team + 1U);
    line.longest = std::max(line.longest, piece.until - piece.from);
}

// Days of other kinds do not turn the wheel, so they have to be counted; once for all posts.
std::int64_t Timelines::position(const Wheel& wheel, Day day)
{
    if (wheel.on == kEveryDay) {
        return day - wheel.epoch;
    }
    std::vector<std::int64_t>& positions = m_positions[&wheel];
    if (positions.empty()) {
        const auto isOn = [&](Day one) {
            return (wheel.on & static_cast<DayKinds>(dayKind(m_roster.calendar, one))) != 0 ? 1 : 0;
        };
        std::int64_t at = 0;
        for (Day one = wheel.epoch; one < m_first; ++one) {
            at += isOn(one);
        }
        for (Day one = m_first; one < wheel.epoch; ++one) {
            at -= isOn(one);
        }
        for (Day one = m_first; one <= m_last; ++one) {
            positions.push_back(at);
            at += isOn(one);
        }
    }
    return positions[static_cast<std::size_t>(day - m_first)];
}

DayKind Timelines::kindOf(Day day) const
{
    return m_kinds[static_cast<std::size_t>(day - m_first)];
}

} // namespace sz::roster
