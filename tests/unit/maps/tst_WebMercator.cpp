// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The arithmetic under everything: degrees to the unit square to pixels and back.

#include "maps/geo/WebMercator.h"

#include <QTest>

#include <cmath>

using namespace sz;
using namespace sz::maps;

class tst_WebMercator : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void knownPoints()
    {
        QCOMPARE(toMercator({0, 0}), (Mercator{0.5, 0.5}));
        QVERIFY(std::abs(toMercator({180, 85.0511287798}).x - 1) < 1e-12);
        QVERIFY(std::abs(toMercator({0, 85.0511287798}).y) < 1e-9);
        QVERIFY(toMercator({0, 89.9}).y >= -1e-12); // clamped
    }

    void degreesComeBack()
    {
        for (double lat = -80; lat <= 80; lat += 7.3) {
            for (double lon = -179; lon <= 179; lon += 11.7) {
                const Wgs84 back = toWgs84(toMercator({lon, lat}));
                QVERIFY(std::abs(back.lon - lon) < 1e-10 && std::abs(back.lat - lat) < 1e-10);
            }
        }
    }

    void viewPointsComeBack()
    {
        const CameraState camera{toMercator({114.3, 30.6}), 11.36, {1024, 868}};
        const QPointF middle = camera.toView(camera.centre);
        QCOMPARE(middle, QPointF(512, 434));
        const QPointF at(17, 803);
        const QPointF back = camera.toView(camera.toGround(at));
        QVERIFY(std::hypot(back.x() - at.x(), back.y() - at.y()) < 1e-6);
        const Mercator p = camera.toGround(at);
        const QPointF mapped = camera.transform().map(QPointF(p.x, p.y));
        QVERIFY(std::hypot(mapped.x() - at.x(), mapped.y() - at.y()) < 1e-6);
    }

    void dragMovesTheGroundByWholePixels()
    {
        const CameraState camera{toMercator({114.3, 30.6}), 12.7, {800, 600}};
        const Mercator p = camera.toGround({100, 100});
        const QPointF after = camera.dragged({37, -12}).toView(p);
        QVERIFY(std::hypot(after.x() - 137, after.y() - 88) < 1e-6);
    }

    void zoomKeepsTheGroundUnderTheCursor()
    {
        const CameraState camera{toMercator({114.3, 30.6}), 11, {800, 600}};
        const QPointF cursor(650, 90);
        const Mercator p = camera.toGround(cursor);
        const QPointF after = camera.zoomedAt(cursor, 13.25).toView(p);
        QVERIFY(std::hypot(after.x() - cursor.x(), after.y() - cursor.y()) < 1e-6);
    }

    void metresAgreeWithTheGreatCircle()
    {
        const Mercator at = toMercator({114.3, 30.6});
        const CameraState camera{at, 13, {1000, 1000}};
        const double drawn = 500 * metresPerPixel(at, 13);
        const double real = distanceMetres(
            toWgs84(camera.toGround({500, 500})), toWgs84(camera.toGround({1000, 500})));
        QVERIFY(std::abs(drawn - real) / real < 0.002); // ellipsoid against sphere
    }

    void aBoxIsShownWhole()
    {
        MercatorBox box;
        box.include(toMercator({113.7, 30.0}));
        box.include(toMercator({115.1, 31.4}));
        const CameraState camera = cameraFor(box, {700, 500}, 20);
        QVERIFY(camera.visible(-19).contains(box.min) && camera.visible(-19).contains(box.max));
        QVERIFY(!camera.visible(-21).contains(box.min) || !camera.visible(-21).contains(box.max));
    }
};

QTEST_GUILESS_MAIN(tst_WebMercator)
#include "tst_WebMercator.moc"
