// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// map-cold-tiles: a screen of the map (1600 × 900, zoom 13.4) painted with a base map whose pack was never read, by the two
// workers of the map; against the same images read straight from SQLite and decoded by Qt, one after the other.
#include "data/plan/Plan.h"
#include "maps/packs/PackStack.h"
#include "maps/tiles/TileCache.h"
#include "maps/tiles/TilePainter.h"
#include "tests/bench/Bench.h"
#include "tests/support/packs/PackMaker.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QPainter>
#include <QThreadPool>

#include <SQLiteCpp/SQLiteCpp.h>

#include <fcntl.h>
#include <format>
#include <random>
#include <set>
#include <tuple>
#include <unistd.h>

namespace sz::bench {
namespace {

using packs::TileId;

constexpr double kZoom = 13.4;
constexpr qsizetype kCache = 48L * 1024 * 1024; ///< the map's

/// Streets, blocks and a name: 10 to 20 KB of PNG, as a city's tiles have.
QImage streetTile(const TileId& tile, std::mt19937& random)
{
    QImage image = test::tileImage(tile, QColor(242, 239, 233));
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto any = [&random] { return static_cast<int>(random() % 256); };
    for (int i = 0; i < 40; ++i) {
        painter.fillRect(any(), any(), 12, 9, QColor(217, 208, 201));
    }
    for (int i = 0; i < 24; ++i) {
        painter.setPen(QPen(QColor(255, 255, 255 - 4 * i), 1 + i % 4));
        painter.drawLine(any(), any(), any(), any());
    }
    return image;
}

packs::PackInfo makePack(const std::filesystem::path& file, const packs::Bounds& bounds)
{
    std::mt19937 random(7);
    std::vector<test::MadeTile> tiles;
    const packs::TileRange range = tilesIn(bounds, 13);
    for (std::uint64_t i = 0; i < range.count(); ++i) {
        tiles.push_back(
            {range.at(i), test::encoded(streetTile(range.at(i), random), packs::TileFormat::Png)});
    }
    test::writeMbTiles(file, test::metadataFor(bounds, 13, 13), tiles);
    return packs::openPack(file).value()->info();
}

/// Gives the file's pages back to the disk.
void forget(const std::filesystem::path& file)
{
    const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    ::fdatasync(descriptor);
    ::posix_fadvise(descriptor, 0, 0, POSIX_FADV_DONTNEED);
    ::close(descriptor);
}

double paintScreen(
    const packs::PackInfo& pack,
    const maps::BoundaryStore& store,
    const std::vector<maps::TileKey>& keys)
{
    const maps::PackStack stack({pack});
    QThreadPool pool;
    pool.setMaxThreadCount(2);
    maps::TileCache cache(pool, kCache);
    cache.setPainter([&](const maps::TileKey& key) { return paintTile(key, store, &stack); });
    QEventLoop loop;
    QObject::connect(&cache, &maps::TileCache::tileReady, &loop, [&] {
        if (cache.openCount() == 0) {
            loop.quit();
        }
    });
    QElapsedTimer timer;
    timer.start();
    cache.want(keys);
    loop.exec();
    const double ms = static_cast<double>(timer.nsecsElapsed()) / 1e6;
    pool.waitForDone();
    return ms;
}

double readStraight(const std::filesystem::path& file, const std::vector<TileId>& tiles)
{
    QElapsedTimer timer;
    timer.start();
    SQLite::Database db(file.string());
    SQLite::Statement row(
        db, "SELECT tile_data FROM tiles WHERE zoom_level=? AND tile_column=? AND tile_row=?");
    for (const TileId& tile : tiles) {
        row.bind(1, tile.zoom);
        row.bind(2, tile.x);
        row.bind(3, (1U << static_cast<unsigned>(tile.zoom)) - 1 - tile.y);
        if (row.executeStep()) {
            const SQLite::Column blob = row.getColumn(0);
            const QImage image =
                QImage::fromData(static_cast<const uchar*>(blob.getBlob()), blob.getBytes(), "PNG");
            if (image.isNull()) {
                return 0;
            }
        }
        row.reset();
    }
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

/// The pack's tiles under these of ours, each once.
std::vector<TileId> tilesUnder(const std::vector<maps::TileKey>& keys)
{
    std::vector<TileId> tiles;
    std::set<std::uint64_t> seen;
    for (const maps::TileKey& key : keys) {
        for (const TileId& tile : maps::tilesFor({key.box(), {512, 512}}, 13)) {
            if (seen.insert(hilbertId(tile)).second) {
                tiles.push_back(tile);
            }
        }
    }
    return tiles;
}

} // namespace

Outcome coldTiles(const Setting& setting)
{
    const auto plan = plan::loadPlan(SANZHEN_SOURCE_DIR "/resources/plans/wuhan");
    if (!plan) {
        return fail(Code::PlanBroken, plan.error().error.detail);
    }
    const maps::BoundaryStore store(plan->plan);
    const auto file = setting.folder / "cold.mbtiles";
    const packs::PackInfo pack = makePack(file, {114.15, 30.45, 114.45, 30.70});
    const maps::CameraState camera{maps::toMercator({114.3, 30.58}), kZoom, {1600, 900}};
    const maps::TileLevel level{static_cast<int>(kZoom * 1000), symbols::Theme::Dark, 100};
    const auto keys = level.covering(camera.visible());
    const auto under = tilesUnder(keys);
    std::ignore = store.detailFor(kZoom); // made at the start of the program
    std::vector<double> painted;
    std::vector<double> straight;
    for (int i = 0; i < setting.count(9, 1); ++i) {
        forget(file);
        painted.push_back(paintScreen(pack, store, keys));
        forget(file);
        straight.push_back(readStraight(file, under));
    }
    if (median(straight) <= 0) {
        return fail(Code::Internal, "the pack was not decoded");
    }
    return std::vector{Measured{
        "map-cold-tiles",
        median(painted),
        "ms",
        median(straight),
        std::format("{} PNG from SQLite, decoded by Qt", under.size()),
        {Goal::Of::Value, 250},
        painted.size()}};
}

} // namespace sz::bench
