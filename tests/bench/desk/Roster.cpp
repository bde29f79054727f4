// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// roster-open: 60,000 posts × 100 days from rotations and names to a table that can be asked. Floor: as many rows of the same size
// written one after the other. on-duty: "who is on duty at T" for posts, units and areas. Floor: the row read straight from where
// it is known to be.
#include "data/roster/DutyTable.h"
#include "tests/bench/desk/BigRoster.h"
#include "tests/bench/desk/DeskBenches.h"

#include <chrono>
#include <format>

namespace sz::bench {
namespace {

constexpr int kPosts = 60'000;
constexpr int kQuickPosts = 300;
constexpr int kDays = kBigRosterDays;
constexpr int kRounds = 7;
constexpr int kAsked = 1'000'000;
constexpr int kQuickAsked = 2'000;
constexpr double kGoalMs = 1'000;
constexpr double kGoalRate = 100'000;
const Instant kFrom = kBigRosterFrom;
const roster::Span kRange{kFrom, kFrom + std::chrono::days(kDays)};

double sinceMs(std::chrono::steady_clock::time_point start)
{
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start)
        .count();
}

/// The same rows in memory, without knowing anything: what has to be written at least.
double rawRows(std::size_t rows)
{
    const auto start = std::chrono::steady_clock::now();
    std::vector<roster::Stint> all;
    all.reserve(rows);
    for (std::size_t i = 0; i < rows; ++i) {
        const auto n = static_cast<std::uint32_t>(i);
        all.push_back({n, n + 720, n, 0});
    }
    const double took = sinceMs(start);
    return all.back().from == static_cast<std::uint32_t>(rows - 1) ? took : 0;
}

struct Question
{
    roster::PostIndex post = 0;
    UnitCode unit; ///< empty: the post
    Instant when;
};

/// Of ten: eight of a post, one of a unit, one of an area. Spread over the whole range by a fixed generator.
std::vector<Question> questions(int posts, int count)
{
    std::vector<Question> all;
    std::uint64_t state = 2026;
    const auto next = [&](std::uint64_t below) {
        state = state * 6'364'136'223'846'793'005U + 1'442'695'040'888'963'407U;
        return (state >> 33U) % below;
    };
    for (int i = 0; i < count; ++i) {
        Question one;
        one.post = static_cast<roster::PostIndex>(next(static_cast<std::uint64_t>(posts)));
        one.when = kFrom + Minutes(static_cast<std::int64_t>(next(kDays * 24 * 60)));
        if (i % 10 == 8) {
            one.unit = UnitCode(bigRosterUnit(static_cast<int>(one.post)));
        } else if (i % 10 == 9) {
            one.unit = UnitCode(bigRosterUnit(static_cast<int>(one.post) % kBigRosterAreas));
        }
        all.push_back(std::move(one));
    }
    return all;
}

std::size_t ask(const roster::DutyTable& table, const std::vector<Question>& all)
{
    std::size_t found = 0;
    std::vector<roster::OnDuty> present;
    for (const Question& one : all) {
        present.clear();
        if (one.unit.empty()) {
            table.at(one.post, one.when, present);
        } else {
            table.at(one.unit, one.when, present);
        }
        found += present.size();
    }
    return found;
}

/// Each stint read where it stands, without looking for it.
std::size_t readStraight(const roster::DutyTable& table, const std::vector<Question>& all)
{
    std::size_t sum = 0;
    for (const Question& one : all) {
        const auto row = table.of(one.post);
        const auto minute =
            static_cast<std::size_t>(std::chrono::duration_cast<Minutes>(one.when - kFrom).count());
        sum += row[minute * row.size() / (kDays * 24 * 60)].person;
    }
    return sum;
}

/// By brute force: every row of the post.
bool isRight(const roster::DutyTable& table, const Question& one)
{
    std::vector<roster::OnDuty> found;
    table.at(one.post, one.when, found);
    std::size_t expected = 0;
    for (const roster::Stint& stint : table.of(one.post)) {
        expected += table.timeOf(stint).holds(one.when) ? 1U : 0U;
    }
    return expected > 0 && found.size() == expected;
}

} // namespace

Outcome rosterOpen(const Setting& setting)
{
    const roster::Roster big = bigRoster(setting.count(kPosts, kQuickPosts));
    std::vector<double> ours;
    std::vector<double> floors;
    for (int round = 0; round < kRounds; ++round) {
        const auto start = std::chrono::steady_clock::now();
        const auto table = roster::DutyTable::expand(big, kRange);
        ours.push_back(sinceMs(start));
        if (!table || table->size() < big.posts.size() * kDays) {
            return fail(Code::Internal, "the roster is not all there");
        }
        floors.push_back(rawRows(table->size()));
    }
    return std::vector{Measured{
        "roster-open",
        median(ours),
        "ms",
        median(floors),
        "as many rows written to memory",
        {Goal::Of::Value, kGoalMs},
        ours.size()}};
}

Outcome onDuty(const Setting& setting)
{
    const int posts = setting.count(kPosts, kQuickPosts);
    const roster::Roster big = bigRoster(posts);
    const auto table = roster::DutyTable::expand(big, kRange);
    if (!table) {
        return std::unexpected(table.error());
    }
    const std::vector<Question> all = questions(posts, setting.count(kAsked, kQuickAsked));
    for (std::size_t i = 0; i < 1000; ++i) {
        if (!isRight(*table, all[i])) {
            return fail(Code::Internal, "somebody on duty was not found");
        }
    }
    const std::size_t expected = ask(*table, all);
    std::vector<double> ours;
    std::vector<double> floors;
    std::size_t sum = 0;
    for (int round = 0; round < kRounds; ++round) {
        auto start = std::chrono::steady_clock::now();
        if (ask(*table, all) != expected) {
            return fail(Code::Internal, "two answers differ");
        }
        ours.push_back(static_cast<double>(all.size()) * 1000 / sinceMs(start));
        start = std::chrono::steady_clock::now();
        sum += readStraight(*table, all);
        floors.push_back(static_cast<double>(all.size()) * 1000 / sinceMs(start));
    }
    if (sum == 0) {
        return fail(Code::Internal, "nobody was read");
    }
    return std::vector{Measured{
        "on-duty",
        median(ours),
        "answers/s",
        median(floors),
        "one row read from where it is known to be",
        {Goal::Of::AtLeast, kGoalRate},
        ours.size()}};
}

} // namespace sz::bench
