// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/packs/TileId.h"

#include <QTest>

#include <random>

using namespace sz::packs;

class tst_TileId : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    // The table in the PMTiles v3 specification.
    void hilbertIdsOfTheSpecification()
    {
        QCOMPARE(hilbertId({0, 0, 0}), 0U);
        QCOMPARE(hilbertId({1, 0, 0}), 1U);
        QCOMPARE(hilbertId({1, 0, 1}), 2U);
        QCOMPARE(hilbertId({1, 1, 1}), 3U);
        QCOMPARE(hilbertId({1, 1, 0}), 4U);
        QCOMPARE(hilbertId({2, 0, 0}), 5U);
        QCOMPARE(hilbertId({12, 3423, 1763}), 19078479U);
    }

    void hilbertIdsComeBack()
    {
        std::mt19937 random(5);
        for (int i = 0; i < 20'000; ++i) {
            const int zoom = static_cast<int>(random() % (kDeepestZoom + 1));
            const std::uint32_t side = 1U << static_cast<unsigned>(zoom);
            const TileId tile{
                zoom, static_cast<std::uint32_t>(random() % side),
                static_cast<std::uint32_t>(random() % side)};
            QVERIFY(fromHilbertId(hilbertId(tile)) == tile);
        }
        QVERIFY(!fromHilbertId(~std::uint64_t{0}).isValid());
    }

    void neighboursOnTheCurveTouch()
    {
        for (std::uint64_t id = hilbertId({6, 0, 0}); id + 1 < hilbertId({7, 0, 0}); ++id) {
            const TileId a = fromHilbertId(id);
            const TileId b = fromHilbertId(id + 1);
            const auto apart = [](std::uint32_t p, std::uint32_t q) {
                return p > q ? p - q : q - p;
            };
            QCOMPARE(apart(a.x, b.x) + apart(a.y, b.y), 1U);
        }
    }

    void aTilesOwnBoundsHoldNothingElse()
    {
        for (const TileId tile : {TileId{0, 0, 0}, {10, 836, 421}, {17, 107'012, 53'900}}) {
            const TileRange range = tilesIn(boundsOf(tile), tile.zoom);
            QCOMPARE(range.count(), 1U);
            QVERIFY(range.first == tile);
        }
    }

    void wuhanLiesWhereItDoes()
    {
        // 114.3055 E, 30.5928 N at zoom 12: slippy map tile names of the OpenStreetMap wiki
        const TileRange range = tilesIn({114.3054, 30.5927, 114.3056, 30.5929}, 12);
        QVERIFY((range.first == TileId{12, 3348, 1682}));
        QVERIFY(range.contains({12, 3348, 1682}));
        QVERIFY(!range.contains({11, 3348, 1682}));
    }

    void rangesCountAndComeBack()
    {
        const TileRange range = tilesIn({113.7, 29.9, 115.1, 31.4}, 12);
        for (std::uint64_t i = 0; i < range.count(); ++i) {
            QCOMPARE(range.indexOf(range.at(i)), i);
        }
        QVERIFY(!(TileId{3, 8, 0}).isValid());
        QVERIFY(!(TileId{-1, 0, 0}).isValid());
        QVERIFY((Bounds{10, 0, 5, 1}).isEmpty());
        QVERIFY(!(Bounds{-500, 0, 5, 1}).isSane());
    }
};

QTEST_APPLESS_MAIN(tst_TileId)
#include "tst_TileId.moc"
