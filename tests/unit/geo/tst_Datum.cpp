// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/geo/Datum.h"

#include <QtTest>

#include <random>

using namespace sz;
using namespace sz::geo;

namespace {

double metres(double lonA, double latA, double lonB, double latB)
{
    return distanceMetres({lonA, latA}, {lonB, latB});
}

} // namespace

class tst_Datum : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Points that others have published with the formula (eviltransform's tests; a survey of Shanghai, r/pjutils).
    void publishedPointsAgree_data()
    {
        QTest::addColumn<double>("lon");
        QTest::addColumn<double>("lat");
        QTest::addColumn<double>("gcjLon");
        QTest::addColumn<double>("gcjLat");
        QTest::newRow("Shanghai") << 121.5272106 << 31.1774276 << 121.531541859215
                                  << 31.17530398364597;
        QTest::newRow("Shenzhen") << 113.912316 << 22.543847 << 113.9171764808363
                                  << 22.540796131694766;
        QTest::newRow("Beijing") << 116.377817 << 39.911954 << 116.38404722455657
                                 << 39.91334545536069;
        QTest::newRow("Suzhou") << 120.596931 << 31.280844 << 120.60109998322247
                                << 31.278648624428175;
    }

    void publishedPointsAgree()
    {
        QFETCH(double, lon);
        QFETCH(double, lat);
        QFETCH(double, gcjLon);
        QFETCH(double, gcjLat);
        const Gcj02 there = toGcj02(Wgs84{lon, lat});
        QVERIFY2(
            metres(there.lon, there.lat, gcjLon, gcjLat) < 1,
            qPrintable(
                QStringLiteral("%1 %2").arg(there.lon, 0, 'f', 9).arg(there.lat, 0, 'f', 9)));
        const Wgs84 back = toWgs84(Gcj02{gcjLon, gcjLat});
        QVERIFY(metres(back.lon, back.lat, lon, lat) < 1);
        QVERIFY(metres(lon, lat, gcjLon, gcjLat) > 100); // there is something to undo
    }

    void baiduAgrees()
    {
        const Bd09 there = toBd09(Gcj02{121.4342191628, 31.1582660190});
        QVERIFY(metres(there.lon, there.lat, 121.4406138425, 31.1646093426) < 1);
        const Gcj02 back = toGcj02(Bd09{121.4406138425, 31.1646093426});
        QVERIFY(metres(back.lon, back.lat, 121.4342191628, 31.1582660190) < 1);
    }

    void thereAndBack()
    {
        std::mt19937 random(1122);
        std::uniform_real_distribution lon(73.0, 136.0);
        std::uniform_real_distribution lat(3.0, 54.0);
        double worst = 0;
        for (int i = 0; i < 20'000; ++i) {
            const Wgs84 point{lon(random), lat(random)};
            const Wgs84 gcj = toWgs84(toGcj02(point));
            const Wgs84 baidu = toWgs84(toGcj02(toBd09(toGcj02(point))));
            worst = std::max(
                {worst, metres(point.lon, point.lat, gcj.lon, gcj.lat),
                 metres(point.lon, point.lat, baidu.lon, baidu.lat)});
        }
        QVERIFY2(worst < 0.001, qPrintable(QString::number(worst)));
    }

    void elsewhereNothingIsShifted()
    {
        const Wgs84 london{-0.1278, 51.5074};
        QVERIFY(!isShifted(london));
        QCOMPARE(toGcj02(london).lon, london.lon);
        QCOMPARE(toWgs84(Gcj02{london.lon, london.lat}).lat, london.lat);
    }
};

QTEST_GUILESS_MAIN(tst_Datum)
#include "tst_Datum.moc"
