// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What lies over the ground: found where it is, painted once, the same across tiles.
#include "maps/overlay/OverlayPainter.h"
#include "maps/tiles/TilePainter.h"

#include <QPainter>
#include <QTest>

#include <random>
#include <set>

using namespace sz;
using namespace sz::maps;
using symbols::Theme;
using symbols::Token;

namespace {

constexpr Wgs84 kCentre{114.3, 30.58};

Line square(Wgs84 corner, double side)
{
    return {
        toMercator(corner), toMercator({corner.lon + side, corner.lat}),
        toMercator({corner.lon + side, corner.lat + side}),
        toMercator({corner.lon, corner.lat + side}), toMercator(corner)};
}

QImage painted(const Overlay& overlay, double zoom, QSize size = {400, 400})
{
    const CameraState camera{toMercator(kCentre), zoom, size};
    QImage image(size, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    paintOverlay(
        painter, overlay, {camera.transform(), QRectF(QPointF(), size), zoom, Theme::Dark});
    return image;
}

int inked(const QImage& image)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            count += qAlpha(image.pixel(x, y)) > 0 ? 1 : 0;
        }
    }
    return count;
}

Overlay overlayOf(OverlayShapes&& shapes, OverlayStyle style = {})
{
    shapes.index();
    return {"x", 1, std::move(style), std::make_shared<const OverlayShapes>(std::move(shapes))};
}

} // namespace

class tst_Overlays : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theIndexFindsWhatASearchOfAllFinds()
    {
        std::mt19937 random(1);
        std::uniform_real_distribution<double> lon(113.8, 114.9);
        std::uniform_real_distribution<double> lat(30.0, 31.2);
        OverlayShapes shapes;
        for (std::uint32_t i = 0; i < 3000; ++i) {
            const double side = i % 500 == 0 ? 0.6 : 0.01; // some stand in many cells
            shapes.addArea({square({lon(random), lat(random)}, side)}, i);
        }
        shapes.index();
        for (int i = 0; i < 200; ++i) {
            MercatorBox box;
            box.include(toMercator({lon(random), lat(random)}));
            box.include(toMercator({lon(random), lat(random)}));
            std::vector<std::uint32_t> expected;
            for (const OverlayShape& shape : shapes.all()) {
                if (shape.box.intersects(box)) {
                    expected.push_back(shape.feature);
                }
            }
            std::vector<std::uint32_t> found;
            for (const OverlayShape* shape : shapes.in(box)) {
                found.push_back(shape->feature);
            }
            QCOMPARE(found, expected);
        }
    }

    void aHoleIsNotInIt()
    {
        OverlayShapes shapes;
        shapes.addArea({square({114.2, 30.5}, 0.2), square({114.25, 30.55}, 0.1)}, 7);
        shapes.index();
        QCOMPARE(shapes.at(toMercator({114.22, 30.52}), 0).size(), 1U);
        QVERIFY(shapes.at(toMercator({114.3, 30.6}), 0).empty());
        QVERIFY(shapes.at(toMercator({115, 31}), 0).empty());
    }

    void anEmptyOneIsHarmless()
    {
        OverlayShapes shapes;
        shapes.addArea({});
        shapes.addArea({{toMercator(kCentre)}});
        shapes.addLine({toMercator(kCentre)});
        shapes.index();
        QCOMPARE(shapes.size(), 0U);
        QVERIFY(shapes.in({{0, 0}, {1, 1}}).empty());
        QCOMPARE(inked(painted(overlayOf(OverlayShapes()), 12)), 0);
    }

    void aCircleHasItsRadius()
    {
        OverlayShapes shapes;
        shapes.addCircle(kCentre, 1000);
        for (const Mercator p : shapes.all().front().parts.front()) {
            QVERIFY(std::abs(distanceMetres(kCentre, toWgs84(p)) - 1000) < 5);
        }
    }

    void opacityAndZoomAreKept()
    {
        OverlayShapes shapes;
        shapes.addArea({square({114.25, 30.55}, 0.1)});
        OverlayStyle style;
        style.fill = 1;
        style.width = 0;
        Overlay overlay = overlayOf(std::move(shapes), style);
        const QImage whole = painted(overlay, 12);
        QCOMPARE(qAlpha(whole.pixel(200, 200)), 255);
        overlay.opacity = 0.5;
        QVERIFY(std::abs(qAlpha(painted(overlay, 12).pixel(200, 200)) - 128) <= 1);
        overlay.opacity = 0;
        QCOMPARE(inked(painted(overlay, 12)), 0);
        overlay.opacity = 1;
        overlay.fromZoom = 13;
        QCOMPARE(inked(painted(overlay, 12)), 0);
        QVERIFY(inked(painted(overlay, 13)) > 0);
    }

    void aUnionIsNoDarkerWhereTwoOverlap()
    {
        OverlayShapes shapes;
        shapes.addCircle(kCentre, 2000);
        shapes.addCircle({kCentre.lon + 0.01, kCentre.lat}, 2000);
        OverlayStyle style;
        style.fill = 0.4;
        style.width = 0;
        style.isUnion = true;
        const QImage image = painted(overlayOf(std::move(shapes), style), 12);
        const int alone = qAlpha(image.pixel(170, 200));
        QVERIFY(alone > 0);
        QCOMPARE(qAlpha(image.pixel(214, 200)), alone);
    }

    void speckFarOutIsStillSeen()
    {
        OverlayShapes shapes;
        for (int i = 0; i < 400; ++i) {
            shapes.addArea({square({114.2 + 0.01 * (i % 20), 30.5 + 0.008 * (i / 20)}, 0.009)});
        }
        QVERIFY(inked(painted(overlayOf(std::move(shapes)), 8)) > 100);
    }

    void everyMarkIsPainted()
    {
        std::set<int> amounts;
        for (const PointMark mark :
             {PointMark::Dot, PointMark::Square, PointMark::Diamond, PointMark::Cross,
              PointMark::House}) {
            OverlayShapes shapes;
            shapes.addPoint(toMercator(kCentre));
            OverlayStyle style;
            style.mark = mark;
            amounts.insert(inked(painted(overlayOf(std::move(shapes), style), 14)));
        }
        QCOMPARE(amounts.size(), 5U); // each another shape
        QVERIFY(*amounts.begin() > 40);
    }

    void tilesFitTogether()
    {
        auto loaded = plan::loadPlan(SANZHEN_SOURCE_DIR "/resources/plans/wuhan");
        QVERIFY(loaded);
        const BoundaryStore store(loaded->plan);
        const CameraState camera{toMercator(kCentre), 13, {600, 400}};
        const TileLevel level{13000, Theme::Dark, 100};
        const TileKey left = level.covering(camera.visible()).front();
        TileKey right = left;
        ++right.x;
        const double seam = right.box().min.x;
        const Mercator middle{seam, left.box().centre().y};
        OverlayShapes shapes;
        shapes.addPoint(middle);
        shapes.addCircle(toWgs84(middle), 600);
        Overlays overlays;
        OverlayStyle style;
        style.mark = PointMark::Diamond;
        overlays.list.push_back(overlayOf(std::move(shapes), style));
        auto heat = std::make_shared<Heat>();
        heat->points.push_back({middle, 4});
        const QImage plainLeft = paintTile(left, store);
        const QImage a = paintTile(left, store, nullptr, &overlays);
        const QImage b = paintTile(right, store, nullptr, &overlays);
        QVERIFY(a != plainLeft);
        // the mark lies half in each: its colour stands on both sides of the seam
        const QRgb tone = symbols::color(Theme::Dark, Token::G4).rgb();
        QCOMPARE(a.pixel(kTileSide - 1, kTileSide / 2) | 0xFF000000, tone | 0xFF000000);
        QCOMPARE(b.pixel(0, kTileSide / 2) | 0xFF000000, tone | 0xFF000000);
        overlays.list.clear();
        overlays.heat = heat;
        const QImage hotLeft = paintTile(left, store, nullptr, &overlays);
        const QImage hotRight = paintTile(right, store, nullptr, &overlays);
        QVERIFY(hotLeft != plainLeft);
        const int l = qGray(hotLeft.pixel(kTileSide - 1, kTileSide / 2));
        const int r = qGray(hotRight.pixel(0, kTileSide / 2));
        QVERIFY2(std::abs(l - r) <= 12, qPrintable(QStringLiteral("%1 %2").arg(l).arg(r)));
    }

    // A drill is told from everything else by its lines, and they go on from tile to tile.
    void hatchedAreasGoOn()
    {
        OverlayShapes shapes;
        shapes.addArea({square({114.2, 30.5}, 0.2)});
        OverlayStyle style;
        style.fill = 0;
        style.width = 0;
        const auto plain = std::make_shared<const OverlayShapes>([&] {
            shapes.index();
            return shapes;
        }());
        const Overlay none{"x", 1, style, plain};
        QCOMPARE(inked(painted(none, 12)), 0);
        style.isHatched = true;
        const Overlay hatched{"x", 1, style, plain};
        const QImage whole = painted(hatched, 12);
        const double share = inked(whole) / (400.0 * 400.0);
        QVERIFY2(share > 0.1 && share < 0.6, qPrintable(QString::number(share)));
        const CameraState camera{toMercator(kCentre), 12, {400, 400}};
        QImage pieces(400, 400, QImage::Format_ARGB32_Premultiplied);
        pieces.fill(Qt::transparent);
        for (const int x : {0, 200}) { // in two halves, as tiles are
            QImage half(200, 400, QImage::Format_ARGB32_Premultiplied);
            half.fill(Qt::transparent);
            QPainter painter(&half);
            paintOverlay(
                painter, hatched,
                {camera.transform() * QTransform::fromTranslate(-x, 0), QRectF(0, 0, 200, 400), 12,
                 Theme::Dark});
            painter.end();
            QPainter(&pieces).drawImage(x, 0, half);
        }
        int differ = 0;
        for (int y = 0; y < 400; ++y) {
            for (int x = 0; x < 400; ++x) {
                differ += std::abs(qAlpha(pieces.pixel(x, y)) - qAlpha(whole.pixel(x, y))) > 24;
            }
        }
        QCOMPARE(differ, 0);
    }

    void thePlansOwnLayersGo()
    {
        auto loaded = plan::loadPlan(SANZHEN_SOURCE_DIR "/resources/plans/wuhan");
        QVERIFY(loaded);
        const BoundaryStore store(loaded->plan);
        const CameraState camera{toMercator(kCentre), 11, {600, 400}};
        const TileKey key = TileLevel{11000, Theme::Dark, 100}.covering(camera.visible()).front();
        const QImage plain = paintTile(key, store);
        Overlays overlays;
        QCOMPARE(paintTile(key, store, nullptr, &overlays), plain);
        for (double GroundLook::* part :
             {&GroundLook::zones, &GroundLook::areas, &GroundLook::districts}) {
            overlays.ground = {};
            overlays.ground.*part = 0;
            QVERIFY(paintTile(key, store, nullptr, &overlays) != plain);
        }
    }
};

QTEST_MAIN(tst_Overlays)
#include "tst_Overlays.moc"
