// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Packs as a picture: which one is seen where, what fills a hole, what is stretched, and that borders keep their contrast.
#include "maps/packs/PackShelf.h"
#include "maps/tiles/TilePainter.h"
#include "tests/support/packs/PackMaker.h"
#include "tests/support/SamplePlan.h"

#include <QGuiApplication>
#include <QPainter>
#include <QTemporaryDir>
#include <QTest>

#include <future>

using namespace sz;
using namespace sz::maps;
using packs::Bounds;
using packs::TileFormat;
using packs::TileId;
using symbols::Theme;
using symbols::Token;

namespace {

constexpr Bounds kTown{114.0, 30.3, 114.6, 30.9};
const QColor kRed(220, 30, 30);
const QColor kBlue(30, 30, 220);
const QColor kGreen(30, 200, 30);

QImage plain(const QColor& colour, int side = 256)
{
    QImage image(side, side, QImage::Format_ARGB32);
    image.fill(colour);
    return image;
}

std::vector<test::MadeTile>
plainTiles(const Bounds& bounds, int minZoom, int maxZoom, const QColor& colour, int side = 256)
{
    const QByteArray bytes = test::encoded(plain(colour, side), TileFormat::Png);
    std::vector<test::MadeTile> tiles;
    for (int zoom = minZoom; zoom <= maxZoom; ++zoom) {
        const packs::TileRange range = tilesIn(bounds, zoom);
        for (std::uint64_t i = 0; i < range.count(); ++i) {
            tiles.push_back({range.at(i), bytes});
        }
    }
    return tiles;
}

MercatorBox boxOf(const TileId& tile)
{
    const double count = std::ldexp(1.0, tile.zoom);
    return {{tile.x / count, tile.y / count}, {(tile.x + 1) / count, (tile.y + 1) / count}};
}

/// The tile over 114.3, 30.6.
TileId middle(int zoom)
{
    return packs::tilesIn({114.3, 30.6, 114.3001, 30.6001}, zoom).first;
}

} // namespace

class tst_BaseMap : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_store = m_store == nullptr ? std::make_unique<BoundaryStore>(*test::samplePlan())
                                     : std::move(m_store);
    }

    void aTileIsDrawnToThePixel()
    {
        const TileId at = middle(11);
        const QImage image = test::tileImage(at, Qt::white);
        put(QStringLiteral("a.mbtiles"), 11, 11, {{at, test::encoded(image, TileFormat::Png)}});
        const BasePicture picture = shelf().stack->compose({boxOf(at), {256, 256}});
        QCOMPARE(picture.image.convertToFormat(QImage::Format_ARGB32), image);
        QCOMPARE(picture.covered, QRegion(0, 0, 256, 256));
    }

    void theFirstInTheListWins_data()
    {
        QTest::addColumn<QString>("redName");
        QTest::addColumn<QString>("blueName");
        QTest::addColumn<bool>("isRed");
        QTest::addRow("red first")
            << QStringLiteral("10-red.mbtiles") << QStringLiteral("20-blue.pmtiles") << true;
        QTest::addRow("blue first")
            << QStringLiteral("20-red.mbtiles") << QStringLiteral("10-blue.pmtiles") << false;
    }
    void theFirstInTheListWins()
    {
        QFETCH(const QString, redName);
        QFETCH(const QString, blueName);
        QFETCH(const bool, isRed);
        put(redName, 9, 12, plainTiles(kTown, 9, 12, kRed));
        put(blueName, 9, 12, plainTiles(kTown, 9, 12, kBlue));
        QCOMPARE(colourAt({100, 100}, 11), isRed ? kRed : kBlue);
    }

    void aHoleShowsTheNext()
    {
        auto tiles = plainTiles(kTown, 12, 12, kRed);
        const TileId hole = middle(12);
        std::erase_if(tiles, [&](const test::MadeTile& tile) { return tile.id == hole; });
        put(QStringLiteral("1.mbtiles"), 12, 12, tiles);
        put(QStringLiteral("2.mbtiles"), 12, 12, plainTiles(kTown, 12, 12, kBlue));
        const QImage image = shelf().stack->compose({boxOf(middle(11)), {512, 512}}).image;
        const QPoint at(
            static_cast<int>(hole.x % 2) * 256 + 128, static_cast<int>(hole.y % 2) * 256 + 128);
        QCOMPARE(image.pixelColor(at), kBlue);
        QCOMPARE(image.pixelColor((at.x() + 256) % 512, at.y()), kRed);
        // up to the very line between them
        const QPoint edge(at.x() - 128, at.y());
        QCOMPARE(image.pixelColor(edge), kBlue);
        QCOMPARE(image.pixelColor((edge.x() + 256) % 512, at.y()), kRed);
    }

    void aBadTileIsAHoleToo()
    {
        for (const char* bytes : {"", "<html>", "\x89PNG\r\n\x1a\n and nothing more"}) {
            init();
            auto tiles = plainTiles(kTown, 12, 12, kRed);
            std::ranges::find(tiles, middle(12), &test::MadeTile::id)->bytes = bytes;
            put(QStringLiteral("1.mbtiles"), 12, 12, tiles);
            put(QStringLiteral("2.mbtiles"), 12, 12, plainTiles(kTown, 12, 12, kBlue));
            QCOMPARE(colourAt({128, 128}, 12), kBlue);
        }
    }

    void whatIsTransparentShowsTheNext()
    {
        QImage half = plain(Qt::transparent);
        QPainter(&half).fillRect(0, 0, 128, 256, kRed);
        put(QStringLiteral("1.mbtiles"), 12, 12,
            {{middle(12), test::encoded(half, TileFormat::Png)}});
        put(QStringLiteral("2.mbtiles"), 12, 12, plainTiles(kTown, 12, 12, kBlue));
        QCOMPARE(colourAt({60, 128}, 12), kRed);
        QCOMPARE(colourAt({200, 128}, 12), kBlue);
    }

    void beyondItsZoomsAPackIsStretched()
    {
        put(QStringLiteral("a.mbtiles"), 8, 10, test::madeTiles(kTown, 8, 10, Qt::white));
        for (const int zoom : {11, 14, 16, 18}) {
            const BasePicture picture = shelf().stack->compose({boxOf(middle(zoom)), {512, 512}});
            QCOMPARE(picture.covered, QRegion(0, 0, 512, 512));
            QVERIFY(!picture.image.isNull());
        }
        // one quarter of a tile of zoom 10, twice as large
        const TileId deep = middle(11);
        const TileId above = ancestorOf(deep, 1);
        const QImage whole = test::tileImage(above, Qt::white)
                                 .scaled(512, 512, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
        const QImage quarter = shelf().stack->compose({boxOf(deep), {256, 256}}).image;
        qint64 off = 0;
        for (int y = 0; y < 256; y += 3) {
            for (int x = 0; x < 256; x += 3) {
                const int x0 = static_cast<int>(deep.x % 2) * 256;
                const int y0 = static_cast<int>(deep.y % 2) * 256;
                off += std::abs(qGray(quarter.pixel(x, y)) - qGray(whole.pixel(x0 + x, y0 + y)));
            }
        }
        QVERIFY2(off / (86 * 86) < 8, qPrintable(QString::number(off)));
    }

    void missingDeepTilesAreStretchedFromAbove()
    {
        auto tiles = plainTiles(kTown, 9, 9, kGreen);
        tiles.push_back({middle(13), test::encoded(plain(kRed), TileFormat::Png)});
        put(QStringLiteral("1.mbtiles"), 9, 13, tiles);
        const QImage image = shelf().stack->compose({boxOf(middle(12)), {512, 512}}).image;
        const TileId there = middle(13);
        const QPoint at(
            static_cast<int>(there.x % 2) * 256 + 128, static_cast<int>(there.y % 2) * 256 + 128);
        QCOMPARE(image.pixelColor(at), kRed);
        QCOMPARE(image.pixelColor((at.x() + 256) % 512, at.y()), kGreen);
        // but another pack's own tile is better than that
        put(QStringLiteral("2.mbtiles"), 13, 13, plainTiles(kTown, 13, 13, kBlue));
        QCOMPARE(
            shelf()
                .stack->compose({boxOf(middle(12)), {512, 512}})
                .image.pixelColor((at.x() + 256) % 512, at.y()),
            kBlue);
    }

    void butNotBeyondThePacksBounds()
    {
        auto tiles = plainTiles({114.3, 30.6, 114.301, 30.601}, 9, 13, kRed); // zoom 9 reaches far
        const auto metadata = test::metadataFor(boundsOf(middle(13)), 9, 13);
        test::writeMbTiles(path(QStringLiteral("a.mbtiles")), metadata, tiles);
        const QImage image = shelf().stack->compose({boxOf(middle(12)), {512, 512}}).image;
        const TileId there = middle(13);
        const QPoint at(
            static_cast<int>(there.x % 2) * 256 + 128, static_cast<int>(there.y % 2) * 256 + 128);
        QCOMPARE(image.pixelColor(at), kRed);
        QCOMPARE(image.pixelColor((at.x() + 256) % 512, at.y()).alpha(), 0);
    }

    void largeTilesAreTakenOneZoomHigher()
    {
        const PictureFrame frame{boxOf(middle(12)), {512, 512}};
        QCOMPARE(zoomFor(frame, {0, 18, 256}).value(), 13);
        QCOMPARE(zoomFor(frame, {0, 18, 512}).value(), 12);
        QCOMPARE(zoomFor(frame, {0, 10, 256}).value(), 10);
        QCOMPARE(zoomFor(frame, {15, 18, 256}).value(), 15);
        QVERIFY(!zoomFor(frame, {16, 18, 256}));
    }

    void outsideIsPlainGround()
    {
        put(QStringLiteral("a.mbtiles"), 12, 12,
            plainTiles({114.3, 30.6, 114.31, 30.61}, 12, 12, kRed));
        const auto stack = shelf().stack;
        QVERIFY(stack->compose({boxOf({12, 10, 10}), {512, 512}}).image.isNull());
        const TileKey far{11360, 100, 100, Theme::Dark, 100};
        QCOMPARE(paintTile(far, *m_store, stack.get()), paintTile(far, *m_store));
        const MercatorBox here = boxOf(middle(12));
        QCOMPARE(stack->packsIn(here, 12), std::vector<std::size_t>{0});
        QVERIFY(stack->packsIn(boxOf({12, 10, 10}), 12).empty());
    }

    void neighbouringTilesMeet()
    {
        put(QStringLiteral("a.mbtiles"), 9, 14, test::madeTiles(kTown, 9, 13, Qt::white));
        const auto stack = shelf().stack;
        for (const int zoom : {11360, 12717, 13001}) { // no zoom at which pixels fall into place
            const TileKey left{zoom, 0, 0, Theme::Dark, 100};
            const double unit = kTileSide / worldPixels(left.zoomLevel());
            const Mercator town = toMercator({114.3, 30.6});
            TileKey a = left;
            a.x = static_cast<int>(town.x / unit);
            a.y = static_cast<int>(town.y / unit);
            MercatorBox both = a.box();
            TileKey b = a;
            ++b.x;
            both.include(b.box());
            const QImage one = stack->compose({a.box(), {512, 512}}).image;
            const QImage two = stack->compose({b.box(), {512, 512}}).image;
            const QImage whole = stack->compose({both, {1024, 512}}).image;
            int off = 0;
            for (int y = 0; y < 512; ++y) {
                for (int x = 500; x < 524; ++x) {
                    const QRgb is = x < 512 ? one.pixel(x, y) : two.pixel(x - 512, y);
                    off += std::abs(qGray(is) - qGray(whole.pixel(x, y))) > 12 ? 1 : 0;
                }
            }
            QVERIFY2(off < 24 * 512 / 100, qPrintable(QString::number(off)));
        }
    }

    void bordersKeepTheirContrast_data()
    {
        QTest::addColumn<int>("theme");
        QTest::addColumn<QColor>("base");
        QTest::addRow("dark, white paper") << 0 << QColor(Qt::white);
        QTest::addRow("dark, air photograph") << 0 << QColor(90, 90, 80);
        QTest::addRow("light, white paper") << 1 << QColor(Qt::white);
        QTest::addRow("light, air photograph") << 1 << QColor(90, 90, 80);
    }
    void bordersKeepTheirContrast()
    {
        QFETCH(const int, theme);
        QFETCH(const QColor, base);
        const auto look = static_cast<Theme>(theme);
        put(QStringLiteral("a.mbtiles"), 9, 9, plainTiles({113, 29.5, 115.5, 31.8}, 9, 9, base));
        const auto stack = shelf().stack;
        const TileKey key = keyAt(11360, look);
        const QImage image = paintTile(key, *m_store, stack.get());
        // the commonest colours are the ground under the borders
        QHash<QRgb, int> counts;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                ++counts[image.pixel(x, y)];
            }
        }
        int grounds = 0;
        for (auto it = counts.cbegin(); it != counts.cend(); ++it) {
            if (it.value() > 2000) {
                ++grounds;
                const double is =
                    symbols::contrast(symbols::color(look, Token::BZone), QColor(it.key()));
                QVERIFY2(is >= 3, qPrintable(QColor(it.key()).name() + QString::number(is)));
            }
        }
        QVERIFY(grounds >= 1);
        QVERIFY(counts.value(symbols::color(look, Token::BZone).rgb()) > 20);
        QCOMPARE(
            counts.value(symbols::color(look, Token::Water).rgb()), 0); // the pack's own rivers
        QVERIFY(image != paintTile(key, *m_store));
    }

    void withoutPacksNothingChanges()
    {
        const TileKey key = keyAt(12000, Theme::Light);
        const PackShelf none = shelf();
        QVERIFY(none.isEmpty());
        QCOMPARE(paintTile(key, *m_store, none.stack.get()), paintTile(key, *m_store));
        QVERIFY(openShelf("/nowhere/at/all").isEmpty());
    }

    void badPacksAreSetAside()
    {
        put(QStringLiteral("good.MBTILES"), 9, 12, plainTiles(kTown, 9, 12, kRed));
        test::writeAll(path(QStringLiteral("bad.mbtiles")), "三镇");
        test::writeAll(path(QStringLiteral("note.txt")), "not looked at");
        const PackShelf found = shelf();
        QCOMPARE(found.refused.size(), 1U);
        QCOMPARE(found.refused.front().problem.fault, packs::Fault::NotAPack);
        QCOMPARE(found.stack->packs().size(), 1U);
        QCOMPARE(colourAt({100, 100}, 11), kRed);
    }

    void aPackTakenAwayIsAHole()
    {
        put(QStringLiteral("1.mbtiles"), 9, 12, plainTiles(kTown, 9, 12, kRed));
        put(QStringLiteral("2.mbtiles"), 9, 12, plainTiles(kTown, 9, 12, kBlue));
        const auto stack = shelf().stack;
        std::filesystem::remove(path(QStringLiteral("1.mbtiles")));
        QCOMPARE(stack->compose({boxOf(middle(11)), {256, 256}}).image.pixelColor(100, 100), kBlue);
    }

    void manyWorkersAtOnce()
    {
        put(QStringLiteral("1.mbtiles"), 9, 13, test::madeTiles(kTown, 9, 13, Qt::white));
        put(QStringLiteral("2.pmtiles"), 9, 13, plainTiles(kTown, 9, 13, kBlue));
        const auto stack = shelf().stack;
        const QImage alone = stack->compose({boxOf(middle(11)), {512, 512}}).image;
        std::vector<std::future<bool>> workers;
        for (int i = 0; i < 4; ++i) {
            workers.push_back(std::async(std::launch::async, [&] {
                for (int n = 0; n < 12; ++n) {
                    if (stack->compose({boxOf(middle(11)), {512, 512}}).image != alone) {
                        return false;
                    }
                }
                return true;
            }));
        }
        for (auto& worker : workers) {
            QVERIFY(worker.get());
        }
    }

private:
    [[nodiscard]] std::filesystem::path path(const QString& name) const
    {
        return m_folder->filePath(name).toStdString();
    }
    void
    put(const QString& name, int minZoom, int maxZoom, const std::vector<test::MadeTile>& tiles)
    {
        Bounds bounds;
        for (const test::MadeTile& tile : tiles) {
            bounds.include(boundsOf(tile.id));
        }
        const auto metadata = test::metadataFor(bounds, minZoom, maxZoom);
        name.endsWith(u"pmtiles") ? test::writePmTiles(path(name), metadata, tiles)
                                  : test::writeMbTiles(path(name), metadata, tiles);
    }
    [[nodiscard]] PackShelf shelf() const { return openShelf(m_folder->path().toStdString()); }
    [[nodiscard]] QColor colourAt(QPoint at, int zoom) const
    {
        return shelf().stack->compose({boxOf(middle(zoom)), {256, 256}}).image.pixelColor(at);
    }
    [[nodiscard]] static TileKey keyAt(int zoom, Theme theme)
    {
        TileKey key{zoom, 0, 0, theme, 100};
        const double unit = kTileSide / worldPixels(key.zoomLevel());
        const Mercator town = toMercator({114.29, 30.57});
        key.x = static_cast<int>(town.x / unit);
        key.y = static_cast<int>(town.y / unit);
        return key;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<BoundaryStore> m_store;
};

QTEST_MAIN(tst_BaseMap)
#include "tst_BaseMap.moc"
