// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// replay-open: a million entries become a line of moments. replay-drag: one step of a drag along it. replay-jump: a moment from
// anywhere. Floors: SQLite reading the same rows.
#include "data/replay/Replayer.h"
#include "data/store/DeskLog.h"
#include "tests/bench/desk/DeskBenches.h"
#include "tests/bench/desk/LongFeed.h"
#include "tests/bench/History.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>
#include <fstream>
#include <print>
#include <random>

namespace sz::bench {
namespace {

constexpr int kIncidents = 10'000;
constexpr int kEntriesEach = 100;
constexpr std::chrono::days kSpan{30};
constexpr std::size_t kBatch = 20'000;
constexpr int kDrags = 400;
constexpr int kJumps = 60;
constexpr double kOpenGoal = 6; ///< times as long as reading the rows alone
constexpr double kDragGoalMs = 50;
constexpr double kJumpGoalMs = 1000;

const UnitCode kUnit("HQ");
const OperationId kOperation("bench");

log::Entry noteOf(UlidMaker& ulids, Instant at, const std::string& incident, int n)
{
    const model::Act act = model::AddNote{std::format("第 {} 次电话回访，现场平稳", n)};
    log::Entry entry;
    entry.id = ulids.next(at);
    entry.desk = DeskId("history-HQ");
    entry.unit = kUnit;
    entry.time = {at, 0};
    entry.type = model::actType(act);
    entry.subject = {log::SubjectKind::Incident, incident};
    entry.body = model::encodeAct(act);
    return entry;
}

/// A life with notes between its acts, so that it has kEntriesEach.
std::vector<log::Entry> longLife(History& history, UlidMaker& ulids, std::size_t n, Instant at)
{
    auto life = history.life(n, Stage::Closed, at);
    const std::string id = life.front().subject.id;
    const Instant end = life.back().time.wall;
    const int notes = kEntriesEach - static_cast<int>(life.size());
    for (int i = 0; i < notes; ++i) {
        life.push_back(noteOf(ulids, at + (end - at) * (i + 1) / (notes + 2), id, i + 1));
    }
    std::ranges::stable_sort(life, {}, [](const log::Entry& e) { return e.time.wall; });
    return life;
}

/// What happened, in order; written by the day so that a month never stands in memory at once.
Result<std::filesystem::path> writeLog(const Setting& setting, const plan::Plan& plan)
{
    const int incidents = setting.count(kIncidents, 200);
    const auto file = setting.folder / "replay.db";
    auto log = store::DeskLog::open(file, kOperation, DeskId("d"), kUnit);
    if (!log) {
        return std::unexpected(log.error());
    }
    History history(plan);
    UlidMaker ulids;
    std::vector<log::Entry> waiting;
    std::vector<log::FeedItem> items;
    Digest hash = log::feedStart(kOperation, kUnit);
    std::uint64_t seq = 0;
    const auto flush = [&] {
        auto ok = log->appendFeed(items, hash);
        items.clear();
        return ok;
    };
    const auto writeUntil = [&](Instant until) -> Result<void> {
        const auto later = std::ranges::stable_partition(
            waiting, [until](const log::Entry& e) { return e.time.wall < until; });
        std::ranges::stable_sort(
            waiting.begin(), later.begin(), {}, [](const log::Entry& e) { return e.time.wall; });
        for (auto it = waiting.begin(); it != later.begin(); ++it) {
            ++seq;
            items.push_back({seq, seq, it->time.wall + Millis{180}, 0, log::encodeEntry(*it)});
            hash = log::feedLink(hash, items.back());
        }
        waiting.erase(waiting.begin(), later.begin());
        return items.size() < kBatch ? Result<void>{} : flush();
    };
    const Instant start = SystemClock().now() - kSpan;
    for (int n = 0; n < incidents; ++n) {
        const Instant at = start + Millis{kSpan} * n / incidents;
        if (auto ok = writeUntil(at); !ok) {
            return std::unexpected(ok.error());
        }
        const auto life = longLife(history, ulids, static_cast<std::size_t>(n), at);
        waiting.insert(waiting.end(), life.begin(), life.end());
    }
    return writeUntil(Instant::max()).and_then(flush).transform([&] { return file; });
}

double readMs(const std::filesystem::path& file, std::uint64_t first, std::uint64_t last)
{
    SQLite::Database db(file.string(), SQLite::OPEN_READONLY);
    SQLite::Statement s(
        db, "SELECT seq,number,received_ms,serial,raw FROM feed WHERE seq BETWEEN ? AND ?");
    s.bind(1, static_cast<std::int64_t>(first));
    s.bind(2, static_cast<std::int64_t>(last));
    std::size_t bytes = 0;
    return 1000 * secondsOf([&] {
               while (s.executeStep()) {
                   bytes += static_cast<std::size_t>(s.getColumn(4).getBytes());
               }
           });
}

std::size_t residentMb()
{
    std::ifstream in("/proc/self/statm");
    std::size_t all = 0;
    std::size_t resident = 0;
    in >> all >> resident;
    return resident * 4096 / 1'000'000;
}

/// Milliseconds of one position, and how many entries were folded for it.
struct Step
{
    double ms = 0;
    std::size_t folded = 0;
};

Result<Step> goTo(replay::Replayer& replayer, std::size_t position)
{
    const std::size_t before = replayer.folded();
    Result<void> ok;
    const double seconds = secondsOf([&] {
        const auto board = replayer.at(position);
        if (!board) {
            ok = std::unexpected(board.error());
            return;
        }
        const auto shown = replay::shownAt(*board, replayer.timeline()->momentOf(position));
        if (position > 1000 && shown.empty()) {
            ok = fail(Code::Internal, "an empty board");
        }
    });
    return ok.transform([&] { return Step{seconds * 1000, replayer.folded() - before}; });
}

} // namespace

Outcome replayPast(const Setting& setting)
{
    auto plan = samplePlanOfSource();
    if (!plan) {
        return std::unexpected(plan.error());
    }
    std::println(stderr, "replay: writing entries");
    const auto file = writeLog(setting, **plan);
    if (!file) {
        return std::unexpected(file.error());
    }
    const std::size_t rssBefore = residentMb();
    replay::Replayer replayer(*plan, [path = *file] { return store::DeskReader::open(path); });
    Result<void> opened;
    const double openMs = 1000 * secondsOf([&] { opened = replayer.open(); });
    if (!opened) {
        return std::unexpected(opened.error());
    }
    const std::size_t entries = replayer.timeline()->size();
    const double openFloor = readMs(*file, 1, entries);
    const double prepareS = secondsOf([&] {
        while (replayer.prepare().value_or(false)) {
        }
    });
    std::println(
        stderr, "replay: {} entries, {} checkpoints in {:.1f} s, {} MB more", entries,
        replayer.checkpoints(), prepareS, residentMb() - rssBefore);

    // A slider of 1000 pixels: each step is a pixel, mostly on, sometimes back.
    std::mt19937 random(11);
    std::vector<double> drags;
    std::vector<double> dragFloors;
    auto at = static_cast<std::ptrdiff_t>(entries / 2);
    const auto pixel = static_cast<std::ptrdiff_t>(entries / 1000 + 1);
    for (int i = 0; i < setting.count(kDrags, 20); ++i) {
        at = std::clamp<std::ptrdiff_t>(
            at + (random() % 4 == 0 ? -2 : 1) * pixel, 0, static_cast<std::ptrdiff_t>(entries));
        const auto step = goTo(replayer, static_cast<std::size_t>(at));
        if (!step) {
            return std::unexpected(step.error());
        }
        drags.push_back(step->ms);
        dragFloors.push_back(readMs(
            *file, static_cast<std::uint64_t>(at - static_cast<std::ptrdiff_t>(step->folded)) + 1,
            static_cast<std::uint64_t>(at)));
    }
    std::vector<double> jumps;
    std::vector<double> jumpFloors;
    for (int i = 0; i < setting.count(kJumps, 5); ++i) {
        const std::size_t to = random() % (entries + 1);
        const auto step = goTo(replayer, to);
        if (!step) {
            return std::unexpected(step.error());
        }
        jumps.push_back(step->ms);
        jumpFloors.push_back(readMs(*file, to - std::min(to, step->folded) + 1, to));
    }
    return std::vector{
        Measured{
            "replay-open",
            openMs,
            "ms",
            openFloor,
            "reading the log alone",
            {Goal::Of::Ratio, kOpenGoal},
            entries},
        Measured{
            "replay-drag",
            percentile(drags, 0.95),
            "ms",
            percentile(dragFloors, 0.95),
            "reading the entries between p95",
            {Goal::Of::Value, kDragGoalMs},
            drags.size()},
        Measured{
            "replay-jump",
            percentile(jumps, 0.95),
            "ms",
            percentile(jumpFloors, 0.95),
            "reading the entries between p95",
            {Goal::Of::Value, kJumpGoalMs},
            jumps.size()}};
}

} // namespace sz::bench
