// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// How far one drives: along roads, at their speed, in their direction, from the nearest of them, and never over a river without a
// bridge.
#include "data/roads/ReachOutline.h"
#include "data/roads/RoadGraph.h"
#include "tests/support/ThreadTime.h"
#include "tests/unit/roads/Town.h"

#include <QTest>

#include <algorithm>
#include <ctime>
#include <random>
#include <utility>

using namespace sz;
using namespace sz::roads;
using test::metresFrom;
using test::Town;

namespace {

/// At the permitted speed, so that a test can reckon in its head: 60 km/h for a minute is a kilometre.
DriveRule plain()
{
    DriveRule rule;
    rule.speedShare = 1;
    return rule;
}

template <class P, class X, class Y>
bool isInside(const std::vector<P>& ring, double px, double py, X x, Y y)
{
    bool isIn = false;
    for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
        if ((y(ring[i]) > py) != (y(ring[j]) > py)
            && px < (x(ring[j]) - x(ring[i])) * (py - y(ring[i])) / (y(ring[j]) - y(ring[i]))
                        + x(ring[i])) {
            isIn = !isIn;
        }
    }
    return isIn;
}

bool reaches(const Reach& reach, double east, double north)
{
    const Wgs84 at = metresFrom(east, north);
    bool isIn = false;
    for (const Ring& ring : reach.rings) {
        isIn ^= isInside(
            ring, at.lon, at.lat, [](const Wgs84& p) { return p.lon; },
            [](const Wgs84& p) { return p.lat; });
    }
    return isIn;
}

Reach reachOf(
    const Town& town,
    std::pair<double, double> from,
    double seconds,
    DriveRule rule = plain())
{
    const Start start{metresFrom(from.first, from.second), seconds};
    return RoadGraph(town.net()).reach(std::span(&start, 1), rule);
}

/// Milliseconds of this process's own work: others may have the machine.
class Work
{
public:
    qint64 restart()
    {
        const std::clock_t now = std::clock();
        return (now - std::exchange(m_since, now)) * 1000 / CLOCKS_PER_SEC;
    }

private:
    std::clock_t m_since = std::clock();
};

/// A chequered city: crossings 100 m apart, some streets one-way, 40 km/h.
Town chequered(int side)
{
    Town town;
    for (int y = 0; y < side; ++y) {
        for (int x = 0; x < side; ++x) {
            const auto here = town.point(100.0 * (x - side / 2), 100.0 * (y - side / 2));
            if (x > 0) {
                town.stretch(here - 1, here, 40, y % 5 == 0);
            }
            if (y > 0) {
                town.stretch(here - static_cast<std::uint32_t>(side), here, 40);
            }
        }
    }
    return town;
}

} // namespace

class tst_RoadGraph : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void alongTheRoadAtItsSpeed()
    {
        Town town;
        town.road({{-5000, 0}, {0, 0}, {5000, 0}}, 60);
        town.road({{0, 0}, {0, 5000}}, 60); // meets it in no point: over it
        const Reach reach = reachOf(town, {0, 0}, 60);
        QVERIFY(reach.offRoad.empty());
        for (const double side : {-1.0, 1.0}) {
            QVERIFY(reaches(reach, side * 950, 0));
            QVERIFY(reaches(reach, side * 1060, 0)); // the strip goes round the end
            QVERIFY(!reaches(reach, side * 1150, 0));
            QVERIFY(reaches(reach, side * 500, 80));
            QVERIFY(!reaches(reach, side * 500, 130));
        }
        QVERIFY(!reaches(reach, 0, 500)); // the other is a road of its own
        const Reach later = reachOf(town, {0, 0}, 120);
        QVERIFY(reaches(later, 1950, 0));
    }

    void slowRoadsReachLess()
    {
        Town town;
        const auto road = town.road({{0, 0}, {1000, 0}}, 60);
        const auto lane = town.point(2000, 0);
        town.stretch(road.back(), lane, 15);
        const Reach reach =
            reachOf(town, {0, 0}, 120); // a minute for the first, a minute for 250 m
        QVERIFY(reaches(reach, 1200, 0));
        QVERIFY(!reaches(reach, 1400, 0));
        DriveRule rule = plain();
        rule.speedShare = 0.5;
        QVERIFY(!reaches(reachOf(town, {0, 0}, 110, rule), 1150, 0));
    }

    void oneWayStreetsCountOutwards()
    {
        Town town;
        town.road({{-3000, 0}, {0, 0}, {3000, 0}}, 60, true);
        const Reach reach = reachOf(town, {0, 0}, 60);
        QVERIFY(reaches(reach, 900, 0));
        QVERIFY(!reaches(reach, -300, 0));
        const Reach middle = reachOf(town, {-1500, 10}, 60); // in the middle of a stretch
        QVERIFY(reaches(middle, -600, 0));
        QVERIFY(!reaches(middle, -1700, 0));
    }

    void fromTheNearestRoadWithinTheLimit()
    {
        Town town;
        town.road({{-5000, 0}, {5000, 0}}, 60);
        town.road({{-5000, 350}, {5000, 350}}, 100, false, false); // a motorway passing nearer by
        const Reach near = reachOf(town, {0, 300}, 168);           // 108 s to the road at 10 km/h
        QVERIFY(near.offRoad.empty());
        QVERIFY(reaches(near, 950, 0));
        QVERIFY(!reaches(near, 1200, 0));
        QVERIFY(!reaches(near, 2000, 350));
        QVERIFY(reaches(near, 0, 300)); // where it stands
        const Reach far = reachOf(town, {0, 500}, 600);
        QCOMPARE(far.offRoad, std::vector<std::size_t>{0});
        QVERIFY(far.rings.empty());
        QVERIFY(reachOf(town, {0, 300}, 60).rings.empty()); // it does not even get to the road
        const RoadGraph graph(town.net());
        QVERIFY(std::abs(graph.toRoad(metresFrom(20, 300), 400).value_or(0) - 300) < 1);
        QVERIFY(!graph.toRoad(metresFrom(0, 500), 400));
    }

    void anIslandIsNotReached()
    {
        Town town;
        town.road({{-2000, 0}, {2000, 0}}, 60);
        town.road({{-2000, 600}, {2000, 600}}, 60);
        const Reach reach = reachOf(town, {0, 0}, 3600);
        QVERIFY(reaches(reach, 1990, 0));
        QVERIFY(!reaches(reach, 0, 600));
    }

    void aRiverCutsUnlessThereIsABridge()
    {
        Town town;
        const auto south = town.road({{-2000, 0}, {0, 0}, {2000, 0}}, 60);
        const auto north = town.road({{-2000, 1500}, {0, 1500}, {2000, 1500}}, 60);
        QVERIFY(!reaches(reachOf(town, {0, 0}, 600), 0, 1500));
        town.stretch(south[1], north[1], 60, false, false);
        const Reach bridged = reachOf(town, {0, 0}, 600);
        QVERIFY(reaches(bridged, 1500, 1500));
        QVERIFY(reaches(bridged, 0, 750));     // whoever has stopped on the bridge
        QVERIFY(!reaches(bridged, 1000, 750)); // the river itself
    }

    void eachStartHasItsOwnSeconds()
    {
        Town town;
        town.road({{-20'000, 0}, {20'000, 0}}, 60);
        const std::vector<Start> starts{
            {metresFrom(-10'000, 0), 60}, {metresFrom(0, 0), 120}, {metresFrom(0, 5000), 600}};
        const Reach reach = RoadGraph(town.net()).reach(starts, plain());
        QVERIFY(reaches(reach, -9050, 0) && !reaches(reach, -8800, 0));
        QVERIFY(reaches(reach, 1950, 0) && !reaches(reach, 2200, 0));
        QCOMPARE(reach.offRoad, std::vector<std::size_t>{2});
        QVERIFY(RoadGraph(town.net()).reach({}, plain()).rings.empty());
    }

    void aBlockThatIsDrivenRoundIsReached()
    {
        for (const double side : {400.0, 900.0}) {
            Town town;
            const auto ring = town.road({{0, 0}, {side, 0}, {side, side}, {0, side}}, 60);
            town.stretch(ring.back(), ring.front(), 60);
            QCOMPARE(reaches(reachOf(town, {0, 0}, 600), side / 2, side / 2), side < 500);
        }
    }

    // Where areas are filled by winding, a hole must run the other way round.
    void ringsTurnAsTheyShould()
    {
        const std::vector<Driven> square{
            {{0, 0}, {2000, 0}},
            {{2000, 0}, {2000, 2000}},
            {{2000, 2000}, {0, 2000}},
            {{0, 2000}, {0, 0}}};
        const auto rings = outlineOf(square, 100, 250'000);
        QCOMPARE(rings.size(), 2U);
        std::vector<double> areas;
        for (const MetreRing& ring : rings) {
            double twice = 0;
            for (std::size_t i = 1; i < ring.size(); ++i) {
                twice += ring[i - 1].x * ring[i].y - ring[i].x * ring[i - 1].y;
            }
            areas.push_back(twice / 2);
            QCOMPARE(ring.front().x, ring.back().x);
            QCOMPARE(ring.front().y, ring.back().y);
        }
        std::ranges::sort(areas);
        QVERIFY2(
            std::abs(areas[0] + 1800.0 * 1800) < 40'000, qPrintable(QString::number(areas[0])));
        QVERIFY2(
            std::abs(areas[1] - 2200.0 * 2200) < 60'000, qPrintable(QString::number(areas[1])));
        QVERIFY(outlineOf({}, 100, 0).empty());
        // a point alone is a circle; a line of thousands of kilometres is not a memory of gigabytes
        const std::vector<Driven> dot{{{5, 5}, {5, 5}}};
        QCOMPARE(outlineOf(dot, 100, 0).size(), 1U);
        const std::vector<Driven> wide{{{0, 0}, {500'000, 500'000}}};
        QCOMPARE(outlineOf(wide, 100, 0).size(), 1U);
    }

    void theWayToAPlace()
    {
        Town town;
        const auto road = town.road({{0, 0}, {1000, 0}, {2000, 0}}, 60);
        const auto back = town.road({{2000, 0}, {2000, 1000}, {0, 1000}}, 60, true);
        town.stretch(road.back(), back.front(), 60);
        const RoadGraph graph(town.net());
        const auto drive = [&](std::pair<double, double> a, std::pair<double, double> b,
                               double most = 3600) {
            return graph.drive(
                metresFrom(a.first, a.second), metresFrom(b.first, b.second), most, plain());
        };
        const auto same = drive({200, 0}, {800, 0});
        QVERIFY(same.has_value());
        QVERIFY(std::abs(same->metres - 600) < 2 && std::abs(same->seconds - 36) < 0.2);
        const auto on = drive({200, 0}, {1500, 36}); // 36 m beside it: 13 s
        QVERIFY(on.has_value());
        QVERIFY2(
            std::abs(on->metres - 1336) < 3 && std::abs(on->seconds - (78 + 12.96)) < 0.5,
            qPrintable(QString::number(on->seconds)));
        QVERIFY(drive({0, 0}, {100, 1000}).has_value());  // up the one-way street
        QVERIFY(!drive({100, 1000}, {0, 0}).has_value()); // and no way back
        QVERIFY(!drive({1000, 1000}, {1500, 1000}).has_value());
        QVERIFY(drive({1500, 1000}, {1000, 1000}).has_value());
        QVERIFY(!drive({0, 0}, {2000, 0}, 100).has_value());
        QVERIFY(!drive({0, 0}, {5000, 5000}).has_value()); // no road there
    }

    // Against the plainest way to reckon it.
    void agreesWithTryingEverything()
    {
        std::mt19937 random(7);
        for (int round = 0; round < 20; ++round) {
            constexpr std::uint32_t kPoints = 30;
            Town town;
            for (std::uint32_t i = 0; i < kPoints; ++i) {
                town.point(1000.0 * (i % 6), 1000.0 * (i / 6));
            }
            for (int i = 0; i < 60; ++i) {
                const auto a = static_cast<std::uint32_t>(random() % kPoints);
                const auto b = static_cast<std::uint32_t>(random() % kPoints);
                if (a != b) {
                    town.stretch(a, b, static_cast<float>(20 + random() % 60), random() % 3 == 0);
                }
            }
            const RoadNet net = town.net();
            std::vector<double> seconds(kPoints, 1e18);
            seconds[0] = 0;
            for (std::uint32_t i = 0; i < kPoints; ++i) {
                for (const Stretch& s : net.stretches) {
                    const double cost = distanceMetres(net.points[s.from], net.points[s.to])
                                        / (static_cast<double>(s.kmh) / 3.6);
                    seconds[s.to] = std::min(seconds[s.to], seconds[s.from] + cost);
                    if (!s.isOneWay) {
                        seconds[s.from] = std::min(seconds[s.from], seconds[s.to] + cost);
                    }
                }
            }
            // The start is on a stretch of its own that only leads into the net.
            const auto gate = town.point(0, -2000);
            town.stretch(gate, 0, 60, true);
            std::vector<std::uint32_t> ends;
            for (std::uint32_t i = 0; i < kPoints; ++i) {
                ends.push_back(town.point(1000.0 * (i % 6) + 1, -50'000.0 - 1000.0 * i));
                town.stretch(i, ends.back(), 60, true, false);
            }
            const RoadNet whole = town.net();
            const RoadGraph graph(town.net());
            for (std::uint32_t i = 0; i < kPoints; ++i) {
                const auto cost = [&](std::uint32_t a, std::uint32_t b) {
                    return distanceMetres(whole.points[a], whole.points[b]) / (60 / 3.6);
                };
                const auto way =
                    graph.drive(whole.points[gate], whole.points[ends[i]], 1e9, plain());
                QCOMPARE(way.has_value(), seconds[i] < 1e17);
                if (way) {
                    const double wanted = cost(gate, 0) + seconds[i] + cost(i, ends[i]);
                    QVERIFY2(
                        std::abs(way->seconds - wanted) < 0.5,
                        qPrintable(QStringLiteral("%1 %2").arg(way->seconds).arg(wanted)));
                }
            }
        }
    }

    // Ten minutes in a large city: read off here, and bounded far above what it takes.
    void aLargeCityIsQuick()
    {
        constexpr int kSide = 450; // 202,500 crossings, 45 km across
        Work timer;
        const Town city = chequered(kSide);
        RoadNet net = city.net();
        const qint64 made = timer.restart();
        const RoadGraph graph(std::move(net));
        const qint64 built = timer.restart();
        const Start one{metresFrom(30, 40), 600};
        const Reach single = graph.reach(std::span(&one, 1));
        const qint64 tenMinutes = timer.restart();
        std::vector<Start> many;
        for (int i = 0; i < 60; ++i) {
            many.push_back(
                {metresFrom(-20'000 + 5000.0 * (i % 9), -20'000 + 6000.0 * (i / 9)), 720});
        }
        timer.restart();
        const Reach all = graph.reach(many);
        const qint64 sixty = timer.restart();
        const auto way = graph.drive(metresFrom(0, 0), metresFrom(5000, 4000), 3600);
        const qint64 drive = timer.restart();
        qInfo(
            "%d points: net %lld ms, graph %lld ms, 10 min of one %lld ms (%zu pieces, %zu rings), "
            "12 min "
            "of 60 %lld ms (%zu pieces, %zu rings), a way of 9 km %lld ms",
            kSide * kSide, static_cast<long long>(made), static_cast<long long>(built),
            static_cast<long long>(tenMinutes), single.driven, single.rings.size(),
            static_cast<long long>(sixty), all.driven, all.rings.size(),
            static_cast<long long>(drive));
        QVERIFY(way.has_value());
        QVERIFY(reaches(single, 4000, 0)); // 600 s at 28 km/h: 4.6 km
        QVERIFY(reaches(single, 2000, 2000));
        QVERIFY(!reaches(single, 4000, 4000));
        QVERIFY2(
            static_cast<double>(tenMinutes) < 3000 * sz::test::kSlowness,
            "ten minutes of one start");
        QVERIFY2(
            static_cast<double>(sixty) < 20'000 * sz::test::kSlowness, "twelve minutes of sixty");
    }
};

QTEST_GUILESS_MAIN(tst_RoadGraph)
#include "tst_RoadGraph.moc"
