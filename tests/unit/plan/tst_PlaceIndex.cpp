// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/plan/Places.h"
#include "tests/unit/plan/PlanFixture.h"

#include <QElapsedTimer>

#include <boost/geometry.hpp>
#include <boost/geometry/geometries/geometries.hpp>

#include <limits>
#include <random>

using namespace sz;
using namespace sz::plan;
using namespace sz::plan::test;

namespace {

namespace bg = boost::geometry;
using Point = bg::model::d2::point_xy<double>;
using Shape = bg::model::multi_polygon<bg::model::polygon<Point>>;

Shape shapeOf(const MultiPolygon& outline)
{
    Shape shape;
    for (const auto& polygon : outline.polygons) {
        auto& to = shape.emplace_back();
        to.inners().resize(polygon.rings.size() - 1);
        for (std::size_t i = 0; i < polygon.rings.size(); ++i) {
            for (const auto& p : polygon.rings[i]) {
                (i == 0 ? to.outer() : to.inners()[i - 1]).emplace_back(p.lon, p.lat);
            }
        }
    }
    bg::correct(shape);
    return shape;
}

std::vector<Wgs84> randomPoints(int count)
{
    std::mt19937_64 random(36);
    std::uniform_real_distribution lon(113.65, 115.15);
    std::uniform_real_distribution lat(29.95, 31.40);
    std::vector<Wgs84> points;
    for (int i = 0; i < count; ++i) {
        points.push_back({lon(random), lat(random)});
    }
    return points;
}

} // namespace

class tst_PlaceIndex : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_plan = shippedPlan();
        QVERIFY(m_plan);
        m_index = std::make_unique<PlaceIndex>(m_plan);
    }

    void agreesWithBoostOnRandomPoints()
    {
        std::vector<Shape> shapes;
        for (const auto& area : m_plan->areas) {
            shapes.push_back(shapeOf(area.outline));
        }
        int inside = 0;
        for (const auto& p : randomPoints(20'000)) {
            const Point point(p.lon, p.lat);
            int expected = 0;
            for (std::size_t i = 0; i < shapes.size() && expected == 0; ++i) {
                if (bg::within(point, shapes[i])) {
                    expected = static_cast<int>(i) + 1;
                }
            }
            QCOMPARE(m_index->areaAt(p), expected);
            inside += expected > 0 ? 1 : 0;
        }
        QVERIFY(inside > 5000);
    }

    void aPointOnASharedBorderBelongsToSomebody()
    {
        int shared = 0;
        for (const auto& area : m_plan->areas) {
            for (const auto& p : area.outline.polygons.front().rings.front()) {
                if (isSurrounded(p)) {
                    ++shared;
                    QVERIFY(m_index->areaAt(p) != 0);
                }
            }
        }
        QVERIFY(shared > 1000);
    }

    void everyLabelLiesInItsArea()
    {
        for (const auto& area : m_plan->areas) {
            QCOMPARE(m_index->areaAt(area.label), area.number);
        }
    }

    void nonsenseIsOutside_data()
    {
        QTest::addColumn<double>("lon");
        QTest::addColumn<double>("lat");
        QTest::newRow("far away") << 0.0 << 0.0;
        QTest::newRow("not a number") << std::numeric_limits<double>::quiet_NaN() << 30.5;
        QTest::newRow("infinite") << std::numeric_limits<double>::infinity() << 30.5;
        QTest::newRow("swapped") << 30.59 << 114.3;
    }

    void nonsenseIsOutside()
    {
        QFETCH(double, lon);
        QFETCH(double, lat);
        QCOMPARE(m_index->areaAt({lon, lat}), 0);
        QVERIFY(m_index->placeAt({lon, lat}).district.empty());
    }

    void aClickNearASeatNamesTheStreet()
    {
        const Street* yangluo = m_plan->street(StreetCode("420117002"));
        QVERIFY(yangluo != nullptr && yangluo->seat);
        const auto place = m_index->placeAt({yangluo->seat->lon + 0.003, yangluo->seat->lat});
        QCOMPARE(place.street, yangluo->code);
        QCOMPARE(place.area, 14);
        QCOMPARE(place.district, UnitCode("D12"));
        QVERIFY(!place.isApproximate);
    }

    void aClickFarFromEverySeatKeepsTheArea()
    {
        const auto place = m_index->placeAt(m_plan->area(4)->label, 1);
        QVERIFY(place.street.empty());
        QVERIFY(place.isApproximate);
        QCOMPARE(place.area, 4);
        QVERIFY(place.point);
    }

    void speedIsPrinted()
    {
        const auto points = randomPoints(1'000'000);
        QElapsedTimer timer;
        timer.start();
        const PlaceIndex fresh(m_plan);
        const auto built = timer.restart();
        long sum = 0;
        for (const auto& p : points) {
            sum += fresh.areaAt(p);
        }
        qInfo(
            "built in %lld ms, 1 M lookups in %lld ms (%ld)", static_cast<long long>(built),
            static_cast<long long>(timer.elapsed()), sum);
    }

private:
    /// True when the points a metre away in all directions belong to areas: the city's own edge is left out.
    bool isSurrounded(Wgs84 p) const
    {
        constexpr double kMetre = 1e-5;
        for (const double dx : {-kMetre, 0.0, kMetre}) {
            for (const double dy : {-kMetre, 0.0, kMetre}) {
                if ((dx != 0 || dy != 0) && m_index->areaAt({p.lon + dx, p.lat + dy}) == 0) {
                    return false;
                }
            }
        }
        return true;
    }

    std::shared_ptr<const Plan> m_plan;
    std::unique_ptr<PlaceIndex> m_index;
};

QTEST_GUILESS_MAIN(tst_PlaceIndex)
#include "tst_PlaceIndex.moc"
