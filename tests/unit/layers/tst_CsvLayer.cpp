// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/layers/LayerFixture.h"

using namespace sz;
using namespace sz::layers;

class tst_CsvLayer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void columnsAreFoundAndTheRestIsKept_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("encoding");
        QTest::newRow("commas") << QByteArray(
            "编号,名称,lon,lat,备注\nA1,江滩,114.3,30.6,\"a, \"\"b\"\"\"\n")
                                << QStringLiteral("UTF-8");
        QTest::newRow("tabs, mark, CRLF, other order") << QByteArray(
            "\xEF\xBB\xBF备注\tLat\tLNG\t名称\t编号\r\na, \"b\"\t30.6\t114.3\t江滩\tA1\r\n")
                                                       << QStringLiteral("UTF-8");
        QTest::newRow("a title above, semicolons") << QByteArray(
            "三镇点位表;;;;\n\n编号;名称;经度;纬度;备注\nA1;江滩;+114.3;30.6;\"a, \"\"b\"\"\";;\n")
                                                   << QStringLiteral("UTF-8");
        QTest::newRow("GBK") << QByteArray(
            "\xB1\xE0\xBA\xC5,\xC3\xFB\xB3\xC6,\xBE\xAD\xB6\xC8,\xCE\xB3\xB6\xC8,\xB1\xB8\xD7\xA2\n"
            "A1,\xBD\xAD\xCC\xB2,114.3,30.6,\"a, \"\"b\"\"\"\n")
                             << QStringLiteral("GB18030");
    }

    void columnsAreFoundAndTheRestIsKept()
    {
        QFETCH(QByteArray, content);
        QFETCH(QString, encoding);
        const Layer layer = m_folder.read("points.csv", content);
        QVERIFY2(!layer.isRefused(), said(layer).constData());
        QVERIFY(layer.format == Format::Csv);
        QCOMPARE(QString::fromStdString(layer.encoding), encoding);
        const Feature& one = layer.features.at(0);
        QCOMPARE(one.geometry.points.at(0), (Wgs84{114.3, 30.6}));
        QCOMPARE(one.head.id, std::string("A1"));
        QCOMPARE(one.head.name, std::string("江滩"));
        QCOMPARE(value(layer, one, "备注"), std::string("a, \"b\""));
        QVERIFY(find(layer, Matter::NoSystem) != nullptr);
    }

    void planeColumnsNeedTheirSystem()
    {
        const QByteArray file = "id,east,north\n1,38528784.2,3386764.3\n";
        const Layer without = m_folder.read("a.csv", file);
        const Remark* why = find(without, Matter::NotDegrees);
        QVERIFY2(why != nullptr, said(without).constData());
        QCOMPARE(why->text, std::string("gk38"));
        const Layer with = m_folder.read("a.csv", file, {.from = geo::systemFrom("gk38").value()});
        QVERIFY2(!with.isRefused(), said(with).constData());
        QVERIFY(distanceMetres(with.features.at(0).geometry.points[0], {114.3, 30.6}) < 100);
    }

    void badSheetsAreRefused_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("matter");
        QTest::addColumn<int>("number");
        QTest::addColumn<int>("line");
        const auto row = [](const char* name, const QByteArray& content, const char* matter,
                            int number = 0, int line = 0) {
            QTest::newRow(name) << content << QString::fromLatin1(matter) << number << line;
        };
        row("empty", "", "Empty");
        row("a head only", "lon,lat\n", "Empty");
        row("no such columns", "a,b\n1,2\n", "NoColumns");
        row("x and y", "x,y\n1,2\n", "AmbiguousColumns");
        row("no number", "lon,lat\n114,30\n114°18′,30\n", "BadNumber", 2, 3);
        row("half a place", "lon,lat\n114,\n", "BadNumber", 1, 2);
        row("infinite", "lon,lat\ninf,30\n", "BadNumber", 1, 2);
        row("a cell too many", "lon,lat\n114,30,x\n", "LongRow", 1, 2);
        row("an open quote", "lon,lat,n\n114,30,a\n114,30,\"b\n", "OpenQuote", 2, 3);
        row("swapped", "lon,lat\n30.6,114.3\n", "NotDegrees", 1, 2);
        row("bytes", QByteArray(5000, '\xFF'), "NoColumns");
    }

    void badSheetsAreRefused()
    {
        QFETCH(QByteArray, content);
        QFETCH(QString, matter);
        QFETCH(int, number);
        QFETCH(int, line);
        const Layer layer = m_folder.read("bad.csv", content);
        const auto it = std::ranges::find_if(layer.remarks.kept(), [&](const Remark& r) {
            return matter == QLatin1String(matterName(r.matter));
        });
        QVERIFY2(it != layer.remarks.kept().end(), said(layer).constData());
        QVERIFY(layer.isRefused());
        QCOMPARE(static_cast<int>(it->feature.number), number);
        QCOMPARE(it->feature.line, line);
    }

    void rowsWithoutAPlaceAreKept()
    {
        const Layer layer = m_folder.read("a.csv", "id,lon,lat\n1,114,30\n2,,\n\n,,\n3\n");
        QVERIFY2(!layer.isRefused(), said(layer).constData());
        QCOMPARE(layer.features.size(), 3U);
        QCOMPARE(layer.remarks.count(Matter::NoPlace), 2U);
        QCOMPARE(layer.features[2].head.id, std::string("3"));
    }

    void otherFilesAreUnknown()
    {
        const Layer layer = m_folder.read("a.xyz", "hello\n");
        QVERIFY(find(layer, Matter::UnknownFormat) != nullptr);
        QVERIFY(find(readBoth(m_folder.path("none.csv")), Matter::Unreadable) != nullptr);
        QVERIFY(find(readBoth(m_folder.path(".")), Matter::Unreadable) != nullptr);
    }

private:
    LayerFolder m_folder;
};

QTEST_GUILESS_MAIN(tst_CsvLayer)
#include "tst_CsvLayer.moc"
