// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Packs as they should be: found tile by tile, walked whole, decoded to the pixel, and not touched.
#include "data/packs/PackCheck.h"
#include "tests/support/packs/PackMaker.h"

#include <QDir>
#include <QGuiApplication>
#include <QTemporaryDir>
#include <QTest>

using namespace sz;
using namespace sz::packs;
using sz::test::MadeTile;

namespace {

constexpr Bounds kTown{114.2, 30.5, 114.4, 30.7};

std::map<std::uint64_t, QByteArray> byId(const std::vector<MadeTile>& tiles)
{
    std::map<std::uint64_t, QByteArray> out;
    for (const MadeTile& tile : tiles) {
        out[hilbertId(tile.id)] = tile.bytes;
    }
    return out;
}

} // namespace

class tst_PackReaders : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyTileIsFound_data();
    void everyTileIsFound();
    void formatsDecodeToThePixel_data();
    void formatsDecodeToThePixel();
    void transparencyIsTold();
    void theFileSaysWhatItIs();
    void whatIsNotSaidIsFoundOut();
    void viewsAreTablesToo();
    void namesWithSignsOfUrisOpen();
    void runsOfEqualTilesAreOneEntry();
    void theCheckCountsWhatIsThere_data() { sorts(); }
    void theCheckCountsWhatIsThere();
    void readingLeavesNoTrace();
    void textsAreMadePlain();

private:
    static void sorts()
    {
        QTest::addColumn<bool>("isPm");
        QTest::addRow("MBTiles") << false;
        QTest::addRow("PMTiles") << true;
    }
    [[nodiscard]] std::filesystem::path path(const char* name) const
    {
        return m_folder.filePath(QString::fromUtf8(name)).toStdString();
    }
    QTemporaryDir m_folder;
};

void tst_PackReaders::everyTileIsFound_data()
{
    QTest::addColumn<QString>("sort");
    QTest::addColumn<int>("internal");
    QTest::addColumn<int>("leafEntries");
    QTest::addRow("MBTiles") << QStringLiteral("mb") << 0 << 0;
    QTest::addRow("PMTiles, nothing compressed") << QStringLiteral("pm") << 1 << 0;
    QTest::addRow("PMTiles, gzip, one directory") << QStringLiteral("pm") << 2 << 0;
    QTest::addRow("PMTiles, gzip, leaves") << QStringLiteral("pm") << 2 << 7;
    QTest::addRow("PMTiles, zstd, more leaves than are kept") << QStringLiteral("pm") << 4 << 2;
}

void tst_PackReaders::everyTileIsFound()
{
    QFETCH(const QString, sort);
    QFETCH(const int, internal);
    QFETCH(const int, leafEntries);
    const auto tiles = test::madeTiles(kTown, 9, 13, Qt::white, TileFormat::Png, 64);
    const auto file = path("pack.bin"); // told by content
    if (sort == u"mb") {
        test::writeMbTiles(file, test::metadataFor(kTown, 9, 13), tiles);
    } else {
        test::writePmTiles(
            file, test::metadataFor(kTown, 9, 13), tiles,
            {static_cast<Packing>(internal), PmTileType::Png,
             static_cast<std::size_t>(leafEntries)});
    }
    const auto pack = openPack(file);
    QVERIFY2(pack, pack ? "" : wordsFor(pack.error()).en.c_str());
    for (const MadeTile& tile : tiles) {
        const auto bytes = (*pack)->tile(tile.id);
        QVERIFY(bytes);
        QVERIFY(tile.bytes == QByteArrayView(*bytes));
    }
    const TileId first = tiles.front().id;
    for (const TileId none :
         {TileId{9, first.x + 1, first.y + 9}, TileId{0, 0, 0}, TileId{14, 1, 1},
          TileId{22, 4'000'000, 4'000'000}}) {
        const auto bytes = (*pack)->tile(none);
        QVERIFY(bytes && bytes->empty());
    }
    auto left = byId(tiles);
    QVERIFY((*pack)->forEach([&](const FoundTile& tile) {
        const auto at = left.find(hilbertId(tile.id));
        const bool isOurs =
            at != left.end() && std::ranges::equal(tile.bytes, at->second, {}, {}, [](char c) {
                return static_cast<std::uint8_t>(c);
            });
        if (isOurs) {
            left.erase(at);
        }
        return isOurs;
    }));
    QCOMPARE(left.size(), 0U);
}

void tst_PackReaders::formatsDecodeToThePixel_data()
{
    QTest::addColumn<int>("format");
    QTest::addColumn<int>("tolerance"); ///< of a pixel, on average
    QTest::addRow("PNG") << static_cast<int>(TileFormat::Png) << 0;
    QTest::addRow("WebP") << static_cast<int>(TileFormat::Webp) << 0;
    QTest::addRow("JPEG") << static_cast<int>(TileFormat::Jpeg) << 4;
}

void tst_PackReaders::formatsDecodeToThePixel()
{
    QFETCH(const int, format);
    QFETCH(const int, tolerance);
    const QImage image = test::tileImage({9, 1, 2}, QColor(200, 90, 30), 256);
    const QByteArray file = test::encoded(image, static_cast<TileFormat>(format));
    const Blob blob(
        reinterpret_cast<const std::uint8_t*>(file.constData()),
        static_cast<std::size_t>(file.size()));
    const auto pixels = decodeImage(blob);
    QVERIFY2(pixels, pixels ? "" : faultName(pixels.error().fault));
    QCOMPARE(pixels->width, 256);
    QCOMPARE(pixels->height, 256);
    QVERIFY(!pixels->hasAlpha);
    qint64 off = 0;
    for (int y = 0; y < 256; ++y) {
        for (int x = 0; x < 256; ++x) {
            const QRgb is = pixels->argb.at(static_cast<std::size_t>(y * 256 + x));
            const QRgb should = image.pixel(x, y);
            const int apart = std::max(
                {std::abs(qRed(is) - qRed(should)), std::abs(qGreen(is) - qGreen(should)),
                 std::abs(qBlue(is) - qBlue(should))});
            off += tolerance == 0 ? apart * 1000 : apart;
            QCOMPARE(qAlpha(is), 255);
        }
    }
    QVERIFY2(off <= tolerance * 256 * 256, qPrintable(QString::number(off)));
}

void tst_PackReaders::transparencyIsTold()
{
    QImage image(64, 64, QImage::Format_ARGB32);
    image.fill(Qt::transparent);
    image.setPixelColor(3, 5, QColor(10, 20, 30, 128));
    for (const TileFormat format : {TileFormat::Png, TileFormat::Webp}) {
        const QByteArray file = test::encoded(image, format);
        const auto pixels = decodeImage(
            {reinterpret_cast<const std::uint8_t*>(file.constData()),
             static_cast<std::size_t>(file.size())});
        QVERIFY(pixels && pixels->hasAlpha);
        QCOMPARE(pixels->argb.at(5 * 64 + 3), qRgba(10, 20, 30, 128));
        QCOMPARE(pixels->argb.at(0) >> 24U, 0U);
    }
}

void tst_PackReaders::theFileSaysWhatItIs()
{
    const auto tiles = test::madeTiles(kTown, 9, 10, Qt::white, TileFormat::Png, 512);
    auto metadata = test::metadataFor(kTown, 9, 10, "武汉 街道图");
    metadata["attribution"] = "<a href='https://example.org'>&copy; 测绘院</a>";
    metadata["version"] = "2026.2";
    for (const bool isPm : {false, true}) {
        const auto file = path(isPm ? "said.pmtiles" : "said.mbtiles");
        isPm ? test::writePmTiles(file, metadata, tiles)
             : test::writeMbTiles(file, metadata, tiles);
        const auto pack = openPack(file);
        QVERIFY(pack);
        const PackInfo& info = (*pack)->info();
        QCOMPARE(info.sort, isPm ? PackSort::PmTiles : PackSort::MbTiles);
        QCOMPARE(info.name, "武汉 街道图");
        QCOMPARE(info.attribution, "© 测绘院");
        QCOMPARE(info.version, "2026.2");
        QCOMPARE(info.tileSide, 512);
        QCOMPARE(info.minZoom, 9);
        QCOMPARE(info.maxZoom, 10);
        QVERIFY(std::abs(info.bounds.west - 114.2) < 1e-6);
        QVERIFY(std::abs(info.bounds.north - 30.7) < 1e-6);
        QCOMPARE(info.bytes, static_cast<std::uint64_t>(test::readAll(file).size()));
        QVERIFY(info.remarks.empty());
    }
}

void tst_PackReaders::whatIsNotSaidIsFoundOut()
{
    const auto file = path("quiet.mbtiles");
    const auto tiles = test::madeTiles(kTown, 10, 12, Qt::white, TileFormat::Webp, 64);
    test::writeMbTiles(file, {{"type", "baselayer"}}, tiles);
    test::changeMbTiles(file, "DROP INDEX tile_index");
    const auto pack = openPack(file);
    QVERIFY(pack);
    const PackInfo& info = (*pack)->info();
    QCOMPARE(info.name, "quiet");
    QCOMPARE(info.format, TileFormat::Webp);
    QCOMPARE(info.minZoom, 10);
    QCOMPARE(info.maxZoom, 12);
    Bounds all;
    for (const MadeTile& tile : tiles) {
        if (tile.id.zoom == 12) {
            all.include(boundsOf(tile.id));
        }
    }
    QVERIFY(info.bounds == all);
    QCOMPARE(
        info.remarks, (std::vector{
                          Remark::NoName, Remark::NoAttribution, Remark::NoFormat, Remark::NoZooms,
                          Remark::NoBounds, Remark::NoIndex}));
}

// Many writers keep equal images once, and make `tiles` a view of two tables.
void tst_PackReaders::viewsAreTablesToo()
{
    const auto file = path("view.mbtiles");
    const auto tiles = test::madeTiles(kTown, 12, 12, Qt::white, TileFormat::Png, 64);
    test::writeMbTiles(file, test::metadataFor(kTown, 12, 12), tiles);
    test::changeMbTiles(
        file,
        "CREATE TABLE images (id INTEGER PRIMARY KEY, tile_data BLOB);"
        "CREATE TABLE map AS SELECT zoom_level, tile_column, tile_row, rowid AS id FROM tiles;"
        "CREATE UNIQUE INDEX map_index ON map (zoom_level, tile_column, tile_row);"
        "INSERT INTO images SELECT rowid, tile_data FROM tiles; DROP TABLE tiles;"
        "CREATE VIEW tiles AS SELECT map.zoom_level, map.tile_column, map.tile_row, "
        "images.tile_data FROM map JOIN images ON images.id = map.id");
    const auto pack = openPack(file);
    QVERIFY2(pack, pack ? "" : wordsFor(pack.error()).en.c_str());
    QVERIFY((*pack)->info().remarks.empty());
    QVERIFY((*pack)->tile(tiles[3].id).value() == tiles[3].bytes.toStdString());
}

void tst_PackReaders::namesWithSignsOfUrisOpen()
{
    const auto tiles = test::madeTiles(kTown, 9, 9, Qt::white, TileFormat::Png, 64);
    for (const char* name : {"a?mode=rwc#b%20.mbtiles", "武汉 & 孝感.mbtiles"}) {
        test::writeMbTiles(path(name), test::metadataFor(kTown, 9, 9), tiles);
        QVERIFY(openPack(path(name)));
    }
}

void tst_PackReaders::runsOfEqualTilesAreOneEntry()
{
    const auto file = path("run.pmtiles");
    const Bounds quarter = boundsOf({2, 2, 1}); // one stretch of the curve
    auto tiles = test::madeTiles(quarter, 5, 5, Qt::white, TileFormat::Png, 64);
    for (MadeTile& tile : tiles) {
        tile.bytes = tiles.front().bytes; // the sea
    }
    test::writePmTiles(file, test::metadataFor(quarter, 5, 5), tiles);
    QVERIFY(test::readAll(file).size() < 2 * tiles.front().bytes.size() + 1000);
    const auto report = checkPack(file, true);
    QVERIFY(report && report->isGood());
    QCOMPARE(report->tiles, tiles.size());
    QCOMPARE(report->zooms.front().missing, 0U);
}

void tst_PackReaders::theCheckCountsWhatIsThere()
{
    QFETCH(const bool, isPm);
    const auto file = path("counted");
    auto tiles = test::madeTiles(kTown, 10, 13, Qt::white, TileFormat::Png, 64);
    std::erase_if(tiles, [n = 0](const MadeTile& tile) mutable { // two of zoom 13
        return tile.id.zoom == 13 && n++ < 2;
    });
    tiles.push_back({{13, 1, 1}, tiles.back().bytes});
    isPm ? test::writePmTiles(file, test::metadataFor(kTown, 10, 14), tiles)
         : test::writeMbTiles(file, test::metadataFor(kTown, 10, 14), tiles);
    const auto report = checkPack(file, true);
    QVERIFY(report);
    QVERIFY(report->isGood());
    QCOMPARE(report->tiles, tiles.size());
    QCOMPARE(report->zooms.size(), 5U);
    for (const ZoomCoverage& zoom : report->zooms) {
        const bool isDeepest = zoom.zoom == 14; // promised, empty
        QCOMPARE(zoom.missing, isDeepest ? zoom.expected : zoom.zoom == 13 ? 2U : 0U);
        QCOMPARE(zoom.outside, zoom.zoom == 13 ? 1U : 0U);
        QCOMPARE(zoom.expected, tilesIn(kTown, zoom.zoom).count());
    }
    QVERIFY(report->zooms.at(3).firstMissing.front() == tilesIn(kTown, 13).first);
}

void tst_PackReaders::readingLeavesNoTrace()
{
    const QDir folder(m_folder.filePath(QStringLiteral("alone")));
    QVERIFY(QDir().mkpath(folder.path()));
    const std::filesystem::path file = folder.filePath(QStringLiteral("wal.mbtiles")).toStdString();
    const auto tiles = test::madeTiles(kTown, 9, 10, Qt::white, TileFormat::Png, 64);
    test::writeMbTiles(file, test::metadataFor(kTown, 9, 10), tiles);
    test::changeMbTiles(file, "PRAGMA journal_mode=WAL"); // its writer's way, and it stays so
    const QByteArray before = test::readAll(file);
    {
        const auto pack = openPack(file);
        QVERIFY(pack);
        QVERIFY(!(*pack)->tile(tiles.front().id)->empty());
        QCOMPARE(folder.entryList(QDir::Files), QStringList{QStringLiteral("wal.mbtiles")});
    }
    QCOMPARE(folder.entryList(QDir::Files), QStringList{QStringLiteral("wal.mbtiles")});
    QCOMPARE(test::readAll(file), before);
}

void tst_PackReaders::textsAreMadePlain()
{
    QCOMPARE(
        plainLine("a <b onclick='x'>bold</b>\n\tand\x1b[31m &lt;i&gt; "), "a bold and [31m <i>");
    QCOMPARE(plainLine("unfinished <a href"), "unfinished <a href");
    QCOMPARE(plainLine("bad \xff utf"), "bad ? utf");
    const std::string wide(1000, 'x');
    QCOMPARE(plainLine(wide).size(), 400U);
    std::string han;
    for (int i = 0; i < 300; ++i) {
        han += "汉";
    }
    QCOMPARE(plainLine(han).size(), 399U); // whole characters
}

QTEST_MAIN(tst_PackReaders)
#include "tst_PackReaders.moc"
