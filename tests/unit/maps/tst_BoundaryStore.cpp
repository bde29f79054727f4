// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Borders are taken apart, thinned and put together again without losing area or opening gaps.

#include "maps/geo/BoundaryStore.h"
#include "tests/support/SamplePlan.h"

#include <QElapsedTimer>
#include <QTest>

#include <cmath>

using namespace sz;
using namespace sz::maps;
using sz::test::samplePlan;

namespace {

double areaOf(const Shape& shape)
{
    double sum = 0;
    for (const Line& ring : shape.rings) {
        for (std::size_t i = 1; i < ring.size(); ++i) {
            sum += ring[i - 1].x * ring[i].y - ring[i].x * ring[i - 1].y;
        }
    }
    return std::abs(sum / 2);
}

plan::Area square(int number, double west)
{
    plan::Area area;
    area.number = number;
    area.zone = ZoneCode(number < 3 ? "a" : "b");
    area.district = UnitCode(number < 2 ? "D01" : "D02");
    area.outline.polygons.push_back(
        {{{{west, 30}, {west + 1, 30}, {west + 1, 31}, {west, 31}, {west, 30}}}});
    return area;
}

} // namespace

class tst_BoundaryStore : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aSharedBorderIsOneLine()
    {
        const std::vector<Border> net = borderNet({square(1, 10), square(2, 11), square(3, 12)});
        int shared = 0;
        for (const Border& border : net) {
            QVERIFY(border.left != border.right);
            shared += border.left != 0 && border.right != 0 ? 1 : 0;
        }
        QCOMPARE(shared, 2);
        const std::vector<Line> rings = ringsAround(net, [](int number) { return number > 0; });
        QCOMPARE(rings.size(), std::size_t{1});
        QVERIFY(rings.front().front() == rings.front().back());
    }

    void windingOfTheFileDoesNotMatter()
    {
        plan::Area turned = square(2, 11);
        std::ranges::reverse(turned.outline.polygons[0].rings[0]);
        const auto rings =
            ringsAround(borderNet({square(1, 10), turned}), [](int number) { return number > 0; });
        QCOMPARE(rings.size(), std::size_t{1});
    }

    void simplifyingStaysWithinTolerance()
    {
        Line line;
        for (int i = 0; i <= 1000; ++i) {
            line.push_back({i / 1000.0, std::sin(i / 20.0) / 50});
        }
        const Line thin = simplified(line, 0.001);
        QVERIFY(thin.size() < line.size() / 4);
        QCOMPARE(thin.front(), line.front());
        QCOMPARE(thin.back(), line.back());
        for (const Mercator& p : line) {
            QVERIFY(distanceToRings({thin}, p) <= 0.001);
        }
    }

    void smoothingTurnsStairsIntoALine()
    {
        Line stairs;
        for (int i = 0; i < 40; ++i) {
            stairs.push_back({i * 1.0, i * 1.0});
            stairs.push_back({i + 1.0, i * 1.0});
        }
        const Line smooth = smoothed(stairs, 0.5, 2);
        QCOMPARE(smooth.front(), stairs.front());
        QCOMPARE(smooth.back(), stairs.back());
        for (const Mercator& p : smooth) {
            QVERIFY(distanceToRings({stairs}, p) < 0.5);
        }
    }

    void clippedRunsRememberWhereTheyBegin()
    {
        const Line line{{0, 0.5}, {1, 0.5}};
        const auto runs =
            clippedLine(line, QTransform::fromScale(100, 100), QRectF(20, 0, 30, 100));
        QCOMPARE(runs.size(), std::size_t{1});
        QCOMPARE(runs[0].start, 20.0);
        QCOMPARE(runs[0].points, QPolygonF({{20, 50}, {50, 50}}));
    }

    void thePlanKeepsItsAreas()
    {
        const auto plan = samplePlan();
        QVERIFY(plan);
        QElapsedTimer timer;
        timer.start();
        const BoundaryStore store(*plan);
        qInfo("built in %lld ms", static_cast<long long>(timer.elapsed()));
        for (const double zoom : {9.0, 10.5, 12.0, 15.0}) {
            const Detail& detail = store.detailFor(zoom);
            QCOMPARE(detail.areas.size(), plan->areas.size());
            double all = 0;
            for (const Shape& area : detail.areas) {
                const double exact =
                    areaOf(store.detailFor(20).areas[static_cast<std::size_t>(area.index - 1)]);
                QVERIFY2(
                    std::abs(areaOf(area) - exact) / exact < 0.06,
                    qPrintable(QString::number(area.index)));
                all += areaOf(area);
            }
            double zones = 0;
            for (const Shape& zone : detail.zones) {
                zones += areaOf(zone);
            }
            QVERIFY(std::abs(all - zones) / all < 1e-9); // no gap, no overlap
        }
    }

    void labelPointsLieInTheirAreas()
    {
        const BoundaryStore store(*samplePlan());
        for (const PlaceName& name : store.areaNames()) {
            QVERIFY(ringsContain(store.area(name.index, 12)->rings, name.at));
            QVERIFY(!name.zh.endsWith(QStringLiteral("片区")));
        }
    }

    void lowZoomIsLight()
    {
        const BoundaryStore store(*samplePlan());
        std::size_t low = 0;
        std::size_t full = 0;
        for (const BorderLine& border : store.detailFor(9).borders) {
            low += border.points.size();
        }
        for (const BorderLine& border : store.detailFor(16).borders) {
            full += border.points.size();
        }
        qInfo("%zu points at zoom 9, %zu at 16", low, full);
        QVERIFY(low * 4 < full);
    }
};

QTEST_GUILESS_MAIN(tst_BoundaryStore)
#include "tst_BoundaryStore.moc"
