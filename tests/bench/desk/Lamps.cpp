// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// lamps: what is owed and how late it is, anew for every open incident. Floor: the same limits as numbers in one row, added to and
// compared with the clock; nothing that says who owes what can be had for less.
#include "tests/bench/desk/DeskBenches.h"
#include "tests/bench/desk/LongFeed.h"
#include "tests/bench/History.h"

#include <algorithm>
#include <chrono>
#include <memory>

namespace sz::bench {
namespace {

constexpr int kIncidents = 10'000;
constexpr int kQuickIncidents = 50;
constexpr int kRounds = 15;
constexpr double kGoalMs = 50;
const Instant kNow = fromUtcMs(1'571'292'427'000); // 2019-10-17 14:07:07 in Wuhan

using Board = std::vector<std::shared_ptr<model::Incident>>;

/// Every n-th order has a limit of seven workdays.
Result<Board> openIncidents(const plan::Plan& plan, int count, int everyNth)
{
    History history(plan);
    Board board;
    int orders = 0;
    for (int n = 0; n < count; ++n) {
        std::vector<model::StampedEntry> life;
        for (log::Entry& entry : history.life(
                 static_cast<std::size_t>(n), Stage::Active, kNow - Minutes{n % (20 * 60) + 60})) {
            life.push_back({std::move(entry), {life.size() + 1, 1}});
        }
        const auto folded = model::foldHistory(plan, nullptr, life);
        if (!folded) {
            return std::unexpected(folded.error());
        }
        board.push_back(std::make_shared<model::Incident>(**folded));
        for (model::Order& order : board.back()->orders) {
            if (++orders % everyNth == 0) {
                order.work = plan::WorkLimit{plan::WorkLimit::Unit::Days, 7};
            }
        }
    }
    return board;
}

double sinceMs(std::chrono::steady_clock::time_point start)
{
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start)
        .count();
}

/// What came of one round; compared, so that nothing can be left out.
struct Sum
{
    std::size_t steps = 0;
    std::size_t late = 0;
    bool operator==(const Sum&) const = default;
};

Sum recompute(const plan::Plan& plan, const Board& board)
{
    Sum sum;
    for (const auto& incident : board) {
        incident->steps = model::openSteps(plan, *incident);
        sum.steps += incident->steps.size();
        sum.late += incident->lampAt(kNow) == model::Lamp::Late ? 1U : 0U;
    }
    return sum;
}

/// One step as numbers, milliseconds.
struct Raw
{
    std::size_t incident = 0;
    std::int64_t since = 0;
    std::int64_t total = 0;
    std::int64_t nearLeft = 0;
    std::int64_t behindLeft = 0;
};

std::vector<Raw> rawSteps(const Board& board)
{
    std::vector<Raw> raw;
    for (std::size_t i = 0; i < board.size(); ++i) {
        for (const model::Step& step : board[i]->steps) {
            raw.push_back(
                {i, toUtcMs(step.since), (step.due - step.since).count(),
                 (step.due - step.nearFrom).count(), (step.due - step.behindFrom).count()});
        }
    }
    return raw;
}

Sum rawRound(const std::vector<Raw>& raw, std::vector<model::Lamp>& lamps)
{
    std::ranges::fill(lamps, model::Lamp::None);
    const std::int64_t now = toUtcMs(kNow);
    for (const Raw& one : raw) {
        const std::int64_t due = one.since + one.total;
        const auto lamp = now >= due                    ? model::Lamp::Late
                          : now >= due - one.behindLeft ? model::Lamp::Behind
                          : now >= due - one.nearLeft   ? model::Lamp::Near
                                                        : model::Lamp::None;
        lamps[one.incident] = std::max(lamps[one.incident], lamp);
    }
    return {raw.size(), static_cast<std::size_t>(std::ranges::count(lamps, model::Lamp::Late))};
}

Result<Measured> measure(const plan::Plan& plan, const char* name, int count, int everyNth)
{
    const auto board = openIncidents(plan, count, everyNth);
    if (!board) {
        return std::unexpected(board.error());
    }
    const Sum expected = recompute(plan, *board);
    const std::vector<Raw> raw = rawSteps(*board);
    std::vector<model::Lamp> lamps(board->size());
    std::vector<double> ours;
    std::vector<double> floors;
    for (int round = 0; round < kRounds; ++round) {
        auto start = std::chrono::steady_clock::now();
        const Sum sum = recompute(plan, *board);
        ours.push_back(sinceMs(start));
        start = std::chrono::steady_clock::now();
        const Sum rawSum = rawRound(raw, lamps);
        floors.push_back(sinceMs(start));
        if (sum != expected || rawSum != expected) {
            return fail(Code::Internal, "the lamps differ");
        }
    }
    return Measured{
        name,
        median(ours),
        "ms",
        median(floors),
        "the same limits as plain numbers in one row",
        {Goal::Of::Value, kGoalMs},
        ours.size()};
}

} // namespace

Outcome lamps(const Setting& setting)
{
    const auto plan = samplePlanOfSource();
    if (!plan) {
        return std::unexpected(plan.error());
    }
    const int count = setting.count(kIncidents, kQuickIncidents);
    std::vector<Measured> all;
    for (const auto& [name, everyNth] : {std::pair{"lamps", 3}, {"lamps-workdays", 1}}) {
        auto one = measure(**plan, name, count, everyNth);
        if (!one) {
            return std::unexpected(one.error());
        }
        all.push_back(std::move(*one));
    }
    return all;
}

} // namespace sz::bench
