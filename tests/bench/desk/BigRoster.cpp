// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/desk/BigRoster.h"

#include "data/roster/Patterns.h"

#include <format>

namespace sz::bench {
namespace {

constexpr int kPostsOfUnit = 20;
constexpr Instant kFrom = kBigRosterFrom;

roster::ShiftTemplate shift(const char* zh, const char* en, int from, int until)
{
    return {zh, {zh, en}, from, until, 1, {}};
}

void addPost(roster::Roster& made, int n)
{
    roster::RosterPost post{
        PostCode(std::format("P{}", n)), UnitCode(bigRosterUnit(n)), {"岗", "Post"}, {}, {}};
    roster::Turn turn;
    turn.rotation = static_cast<std::uint32_t>(n % 3);
    turn.phase = n % 4;
    post.turns.push_back(turn);
    const std::size_t teams = n % 3 == 2 ? 7 : 4;
    for (std::size_t team = 0; team < teams; ++team) {
        post.teams.push_back({made.personNamed(std::format("{}-{}", n, team), post.unit)});
    }
    made.add(std::move(post));
}

} // namespace

std::string bigRosterUnit(int post)
{
    return post < kBigRosterAreas ? std::format("A{:02}", post + 1)
                                  : std::format("U{}", (post - kBigRosterAreas) / kPostsOfUnit);
}

roster::Roster bigRoster(int posts)
{
    roster::Roster made;
    const roster::Day epoch = made.localDay(kFrom);
    made.rotations = {
        roster::dayNight(shift("白班", "Day", 510, 1230), shift("夜班", "Night", 1230, 510), epoch),
        roster::threeShift(
            shift("早班", "Early", 0, 480), shift("中班", "Late", 480, 960),
            shift("晚班", "Night", 960, 1440), epoch),
        roster::fourOnThreeOff(shift("全天", "24 h", 510, 510), epoch)};
    for (int n = 0; n < posts; ++n) {
        addPost(made, n);
    }
    const std::uint32_t label = made.labelNamed("白班");
    for (int n = 0; n < posts; n += 10) {
        for (int d = 30; d < 37; ++d) {
            const auto post = static_cast<roster::PostIndex>(n);
            const Instant from = kFrom + std::chrono::days(d) + Minutes(510);
            made.assignments.push_back(
                {post,
                 made.posts[post].teams[0][0],
                 {from, from + std::chrono::hours(12)},
                 label,
                 roster::kNobody});
        }
    }
    return made;
}

} // namespace sz::bench
