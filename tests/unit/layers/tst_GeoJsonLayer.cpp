// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/layers/LayerFixture.h"

using namespace sz;
using namespace sz::layers;

namespace {

QByteArray collection(const QByteArray& features, const QByteArray& more = {})
{
    return "{\"type\":\"FeatureCollection\"," + more + "\"features\":[" + features + "]}";
}

QByteArray feature(const QByteArray& geometry, const QByteArray& more = "\"properties\":{}")
{
    return "{\"type\":\"Feature\"," + more + ",\"geometry\":" + geometry + "}";
}

QByteArray geometry(const char* type, const char* coordinates)
{
    return QByteArray("{\"type\":\"") + type + "\",\"coordinates\":" + coordinates + "}";
}

// No raw string: moc does not get past the backslashes of one.
const QByteArray kManySorts =
    "\"id\":17,\"extra\":{\"a\":[1,{\"b\":null}]},\"properties\":{\"名称\":\"江滩\",\"n\":1.50,"
    "\"big\":123456789012345678901,\"yes\":true,\"no\":null,\"list\":[1,\"二\",{\"k\":\"v\\n\"}],"
    "\"quote\":\"a\\\"b\\u4e8c\"}";
const std::string kList = "[1,\"二\",{\"k\":\"v\\n\"}]";
const QByteArray kPoint = geometry("Point", "[114.3,30.6]");

} // namespace

class tst_GeoJsonLayer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyGeometryIsRead_data()
    {
        QTest::addColumn<QByteArray>("shape");
        QTest::addColumn<QString>("kind");
        QTest::addColumn<int>("points");
        const auto row = [](const char* name, const QByteArray& shape, const char* kind,
                            int points) {
            QTest::newRow(name) << shape << QString::fromLatin1(kind) << points;
        };
        row("point", kPoint, "point", 1);
        row("point with height", geometry("Point", "[114.3,30.6,12]"), "point", 1);
        row("multipoint", geometry("MultiPoint", "[[114,30],[115,31]]"), "multipoint", 2);
        row("line", geometry("LineString", "[[114,30],[115,31]]"), "line", 2);
        row("lines", geometry("MultiLineString", "[[[114,30],[115,31]],[[1,2],[3,4],[5,6]]]"),
            "multiline", 5);
        row("polygon with a hole",
            geometry(
                "Polygon", "[[[0,0],[9,0],[9,9],[0,9],[0,0]],[[1,1],[1,2],[2,2],[2,1],[1,1]]]"),
            "polygon", 10);
        row("polygons",
            geometry("MultiPolygon", "[[[[0,0],[1,0],[1,1],[0,0]]],[[[5,5],[6,5],[6,6],[5,5]]]]"),
            "multipolygon", 8);
        row("collection, its type last",
            "{\"geometries\":[" + kPoint + "," + geometry("LineString", "[[114,30],[115,31]]")
                + "],\"type\":\"GeometryCollection\"}",
            "mixed", 3);
        row("none", "null", "none", 0);
        row("coordinates before the type", "{\"coordinates\":[114.3,30.6],\"type\":\"Point\"}",
            "point", 1);
    }

    void everyGeometryIsRead()
    {
        QFETCH(QByteArray, shape);
        QFETCH(QString, kind);
        QFETCH(int, points);
        const Layer layer = m_folder.read("a.geojson", collection(feature(shape)));
        QVERIFY2(!layer.isRefused(), said(layer).constData());
        QCOMPARE(layer.features.size(), 1U);
        QCOMPARE(QString::fromLatin1(kindName(kindOf(layer.features[0].geometry))), kind);
        QCOMPARE(layer.points, static_cast<std::uint64_t>(points));
        QCOMPARE(layer.remarks.count(Level::Repaired), 0U);
    }

    void propertiesStayAsTheyAre()
    {
        const Layer layer = m_folder.read("a.geojson", collection(feature(kPoint, kManySorts)));
        QVERIFY2(!layer.isRefused(), said(layer).constData());
        const Feature& one = layer.features.at(0);
        QCOMPARE(one.head.id, std::string("17"));
        QCOMPARE(one.head.name, std::string("江滩"));
        QCOMPARE(value(layer, one, "n"), std::string("1.50"));
        QCOMPARE(value(layer, one, "big"), std::string("123456789012345678901"));
        QCOMPARE(value(layer, one, "yes"), std::string("true"));
        QCOMPARE(value(layer, one, "no"), std::string());
        QCOMPARE(value(layer, one, "list"), kList);
        QCOMPARE(value(layer, one, "quote"), std::string("a\"b二"));
        QCOMPARE(value(layer, one, "extra"), std::string("{\"a\":[1,{\"b\":null}]}"));
        QCOMPARE(one.head.properties.size(), 8U);
        QVERIFY(one.head.properties[2].kind == ValueKind::Number);
        QVERIFY(one.head.properties[4].kind == ValueKind::Null);
        QVERIFY(one.head.properties[5].kind == ValueKind::Nested);
    }

    void aFeatureOrGeometryAloneIsALayer()
    {
        QCOMPARE(m_folder.read("a.json", feature(kPoint)).features.size(), 1U);
        QCOMPARE(m_folder.read("a.json", kPoint).features.size(), 1U);
        QCOMPARE(m_folder.read("no-extension", "\n  " + kPoint + "\n\n").features.size(), 1U);
    }

    void theSystemItNamesIsUsed_data()
    {
        QTest::addColumn<QByteArray>("crs");
        QTest::addColumn<QByteArray>("position");
        const QByteArray name = "\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"";
        QTest::newRow("CRS84") << name + "urn:ogc:def:crs:OGC:1.3:CRS84\"}},"
                               << QByteArray("[114.3,30.6]");
        QTest::newRow("EPSG, plane")
            << name + "urn:ogc:def:crs:EPSG::4526\"}}," << QByteArray("[38528784.2,3386764.3]");
        QTest::newRow("EPSG, plane, no prefix")
            << name + "EPSG:4547\"}}," << QByteArray("[528784.2,3386764.3]");
        QTest::newRow("without") << QByteArray() << QByteArray("[114.3,30.6]");
    }

    void theSystemItNamesIsUsed()
    {
        QFETCH(QByteArray, crs);
        QFETCH(QByteArray, position);
        const Layer layer = m_folder.read(
            "a.geojson", collection(feature(geometry("Point", position.constData())), crs));
        QVERIFY2(!layer.isRefused(), said(layer).constData());
        const Wgs84 p = layer.features.at(0).geometry.points.at(0);
        QVERIFY2(distanceMetres(p, {114.3, 30.6}) < 100, said(layer).constData());
    }

    void crsBehindTheFeaturesCounts()
    {
        const Layer layer = m_folder.read(
            "a.geojson", "{\"features\":[" + feature(geometry("Point", "[38528784.2,3386764.3]"))
                             + "],\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"EPSG:"
                               "4526\"}},\"type\":\"FeatureCollection\"}");
        QVERIFY2(!layer.isRefused(), said(layer).constData());
        QCOMPARE(layer.features.size(), 1U);
    }

    void badFilesAreRefused_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("matter");
        QTest::addColumn<int>("number");
        QTest::addColumn<int>("line");
        const auto row = [](const char* name, const QByteArray& content, const char* matter,
                            int number = 0, int line = 0) {
            QTest::newRow(name) << content << QString::fromLatin1(matter) << number << line;
        };
        const QByteArray good = feature(kPoint);
        row("no bytes", "", "Empty");
        row("no features", collection(""), "Empty");
        row("cut off", collection(good).chopped(3), "Malformed", 0, 1);
        row("cut off in line 3", "{\"type\":\"FeatureCollection\",\n\"features\":\n[{]",
            "Malformed", 0, 3);
        row("something behind", collection(good) + "\n\nx", "Malformed", 0, 3);
        row("two texts", good + "\n" + good, "Malformed", 0, 2);
        row("a list", "[1,2]", "NotThisFormat");
        row("TopoJSON", "{\"type\":\"Topology\",\"objects\":{}}", "NotThisFormat");
        row("no type", "{\"a\":1}", "NotThisFormat");
        row("a feature that is a number", collection(good + ",\n7"), "BadFeature", 2, 2);
        row("a feature that is a list", collection("[1]," + good), "BadFeature", 1, 1);
        row("a feature of another type", collection("{\"type\":\"Fature\",\"geometry\":null}"),
            "BadFeature", 1, 1);
        row("unknown geometry", collection(good + ",\n\n" + feature(geometry("Circle", "[1,2]"))),
            "BadGeometry", 2, 3);
        row("wrong nesting", collection(feature(geometry("Polygon", "[[1,2],[3,4],[5,6]]"))),
            "BadGeometry", 1, 1);
        row("one number", collection(feature(geometry("Point", "[1]"))), "BadGeometry", 1, 1);
        row("a text in the numbers", collection(feature(geometry("Point", "[1,\"2\"]"))),
            "BadGeometry", 1, 1);
        row("mixed depth", collection(feature(geometry("LineString", "[[1,2],3]"))), "BadGeometry",
            1, 1);
        row("an empty ring",
            collection(feature(geometry("Polygon", "[[[0,0],[1,0],[1,1],[0,0]],[]]"))),
            "BadGeometry", 1, 1);
        row("geometry is a text", collection(feature("\"POINT(1 2)\"")), "BadGeometry", 1, 1);
        row("a line of one point", collection(feature(geometry("LineString", "[[1,2]]"))),
            "BadGeometry", 1, 1);
        row("plane coordinates", collection(feature(geometry("Point", "[38528784,3386764]"))),
            "NotDegrees", 1, 1);
        row("swapped", collection(feature(geometry("Point", "[30.6,114.3]"))), "NotDegrees", 1, 1);
        row("another system",
            collection(
                good, "\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:EPSG::"
                      "3857\"}},"),
            "UnknownSystem");
        row("infinite", collection(feature(geometry("Point", "[1e999,2]"))), "NotDegrees", 1, 1);
        row("nested without end", QByteArray(100'000, '['), "TooDeep", 0, 1);
        row("a hundred thousand geometries within each other",
            "{\"type\":\"Feature\",\"geometry\":"
                + QByteArray("{\"type\":\"GeometryCollection\",\"geometries\":[").repeated(100'000),
            "TooDeep", 0, 1);
    }

    void badFilesAreRefused()
    {
        QFETCH(QByteArray, content);
        QFETCH(QString, matter);
        QFETCH(int, number);
        QFETCH(int, line);
        const Layer layer = m_folder.read("bad.geojson", content);
        QVERIFY(layer.isRefused());
        const auto it = std::ranges::find_if(layer.remarks.kept(), [&](const Remark& r) {
            return matter == QLatin1String(matterName(r.matter));
        });
        QVERIFY2(it != layer.remarks.kept().end(), said(layer).constData());
        QCOMPARE(static_cast<int>(it->feature.number), number);
        QCOMPARE(it->feature.line, line);
    }

    void theGoodFeaturesOfABadFileStay()
    {
        const Layer layer = m_folder.read(
            "a.geojson",
            collection(
                feature(kPoint) + ","
                + feature(geometry("Point", "[1]"), "\"id\":\"x\",\"properties\":{\"name\":\"坏\"}")
                + "," + feature(kPoint)));
        QVERIFY(layer.isRefused());
        QCOMPARE(layer.read, 3U);
        QCOMPARE(layer.features.size(), 2U);
        QCOMPARE(layer.features[1].head.number, 3U);
        const Remark* bad = find(layer, Matter::BadGeometry);
        QVERIFY(bad != nullptr);
        QCOMPARE(placeOf(bad->feature).en, std::string("feature 2 (x 坏), line 1"));
    }

    void otherEncodingsAreReadAndSaid_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("encoding");
        const QByteArray head =
            "{\"type\":\"Feature\",\"geometry\":null,\"properties\":{\"name\":\"";
        const QByteArray gbk = "\xBD\xAD\xBA\xBA\xCC\xB2\xBD\xAD\xCC\xB2";
        QTest::newRow("GBK") << head + gbk + "\"}}" << QStringLiteral("GB18030");
        const QString wide = QString::fromUtf8(head) + QStringLiteral("江汉滩江滩\"}}");
        QTest::newRow("UTF-16") << QByteArray("\xFF\xFE")
                                       + QByteArray(
                                           reinterpret_cast<const char*>(wide.utf16()),
                                           wide.size() * 2)
                                << QStringLiteral("UTF-16LE");
    }

    void otherEncodingsAreReadAndSaid()
    {
        QFETCH(QByteArray, content);
        QFETCH(QString, encoding);
        const Layer layer = m_folder.read("a.geojson", content);
        QVERIFY2(!layer.isRefused(), said(layer).constData());
        QCOMPARE(layer.features.at(0).head.name, std::string("江汉滩江滩"));
        QCOMPARE(QString::fromStdString(layer.encoding), encoding);
        QVERIFY(find(layer, Matter::OtherEncoding) != nullptr);
    }

    void sameIdsAreToldApart()
    {
        const QByteArray one = feature(kPoint, "\"id\":\"a\",\"properties\":{}");
        const QByteArray taken = feature(kPoint, "\"id\":\"a~2\",\"properties\":{}");
        const Layer layer =
            m_folder.read("a.geojson", collection(one + "," + taken + "," + one + "," + one));
        QVERIFY2(!layer.isRefused(), said(layer).constData());
        QCOMPARE(layer.features[2].head.id, std::string("a~3"));
        QCOMPARE(layer.features[3].head.id, std::string("a~4"));
        QCOMPARE(layer.remarks.count(Matter::SameId), 2U);
    }

    void linkedSystemsAreNotFetched()
    {
        const Layer layer = m_folder.read(
            "a.geojson", collection(
                             feature(kPoint), "\"crs\":{\"type\":\"link\",\"properties\":{\"href\":"
                                              "\"http://example.com/crs/42\"}},"));
        QVERIFY(find(layer, Matter::ExternalLink) != nullptr);
        QVERIFY(find(layer, Matter::UnknownSystem) != nullptr);
    }

    void askedForSystemsWinAndAreSaid()
    {
        const QByteArray file = collection(
            feature(kPoint),
            "\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"EPSG:4326\"}},");
        const geo::CoordinateSystem gcj{geo::Datum::Gcj02, {}};
        const Layer layer = m_folder.read("a.geojson", file, {.from = gcj});
        QVERIFY(find(layer, Matter::SystemOverridden) != nullptr);
        const double off = distanceMetres(layer.features.at(0).geometry.points[0], {114.3, 30.6});
        QVERIFY(off > 300 && off < 800);
    }

    void remarksAreBounded()
    {
        QByteArray many;
        for (int i = 0; i < 5000; ++i) {
            many += (i == 0 ? "" : ",") + feature(geometry("Point", "[1]"));
        }
        const Layer layer = m_folder.read("a.geojson", collection(many));
        QCOMPARE(layer.remarks.count(Matter::BadGeometry), 5000U);
        QCOMPARE(layer.remarks.kept().size(), Remarks::kMostEach);
    }

private:
    LayerFolder m_folder;
};

QTEST_GUILESS_MAIN(tst_GeoJsonLayer)
#include "tst_GeoJsonLayer.moc"
