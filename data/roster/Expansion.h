// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// From turns, assignments and absences to the rows of a DutyTable. Private to data/roster.

#include "data/roster/DutyTable.h"
#include "data/roster/Timeline.h"

namespace sz::roster {

/// Things of each post, in the order they came: one row of numbers and where each post begins in it.
struct ByPost
{
    std::vector<std::uint32_t> items;
    std::vector<std::size_t> begin;

    [[nodiscard]] std::span<const std::uint32_t> of(PostIndex post) const
    {
        return std::span(items).subspan(begin[post], begin[post + 1] - begin[post]);
    }
};

class Expansion
{
public:
    Expansion(const Roster& roster, const Span& range, DutyTable& table);
    void run();

private:
    void addPost(PostIndex post);
    void addRotation(const RosterPost& post, const Timeline& line);
    void changePost(PostIndex post, std::size_t begin);
    [[nodiscard]] Stint stintOf(const Assignment& one) const;
    [[nodiscard]] std::uint32_t minute(Instant t) const;

    const Roster& m_roster;
    Timelines m_lines;
    DutyTable& m_table;
    ByPost m_assignments;
    ByPost m_absences;
};

/// wantedOf for many posts.
class WantedBook
{
public:
    WantedBook(const Roster& roster, const Span& range) : m_roster(roster), m_lines(roster, range)
    {
    }
    [[nodiscard]] std::vector<Wanted> of(PostIndex post);

private:
    const Roster& m_roster;
    Timelines m_lines;
};

} // namespace sz::roster
