// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/geo/CoordinateSystem.h"

#include <QtTest>

#include <cmath>
#include <random>

using namespace sz;
using namespace sz::geo;

class tst_GaussKruger : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Lengths of the meridian on GRS80, as tables give them.
    void meridianArcs_data()
    {
        QTest::addColumn<double>("lat");
        QTest::addColumn<double>("north");
        QTest::newRow("equator") << 0.0 << 0.0;
        QTest::newRow("45") << 45.0 << 4984944.3780;
        QTest::newRow("pole") << 90.0 << 10001965.7293;
    }

    void meridianArcs()
    {
        QFETCH(double, lat);
        QFETCH(double, north);
        const PlanePoint there = toPlane({114, lat}, {38, false});
        QVERIFY2(
            std::abs(there.north - north) < 0.001,
            qPrintable(QString::number(there.north, 'f', 4)));
        QVERIFY(std::abs(there.east - 500'000) < 1e-6);
    }

    // GeographicLib's own example: 33.3 N 44.4 E is 38n 444140.54 3684706.36 in UTM (scale 0.9996, meridian 45 E).
    void besideTheMeridian()
    {
        const PlanePoint there = toPlane({44.4, 33.3}, {15, false});
        QVERIFY(std::abs((there.east - 500'000) * 0.9996 + 500'000 - 444140.54) < 0.01);
        QVERIFY(std::abs(there.north * 0.9996 - 3684706.36) < 0.01);
    }

    void thereAndBack()
    {
        std::mt19937 random(1122);
        std::uniform_real_distribution off(-1.6, 1.6);
        std::uniform_real_distribution lat(3.0, 54.0);
        double worst = 0;
        for (int i = 0; i < 20'000; ++i) {
            const GaussZone zone{25 + i % 21, i % 2 == 0};
            const Wgs84 point{zone.centralMeridian() + off(random), lat(random)};
            const auto back = fromPlane(toPlane(point, zone), zone);
            QVERIFY(back.has_value());
            worst = std::max(worst, distanceMetres(point, *back));
        }
        QVERIFY2(worst < 0.001, qPrintable(QString::number(worst)));
    }

    void anotherZonesEastingIsRefused()
    {
        const PlanePoint inWuhan = toPlane({114.3, 30.6}, {38, true});
        QVERIFY(inWuhan.east > 38'500'000 && inWuhan.east < 38'600'000);
        QVERIFY(!fromPlane(inWuhan, {39, true}));
        QVERIFY(!fromPlane(inWuhan, {38, false}));
        QVERIFY(!fromPlane({std::nan(""), 0}, {38, false}));
    }

    void zonesByLongitudeAndCode()
    {
        QCOMPARE(zoneOf(114.3)->number, 38);
        QCOMPARE(zoneOf(112.4)->number, 37);
        QVERIFY(!zoneOf(2.3) && !zoneOf(140));
        QCOMPARE(zoneOfEpsg(4526)->number, 38);
        QVERIFY(zoneOfEpsg(4526)->isPrefixed);
        QCOMPARE(zoneOfEpsg(4547)->number, 38);
        QVERIFY(!zoneOfEpsg(4547)->isPrefixed);
        QVERIFY(!zoneOfEpsg(4512) && !zoneOfEpsg(4555));
    }

    void systemsByName()
    {
        QVERIFY(systemFrom("GCJ-02")->datum == Datum::Gcj02);
        QVERIFY(systemFrom("EPSG:4490")->datum == Datum::Cgcs2000);
        QVERIFY((*systemFrom("gk114") == CoordinateSystem{Datum::Gauss, {38, false}}));
        QVERIFY((*systemFrom("gk38") == CoordinateSystem{Datum::Gauss, {38, true}}));
        for (const char* wrong : {"", "gk", "gk24", "gk115", "epsg:4555", "epsg:x", "mars"}) {
            QVERIFY2(!systemFrom(wrong), wrong);
        }
    }

    void impossibleNumbersAreRefused()
    {
        QVERIFY(!toWgs84({190, 30}, *systemFrom("wgs84")));
        QVERIFY(!toWgs84({30, 114}, *systemFrom("gcj02")));
        QVERIFY(!toWgs84({std::nan(""), 30}, *systemFrom("wgs84")));
        QVERIFY(!toWgs84({114.3, 30.6}, *systemFrom("gk38")));
    }
};

QTEST_GUILESS_MAIN(tst_GaussKruger)
#include "tst_GaussKruger.moc"
