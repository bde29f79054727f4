// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/roster/Expansion.h"

#include <algorithm>
#include <tuple>

namespace sz::roster {
namespace {

template <class T>
ByPost sortedByPost(const std::vector<T>& all, std::size_t posts, const Span& range)
{
    ByPost sorted;
    sorted.begin.assign(posts + 1, 0);
    const auto counts = [&](const T& one) { return one.post < posts && one.time.meets(range); };
    for (const T& one : all) {
        if (counts(one)) {
            ++sorted.begin[one.post + 1];
        }
    }
    for (std::size_t i = 1; i <= posts; ++i) {
        sorted.begin[i] += sorted.begin[i - 1];
    }
    sorted.items.resize(sorted.begin.back());
    std::vector<std::size_t> next(sorted.begin.begin(), sorted.begin.end() - 1);
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (counts(all[i])) {
            sorted.items[next[all[i].post]++] = static_cast<std::uint32_t>(i);
        }
    }
    return sorted;
}

struct Cut
{
    std::uint32_t from;
    std::uint32_t until;
};

/// Ascending and apart.
std::vector<Cut> united(std::vector<Cut> cuts)
{
    std::ranges::sort(cuts, {}, &Cut::from);
    std::vector<Cut> all;
    for (const Cut& one : cuts) {
        if (!all.empty() && one.from <= all.back().until) {
            all.back().until = std::max(all.back().until, one.until);
        } else {
            all.push_back(one);
        }
    }
    return all;
}

/// What the cuts leave of a stint; cuts ascending and apart.
void addRest(Stint stint, std::span<const Cut> cuts, std::vector<Stint>& rest)
{
    auto it = std::ranges::upper_bound(cuts, stint.from, {}, &Cut::until);
    for (; it != cuts.end() && it->from < stint.until; ++it) {
        if (it->from > stint.from) {
            Stint before = stint;
            before.until = it->from;
            rest.push_back(before);
        }
        stint.from = std::max(stint.from, it->until);
    }
    if (stint.from < stint.until) {
        rest.push_back(stint);
    }
}

void cutPerson(std::vector<Stint>& stints, PersonIndex person, Cut cut)
{
    std::vector<Stint> rest;
    rest.reserve(stints.size() + 1);
    for (const Stint& one : stints) {
        if (one.person == person) {
            addRest(one, std::span(&cut, 1), rest);
        } else {
            rest.push_back(one);
        }
    }
    stints = std::move(rest);
}

bool isSame(const Stint& a, const Stint& b)
{
    return a.from == b.from && a.until == b.until && a.person == b.person;
}

} // namespace

Expansion::Expansion(const Roster& roster, const Span& range, DutyTable& table)
    : m_roster(roster), m_lines(roster, range), m_table(table),
      m_assignments(sortedByPost(roster.assignments, roster.posts.size(), range)),
      m_absences(sortedByPost(roster.absences, roster.posts.size(), range))
{
    m_table.m_base = m_lines.base();
    for (const ShiftTemplate* shift : m_lines.shifts()) {
        m_table.m_shiftNames.push_back(shift->name);
    }
    m_table.m_shiftNames.insert(
        m_table.m_shiftNames.end(), roster.labels.begin(), roster.labels.end());
    m_table.m_shiftNames.push_back({}); // of what was assigned without a name
}

void Expansion::run()
{
    std::size_t most = m_assignments.items.size();
    for (const RosterPost& post : m_roster.posts) {
        const std::size_t pieces = m_lines.of(post.turns).pieces.size();
        most += pieces * (post.teams.empty() ? 0 : post.teams.front().size());
    }
    m_table.m_stints.reserve(most);
    m_table.m_begin.reserve(m_roster.posts.size() + 1);
    m_table.m_longest.reserve(m_roster.posts.size());
    for (PostIndex post = 0; post < m_roster.posts.size(); ++post) {
        addPost(post);
    }
    m_table.m_begin.push_back(m_table.m_stints.size());
}

void Expansion::addPost(PostIndex index)
{
    const RosterPost& post = m_roster.posts[index];
    const std::size_t begin = m_table.m_stints.size();
    m_table.m_begin.push_back(begin);
    m_table.m_units[post.unit.value].push_back(index);
    const Timeline& line = m_lines.of(post.turns);
    addRotation(post, line);
    std::uint32_t longest = line.longest;
    if (!m_assignments.of(index).empty() || !m_absences.of(index).empty()) {
        changePost(index, begin);
        for (const Stint& one : std::span(m_table.m_stints).subspan(begin)) {
            longest = std::max(longest, one.until - one.from);
        }
    }
    m_table.m_longest.push_back(longest);
}

void Expansion::addRotation(const RosterPost& post, const Timeline& line)
{
    for (const Piece& piece : line.pieces) {
        if (piece.team < post.teams.size()) {
            for (const PersonIndex person : post.teams[piece.team]) {
                m_table.m_stints.push_back({piece.from, piece.until, person, piece.shift});
            }
        }
    }
}

// In this order: a gap known beforehand and everybody named cut what the rotation says; then one stands in for another; whoever is
// known to be absent is so whatever else was said.
void Expansion::changePost(PostIndex post, std::size_t begin)
{
    std::vector<Stint>& all = m_table.m_stints;
    std::vector<Cut> cuts;
    for (const std::uint32_t i : m_assignments.of(post)) {
        const Assignment& one = m_roster.assignments[i];
        if (one.inPlaceOf == kNobody) {
            cuts.push_back({minute(one.time.from), minute(one.time.until)});
        }
    }
    for (const std::uint32_t i : m_absences.of(post)) {
        const Absence& one = m_roster.absences[i];
        if (one.person == kNobody) {
            cuts.push_back({minute(one.time.from), minute(one.time.until)});
        }
    }
    cuts = united(std::move(cuts));
    std::vector<Stint> stints;
    for (const Stint& one : std::span(all).subspan(begin)) {
        addRest(one, cuts, stints);
    }
    for (const std::uint32_t i : m_assignments.of(post)) {
        const Assignment& one = m_roster.assignments[i];
        const Stint stint = stintOf(one);
        if (one.inPlaceOf != kNobody) {
            cutPerson(stints, one.inPlaceOf, {stint.from, stint.until});
        }
        if (stint.from < stint.until) {
            stints.push_back(stint);
        }
    }
    for (const std::uint32_t i : m_absences.of(post)) {
        const Absence& one = m_roster.absences[i];
        if (one.person != kNobody) {
            cutPerson(stints, one.person, {minute(one.time.from), minute(one.time.until)});
        }
    }
    std::ranges::stable_sort(
        stints, {}, [](const Stint& one) { return std::tuple(one.from, one.until, one.person); });
    const auto twice = std::ranges::unique(stints, isSame);
    stints.erase(twice.begin(), twice.end());
    all.resize(begin);
    all.insert(all.end(), stints.begin(), stints.end());
}

Stint Expansion::stintOf(const Assignment& one) const
{
    const std::size_t labels = m_roster.labels.size();
    const std::size_t label = std::min<std::size_t>(one.label, labels);
    const auto shift = static_cast<std::uint32_t>(m_lines.shifts().size() + label);
    return {minute(one.time.from), minute(one.time.until), one.person, shift};
}

// What begins before the first day that counts began when it counts from.
std::uint32_t Expansion::minute(Instant t) const
{
    constexpr std::int64_t kMost = std::numeric_limits<std::uint32_t>::max() / 2;
    const Instant last = m_lines.base() + Minutes(kMost);
    const Instant within = std::clamp(t, m_lines.base(), last);
    return static_cast<std::uint32_t>(std::chrono::floor<Minutes>(within - m_lines.base()).count());
}

std::vector<Wanted> WantedBook::of(PostIndex post)
{
    std::vector<Wanted> wanted;
    for (const Piece& piece : m_lines.of(m_roster.posts[post].turns).pieces) {
        const Span time{
            m_lines.base() + Minutes(piece.from), m_lines.base() + Minutes(piece.until)};
        const ShiftTemplate* shift = m_lines.shifts()[piece.shift];
        const auto isSame = [&](const Wanted& one) {
            return one.time == time && one.shift == shift; // several teams of one shift
        };
        if (std::none_of(
                wanted.end() - std::min<std::ptrdiff_t>(std::ssize(wanted), 8), wanted.end(),
                isSame)) {
            wanted.push_back({time, shift->needs, shift});
        }
    }
    return wanted;
}

} // namespace sz::roster
