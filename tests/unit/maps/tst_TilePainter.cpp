// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Tiles by their properties: what colour stands where, not which pixel.

#include "maps/tiles/TilePainter.h"
#include "tests/support/SamplePlan.h"

#include <QPainter>
#include <QTest>

#include <algorithm>
#include <array>
#include <future>

using namespace sz;
using namespace sz::maps;
using symbols::Theme;
using symbols::Token;
using sz::test::samplePlan;

namespace {

/// A view of 600 × 600 pixels round a point.
QImage paintedRound(const BoundaryStore& store, Wgs84 at, double zoom, Theme theme)
{
    const CameraState camera{toMercator(at), zoom, {600, 600}};
    QImage image(600, 600, QImage::Format_RGB32);
    QPainter painter(&image);
    paintGround(painter, store, camera.transform(), QRectF(0, 0, 600, 600), zoom, theme);
    return image;
}

QColor colourAt(const QImage& image, QPoint p)
{
    return image.pixelColor(p);
}

} // namespace

class tst_TilePainter : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_store = std::make_unique<BoundaryStore>(*samplePlan()); }

    void zonesHaveTheirTints_data()
    {
        QTest::addColumn<double>("lon");
        QTest::addColumn<double>("lat");
        QTest::addColumn<int>("token");
        QTest::newRow("Hankou, area 9") << 114.419409 << 30.758038 << static_cast<int>(Token::Zhk);
        QTest::newRow("Hanyang, area 19")
            << 114.225457 << 30.520116 << static_cast<int>(Token::Zhy);
        QTest::newRow("Wuchang, area 33") << 114.3935 << 30.5560 << static_cast<int>(Token::Zwc);
        QTest::newRow("the Yangtze beside its middle")
            << 114.2935 << 30.5612 << static_cast<int>(Token::Water);
        QTest::newRow("outside the city") << 115.2 << 30.2 << static_cast<int>(Token::Land);
    }
    void zonesHaveTheirTints()
    {
        QFETCH(double, lon);
        QFETCH(double, lat);
        QFETCH(int, token);
        for (const Theme theme : {Theme::Dark, Theme::Light}) {
            const QImage image = paintedRound(*m_store, {lon, lat}, 13, theme);
            // a line may run through the very point: most of its neighbourhood counts
            int hits = 0;
            for (int dx = -4; dx <= 4; dx += 2) {
                for (int dy = -4; dy <= 4; dy += 2) {
                    hits += colourAt(image, {300 + dx, 300 + dy})
                                    == symbols::color(theme, static_cast<Token>(token))
                                ? 1
                                : 0;
                }
            }
            QVERIFY2(hits >= 18, qPrintable(colourAt(image, {300, 300}).name()));
        }
    }

    void neighbouringTilesMeet()
    {
        const TileLevel level{11360, Theme::Dark, 100};
        const TileKey left =
            level.covering({toMercator({114.3, 30.6}), toMercator({114.3, 30.6})}).front();
        TileKey right = left;
        ++right.x;
        const QImage a = paintTile(left, *m_store);
        const QImage b = paintTile(right, *m_store);
        QCOMPARE(a.size(), QSize(kTileSide, kTileSide));
        int jumps = 0;
        for (int y = 0; y < kTileSide; ++y) {
            const QColor p = a.pixelColor(kTileSide - 1, y);
            const QColor q = b.pixelColor(0, y);
            jumps += std::abs(p.lightness() - q.lightness()) > 40 ? 1 : 0;
        }
        QVERIFY2(
            jumps < 8, qPrintable(QString::number(jumps))); // only where a line runs along the seam
    }

    void highDensityIsLarger()
    {
        const TileKey key = TileLevel{11000, Theme::Light, 150}
                                .covering({toMercator({114.3, 30.6}), toMercator({114.3, 30.6})})
                                .front();
        const QImage image = paintTile(key, *m_store);
        QCOMPARE(image.size(), QSize(768, 768));
        QCOMPARE(image.devicePixelRatio(), 1.5);
    }

    void threadsPaintTheSame()
    {
        const std::vector<TileKey> keys = TileLevel{12300, Theme::Dark, 100}.covering(
            {toMercator({114.2, 30.65}), toMercator({114.4, 30.5})});
        std::vector<QImage> alone;
        for (const TileKey& key : keys) {
            alone.push_back(paintTile(key, *m_store));
        }
        std::vector<QImage> together(keys.size());
        std::vector<std::future<QImage>> others;
        for (const TileKey& key : keys) {
            others.push_back(
                std::async(std::launch::async, [&] { return paintTile(key, *m_store); }));
        }
        std::ranges::transform(others, together.begin(), &std::future<QImage>::get);
        QVERIFY(alone == together);
    }

    void bordersAreDashedWhenTheDataEnds()
    {
        QVERIFY(!borderWidths(13.4).isDashed);
        QVERIFY(borderWidths(13.5).isDashed);
        QCOMPARE(borderWidths(14).area, 2.0);
        QVERIFY(borderWidths(9).area < borderWidths(11).area);
    }

    void tilesCoverABoxNearestFirst()
    {
        const CameraState camera{toMercator({114.3, 30.6}), 12, {1600, 900}};
        const std::vector<TileKey> keys =
            TileLevel{12000, Theme::Dark, 100}.covering(camera.visible());
        MercatorBox all;
        for (const TileKey& key : keys) {
            all.include(key.box());
        }
        QVERIFY(all.contains(camera.visible().min) && all.contains(camera.visible().max));
        QVERIFY(keys.front().box().contains(camera.centre));
    }

private:
    std::unique_ptr<BoundaryStore> m_store;
};

QTEST_MAIN(tst_TilePainter)
#include "tst_TilePainter.moc"
