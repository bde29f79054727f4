// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// KML, KMZ and GPX.
#include "tests/unit/layers/LayerFixture.h"

#include <zip.h>

using namespace sz;
using namespace sz::layers;

namespace {

QByteArray kml(const QByteArray& inside)
{
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<kml "
           "xmlns=\"http://www.opengis.net/kml/2.2\"><Document>\n"
           + inside + "</Document></kml>\n";
}

QByteArray placemark(const QByteArray& inside)
{
    return "<Placemark id=\"p1\"><name>江滩</name>" + inside + "</Placemark>\n";
}

const QByteArray kPoint = "<Point><coordinates> 114.3,30.6,0 </coordinates></Point>";

struct Packed
{
    const char* name;
    QByteArray content;
};

std::filesystem::path
pack(const LayerFolder& folder, const std::vector<Packed>& entries, const char* password = nullptr)
{
    const auto file = folder.path("packed.kmz");
    int error = 0;
    zip_t* archive = zip_open(file.c_str(), ZIP_CREATE | ZIP_TRUNCATE, &error);
    for (const Packed& one : entries) {
        zip_source_t* source = zip_source_buffer(
            archive, one.content.constData(), static_cast<zip_uint64_t>(one.content.size()), 0);
        const auto index =
            static_cast<zip_uint64_t>(zip_file_add(archive, one.name, source, ZIP_FL_ENC_UTF_8));
        if (password != nullptr) {
            zip_file_set_encryption(archive, index, ZIP_EM_AES_256, password);
        }
    }
    zip_close(archive);
    return file;
}

} // namespace

class tst_XmlLayer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void placemarksAreFeatures()
    {
        const Layer layer = m_folder.read(
            "a.kml",
            kml("<Folder><name>医院</name>"
                + placemark(
                    "<description><![CDATA[<b>三甲</b> & "
                    "more]]></description><Style><LineStyle/></Style>"
                    "<ExtendedData><Data name=\"床位\"><value>1200</value></Data><SchemaData>"
                    "<SimpleData name=\"n\">5</SimpleData></SchemaData></ExtendedData>"
                    + kPoint)
                + "</Folder>"));
        QVERIFY2(!layer.isRefused(), said(layer).constData());
        const Feature& one = layer.features.at(0);
        QCOMPARE(one.geometry.points.at(0), (Wgs84{114.3, 30.6}));
        QCOMPARE(one.head.id, std::string("p1"));
        QCOMPARE(one.head.name, std::string("江滩"));
        QCOMPARE(one.head.line, 3);
        QCOMPARE(value(layer, one, "床位"), std::string("1200"));
        QCOMPARE(value(layer, one, "n"), std::string("5"));
        QCOMPARE(value(layer, one, "description"), std::string("<b>三甲</b> & more"));
        QCOMPARE(value(layer, one, "Style"), std::string("<Style><LineStyle/></Style>"));
        QCOMPARE(layer.groups.at(one.head.group).name, std::string("医院"));
        QVERIFY(find(layer, Matter::NoSystem) == nullptr);
    }

    void everyGeometryIsRead_data()
    {
        QTest::addColumn<QByteArray>("shape");
        QTest::addColumn<QString>("kind");
        const auto row = [](const char* name, const QByteArray& shape, const char* kind) {
            QTest::newRow(name) << shape << QString::fromLatin1(kind);
        };
        const QByteArray ring =
            "<LinearRing><coordinates>0,0 9,0 9,9\n0,9 0,0</coordinates></LinearRing>";
        const QByteArray hole =
            "<LinearRing><coordinates>1,1 1,2 2,2 2,1 1,1</coordinates></LinearRing>";
        row("point", kPoint, "point");
        row("line", "<LineString><coordinates>1,2 3,4</coordinates></LineString>", "line");
        row("polygon, its hole first",
            "<Polygon><innerBoundaryIs>" + hole + "</innerBoundaryIs><outerBoundaryIs>" + ring
                + "</outerBoundaryIs></Polygon>",
            "polygon");
        row("ring alone", ring, "polygon");
        row("several", "<MultiGeometry>" + kPoint + kPoint + "</MultiGeometry>", "multipoint");
        row("track",
            "<gx:Track><when>2026</when><gx:coord>1 2 3</gx:coord><gx:coord>3 4 "
            "5</gx:coord></gx:Track>",
            "line");
        row("none", "", "none");
    }

    void everyGeometryIsRead()
    {
        QFETCH(QByteArray, shape);
        QFETCH(QString, kind);
        const Layer layer = m_folder.read("a.kml", kml(placemark(shape)));
        QVERIFY2(!layer.isRefused(), said(layer).constData());
        QCOMPARE(QString::fromLatin1(kindName(kindOf(layer.features.at(0).geometry))), kind);
        QCOMPARE(layer.remarks.count(Level::Repaired), 0U);
    }

    void nothingOutsideIsFetchedOrExpanded()
    {
        QByteArray entities = "<!DOCTYPE kml [<!ENTITY a \"aaaaaaaaaa\">";
        for (char c = 'b'; c <= 'k'; ++c) {
            const char before = static_cast<char>(c - 1);
            entities += QByteArray("<!ENTITY ") + c + " \""
                        + (QByteArray("&") + before + ";").repeated(10) + "\">";
        }
        entities += "<!ENTITY passwd SYSTEM \"file:///etc/passwd\">]>";
        const Layer layer = m_folder.read(
            "a.kml", "<?xml version=\"1.0\"?>" + entities
                         + "<kml><NetworkLink><Link><href>http://evil.example/x.kml</href></Link></"
                           "NetworkLink>"
                           "<GroundOverlay><Icon><href>http://evil.example/x.png</href></Icon></"
                           "GroundOverlay>"
                           "<Placemark><name>&k;&passwd;</"
                           "name><Style><IconStyle><Icon><href>https://evil.example/i.png</href>"
                           "</Icon></IconStyle></Style>"
                         + kPoint + "</Placemark></kml>");
        QVERIFY2(!layer.isRefused(), said(layer).constData());
        QCOMPARE(layer.features.at(0).head.name, std::string("&k;&passwd;"));
        QVERIFY(find(layer, Matter::Entities) != nullptr);
        const Remark* link = find(layer, Matter::NetworkLink);
        QVERIFY(link != nullptr);
        QCOMPARE(link->text, std::string("http://evil.example/x.kml"));
        QVERIFY(find(layer, Matter::Overlay) != nullptr);
        const Remark* icon = find(layer, Matter::ExternalLink);
        QVERIFY(icon != nullptr);
        QCOMPARE(icon->text, std::string("https://evil.example/i.png"));
    }

    void gbkIsRead()
    {
        const Layer layer = m_folder.read(
            "a.kml", "<?xml version=\"1.0\" encoding=\"GBK\"?><kml><Placemark><name>"
                     "\xBD\xAD\xBA\xBA\xCC\xB2\xBD\xAD</name>"
                         + kPoint + "</Placemark></kml>");
        QVERIFY2(!layer.isRefused(), said(layer).constData());
        QCOMPARE(layer.features.at(0).head.name, std::string("江汉滩江"));
        QCOMPARE(layer.encoding, std::string("GB18030"));
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
        row("no placemark", kml(""), "Empty");
        row("cut off", kml(placemark(kPoint)).chopped(12), "Malformed", 0, 4);
        row("crossed tags", "<kml>\n<a></b></kml>", "Malformed", 0, 2);
        row("a page", "<!DOCTYPE html><html><body/></html>", "NotThisFormat", 0, 1);
        row("no numbers",
            kml(placemark(kPoint) + placemark("<Point><coordinates>here</coordinates></Point>")),
            "BadGeometry", 2, 4);
        row("spaces behind commas",
            kml(placemark("<Point><coordinates>114, 30</coordinates></Point>")), "BadGeometry", 1,
            3);
        row("no coordinates", kml(placemark("<Point/>")), "BadGeometry", 1, 3);
        row("no outer ring", kml(placemark("<Polygon></Polygon>")), "BadGeometry", 1, 3);
        row("a model", kml(placemark("<Model/>")), "BadGeometry", 1, 3);
        row("swapped", kml(placemark("<Point><coordinates>30.6,114.3</coordinates></Point>")),
            "NotDegrees", 1, 3);
        row("geometries within geometries",
            kml(placemark(
                QByteArray("<MultiGeometry>").repeated(1000)
                + QByteArray("</MultiGeometry>").repeated(1000))),
            "BadGeometry", 1, 3);
        row("a million elements within each other, open",
            "<kml>" + QByteArray("<a>").repeated(1'000'000), "Malformed", 0, 1);
        row("GPX without places", "<gpx/>", "Empty");
        row("GPX, no number", "<gpx>\n<wpt lat=\"30\" lon=\"x\"/></gpx>", "BadNumber", 1, 2);
        row("GPX, a track of one point",
            "<gpx><trk><trkseg><trkpt lat=\"30\" lon=\"114\"/></trkseg></trk></gpx>", "BadGeometry",
            1, 1);
    }

    void badFilesAreRefused()
    {
        QFETCH(QByteArray, content);
        QFETCH(QString, matter);
        QFETCH(int, number);
        QFETCH(int, line);
        const Layer layer = m_folder.read("bad.kml", content);
        QVERIFY(layer.isRefused());
        const auto it = std::ranges::find_if(layer.remarks.kept(), [&](const Remark& r) {
            return matter == QLatin1String(matterName(r.matter));
        });
        QVERIFY2(it != layer.remarks.kept().end(), said(layer).constData());
        QCOMPARE(static_cast<int>(it->feature.number), number);
        QCOMPARE(it->feature.line, line);
    }

    void deepFoldersAreRead()
    {
        const int depth = 200'000;
        const Layer layer = m_folder.read(
            "a.kml", kml(QByteArray("<Folder>").repeated(depth) + placemark(kPoint)
                         + QByteArray("</Folder>").repeated(depth)));
        QVERIFY2(!layer.isRefused(), said(layer).constData());
        QCOMPARE(layer.features.size(), 1U);
    }

    void gpxIsRead()
    {
        const Layer layer = m_folder.read(
            "a.gpx", "<?xml version=\"1.0\"?><gpx version=\"1.1\"><wpt lat=\"30.6\" "
                     "lon=\"114.3\"><ele>21</ele><name>江滩</name>"
                     "<link href=\"http://example.com\"/></wpt>"
                     "<rte><name>r</name><rtept lat=\"30\" lon=\"114\"/><rtept lat=\"31\" "
                     "lon=\"114\"/></rte>"
                     "<trk><name>t</name><trkseg><trkpt lat=\"30\" lon=\"114\"/><trkpt lat=\"31\" "
                     "lon=\"114\"/></trkseg>"
                     "<trkseg><trkpt lat=\"32\" lon=\"114\"/><trkpt lat=\"33\" "
                     "lon=\"114\"/></trkseg></trk></gpx>");
        QVERIFY2(!layer.isRefused(), said(layer).constData());
        QVERIFY(layer.format == Format::Gpx);
        QCOMPARE(layer.features.size(), 3U);
        QCOMPARE(layer.features[0].geometry.points.at(0), (Wgs84{114.3, 30.6}));
        QCOMPARE(value(layer, layer.features[0], "ele"), std::string("21"));
        QVERIFY(kindOf(layer.features[1].geometry) == GeometryKind::Line);
        QVERIFY(kindOf(layer.features[2].geometry) == GeometryKind::MultiLine);
        QCOMPARE(layer.groups.at(layer.features[2].head.group).name, std::string("trk"));
        QVERIFY(find(layer, Matter::ExternalLink) != nullptr);
    }

    void kmzIsRead()
    {
        const auto file = pack(
            m_folder,
            {{"files/icon.png", "x"}, {"doc.kml", kml(placemark(kPoint))}, {"more.kml", "y"}});
        const Layer layer = readBoth(file);
        QVERIFY2(!layer.isRefused(), said(layer).constData());
        QVERIFY(layer.format == Format::Kmz);
        QCOMPARE(layer.features.size(), 1U);
        QCOMPARE(layer.remarks.count(Matter::OtherEntry), 2U);
    }

    void badArchivesAreRefused()
    {
        QVERIFY(find(readBoth(pack(m_folder, {{"a.txt", "x"}})), Matter::NoKml) != nullptr);
        const auto sealed = pack(m_folder, {{"doc.kml", kml(placemark(kPoint))}}, "secret");
        QVERIFY(find(readBoth(sealed), Matter::ArchiveSealed) != nullptr);
        const Layer cut = m_folder.read("cut.kmz", QByteArray("PK\x03\x04") + "rest");
        QVERIFY2(find(cut, Matter::ArchiveDamaged) != nullptr, said(cut).constData());
        const auto whole = pack(m_folder, {{"doc.kml", kml(placemark(kPoint).repeated(200))}});
        QFile file(QString::fromStdString(whole.string()));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QByteArray bytes = file.readAll();
        bytes[80] = static_cast<char>(~bytes[80]);
        const Layer damaged = m_folder.read("damaged.kmz", bytes);
        QVERIFY2(damaged.isRefused(), said(damaged).constData());
    }

    void aBombIsNotUnpacked()
    {
        // 200 MB of spaces in 200 KB, and a head that says what it likes.
        const auto file = pack(m_folder, {{"doc.kml", QByteArray(200 << 20, ' ')}});
        QVERIFY(std::filesystem::file_size(file) < 1 << 20);
        const Layer layer = readBoth(file);
        QVERIFY2(find(layer, Matter::UnpacksTooLarge) != nullptr, said(layer).constData());
    }

    void tooManyElementsAreRefusedBeforeATreeIsMade()
    {
        const Layer layer =
            m_folder.read("a.kml", "<kml>" + QByteArray("<a/>").repeated(8'000'001) + "</kml>");
        QVERIFY2(find(layer, Matter::TooLarge) != nullptr, said(layer).constData());
    }

private:
    LayerFolder m_folder;
};

QTEST_GUILESS_MAIN(tst_XmlLayer)
#include "tst_XmlLayer.moc"
