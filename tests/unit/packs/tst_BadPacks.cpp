// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Packs as they arrive: cut off, of another kind, made to hang the reader. Each is refused by its name, in both languages.
#include "data/packs/PackCheck.h"
#include "tests/support/packs/PackMaker.h"

#include <QElapsedTimer>
#include <QGuiApplication>
#include <QTemporaryDir>
#include <QTest>

#include <functional>
#include <random>

using namespace sz;
using namespace sz::packs;
using sz::test::MadeTile;
using File = std::filesystem::path;

namespace {

constexpr Bounds kTown{114.2, 30.5, 114.4, 30.7};
constexpr int kHangMs =
    9000; ///< the longest of all bounds, on a loaded machine; nothing ends there by itself

const std::vector<MadeTile>& tiles()
{
    static const auto kTiles = test::madeTiles(kTown, 9, 12, Qt::white, TileFormat::Png, 64);
    return kTiles;
}

test::Metadata metadata()
{
    return test::metadataFor(kTown, 9, 12);
}

using Making = std::function<void(const File&)>;

Making mb(const std::string& sql)
{
    return [sql](const File& file) {
        test::writeMbTiles(file, metadata(), tiles());
        test::changeMbTiles(file, sql);
    };
}

Making mbSaying(const std::string& name, const std::string& value)
{
    return [=](const File& file) {
        auto said = metadata();
        said[name] = value;
        test::writeMbTiles(file, said, tiles());
    };
}

Making pm(const test::PmMaking& making)
{
    return [making](const File& file) { test::writePmTiles(file, metadata(), tiles(), making); };
}

/// A good PMTiles file with other bytes at a place.
Making pmWith(qsizetype at, const QByteArray& bytes, std::size_t leaves = 0)
{
    return [=](const File& file) {
        test::writePmTiles(file, metadata(), tiles(), {Packing::None, PmTileType::Png, leaves});
        test::writeAll(file, test::readAll(file).replace(at, bytes.size(), bytes));
    };
}

Making cut(const Making& make, double share)
{
    return [=](const File& file) {
        make(file);
        const QByteArray all = test::readAll(file);
        test::writeAll(
            file, all.first(static_cast<qsizetype>(static_cast<double>(all.size()) * share)));
    };
}

Making text(const QByteArray& bytes)
{
    return [bytes](const File& file) { test::writeAll(file, bytes); };
}

QByteArray png(int side)
{
    return test::encoded(test::tileImage({1, 0, 0}, Qt::white, side), TileFormat::Png);
}

/// All tiles good but one, which is these bytes.
Making mbTile(const QByteArray& bytes)
{
    return [bytes](const File& file) {
        auto changed = tiles();
        changed.back().bytes = bytes;
        test::writeMbTiles(file, metadata(), changed);
    };
}

/// PMTiles of one directory of our own making, uncompressed, as root and as leaf.
QByteArray pmBy(const QByteArray& root, const QByteArray& leaf)
{
    QByteArray head(127, '\0');
    head.replace(0, 8, QByteArray("PMTiles\x03", 8));
    const auto put = [&head](qsizetype at, quint64 value) {
        for (qsizetype i = 0; i < 8; ++i) {
            head[at + i] = static_cast<char>(value >> (8 * i));
        }
    };
    const QByteArray tile = png(64);
    quint64 at = 127;
    qsizetype field = 8;
    for (const QByteArray& part : {root, QByteArray("{}"), leaf, tile}) {
        put(field, at);
        put(field + 8, static_cast<quint64>(part.size()));
        at += static_cast<quint64>(part.size());
        field += 16;
    }
    head[97] = 1;
    head[98] = 1;
    head[99] = 2;
    head[101] = 12;
    const auto degrees = [&head](qsizetype place, qint32 value) {
        for (qsizetype i = 0; i < 4; ++i) {
            head[place + i] = static_cast<char>(value >> (8 * i));
        }
    };
    degrees(102, 1'142'000'000);
    degrees(106, 305'000'000);
    degrees(110, 1'144'000'000);
    degrees(114, 307'000'000);
    return head + root + "{}" + leaf + tile;
}

} // namespace

Q_DECLARE_METATYPE(Making)

class tst_BadPacks : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void refusedWhenOpened_data();
    void refusedWhenOpened();
    void toldByTheCheck_data();
    void toldByTheCheck();
    void aDamagedTileIsAHoleAndNoMore();
    void anyBytesChangedAreSurvived();
    void everyFaultHasItsWords();
    void notAFile();

private:
    [[nodiscard]] File file() const
    {
        return m_folder.filePath(QStringLiteral("pack")).toStdString();
    }
    QTemporaryDir m_folder;
};

void tst_BadPacks::refusedWhenOpened_data()
{
    QTest::addColumn<Making>("make");
    QTest::addColumn<QString>("fault");
    QTest::addColumn<QString>("names"); ///< what the sentence must name
    const auto row = [](const char* name, const Making& make, const char* fault,
                        const char* names = "") {
        QTest::addRow("%s", name) << make << QString::fromLatin1(fault) << QString::fromUtf8(names);
    };
    row("empty", text({}), "Empty");
    row("a text", text("三镇值守台\n"), "NotAPack");
    row("a zip", text("PK\x03\x04 and so on, long enough to be read"), "NotAPack");
    row("a database of something else", mb("DROP TABLE tiles"), "NotAPack");
    row("no metadata table", mb("DROP TABLE metadata"), "NoMetadata");
    row("no tile", mb("DELETE FROM tiles"), "NoTiles");
    row("every tile empty", mb("UPDATE tiles SET tile_data = x''"), "NoTiles");
    row("vector tiles, said", mbSaying("format", "pbf"), "VectorTiles", "pbf");
    row("vector tiles, not said",
        mb("UPDATE tiles SET tile_data = x'1f8b08000000000000030000'; "
           "DELETE FROM metadata WHERE name = 'format'"),
        "VectorTiles");
    row("another format", mbSaying("format", "tiff"), "UnknownFormat", "tiff");
    row("markup in a name", mbSaying("format", "<b>evil</b>\x1b[2J"), "UnknownFormat", "evil [2J");
    row("tiles that are no images", mb("UPDATE tiles SET tile_data = 'hello'"), "TileNoImage");
    row("another grid", mbSaying("crs", "EPSG:4490"), "OtherGrid", "EPSG:4490");
    row("zooms the wrong way", mbSaying("minzoom", "14"), "BadZooms", "14");
    row("zoom 40", mbSaying("maxzoom", "40"), "BadZooms", "40");
    row("bounds the wrong way", mbSaying("bounds", "115,30,114,31"), "BadBounds", "115");
    row("bounds that are words", mbSaying("bounds", "Wuhan"), "BadBounds", "Wuhan");
    row("bounds in metres", mbSaying("bounds", "12700000,3500000,12800000,3600000"), "BadBounds");
    row("cut off in the middle", cut(mb("SELECT 1"), 0.5), "Truncated");
    row("cut off in the head", text("SQLite format 3"), "Truncated");
    row(
        "rubbish behind the head",
        [](const File& f) {
            mb("SELECT 1")(f);
            QByteArray all = test::readAll(f);
            all.replace(100, 3000, QByteArray(3000, '\x5a'));
            test::writeAll(f, all);
        },
        "Damaged");
    row(
        "still being written",
        [](const File& f) {
            mb("SELECT 1")(f);
            File side = f;
            test::writeAll(side += "-wal", "frames");
        },
        "BeingMade", "pack-wal");
    row("a view without an end",
        mb("ALTER TABLE tiles RENAME TO t; CREATE VIEW tiles AS WITH RECURSIVE n(i) AS (SELECT 0 "
           "UNION "
           "ALL SELECT i + 1 FROM n) SELECT 9 AS zoom_level, i AS tile_column, i AS tile_row, "
           "substr('', i) AS tile_data FROM n"),
        "TooSlow");
    row("tiles of 20 MB", mb("UPDATE tiles SET tile_data = zeroblob(20000000)"), "TileHuge");

    row("PMTiles 2", pmWith(7, "\x02"), "OldVersion", "2");
    row("PMTiles, vector tiles", pm({Packing::Gzip, PmTileType::Mvt}), "VectorTiles", "mvt");
    row("PMTiles, newer vector tiles", pm({Packing::Gzip, PmTileType::Mlt}), "VectorTiles", "mlt");
    row("PMTiles, AVIF", pm({Packing::Gzip, PmTileType::Avif}), "UnknownFormat", "avif");
    row("PMTiles, unknown type", pmWith(99, "\x63"), "UnknownFormat", "99");
    row("PMTiles, Brotli", pm({Packing::Brotli}), "Packing", "brotli");
    row("PMTiles, unknown compression", pm({static_cast<Packing>(9)}), "Packing", "9");
    row("PMTiles, cut off", cut(pm({}), 0.6), "Truncated");
    row("PMTiles, head only", text(QByteArray("PMTiles\x03", 8)), "Truncated");
    row("PMTiles, zooms", pmWith(100, "\x0d"), "BadZooms", "13");
    row("PMTiles, bounds", pmWith(102, "\xff\xff\xff\x7f"), "BadBounds", "214.7");
    row(
        "PMTiles, gzip that is none",
        [](const File& f) {
            pm({})(f);
            test::writeAll(f, test::readAll(f).replace(127, 4, "none"));
        },
        "Damaged", "gzip");
    row("PMTiles, more entries than bytes", pmWith(127, "\xff\xff\xff\xff\x0f"), "Damaged");
    row("PMTiles, a number without an end", pmWith(127, QByteArray(40, '\xff')), "Damaged");
    row("PMTiles, no entry", text(pmBy(QByteArray("\0", 1), {})), "NoTiles");
    // one entry: id 0, run 0 (a leaf), length 5, offset 0
    row("PMTiles, a leaf that leads to itself",
        text(pmBy(
            QByteArrayLiteral("\x01\x00\x00\x05\x01"), QByteArrayLiteral("\x01\x00\x00\x05\x01"))),
        "Damaged", "deep");
    row("PMTiles, a leaf beyond the file",
        text(pmBy(QByteArrayLiteral("\x01\x00\x00\x7f\x7f"), {})), "Damaged", "leaf");
    row("PMTiles, tiles beyond the file",
        text(pmBy(QByteArrayLiteral("\x01\x00\x01\xff\x7f\x01"), {})), "Damaged", "entry");
    row("PMTiles, a tile of 0 bytes", text(pmBy(QByteArrayLiteral("\x01\x00\x01\x00\x01"), {})),
        "Damaged");
    row("PMTiles, the same id twice",
        text(pmBy(QByteArrayLiteral("\x02\x01\x00\x01\x01\x05\x05\x01\x01"), {})), "Damaged");
}

void tst_BadPacks::refusedWhenOpened()
{
    QFETCH(const Making, make);
    QFETCH(const QString, fault);
    QFETCH(const QString, names);
    std::filesystem::remove(file());
    std::filesystem::remove(file().string() + "-wal");
    make(file());
    QElapsedTimer timer;
    timer.start();
    const auto pack = openPack(file());
    std::filesystem::remove(file().string() + "-wal");
    QVERIFY(!pack);
    QVERIFY2(timer.elapsed() < kHangMs, qPrintable(QString::number(timer.elapsed())));
    QCOMPARE(QString::fromLatin1(faultName(pack.error().fault)), fault);
    const Words words = wordsFor(pack.error());
    QVERIFY2(QString::fromStdString(words.en).contains(names), words.en.c_str());
    QVERIFY2(QString::fromStdString(words.zh).contains(names), words.zh.c_str());
    QVERIFY(!words.en.contains('\x1b') && !words.en.contains("%1"));
}

void tst_BadPacks::toldByTheCheck_data()
{
    QTest::addColumn<Making>("make");
    QTest::addColumn<QString>("fault");
    const auto row = [](const char* name, const Making& make, const char* fault) {
        QTest::addRow("%s", name) << make << QString::fromLatin1(fault);
    };
    row("a tile of 0 bytes", mbTile({}), "TileEmpty");
    row("a tile of NULL", mb("UPDATE tiles SET tile_data = NULL WHERE rowid = 3"), "TileEmpty");
    row("a tile that is a page of a web site", mbTile("<!DOCTYPE html><title>403</title>"),
        "TileNoImage");
    row("a JPEG among PNG",
        mbTile(test::encoded(test::tileImage({1, 0, 0}, Qt::white, 64), TileFormat::Jpeg)),
        "TileOther");
    row("a WebP among PNG",
        mbTile(test::encoded(test::tileImage({1, 0, 0}, Qt::white, 64), TileFormat::Webp)),
        "TileOther");
    row(
        "PNG said, JPEG given",
        [](const File& f) {
            test::writeMbTiles(
                f, metadata(), test::madeTiles(kTown, 9, 12, Qt::white, TileFormat::Jpeg, 64));
        },
        "TileOther");
    row("half a tile", mbTile(png(256).first(png(256).size() / 2)), "TileCut");
    row("the head of a tile", mbTile(png(256).first(20)), "TileCut");
    row("a tile of 4000 pixels", mbTile(png(4000)), "TileHuge");
    row("a tile of 5 MB", mb("UPDATE tiles SET tile_data = zeroblob(5000000) WHERE rowid = 3"),
        "TileHuge");
    row("damaged inside", mbTile(png(256).replace(60, 40, QByteArray(40, 'x'))), "TileBroken");
    row("a PNG of a size it has not", mbTile(png(64).replace(18, 2, QByteArray("\x03\x00", 2))),
        "TileBroken");
}

void tst_BadPacks::toldByTheCheck()
{
    QFETCH(const Making, make);
    QFETCH(const QString, fault);
    make(file());
    const auto report = checkPack(file(), true);
    QVERIFY2(report, report ? "" : faultName(report.error().fault));
    QVERIFY(!report->isGood());
    QVERIFY2(!report->broken, report->broken ? wordsFor(*report->broken).en.c_str() : "");
    QCOMPARE(report->badTiles.size(), 1U);
    QCOMPARE(QString::fromLatin1(faultName(report->badTiles.begin()->first)), fault);
    QVERIFY(!report->firstBad.empty() && report->firstBad.size() <= 10);
    QCOMPARE(report->tiles, tiles().size());
}

void tst_BadPacks::aDamagedTileIsAHoleAndNoMore()
{
    const auto large =
        test::madeTiles(kTown, 9, 12, Qt::white); // beyond what the stream has read ahead
    test::writePmTiles(file(), metadata(), large, {Packing::None});
    const auto pack = openPack(file());
    QVERIFY(pack);
    test::writeAll(file(), test::readAll(file()).first(2000)); // cut off while it is used
    const auto last =
        std::ranges::max(large, {}, [](const MadeTile& tile) { return hilbertId(tile.id); });
    const auto cutOff = (*pack)->tile(last.id);
    QVERIFY(!cutOff);
    QCOMPARE(cutOff.error().fault, Fault::Truncated);

    test::writeMbTiles(file(), metadata(), tiles());
    const auto other = openPack(file());
    QVERIFY(other);
    test::writeAll(file(), test::readAll(file()).first(4096));
    std::size_t lost = 0;
    for (const MadeTile& tile : tiles()) {
        const auto bytes = (*other)->tile(tile.id);
        lost += !bytes || bytes->empty() ? 1U : 0U;
    }
    QVERIFY(lost > 0);
}

// Whatever a bad disk makes of them: no crash, no hang, and never a tile beyond its bounds.
void tst_BadPacks::anyBytesChangedAreSurvived()
{
    std::mt19937 random(11);
    for (const bool isPm : {false, true}) {
        isPm ? test::writePmTiles(file(), metadata(), tiles(), {Packing::None, PmTileType::Png, 6})
             : test::writeMbTiles(file(), metadata(), tiles());
        const QByteArray good = test::readAll(file());
        for (int round = 0; round < 150; ++round) {
            QByteArray bad = good;
            const auto reach = static_cast<std::uint32_t>(round % 2 == 0 ? 1500 : bad.size());
            for (int n = 0; n < 1 + round % 5; ++n) {
                bad[static_cast<qsizetype>(random() % reach)] = static_cast<char>(random());
            }
            test::writeAll(file(), bad);
            QElapsedTimer timer;
            timer.start();
            const auto report = checkPack(file(), true);
            QVERIFY2(timer.elapsed() < kHangMs, qPrintable(QString::number(round)));
            if (!report) {
                QVERIFY(!wordsFor(report.error()).zh.empty());
            }
        }
    }
}

void tst_BadPacks::everyFaultHasItsWords()
{
    for (int i = 0; i <= static_cast<int>(Fault::TileBroken); ++i) {
        const Words words = wordsFor(Problem{static_cast<Fault>(i), "X7"});
        QVERIFY(!words.en.contains("%1") && !words.zh.contains("%1"));
        QCOMPARE(words.en.contains("X7"), words.zh.contains("X7"));
        QVERIFY(words.zh != words.en);
    }
    for (int i = 0; i <= static_cast<int>(Remark::NoIndex); ++i) {
        QVERIFY(!wordsFor(static_cast<Remark>(i)).zh.empty());
    }
}

void tst_BadPacks::notAFile()
{
    for (const char* path : {"/nowhere/pack.mbtiles", "/tmp", "/dev/zero"}) {
        const auto pack = openPack(path);
        QVERIFY(!pack);
        QCOMPARE(pack.error().fault, Fault::Unreadable);
    }
}

QTEST_MAIN(tst_BadPacks)
#include "tst_BadPacks.moc"
