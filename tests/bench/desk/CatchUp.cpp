// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// catch-up: headquarters' frames to the finished board. Floor: SQLite takes the same rows in, and nothing else is done.
#include "data/net/Authority.h"
#include "tests/bench/desk/DeskBenches.h"
#include "tests/bench/desk/LongFeed.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <print>
#include <span>

namespace sz::bench {
namespace {

constexpr int kRounds = 3;
constexpr double kGoalRatio = 0.35;
constexpr std::size_t kFrameBytes = 64 * 1024; ///< as hq/FeedFrames cuts them
constexpr std::size_t kFloorBatch = 10'000;

std::vector<Bytes> framesOf(std::span<const log::FeedItem> items, const desk::Profile& profile)
{
    std::vector<Bytes> frames;
    sync::Feed feed{profile.unit, {}, log::feedStart(profile.operation, profile.unit)};
    std::size_t bytes = 0;
    for (const log::FeedItem& item : items) {
        feed.items.push_back(item);
        feed.hash = log::feedLink(feed.hash, item);
        bytes += item.raw.size();
        if (bytes >= kFrameBytes || feed.items.size() == sync::kMaxFeedItems
            || &item == &items.back()) {
            frames.push_back(sync::encodeFrame(feed));
            feed.items.clear();
            bytes = 0;
        }
    }
    return frames;
}

// F1 of findings/sync.md §2: tuned, b=10000, the hash as zeros (its bytes cost, its value does not).
double floorSeconds(std::span<const log::FeedItem> items, const std::filesystem::path& file)
{
    SQLite::Database db(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    db.exec("PRAGMA journal_mode=WAL");
    db.exec("PRAGMA synchronous=NORMAL");
    db.exec("PRAGMA secure_delete=OFF");
    db.exec("PRAGMA cache_size=-65536");
    db.exec("PRAGMA wal_autocheckpoint=32000");
    db.exec("CREATE TABLE feed(seq INTEGER PRIMARY KEY, number INTEGER, received INTEGER, serial "
            "INTEGER, hash BLOB, raw BLOB)");
    SQLite::Statement insert(db, "INSERT INTO feed VALUES(?,?,?,?,?,?)");
    const Digest hash{};
    return secondsOf([&] {
        while (!items.empty()) {
            const auto some = items.first(std::min(items.size(), kFloorBatch));
            items = items.subspan(some.size());
            SQLite::Transaction transaction(db);
            for (const log::FeedItem& item : some) {
                insert.bind(1, static_cast<std::int64_t>(item.seq));
                insert.bind(2, static_cast<std::int64_t>(item.number));
                insert.bind(3, toUtcMs(item.receivedAt));
                insert.bind(4, static_cast<std::int64_t>(item.serial));
                insert.bindNoCopy(5, hash.data(), static_cast<int>(hash.size()));
                insert.bindNoCopy(6, item.raw.data(), static_cast<int>(item.raw.size()));
                insert.exec();
                insert.reset();
            }
            transaction.commit();
        }
    });
}

Result<double> ourSeconds(
    const std::vector<Bytes>& frames,
    std::size_t entries,
    const desk::Profile& profile,
    const std::shared_ptr<const plan::Plan>& plan)
{
    BareDesk desk(profile, plan);
    if (auto ok = desk.core().open(); !ok) {
        return std::unexpected(ok.error());
    }
    desk.core().startLink();
    desk.core().linkUp();
    sync::Welcome welcome;
    welcome.now = SystemClock().now();
    welcome.feedHead = entries;
    const double seconds = secondsOf([&] {
        desk.core().linkMessage(sync::encodeFrame(welcome));
        for (const Bytes& frame : frames) {
            desk.core().linkMessage(frame);
        }
    });
    if (!desk.isLive() || desk.shown() == 0) {
        return fail(Code::Internal, "the desk did not catch up: " + desk.lastWarning());
    }
    return seconds;
}

} // namespace

Outcome catchUp(const Setting& setting)
{
    const auto plan = samplePlanOfSource();
    if (!plan) {
        return std::unexpected(plan.error());
    }
    const auto wanted = setting.isQuick ? kLongQuick : kLong;
    std::println(stderr, "catch-up: writing {} entries", wanted);
    const auto past = makeLongPast(setting, **plan, wanted);
    const auto items = past ? itemsOf(*past) : std::unexpected(past.error());
    if (!items) {
        return std::unexpected(items.error());
    }
    const auto frames = framesOf(*items, *past);
    const auto entries = static_cast<double>(items->size());
    std::vector<double> ours;
    std::vector<double> floors;
    for (int round = 0; round < setting.count(kRounds, 1); ++round) {
        const std::string n = std::to_string(round);
        floors.push_back(entries / floorSeconds(*items, setting.folder / ("floor" + n)) / 1000);
        desk::Profile fresh = *past;
        fresh.folder = setting.folder / ("desk" + n);
        const auto seconds = ourSeconds(frames, items->size(), fresh, *plan);
        if (!seconds) {
            return std::unexpected(seconds.error());
        }
        ours.push_back(entries / *seconds / 1000);
    }
    return std::vector{Measured{
        "catch-up",
        median(ours),
        "k/s",
        median(floors),
        "SQLite append alone",
        {Goal::Of::RatioAtLeast, kGoalRatio},
        items->size()}};
}

} // namespace sz::bench
