// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Names of an extract: gathered by neighbourhood, in the pack for any SQLite tool, found by sanzhenctl place; a damaged table
// leaves the tiles as they are.
#include "app/ctl/pack/PackCommand.h"
#include "app/ctl/place/PlaceCommand.h"
#include "data/packs/Pack.h"
#include "data/packs/PackCheck.h"
#include "maps/osm/OsmMap.h"
#include "maps/osm/PackBuilder.h"
#include "maps/packs/PackPlaces.h"
#include "tests/support/packs/PackMaker.h"
#include "tests/support/ThreadTime.h"
#include "tests/unit/packs/OsmWriter.h"

#include <QElapsedTimer>
#include <QGuiApplication>
#include <QTemporaryDir>
#include <QTest>

#include <boost/json.hpp>

#include <fstream>
#include <sstream>

using namespace sz;
using namespace sz::maps;
using namespace sz::maps::osm;

namespace {

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
    const int code = args.front() == "place" ? ctl::runPlace(std::span(args).subspan(1), out, err)
                                             : ctl::runPack(args, out, err);
    return {code, out.str(), err.str()};
}

test::OsmWriter city()
{
    test::OsmWriter osm;
    osm.setBounds({114.10, 30.40}, {114.50, 30.75});
    // 20 km in pieces that meet
    for (int i = 0; i < 20; ++i) {
        const double lon = 114.15 + 0.0105 * i;
        osm.line(
            {{lon, 30.60}, {lon + 0.0105, 30.60}},
            {{"highway", "primary"}, {"name", "解放大道"}, {"name:en", "Jiefang Avenue"}});
    }
    // the same name in two places, 12 km apart
    osm.line(
        {{114.2657, 30.6013}, {114.2667, 30.6018}},
        {{"highway", "residential"}, {"name", "银松小路"}});
    osm.line(
        {{114.40, 30.50}, {114.401, 30.501}}, {{"highway", "residential"}, {"name", "银松小路"}});
    osm.line(
        {{114.30, 30.55}, {114.33, 30.56}},
        {{"highway", "trunk"}, {"tunnel", "yes"}, {"name", "长江公路隧道"}});
    // a lake bent round a hill: its name stands in the water
    osm.line(
        {{114.36, 30.55},
         {114.42, 30.55},
         {114.42, 30.60},
         {114.41, 30.60},
         {114.41, 30.56},
         {114.37, 30.56},
         {114.37, 30.60},
         {114.36, 30.60},
         {114.36, 30.55}},
        {{"natural", "water"}, {"name", "东湖"}});
    osm.line(
        {{114.20, 30.62}, {114.21, 30.62}, {114.21, 30.63}, {114.20, 30.63}, {114.20, 30.62}},
        {{"landuse", "residential"}, {"name", "常青花园"}});
    osm.node(
        {114.38, 30.52}, {{"amenity", "hospital"}, {"name", "人民医院"}, {"name:en", "People's"}});
    osm.node({114.24, 30.58}, {{"place", "village"}, {"name", "李家墩"}});
    osm.node({114.25, 30.58}, {{"amenity", "bench"}, {"name", "nobody looks for it"}});
    osm.node({114.25, 30.58}, {{"amenity", "school"}});
    return osm;
}

std::vector<packs::PackName> called(const std::vector<packs::PackName>& names, const char* name)
{
    std::vector<packs::PackName> out;
    std::ranges::copy_if(
        names, std::back_inserter(out), [&](const packs::PackName& n) { return n.name == name; });
    return out;
}

} // namespace

class tst_PackNames : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("SANZHEN_RESOURCES", SANZHEN_SOURCE_DIR "/resources");
        m_source = written("city.osm.pbf", city().bytes());
        m_pack = path("city.mbtiles");
        const Said said = run(
            {"build", "--osm", m_source, "--out", m_pack, "--zoom", "9-11", "--quiet", "--json",
             "--name", "武汉 2026"});
        QVERIFY2(said.code == 0, said.err.c_str());
        QVERIFY(boost::json::parse(said.out).at("names").as_int64() > 10);
    }

    void oneRowANeighbourhood()
    {
        const auto map = loadOsm(m_source);
        QVERIFY(map.has_value());
        const auto avenue = called(map->names, "解放大道");
        QVERIFY2(avenue.size() >= 6 && avenue.size() <= 12, std::to_string(avenue.size()).c_str());
        for (const packs::PackName& row : avenue) {
            QVERIFY(std::abs(row.at.lat - 30.60) < 1e-5); // on the road
            QCOMPARE(row.nameEn, "Jiefang Avenue");
            QCOMPARE(row.kind, "road");
        }
        for (double lon = 114.15; lon < 114.36; lon += 0.01) { // and nowhere far from a row
            const Wgs84 at{lon, 30.60};
            QVERIFY(std::ranges::any_of(
                avenue, [&](const auto& row) { return distanceMetres(row.at, at) < 1'700; }));
        }
        QCOMPARE(called(map->names, "银松小路").size(), 2UZ);
        QVERIFY(!called(map->names, "长江公路隧道").empty()); // searched, though not drawn
        const auto lake = called(map->names, "东湖");
        QCOMPARE(lake.size(), 1UZ);
        QCOMPARE(lake[0].kind, "water");
        const bool isInHill =
            lake[0].at.lon > 114.37 && lake[0].at.lon < 114.41 && lake[0].at.lat > 30.56;
        QVERIFY(!isInHill);
        QCOMPARE(called(map->names, "常青花园")[0].kind, "estate");
        QCOMPARE(called(map->names, "人民医院")[0].nameEn, "People's");
        QCOMPARE(called(map->names, "李家墩")[0].kind, "place");
        QVERIFY(called(map->names, "nobody looks for it").empty());
    }

    void theTableHoldsThem()
    {
        const auto map = loadOsm(m_source);
        const packs::PackNames table = packs::readPackNames(m_pack);
        QVERIFY(table.isThere && table.isGood());
        QCOMPARE(table.names, map->names);
        const Said checked = run({"check", m_pack, "--json"});
        QCOMPARE(checked.code, 0);
        const auto names = boost::json::parse(checked.out).at("names");
        QCOMPARE(static_cast<std::size_t>(names.at("count").as_int64()), map->names.size());
        QCOMPARE(names.at("kinds").at("hospital").as_int64(), 1);
        QVERIFY(run({"check", m_pack, "--language", "zh_CN"})
                    .out.contains("地名：" + std::to_string(map->names.size())));
    }

    void goesOnAfterAKill()
    {
        const PackOrder order{m_source, path("killed.mbtiles"), 9, 11, "武汉 2026"};
        for (int stopAt = 1; stopAt < 4; ++stopAt) {
            int told = 0;
            const auto stopped = buildPack(
                order, [&](const PackProgress& now) { return now.isReading || ++told < stopAt; });
            QVERIFY(!stopped && stopped.error().code == Code::Cancelled);
        }
        QVERIFY(buildPack(order).has_value());
        QCOMPARE(packs::readPackNames(order.target).names, packs::readPackNames(m_pack).names);
    }

    void placesAreFound_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("name");
        QTest::newRow("Chinese") << QStringLiteral("银松小路") << QStringLiteral("银松小路");
        QTest::newRow("pinyin") << "changqinghuayuan" << QStringLiteral("常青花园");
        QTest::newRow("initials") << "jfdd" << QStringLiteral("解放大道");
        QTest::newRow("address") << QStringLiteral("江汉区银松小路8号")
                                 << QStringLiteral("银松小路");
    }
    void placesAreFound()
    {
        QFETCH(const QString, typed);
        QFETCH(const QString, name);
        const std::string text = typed.toStdString();
        const Said json = run({"place", text, "--pack", m_pack, "--json", "--most", "20"});
        QCOMPARE(json.code, 0);
        QVERIFY2(
            !json.out.contains("E-1") && json.out.contains("\"confidence\":0."), json.out.c_str());
        bool isThere = false;
        const auto parsed = boost::json::parse(json.out);
        for (const auto& one : parsed.at("candidates").as_array()) {
            if (!one.at("source").is_null()) {
                QCOMPARE(std::string(one.at("source").as_string()), "武汉 2026");
                isThere = isThere || std::string(one.at("name").as_string()) == name.toStdString();
            }
        }
        QVERIFY(isThere);
        const Said words =
            run({"place", text, "--pack", m_pack, "--language", "zh_CN", "--most", "20"});
        QVERIFY2(words.out.contains("来源：底图 武汉 2026"), words.out.c_str());
    }

    void aPackWithoutNamesIsAsItWas()
    {
        const packs::Bounds town{114.2, 30.5, 114.3, 30.6};
        const std::string bare = path("bare.mbtiles");
        test::writeMbTiles(
            bare, test::metadataFor(town, 9, 10), test::madeTiles(town, 9, 10, Qt::white));
        QVERIFY(!packs::readPackNames(bare).isThere);
        const Said checked = run({"check", bare, "--json"});
        QCOMPARE(checked.code, 0);
        QVERIFY(boost::json::parse(checked.out).at("names").is_null());
        const Said place = run({"place", "tjd", "--pack", bare, "--language", "en"});
        QCOMPARE(place.code, 1);
        QVERIFY2(place.err.contains("no table of names"), place.err.c_str());
        const std::string pm = path("bare.pmtiles");
        test::writePmTiles(
            pm, test::metadataFor(town, 9, 10), test::madeTiles(town, 9, 10, Qt::white));
        QVERIFY(!packs::readPackNames(pm).isThere);
        QVERIFY(!packs::readPackNames(path("none.mbtiles")).isThere);
        const auto info = (*packs::openPack(bare))->info();
        QVERIFY(maps::readPackPlaces(std::span(&info, 1)).names == nullptr);
    }

    void aDamagedTableIsToldAndLeftOut_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<int>("bad"); // rows; 0: the whole table
        QTest::newRow("other columns")
            << "DROP TABLE place_names; CREATE TABLE place_names(name, at)" << 0;
        QTest::newRow("a view that never ends")
            << "DROP TABLE place_names; CREATE VIEW place_names AS WITH RECURSIVE n(i) AS (SELECT "
               "1 "
               "UNION ALL SELECT i + 1 FROM n) SELECT 'a' AS name, '' AS name_en, 'road' AS kind, "
               "1.0 AS lon, 1.0 AS lat FROM n WHERE i < 0"
            << 0;
        QTest::newRow("a view of too many")
            << "DROP TABLE place_names; CREATE VIEW place_names AS WITH RECURSIVE n(i) AS (SELECT "
               "1 "
               "UNION ALL SELECT i + 1 FROM n) SELECT 'a' AS name, '' AS name_en, 'road' AS kind, "
               "1.0 AS lon, 1.0 AS lat FROM n"
            << 0;
        QTest::newRow("off the earth")
            << "UPDATE place_names SET lat = 91 WHERE name = '东湖'" << 1;
        QTest::newRow("no number")
            << "UPDATE place_names SET lon = 'east' WHERE name = '东湖'" << 1;
        QTest::newRow("no name") << "UPDATE place_names SET name = '' WHERE name = '银松小路'" << 2;
        QTest::newRow("a picture")
            << "UPDATE place_names SET name = x'FF00FE' WHERE name = '东湖'" << 1;
        QTest::newRow("bad UTF-8")
            << "UPDATE place_names SET name = CAST(x'FFFE41' AS TEXT) WHERE name = '东湖'" << 1;
        QTest::newRow("a control")
            << "UPDATE place_names SET name = 'a' || char(7) WHERE name = '东湖'" << 1;
        QTest::newRow("a book")
            << "UPDATE place_names SET name_en = hex(randomblob(500)) WHERE name = '东湖'" << 1;
    }
    void aDamagedTableIsToldAndLeftOut()
    {
        QFETCH(const QString, sql);
        QFETCH(const int, bad);
        const std::string file = path("damaged.mbtiles");
        test::writeAll(file, test::readAll(m_pack));
        test::changeMbTiles(file, sql.toStdString());
        QElapsedTimer timer;
        timer.start();
        const packs::PackNames names = packs::readPackNames(file);
        QVERIFY2(
            static_cast<double>(timer.elapsed()) < 8'000 * sz::test::kSlowness,
            qPrintable(QString::number(timer.elapsed())));
        QVERIFY(!names.isGood());
        QCOMPARE(names.bad, static_cast<std::size_t>(bad));
        QCOMPARE(names.names.empty(), bad == 0);
        auto pack = packs::openPack(file); // the map is as good as before
        QVERIFY(pack.has_value());
        QVERIFY(!(*pack)->tile({9, 418, 210}).value_or("").empty());
        const auto report = packs::checkPack(file, true);
        QVERIFY(report && report->hasGoodTiles() && !report->isGood());
        const Said en = run({"check", file, "--language", "en"});
        QCOMPARE(en.code, 1);
        QVERIFY2(
            en.out.contains(bad == 0 ? "shown without names" : "rows of names cannot be used"),
            en.out.c_str());
        QVERIFY(run({"check", file, "--language", "zh_CN"})
                    .out.contains(bad == 0 ? "地名不可检索" : "条地名无法使用"));
        const auto info = (*pack)->info();
        const auto places = maps::readPackPlaces(std::span(&info, 1));
        QCOMPARE(places.faulty.size(), bad == 0 ? 1UZ : 0UZ);
        QCOMPARE(places.names == nullptr, bad == 0);
    }

    // Cut, turned over: an answer about the names, never a crash.
    void injured()
    {
        const QByteArray good = test::readAll(m_pack);
        for (qsizetype i = 100; i < good.size(); i += good.size() / 60) {
            QByteArray turned = good;
            for (qsizetype j = i; j < std::min(i + 40, turned.size()); ++j) {
                turned[j] = static_cast<char>(turned[j] ^ 0x5A);
            }
            const std::string file = path("injured.mbtiles");
            test::writeAll(file, turned);
            std::ignore = packs::readPackNames(file);
            test::writeAll(file, good.first(i));
            std::ignore = packs::readPackNames(file);
        }
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
    std::string m_source;
    std::string m_pack;
};

QTEST_MAIN(tst_PackNames)
#include "tst_PackNames.moc"
