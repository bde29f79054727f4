// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// map-pan: the map with 36 areas, generated outlines of 193 streets and 3,495 communities, 16,000 cells, 10,000 incidents, heat and
// labels, dragged at 1600 × 900; floor: Qt Location's own delegates with a tenth of it. map-live: the same while 200 incidents
// change each second, sixty frames a second, each from when it was due until it is painted. place-lookup: point to area, against reading the two numbers of each point.
#include "data/plan/Places.h"
#include "tests/bench/Bench.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

#include <array>
#include <random>
#include <tuple>

namespace sz::bench {
namespace {

constexpr const char* kDelegates =
    "Qt Location delegates, 36 areas, 193 streets, 1,000 cells, 1,000 incidents";

Result<QJsonObject> runScene(const char* mode, int frames)
{
    QProcess process;
    process.start(
        QStringLiteral(SANZHEN_MAPSCENE),
        {QString::fromLatin1(mode), QStringLiteral("--frames"), QString::number(frames)});
    if (!process.waitForFinished(180'000) || process.exitCode() != 0) {
        return fail(
            Code::Internal, "mapscene " + std::string(mode) + ": "
                                + process.readAllStandardError().right(200).toStdString());
    }
    return QJsonDocument::fromJson(process.readAllStandardOutput()).object();
}

Measured
figure(const char* name, const QJsonObject& from, const char* key, const char* unit, Goal goal)
{
    Measured out;
    out.name = name;
    out.value = from[QLatin1StringView(key)].toDouble();
    out.unit = unit;
    out.goal = goal;
    out.samples = static_cast<std::size_t>(from[QLatin1StringView("frames")].toInt());
    return out;
}

} // namespace

Outcome mapPan(const Setting& setting)
{
    const auto ours = runScene("pan", setting.count(900, 5));
    const auto theirs = runScene("delegates", setting.count(20, 2));
    if (!ours || !theirs) {
        return std::unexpected(ours ? theirs.error() : ours.error());
    }
    std::vector out{
        figure("map-pan", *ours, "fps", "fps", {Goal::Of::AtLeast, 60}),
        figure("map-pan-cpu", *ours, "cpu_ms", "ms a frame", {Goal::Of::Value, 4}),
        figure("map-pan-memory", *ours, "rss_mb", "MB", {Goal::Of::Value, 250})};
    const std::array keys{"fps", "cpu_ms", "rss_mb"};
    for (std::size_t i = 0; i < out.size(); ++i) {
        out[i].floor = (*theirs)[QLatin1StringView(keys[i])].toDouble();
        out[i].floorName = kDelegates;
    }
    return out;
}

Outcome mapLive(const Setting& setting)
{
    const auto live = runScene("live", setting.count(900, 5));
    const auto still = runScene("pan", setting.count(300, 5));
    if (!live || !still) {
        return std::unexpected(live ? still.error() : live.error());
    }
    Measured out = figure("map-live", *live, "p99_ms", "ms", {Goal::Of::Value, 33});
    out.floor = (*still)[QLatin1StringView("p99_ms")].toDouble();
    out.floorName = "the same map without changes, p99";
    return std::vector{out};
}

Outcome placeLookup(const Setting& setting)
{
    auto loaded = plan::loadPlan(SANZHEN_SOURCE_DIR "/resources/plans/wuhan");
    if (!loaded) {
        return fail(Code::PlanBroken, loaded.error().error.detail);
    }
    const auto plan = std::make_shared<const plan::Plan>(std::move(loaded->plan));
    const plan::PlaceIndex index(plan);
    std::mt19937 random(3);
    std::uniform_real_distribution<double> lon(113.7, 115.1);
    std::uniform_real_distribution<double> lat(29.97, 31.37);
    std::vector<Wgs84> points(static_cast<std::size_t>(setting.count(2'000'000, 1000)));
    for (Wgs84& p : points) {
        p = {lon(random), lat(random)};
    }
    volatile int warm = index.areaAt(points.front());
    QElapsedTimer timer;
    timer.start();
    std::int64_t inside = warm > 0 ? 1 : 0;
    for (const Wgs84 p : points) {
        inside += index.areaAt(p) > 0 ? 1 : 0;
    }
    const double seconds = static_cast<double>(timer.nsecsElapsed()) / 1e9;
    timer.start();
    double sum = 0;
    for (const Wgs84 p : points) {
        sum += p.lon * p.lat;
    }
    const double floor = static_cast<double>(timer.nsecsElapsed()) / 1e9;
    volatile double keep = sum + static_cast<double>(inside);
    std::ignore = keep;
    const auto count = static_cast<double>(points.size());
    return std::vector{Measured{
        "place-lookup",
        count / seconds / 1e6,
        "M/s",
        count / std::max(floor, 1e-9) / 1e6,
        "reading and multiplying the same points",
        {Goal::Of::AtLeast, 1},
        points.size()}};
}

} // namespace sz::bench
