// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Warnings: areas of a CAP alert, and what is wrong in them.
#include "tests/unit/layers/LayerFixture.h"

using namespace sz;
using namespace sz::layers;

namespace {

QByteArray alert(const QByteArray& areas, const QByteArray& info = {})
{
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
           "<alert xmlns=\"urn:oasis:names:tc:emergency:cap:1.2\">\n"
           "<identifier>42-1</identifier><sender>whqx</sender><sent>2026-07-01T08:00:00+08:00</"
           "sent>"
           "<status>Actual</status><msgType>Alert</msgType><scope>Public</scope>\n"
           "<info><event>暴雨</event><severity>Severe</severity><headline>暴雨红色预警</headline>"
           + info + areas + "</info></alert>\n";
}

const QByteArray kSquare =
    "<area><areaDesc>江夏</areaDesc><polygon>30.1,114.1 30.1,114.4 30.4,114.4 "
    "30.4,114.1 30.1,114.1</polygon></area>";

} // namespace

class tst_CapLayer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anAreaIsAFeature()
    {
        const Layer layer = m_folder.read("a.xml", alert(kSquare));
        QVERIFY2(!layer.isRefused(), said(layer).constData());
        QVERIFY(layer.format == Format::Cap);
        QCOMPARE(layer.features.size(), 1U);
        const Feature& feature = layer.features.front();
        QCOMPARE(feature.head.name, std::string("暴雨红色预警"));
        QCOMPARE(value(layer, feature, "severity"), std::string("Severe"));
        QCOMPARE(value(layer, feature, "sender"), std::string("whqx"));
        QCOMPARE(value(layer, feature, "areaDesc"), std::string("江夏"));
        const Ring& ring = feature.geometry.area.polygons.front().rings.front();
        QCOMPARE(ring.front(), ring.back());
        QVERIFY(ring.front().lon > 100); // latitude comes first in CAP
        QVERIFY(ring.front().lat < 40);
    }

    void aCircleIsAsLargeAsItSays()
    {
        const Layer layer = m_folder.read(
            "c.cap", alert("<area><areaDesc>x</areaDesc><circle>30.5,114.3 5</circle></area>"));
        QCOMPARE(layer.features.size(), 1U);
        for (const Wgs84 p : layer.features.front().geometry.area.polygons.front().rings.front()) {
            QVERIFY(std::abs(distanceMetres({114.3, 30.5}, p) - 5000) < 25);
        }
    }

    void aCircleOfNothingIsAPoint()
    {
        const Layer layer = m_folder.read(
            "p.xml", alert("<area><areaDesc>x</areaDesc><circle>30.5,114.3 0</circle></area>"));
        QCOMPARE(layer.features.size(), 1U);
        QCOMPARE(layer.features.front().geometry.points.size(), 1U);
    }

    void eachAreaOfEachInfo()
    {
        const Layer layer = m_folder.read("m.xml", alert(kSquare + kSquare));
        QCOMPARE(layer.features.size(), 2U);
    }

    void whatIsWrongIsNamed_data()
    {
        QTest::addColumn<QByteArray>("area");
        QTest::addColumn<int>("matter");
        QTest::newRow("no number") << QByteArray("<area><polygon>a,b 1,2 3,4 a,b</polygon></area>")
                                   << static_cast<int>(Matter::BadNumber);
        QTest::newRow("no comma") << QByteArray("<area><polygon>30 114</polygon></area>")
                                  << static_cast<int>(Matter::BadNumber);
        QTest::newRow("no radius") << QByteArray("<area><circle>30.5,114.3</circle></area>")
                                   << static_cast<int>(Matter::BadNumber);
        QTest::newRow("radius below nothing")
            << QByteArray("<area><circle>30.5,114.3 -1</circle></area>")
            << static_cast<int>(Matter::BadNumber);
        QTest::newRow("codes alone")
            << QByteArray("<area><areaDesc>x</areaDesc><geocode><valueName>UGC</valueName>"
                          "<value>1</value></geocode></area>")
            << static_cast<int>(Matter::NoPlace);
        QTest::newRow("crosses itself")
            << QByteArray("<area><polygon>30.1,114.1 30.4,114.4 30.1,114.5 30.3,114.2 "
                          "30.1,114.1</polygon></area>")
            << static_cast<int>(Matter::RingCrosses);
    }
    void whatIsWrongIsNamed()
    {
        QFETCH(const QByteArray, area);
        QFETCH(const int, matter);
        const Layer layer = m_folder.read("bad.xml", alert(area + kSquare));
        const Remark* remark = find(layer, static_cast<Matter>(matter));
        QVERIFY2(remark != nullptr, said(layer).constData());
        QCOMPARE(remark->feature.number, 1U);
        QCOMPARE(layer.features.size(), 1U); // the good one stays
    }

    void whatIsCutOffIsRefused()
    {
        const QByteArray whole = alert(kSquare);
        for (const int length : {60, 200, 400}) {
            const Layer layer = m_folder.read("cut.xml", whole.first(length));
            QVERIFY(layer.isRefused());
            QVERIFY(layer.features.empty());
        }
    }

private:
    LayerFolder m_folder;
};

QTEST_GUILESS_MAIN(tst_CapLayer)
#include "tst_CapLayer.moc"
