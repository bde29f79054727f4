// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// cold-open: nothing in memory to the board. rebuild: the log alone to every projection. Floors: reading the same rows.
#include "data/store/DeskView.h"
#include "tests/bench/desk/DeskBenches.h"
#include "tests/bench/desk/LongFeed.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <print>

namespace sz::bench {
namespace {

constexpr int kOpenings = 15;
constexpr int kRebuilds = 5;
constexpr double kOpenGoalMs = 30;
constexpr double kRebuildGoal = 500; ///< thousand entries a second
constexpr std::size_t kTiles = 200;
constexpr std::chrono::hours kBoardPast{24};

struct Past
{
    std::shared_ptr<const plan::Plan> plan; // shared with the desks
    desk::Profile profile;
    std::size_t entries = 0;
};

Result<Past> makePast(const Setting& setting, const char* name)
{
    auto plan = samplePlanOfSource();
    if (!plan) {
        return std::unexpected(plan.error());
    }
    const auto wanted = setting.isQuick ? kLongQuick : kLong;
    std::println(stderr, "{}: writing {} entries", name, wanted);
    return makeLongPast(setting, **plan, wanted).and_then([&](const desk::Profile& profile) {
        return store::DeskLog::open(
                   profile.logFile(), profile.operation, profile.desk, profile.unit)
            .transform([&](const store::DeskLog& log) {
                return Past{*plan, profile, log.feedHead().seq};
            });
    });
}

Result<double> openMs(const Past& past)
{
    forgetCached(past.profile.folder);
    const auto start = std::chrono::steady_clock::now();
    BareDesk desk(past.profile, past.plan);
    if (auto opened = desk.core().open(); !opened) {
        return std::unexpected(opened.error());
    }
    if (desk.shown() < kTiles / 2) { // those closed are not on the board for ever
        return fail(Code::Internal, std::format("{} tiles on the board", desk.shown()));
    }
    return std::chrono::duration<double, std::milli>(desk.shownAt() - start).count();
}

// SQLite alone: opens the file and reads the rows that the board is made of.
double openFloorMs(const Past& past, const std::vector<std::uint64_t>& seqs)
{
    forgetCached(past.profile.folder);
    return 1000 * secondsOf([&] {
               SQLite::Database db(past.profile.logFile().string(), SQLite::OPEN_READWRITE);
               SQLite::Statement one(db, "SELECT raw FROM feed WHERE seq=?");
               for (const std::uint64_t seq : seqs) {
                   one.bind(1, static_cast<std::int64_t>(seq));
                   one.executeStep();
                   one.reset();
               }
           });
}

std::vector<std::uint64_t> seqsOfBoard(const Past& past)
{
    std::vector<std::uint64_t> seqs;
    const auto view = store::DeskView::open(past.profile.viewFile());
    const auto board = view->board(SystemClock().now() - kBoardPast).value();
    for (const auto& one : board) {
        seqs.insert(seqs.end(), one.seqs.begin(), one.seqs.end());
    }
    return seqs;
}

double readBackRate(const Past& past)
{
    SQLite::Database db(past.profile.logFile().string(), SQLite::OPEN_READONLY);
    SQLite::Statement all(db, "SELECT seq,number,received_ms,serial,raw FROM feed ORDER BY seq");
    std::size_t bytes = 0;
    const double seconds = secondsOf([&] {
        while (all.executeStep()) {
            bytes += static_cast<std::size_t>(all.getColumn(4).getBytes());
        }
    });
    return bytes == 0 ? 0 : static_cast<double>(past.entries) / seconds / 1000;
}

Result<double> rebuildRate(const Past& past)
{
    for (const char* suffix : {"", "-wal", "-shm"}) {
        std::filesystem::remove(past.profile.viewFile().string() + suffix);
    }
    BareDesk desk(past.profile, past.plan);
    Result<void> opened;
    const double seconds = secondsOf([&] { opened = desk.core().open(); });
    return opened.transform([&] { return static_cast<double>(past.entries) / seconds / 1000; });
}

} // namespace

Outcome coldOpen(const Setting& setting)
{
    const auto past = makePast(setting, "cold-open");
    if (!past) {
        return std::unexpected(past.error());
    }
    if (auto first = openMs(*past); !first) { // makes the view
        return std::unexpected(first.error());
    }
    const auto seqs = seqsOfBoard(*past);
    std::vector<double> ours;
    std::vector<double> floors;
    for (int n = 0; n < setting.count(kOpenings, 2); ++n) {
        const auto ms = openMs(*past);
        if (!ms) {
            return std::unexpected(ms.error());
        }
        ours.push_back(*ms);
        floors.push_back(openFloorMs(*past, seqs));
    }
    return std::vector{Measured{
        "cold-open",
        percentile(ours, 0.95),
        "ms",
        percentile(floors, 0.95),
        "the same rows by SQLite alone p95",
        {Goal::Of::Value, kOpenGoalMs},
        ours.size()}};
}

Outcome rebuild(const Setting& setting)
{
    const auto past = makePast(setting, "rebuild");
    if (!past) {
        return std::unexpected(past.error());
    }
    std::vector<double> ours;
    std::vector<double> floors;
    for (int n = 0; n < setting.count(kRebuilds, 1); ++n) {
        floors.push_back(readBackRate(*past));
        const auto rate = rebuildRate(*past);
        if (!rate) {
            return std::unexpected(rate.error());
        }
        ours.push_back(*rate);
    }
    return std::vector{Measured{
        "rebuild",
        median(ours),
        "k/s",
        median(floors),
        "reading the log alone",
        {Goal::Of::AtLeast, kRebuildGoal},
        past->entries}};
}

} // namespace sz::bench
