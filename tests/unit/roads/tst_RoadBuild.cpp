// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A road graph out of an OpenStreetMap extract: what is driven is in it, at its speed and in its direction; the command makes and
// checks one, and names what is wrong.
#include "app/ctl/roads/RoadsCommand.h"
#include "data/roads/RoadFile.h"
#include "data/roads/RoadGraph.h"
#include "maps/osm/RoadBuilder.h"
#include "tests/unit/packs/OsmWriter.h"

#include <QTemporaryDir>
#include <QTest>

#include <boost/json.hpp>

#include <algorithm>
#include <fstream>
#include <sstream>

using namespace sz;
using namespace sz::maps::osm;
using test::OsmTags;

namespace {

const Instant kNow = fromUtcMs(1'795'000'000'000); // 2026-11-18

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
    const int code = ctl::runRoads(args, out, err, kNow);
    return {code, out.str(), err.str()};
}

RoadLook lookOf(const OsmTags& tags)
{
    std::vector<Tag> views(tags.begin(), tags.end());
    return roadLook(views);
}

/// Two banks of a river with one bridge, a one-way street, a private yard, a footpath, a wall.
test::OsmWriter town()
{
    test::OsmWriter osm;
    osm.dated = 1'790'000'000; // 2026-09-21
    osm.setBounds({114.25, 30.55}, {114.35, 30.65});
    const auto a = osm.node({114.28, 30.58});
    const auto b = osm.node({114.30, 30.58});
    const auto c = osm.node({114.30, 30.60});
    const auto d = osm.node({114.32, 30.60});
    const auto away = std::int64_t{999'999}; // not in the extract
    osm.way({a, b}, {{"highway", "primary"}, {"name", "解放大道"}});
    osm.way({b, c}, {{"highway", "secondary"}, {"bridge", "yes"}, {"maxspeed", "80"}});
    osm.way({c, d}, {{"highway", "residential"}, {"oneway", "-1"}});
    osm.way({d, away, c}, {{"highway", "service"}});
    osm.line({{114.29, 30.59}, {114.31, 30.59}}, {{"highway", "service"}, {"access", "private"}});
    osm.line({{114.29, 30.57}, {114.31, 30.57}}, {{"highway", "footway"}});
    osm.line({{114.26, 30.57}, {114.27, 30.57}}, {{"barrier", "wall"}});
    return osm;
}

} // namespace

class tst_RoadBuild : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatAWayIsToWhoDrives_data()
    {
        QTest::addColumn<OsmTags>("tags");
        QTest::addColumn<int>("way");
        QTest::addColumn<double>("kmh");
        QTest::addColumn<bool>("isJoined");
        const auto row = [](const char* name, const OsmTags& tags, RoadLook::Way way,
                            double kmh = 0, bool isJoined = true) {
            QTest::newRow(name) << tags << static_cast<int>(way) << kmh << isJoined;
        };
        using enum RoadLook::Way;
        row("a river", {{"waterway", "river"}}, None);
        row("a footpath", {{"highway", "footway"}}, None);
        row("a road that is being built", {{"highway", "construction"}}, None);
        row("a square", {{"highway", "service"}, {"area", "yes"}}, None);
        row("a lane", {{"highway", "residential"}}, Both, 30);
        row("a service road", {{"highway", "service"}}, Both, 20);
        row("a trunk road", {{"highway", "trunk"}}, Both, 80);
        row("a motorway", {{"highway", "motorway"}}, Forward, 100, false);
        row("a motorway both ways", {{"highway", "motorway"}, {"oneway", "no"}}, Both, 100, false);
        row("its ramp", {{"highway", "motorway_link"}, {"oneway", "yes"}}, Forward, 50, false);
        row("a roundabout", {{"highway", "tertiary"}, {"junction", "roundabout"}}, Forward, 40);
        row("against its points", {{"highway", "tertiary"}, {"oneway", "-1"}}, Backward, 40);
        row("reversible", {{"highway", "tertiary"}, {"oneway", "reversible"}}, Both, 40);
        row("signed", {{"highway", "primary"}, {"maxspeed", "70"}}, Both, 70);
        row("signed with a unit", {{"highway", "primary"}, {"maxspeed", "70 km/h"}}, Both, 70);
        row("signed in miles", {{"highway", "primary"}, {"maxspeed", "50 mph"}}, Both,
            50 * 1.609'344);
        row("signed twice", {{"highway", "primary"}, {"maxspeed", "50;70"}}, Both, 50);
        row("at a walk", {{"highway", "living_street"}, {"maxspeed", "walk"}}, Both, 7);
        row("by law", {{"highway", "primary"}, {"maxspeed", "CN:urban"}}, Both, 60);
        row("signed with nonsense", {{"highway", "primary"}, {"maxspeed", "-5"}}, Both, 60);
        row("signed with more nonsense", {{"highway", "primary"}, {"maxspeed", "9999"}}, Both, 60);
        row("signed with nothing", {{"highway", "primary"}, {"maxspeed", "nan"}}, Both, 60);
        row("private", {{"highway", "service"}, {"access", "private"}}, None);
        row("closed", {{"highway", "residential"}, {"access", "no"}}, None);
        row("closed to cars", {{"highway", "residential"}, {"motor_vehicle", "no"}}, None);
        row("open to cars",
            {{"highway", "service"}, {"access", "private"}, {"motor_vehicle", "yes"}}, Both, 20);
        row("for the fire brigade",
            {{"highway", "service"}, {"access", "no"}, {"emergency", "yes"}}, Both, 20);
        row("a bridge", {{"highway", "primary"}, {"bridge", "viaduct"}}, Both, 60, false);
        row("no bridge", {{"highway", "primary"}, {"bridge", "no"}}, Both, 60);
        row("a tunnel", {{"highway", "primary"}, {"tunnel", "yes"}}, Both, 60, false);
    }

    void whatAWayIsToWhoDrives()
    {
        QFETCH(const OsmTags, tags);
        QFETCH(const int, way);
        QFETCH(const double, kmh);
        QFETCH(const bool, isJoined);
        const RoadLook look = lookOf(tags);
        QCOMPARE(static_cast<int>(look.way), way);
        if (look.way != RoadLook::Way::None) {
            QCOMPARE(look.kmh, kmh);
            QCOMPARE(look.isJoined, isJoined);
        }
    }

    void theCommandMakesAndChecks()
    {
        const std::string osm = written("城区.osm.pbf", town().bytes());
        const std::string out = path("city.roads");
        const Said built = run({"build", "--osm", osm, "--out", out, "--language", "en"});
        QVERIFY2(built.code == 0, built.err.c_str());
        QVERIFY2(
            built.out.contains("city.roads: 6 km of road, 4 points, 3 stretches; 1 points"),
            built.out.c_str());
        QVERIFY2(
            built.err.contains("done 0 %") && built.err.contains("done 100 %"), built.err.c_str());
        QVERIFY(!std::filesystem::exists(out + ".part"));
        const auto net = roads::readRoads(out);
        QVERIFY(net.has_value());
        QCOMPARE(net->facts.name, std::string("城区"));
        QCOMPARE(net->facts.source, std::string("城区.osm.pbf"));
        QCOMPARE(toUtcMs(*net->facts.dated), 1'790'000'000'000);
        QCOMPARE(net->facts.built, kNow);
        QVERIFY(distanceMetres(net->facts.southWest, {114.28, 30.58}) < 0.1);
        QVERIFY(distanceMetres(net->facts.northEast, {114.32, 30.60}) < 0.1);
        QCOMPARE(net->stretches[0], (roads::Stretch{0, 1, 60, false, true}));
        QCOMPARE(net->stretches[1], (roads::Stretch{1, 2, 80, false, false}));
        QCOMPARE(net->stretches[2], (roads::Stretch{3, 2, 30, true, true})); // turned round
        const roads::RoadGraph graph(*net);
        QVERIFY(graph.drive({114.32, 30.60}, {114.28, 30.58}, 3600).has_value());
        QVERIFY(!graph.drive({114.28, 30.58}, {114.32, 30.60}, 3600).has_value());
        const Said told = run({"check", out, "--language", "en"});
        QCOMPARE(told.code, 0);
        for (const char* words :
             {"城区", "2026-09-21", "2026-11-18", "one-way", "114.2800, 30.5800", "good"}) {
            QVERIFY2(told.out.contains(words), told.out.c_str());
        }
        const Said chinese = run({"check", out, "--language", "zh_CN"});
        QVERIFY2(
            chinese.out.contains("可以使用") && chinese.out.contains("单行"), chinese.out.c_str());
        const auto json = boost::json::parse(run({"check", out, "--json"}).out).as_object();
        QVERIFY(json.at("good").as_bool());
        QCOMPARE(json.at("points").to_number<int>(), 4);
        QCOMPARE(json.at("stretches").to_number<int>(), 3);
        QCOMPARE(std::string(json.at("osm_date").as_string()), std::string("2026-09-21"));
        QVERIFY(std::abs(json.at("km").to_number<double>() - 6.06) < 0.05);
        const auto made = boost::json::parse(run({"build", "--osm", osm, "--out", out, "--json",
                                                  "--quiet", "--name", "武汉"})
                                                 .out)
                              .as_object();
        QCOMPARE(made.at("missing_points").to_number<int>(), 1);
        QCOMPARE(roads::readFacts(out)->name, std::string("武汉"));
    }

    void whereverItIsStoppedNothingIsLeft()
    {
        const RoadOrder order{
            written("a.osm.pbf", town().bytes()), path("stopped.roads"), "", kNow};
        int whole = 0;
        QVERIFY(buildRoads(order, [&whole](double) { return ++whole > 0; }).has_value());
        std::filesystem::remove(order.target);
        for (int last = 1; last < whole; ++last) {
            int looks = 0;
            const auto made = buildRoads(order, [&](double) { return ++looks < last; });
            QVERIFY(!made && made.error().code == Code::Cancelled);
            QVERIFY(!std::filesystem::exists(order.target));
            QVERIFY(!std::filesystem::exists(path("stopped.roads.part")));
        }
    }

    void badExtractsAreNamed()
    {
        const auto refusal = [this](const std::string& osm) {
            const Said said = run(
                {"build", "--osm", osm, "--out", path("x.roads"), "--quiet", "--language", "en"});
            return said.code == 1 && !std::filesystem::exists(path("x.roads"))
                           && !std::filesystem::exists(path("x.roads.part"))
                       ? said.err
                       : "code " + std::to_string(said.code);
        };
        const auto holds = [](const std::string& text, const char* a, const char* b) {
            return text.contains(a) && text.contains(b);
        };
        QVERIFY(holds(refusal(path("none.osm.pbf")), "none.osm.pbf", "no such file"));
        QVERIFY(holds(
            refusal(written("text.osm.pbf", "<osm/>")), "text.osm.pbf",
            "not an OpenStreetMap extract"));
        const std::string whole = town().bytes();
        QVERIFY(holds(
            refusal(written("cut.osm.pbf", whole.substr(0, whole.size() - 20))), "cut.osm.pbf",
            "ends in the middle"));
        test::OsmWriter wall;
        wall.line({{114.26, 30.57}, {114.27, 30.57}}, {{"barrier", "wall"}});
        QVERIFY(holds(refusal(written("wall.osm.pbf", wall.bytes())), "wall.osm.pbf", "no road"));
        test::OsmWriter country;
        country.line({{100, 20}, {120, 40}}, {{"highway", "trunk"}});
        QVERIFY(holds(
            refusal(written("country.osm.pbf", country.bytes())), "country.osm.pbf", "too large"));
        test::OsmWriter other = town();
        other.feature = "HistoricalInformation";
        QVERIFY(holds(
            refusal(written("other.osm.pbf", other.bytes())), "other.osm.pbf",
            "HistoricalInformation"));
    }

    void badGraphsAreNamed()
    {
        const std::string text = written("text.roads", "no roads here");
        const Said said = run({"check", text, path("none.roads"), "--language", "en"});
        QCOMPARE(said.code, 1);
        QVERIFY2(said.out.contains("text.roads: is no road graph"), said.out.c_str());
        QVERIFY2(said.out.contains("none.roads: cannot be read"), said.out.c_str());
        const auto json = boost::json::parse(run({"check", text, "--json"}).out).as_object();
        QCOMPARE(std::string(json.at("code").as_string()), std::string("NotRoads"));
        QVERIFY(!json.at("reason_zh").as_string().empty());
    }

    void wrongCallsAreTold()
    {
        for (const std::vector<std::string>& args : std::vector<std::vector<std::string>>{
                 {},
                 {"mend"},
                 {"check"},
                 {"check", "--out", "a.roads"},
                 {"build", "--osm", "a.osm.pbf"},
                 {"build", "--osm", "a.osm.pbf", "--out", "a.mbtiles"}, // a desk would not find it
                 {"build", "--osm", "a.osm.pbf", "--out"},
                 {"check", "a.roads", "--language", "fr"}}) {
            const Said said = run(args);
            QCOMPARE(said.code, 2);
            QVERIFY(said.err.contains("usage: sanzhenctl roads"));
        }
        QCOMPARE(run({"--help"}).code, 0);
    }

private:
    [[nodiscard]] std::string path(const char* name) const
    {
        return m_folder.filePath(QString::fromUtf8(name)).toStdString();
    }
    [[nodiscard]] std::string written(const char* name, const std::string& bytes) const
    {
        std::ofstream(path(name), std::ios::binary) << bytes;
        return path(name);
    }
    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(tst_RoadBuild)
#include "tst_RoadBuild.moc"
