// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Rings that are open, turned, crossed, outside, huge.
#include "tests/unit/layers/LayerFixture.h"

#include <cmath>
#include <format>
#include <numbers>

using namespace sz;
using namespace sz::layers;

namespace {

QByteArray polygon(const std::string& rings)
{
    return QByteArray::fromStdString(
        R"({"type":"Feature","id":"D05","properties":{"name":"武昌"},"geometry":{"type":"Polygon","coordinates":[)"
        + rings + "]}}");
}

std::string circle(double lon, double lat, double radius, int points, bool isCounter = true)
{
    std::string out = "[";
    for (int i = 0; i <= points; ++i) {
        const double angle = (isCounter ? 2 : -2) * std::numbers::pi * (i % points) / points;
        out += std::format(
            "{}[{},{}]", i == 0 ? "" : ",", lon + radius * std::cos(angle),
            lat + radius * std::sin(angle));
    }
    return out + "]";
}

constexpr const char* kSquare = "[[0,0],[9,0],[9,9],[0,9],[0,0]]";

} // namespace

class tst_OutlineJudge : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void outlinesAreJudged_data()
    {
        QTest::addColumn<QString>("rings");
        QTest::addColumn<QString>("matter");
        QTest::addColumn<bool>("refused");
        const auto row = [](const char* name, const std::string& rings, const char* matter,
                            bool refused) {
            QTest::newRow(name) << QString::fromStdString(rings) << QString::fromLatin1(matter)
                                << refused;
        };
        const std::string square = kSquare;
        row("open", "[[0,0],[9,0],[9,9],[0,9]]", "RingClosed", false);
        row("turned", "[[0,0],[0,9],[9,9],[9,0],[0,0]]", "RingTurned", false);
        row("hole turned", square + ",[[1,1],[2,1],[2,2],[1,1]]", "RingTurned", false);
        row("hole without area", square + ",[[1,1],[2,2],[3,3],[1,1]]", "HoleDropped", false);
        row("two points", "[[0,0],[9,0],[0,0]]", "RingShort", true);
        row("no area", "[[0,0],[9,9],[5,5],[0,0]]", "RingEmpty", true);
        row("a bow tie", "[[0,0],[9,9],[9,0],[0,8],[0,0]]", "RingCrosses", true);
        row("an even bow tie", "[[0,0],[9,9],[9,0],[0,9],[0,0]]", "RingCrosses", true);
        row("a hole across", square + ",[[5,5],[5,12],[6,12],[6,5],[5,5]]", "RingCrosses", true);
        row("a hole outside", square + ",[[20,0],[20,1],[21,1],[21,0],[20,0]]", "HoleOutside",
            true);
        row("a hole that touches", square + ",[[0,0],[1,2],[2,2],[2,1],[0,0]]", "", false);
        row("a point twice", "[[0,0],[9,0],[9,0],[9,9],[0,9],[0,0]]", "", false);
        row("a corner upon an edge", "[[0,0],[9,0],[9,9],[4,0],[0,9],[0,0]]", "", false);
    }

    void outlinesAreJudged()
    {
        QFETCH(QString, rings);
        QFETCH(QString, matter);
        QFETCH(bool, refused);
        const Layer layer = m_folder.read("a.geojson", polygon(rings.toStdString()));
        QCOMPARE(layer.isRefused(), refused);
        if (matter.isEmpty()) {
            QVERIFY2(layer.remarks.kept().empty(), said(layer).constData());
            return;
        }
        QVERIFY2(!layer.remarks.kept().empty(), "something should be said");
        const Remark& first = layer.remarks.kept().front();
        QCOMPARE(QString::fromLatin1(matterName(first.matter)), matter);
        QCOMPARE(first.feature.id, std::string("D05"));
        QCOMPARE(first.feature.name, std::string("武昌"));
    }

    void repairedRingsRunAsTheyShould()
    {
        const Layer layer = m_folder.read(
            "a.geojson", polygon("[[0,0],[0,9],[9,9],[9,0]],[[1,1],[2,1],[2,2],[1,2]]"));
        QVERIFY2(!layer.isRefused(), said(layer).constData());
        const Polygon& one = layer.features.at(0).geometry.area.polygons.at(0);
        QCOMPARE(one.rings.at(0), (Ring{{0, 0}, {9, 0}, {9, 9}, {0, 9}, {0, 0}}));
        QCOMPARE(one.rings.at(1), (Ring{{1, 1}, {1, 2}, {2, 2}, {2, 1}, {1, 1}}));
        const Remark* closed = find(layer, Matter::RingClosed);
        QVERIFY(closed != nullptr);
        QCOMPARE(closed->a, 2);
    }

    void theCrossingIsNamed()
    {
        const Layer layer = m_folder.read(
            "a.geojson",
            polygon("[[114,30],[114.2,30],[114.2,30.2],[114.1,29.9],[114,30.2],[114,30]]"));
        const Remark* cross = find(layer, Matter::RingCrosses);
        QVERIFY2(cross != nullptr, said(layer).constData());
        QVERIFY(distanceMetres({cross->x, cross->y}, {114.1, 29.95}) < 40'000);
        QVERIFY(sentenceOf(*cross).zh.contains("附近自相交"));
    }

    void hugeOutlinesAreRead()
    {
        // 1.5 MB of one ring, and 442 holes in it.
        std::string rings = circle(114.3, 30.6, 0.5, 50'000);
        for (int i = 0; i < 442; ++i) {
            rings +=
                "," + circle(114.05 + 0.022 * (i % 22), 30.35 + 0.022 * (i / 22), 0.009, 40, false);
        }
        QVERIFY(rings.size() > 1'500'000);
        const Layer layer = m_folder.read("huge.geojson", polygon(rings));
        QVERIFY2(!layer.isRefused(), said(layer).constData());
        QCOMPARE(layer.features.at(0).geometry.area.polygons.at(0).rings.size(), 443U);
    }

    void hostileOutlinesAreGivenUp()
    {
        // A comb of 60,000 teeth, each as long as the whole: every edge lies beside every other, whichever way one looks.
        std::string ring = "[[0,0]";
        const int teeth = 60'000;
        for (int i = 0; i < teeth; ++i) {
            const double at = 1e-4 * i;
            ring += std::format(",[{},{}],[{},{}]", at + 0.1, at, at + 50.1 + 5e-5, at + 50);
        }
        ring += ",[60,0],[0,0]]";
        const Layer layer = m_folder.read("comb.geojson", polygon(ring));
        QVERIFY2(layer.isRefused(), said(layer).constData());
        QVERIFY(
            find(layer, Matter::TooComplex) != nullptr
            || find(layer, Matter::RingCrosses) != nullptr);
    }

private:
    LayerFolder m_folder;
};

QTEST_GUILESS_MAIN(tst_OutlineJudge)
#include "tst_OutlineJudge.moc"
