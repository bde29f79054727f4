// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A pack out of an OpenStreetMap extract: what is in it is on the map, it passes the check, it goes on after a kill, and bad
// files are refused by name.
#include "app/ctl/pack/PackCommand.h"
#include "data/packs/Pack.h"
#include "maps/osm/OsmPainter.h"
#include "maps/osm/PackBuilder.h"
#include "tests/unit/packs/OsmWriter.h"

#include <QFile>
#include <QGuiApplication>
#include <QImage>
#include <QTemporaryDir>
#include <QTest>

#include <boost/json.hpp>

#include <fstream>
#include <sstream>

using namespace sz;
using namespace sz::maps;
using namespace sz::maps::osm;

namespace {

constexpr Wgs84 kSouthWest{114.20, 30.50};
constexpr Wgs84 kNorthEast{114.40, 30.66};

struct Said
{
    int code = 0;
    std::string out;
    std::string err;
};

Said run(const std::vector<std::string>& args)
{
    std::ostringstream out;
    std::ostringstream err;
    const int code = ctl::runPack(args, out, err);
    return {code, out.str(), err.str()};
}

/// A river with an island, a park, roads of several classes, a railway, houses, names.
test::OsmWriter town()
{
    test::OsmWriter osm;
    osm.setBounds(kSouthWest, kNorthEast);
    const auto outer = osm.line(
        {{114.28, 30.50}, {114.31, 30.50}, {114.31, 30.66}, {114.28, 30.66}, {114.28, 30.50}});
    const auto island = osm.line(
        {{114.29, 30.56}, {114.30, 30.56}, {114.30, 30.60}, {114.29, 30.60}, {114.29, 30.56}});
    osm.multipolygon(
        {{outer, "outer"}, {island, "inner"}}, {{"natural", "water"}, {"name", "长江"}});
    osm.line(
        {{114.33, 30.58}, {114.36, 30.58}, {114.36, 30.60}, {114.33, 30.60}, {114.33, 30.58}},
        {{"leisure", "park"}, {"name", "东湖公园"}});
    osm.line({{114.20, 30.55}, {114.40, 30.55}}, {{"highway", "trunk"}, {"name", "友谊大道"}});
    osm.line(
        {{114.35, 30.50}, {114.35, 30.66}},
        {{"highway", "secondary"}, {"name", "Zhongnan Road"}, {"name:zh", "中南路"}});
    osm.line({{114.20, 30.62}, {114.40, 30.63}}, {{"railway", "rail"}});
    osm.line({{114.20, 30.60}, {114.27, 30.60}}, {{"highway", "trunk"}, {"tunnel", "yes"}});
    osm.node({114.24, 30.58}, {{"place", "city"}, {"name", "武汉"}});
    osm.node({114.38, 30.52}, {{"amenity", "hospital"}, {"name", "人民医院"}});
    return osm;
}

/// Where a point lies in a block's picture.
QColor colourAt(const QImage& picture, const BlockId& block, Wgs84 at)
{
    const Mercator m = toMercator(at);
    const double side = kBlock / std::exp2(block.zoom);
    return picture.pixelColor(
        static_cast<int>((m.x / side - block.x) * picture.width()),
        static_cast<int>((m.y / side - block.y) * picture.height()));
}

BlockId blockOf(Wgs84 at, int zoom)
{
    const Mercator m = toMercator(at);
    const double side = kBlock / std::exp2(zoom);
    return {zoom, static_cast<std::uint32_t>(m.x / side), static_cast<std::uint32_t>(m.y / side)};
}

} // namespace

class tst_PackBuild : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isReadWhole()
    {
        const auto map = loadOsm(written("town.osm.pbf", town().bytes()));
        QVERIFY(map.has_value());
        QCOMPARE(map->shapes[static_cast<std::size_t>(Kind::Water)].size(), 1UZ);
        QCOMPARE(map->shapes[static_cast<std::size_t>(Kind::Water)][0].lines.size(), 2UZ);
        QCOMPARE(map->shapes[static_cast<std::size_t>(Kind::Trunk)].size(), 1UZ); // no tunnel
        QCOMPARE(
            map->shapes[static_cast<std::size_t>(Kind::Secondary)][0].name,
            QStringLiteral("中南路")); // its Chinese name
        QCOMPARE(map->places.size(), 2UZ);
        QCOMPARE(map->places[0].name, QStringLiteral("武汉")); // the heaviest first
        QVERIFY(std::abs(toWgs84(map->box.min).lon - kSouthWest.lon) < 1e-6);
        QVERIFY(std::abs(toWgs84(map->box.max).lat - kSouthWest.lat) < 1e-6);
    }

    void uncompressedBlocksToo()
    {
        auto osm = town();
        osm.blobField = 1;
        QVERIFY(loadOsm(written("raw.osm.pbf", osm.bytes())).has_value());
    }

    void whatIsThereIsSeen()
    {
        const auto map = loadOsm(written("town.osm.pbf", town().bytes()));
        QVERIFY(map.has_value());
        constexpr Wgs84 kRiver{114.284, 30.61};
        const BlockId block = blockOf(kRiver, 14);
        const QImage picture = paintBlock(*map, block);
        QCOMPARE(picture.size(), QSize(kTile * kBlock, kTile * kBlock));
        QCOMPARE(colourAt(picture, block, kRiver), fillOf(Kind::Water));
        const BlockId islands = blockOf({114.295, 30.575}, 14);
        QCOMPARE(
            colourAt(paintBlock(*map, islands), islands, {114.295, 30.575}), ground()); // a hole
        const BlockId parks = blockOf({114.34, 30.585}, 14);
        QCOMPARE(colourAt(paintBlock(*map, parks), parks, {114.34, 30.585}), fillOf(Kind::Green));
        const BlockId roads = blockOf({114.25, 30.55}, 14);
        QCOMPARE(colourAt(paintBlock(*map, roads), roads, {114.213, 30.55}), fillOf(Kind::Trunk));
    }

    // Black on the ground where the city's name stands: its letters are drawn.
    void namesAreWritten()
    {
        const auto map = loadOsm(written("town.osm.pbf", town().bytes()));
        const BlockId block = blockOf({114.24, 30.58}, 12);
        const QImage picture = paintBlock(*map, block);
        int dark = 0;
        for (int y = 0; y < picture.height(); ++y) {
            for (int x = 0; x < picture.width(); ++x) {
                dark += qGray(picture.pixel(x, y)) < 60 ? 1 : 0;
            }
        }
        QVERIFY2(dark > 100, qPrintable(QString::number(dark)));
    }

    void passesTheCheck()
    {
        const std::string source = written("town.osm.pbf", town().bytes());
        const std::string target = path("town.mbtiles");
        const Said built =
            run({"build", "--osm", source, "--out", target, "--zoom", "10-13", "--language", "en"});
        QVERIFY2(built.code == 0, built.err.c_str());
        QVERIFY(built.err.contains("painting 100 %"));
        const Said checked = run({"check", target, "--deep", "--json"});
        QVERIFY2(checked.code == 0, checked.out.c_str());
        const auto report = boost::json::parse(checked.out).as_object();
        QVERIFY(report.at("good").as_bool());
        QCOMPARE(report.at("min_zoom").as_int64(), 10);
        QCOMPARE(report.at("max_zoom").as_int64(), 13);
        QVERIFY(std::string(report.at("attribution").as_string()).contains("OpenStreetMap"));
        QVERIFY(report.at("notes").as_array().empty());
        for (const auto& zoom : report.at("zooms").as_array()) {
            QCOMPARE(zoom.at("missing").as_int64(), 0);
            QCOMPARE(zoom.at("outside").as_int64(), 0);
        }
        QVERIFY(!QFile::exists(QString::fromStdString(target + ".part")));
    }

    void goesOnAfterAKill()
    {
        const std::string source = written("town.osm.pbf", town().bytes());
        const PackOrder order{source, path("killed.mbtiles"), 10, 14, {}};
        int blocks = 0;
        const auto stopped = buildPack(
            order, [&](const PackProgress& now) { return now.isReading || ++blocks < 4; });
        QVERIFY(!stopped && stopped.error().code == Code::Cancelled);
        QVERIFY(!QFile::exists(QString::fromStdString(order.target.string())));
        const auto made = buildPack(order);
        QVERIFY(made.has_value());
        QVERIFY(made->resumed > 0 && made->resumed < made->tiles);
        const PackOrder whole{source, path("whole.mbtiles"), 10, 14, {}};
        const auto straight = buildPack(whole);
        QVERIFY(straight && straight->resumed == 0);
        QCOMPARE(straight->tiles, made->tiles);
        QCOMPARE(run({"check", order.target.string(), "--deep"}).code, 0);
        // Tile by tile the same.
        auto a = packs::openPack(order.target);
        auto b = packs::openPack(whole.target);
        QVERIFY(a && b);
        const BlockId block = blockOf({114.284, 30.61}, 14);
        for (std::uint32_t x = block.x * kBlock; x < block.x * kBlock + kBlock; ++x) {
            const packs::TileId id{14, x, block.y * kBlock + 1};
            QCOMPARE((*a)->tile(id).value_or("?"), (*b)->tile(id).value_or("!"));
        }
    }

    void anotherRecipeBeginsAnew()
    {
        const std::string source = written("town.osm.pbf", town().bytes());
        const std::string target = path("recipe.mbtiles");
        int blocks = 0;
        std::ignore = buildPack({source, target, 10, 14, {}}, [&](const PackProgress& now) {
            return now.isReading || ++blocks < 3;
        });
        const auto made = buildPack({source, target, 10, 12, {}});
        QVERIFY(made && made->resumed == 0);
        // And what stands there and is no part of ours is no obstacle.
        std::ofstream(path("other.mbtiles.part"))
            << "not a database at all, but long enough to be one";
        QVERIFY(buildPack({source, path("other.mbtiles"), 10, 11, {}}).has_value());
    }

    void badFiles_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("english");
        QTest::addColumn<QByteArray>("chinese");
        const auto row = [](const char* name, const std::string& bytes, const char* en,
                            const char* zh) {
            QTest::newRow(name) << QByteArray::fromStdString(bytes) << QByteArray(en)
                                << QByteArray(zh);
        };
        const std::string good = town().bytes();
        row("empty file", "", "has no header", "缺少文件头");
        row("text", "<?xml version=\"1.0\"?><osm></osm>", "not an OpenStreetMap extract",
            "不是 OpenStreetMap");
        row("zip", std::string("PK\x03\x04", 4) + std::string(90, 'x'),
            "not an OpenStreetMap extract", "不是 OpenStreetMap");
        row("cut in a block", good.substr(0, good.size() - 40), "ends in the middle", "不完整");
        row("cut in a length", good + std::string(2, '\0'), "is damaged", "已损坏");
        std::string scribbled = good;
        for (std::size_t i = scribbled.size() / 2; i < scribbled.size() / 2 + 60; ++i) {
            scribbled[i] = static_cast<char>(scribbled[i] ^ 0x5A);
        }
        row("scribbled over", scribbled, "is damaged", "已损坏");
        auto lzma = town();
        lzma.blobField = 4;
        row("lzma", lzma.bytes(), "compressed with lzma", "lzma");
        auto history = town();
        history.feature = "HistoricalInformation";
        row("history file", history.bytes(), "HistoricalInformation", "HistoricalInformation");
        row("nothing in it", test::OsmWriter().bytes(), "holds nothing", "没有可绘制");
    }

    void badFiles()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const QByteArray, english);
        QFETCH(const QByteArray, chinese);
        const std::string source = written("bad.osm.pbf", bytes.toStdString());
        const std::string target = path("bad.mbtiles");
        for (const bool isChinese : {false, true}) {
            const Said said = run(
                {"build", "--osm", source, "--out", target, "--quiet", "--language",
                 isChinese ? "zh_CN" : "en"});
            QCOMPARE(said.code, 1);
            QVERIFY2(
                said.err.contains(isChinese ? chinese.constData() : english.constData()),
                said.err.c_str());
            QVERIFY(said.err.contains("bad.osm.pbf"));
        }
        QVERIFY(!QFile::exists(QString::fromStdString(target)));
        const Said json = run({"build", "--osm", source, "--out", target, "--quiet", "--json"});
        QVERIFY(!boost::json::parse(json.out).at("good").as_bool());
    }

    // Whatever byte of it is cut off or turned over: an answer, never a crash.
    void injured()
    {
        const std::string good = town().bytes();
        for (std::size_t i = 0; i < good.size(); i += 3) {
            std::string cut = good.substr(0, i);
            std::string turned = good;
            turned[i] = static_cast<char>(turned[i] ^ 0xFF);
            std::ignore = loadOsm(written("injured.osm.pbf", cut));
            std::ignore = loadOsm(written("injured.osm.pbf", turned));
        }
        auto raw = town();
        raw.blobField = 1; // no checksum of zlib's stands before the decoder
        const std::string open = raw.bytes();
        int refused = 0;
        for (std::size_t i = 0; i < open.size(); i += 2) {
            std::string turned = open;
            turned[i] = static_cast<char>(turned[i] ^ 0xFF);
            refused += loadOsm(written("injured.osm.pbf", turned)) ? 0 : 1;
        }
        QVERIFY(refused > 50);
    }

    void misuse_data()
    {
        QTest::addColumn<QStringList>("args");
        QTest::newRow("nothing") << QStringList{};
        QTest::newRow("no out") << QStringList{"--osm", "a.osm.pbf"};
        QTest::newRow("zoom") << QStringList{"--osm", "a", "--out", "b", "--zoom", "15-9"};
        QTest::newRow("too deep") << QStringList{"--osm", "a", "--out", "b", "--zoom", "9-22"};
        QTest::newRow("words") << QStringList{"--osm", "a", "--out", "b", "--zoom", "x"};
        QTest::newRow("unknown") << QStringList{"--osm", "a", "--out", "b", "--fast"};
        QTest::newRow("language") << QStringList{"--osm", "a", "--out", "b", "--language", "fr"};
    }

    void misuse()
    {
        QFETCH(const QStringList, args);
        std::vector<std::string> all{"build"};
        for (const QString& arg : args) {
            all.push_back(arg.toStdString());
        }
        const Said said = run(all);
        QCOMPARE(said.code, 2);
        QVERIFY(said.err.contains("usage"));
    }

    void aWorldIsTooMuch()
    {
        test::OsmWriter osm;
        osm.setBounds({-170, -80}, {170, 80});
        osm.line({{0, 0}, {1, 1}}, {{"highway", "trunk"}});
        const Said said = run(
            {"build", "--osm", written("world.osm.pbf", osm.bytes()), "--out", path("w.mbtiles"),
             "--quiet", "--language", "en"});
        QCOMPARE(said.code, 1);
        QVERIFY2(said.err.contains("--zoom"), said.err.c_str());
    }

private:
    [[nodiscard]] std::string path(const char* name) const
    {
        return m_folder.filePath(QString::fromUtf8(name)).toStdString();
    }
    [[nodiscard]] std::string written(const char* name, const std::string& bytes) const
    {
        const std::string file = path(name);
        std::ofstream(file, std::ios::binary)
            .write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        return file;
    }

    QTemporaryDir m_folder;
};

QTEST_MAIN(tst_PackBuild)
#include "tst_PackBuild.moc"
