// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/locate/LocateCommand.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QtTest>

#include <filesystem>
#include <fstream>
#include <sstream>

namespace {

struct Ran
{
    int code = 0;
    QJsonObject json;
    QString err;
};

Ran run(const std::vector<std::string>& args)
{
    std::ostringstream out;
    std::ostringstream err;
    const int code = sz::ctl::runLocate(args, out, err);
    return {
        code, QJsonDocument::fromJson(QByteArray::fromStdString(out.str())).object(),
        QString::fromStdString(err.str())};
}

/// A file of outlines with one square, round the seat of Changfeng street. Out here: moc does not get past it.
std::string squareOf(const std::string& code)
{
    return R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"code":")"
           + code
           + R"("},"geometry":{"type":"Polygon","coordinates":[[[114.2,30.6],[114.21,30.6],)"
             R"([114.21,30.61],[114.2,30.61],[114.2,30.6]]]}}]})";
}

} // namespace

class tst_LocateCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("SANZHEN_RESOURCES", SANZHEN_SOURCE_DIR "/resources"); }

    void aPointInTheCity()
    {
        const auto ran = run({"114.2075", "30.6070"}); // beside the seat of Changfeng street
        QCOMPARE(ran.code, 0);
        QCOMPARE(ran.json["zone"]["name"].toString(), QStringLiteral(u"汉口"));
        QVERIFY(ran.json["area"]["number"].toInt() > 0);
        QVERIFY(ran.json["district"]["code"].toString().startsWith(u'D'));
        QVERIFY(!ran.json["street"]["name"].toString().isEmpty());
        QCOMPARE(ran.json["lon"].toDouble(), 114.2075);
    }

    void anotherDatumIsTakenBack()
    {
        const auto ran = run({"114.2866", "30.6001", "--from", "gcj02"});
        QCOMPARE(ran.code, 0);
        QVERIFY(ran.json["lon"].toDouble() < 114.2820); // some 500 m further west
    }

    void outsideEverythingIsNull()
    {
        const auto ran = run({"-0.1278", "51.5074"});
        QCOMPARE(ran.code, 0);
        for (const char* key : {"zone", "area", "district", "street", "community"}) {
            QVERIFY(ran.json.contains(QLatin1String(key)) && ran.json[QLatin1String(key)].isNull());
        }
    }

    // A plan that has outlines: they say whose the point is, and that they do.
    void anOutlineSaysWhose()
    {
        namespace fs = std::filesystem;
        const QTemporaryDir folder;
        const fs::path dir = folder.filePath(QStringLiteral("plan")).toStdString();
        fs::copy(SANZHEN_SOURCE_DIR "/resources/plans/wuhan", dir, fs::copy_options::recursive);
        const auto write = [&dir](const char* file, const std::string& code) {
            std::ofstream(dir / file) << squareOf(code);
        };
        const auto seat = run({"114.2075", "30.6070"}).json["street"].toObject();
        QVERIFY(seat["nearest_seat"].toBool() && !seat.contains(u"by_outline"));
        write("streets.geojson", "420102002");
        const auto by = run({"114.2075", "30.6070", "--plan", dir.string()});
        QCOMPARE(by.code, 0);
        QCOMPARE(by.json["street"]["code"].toString(), QStringLiteral("420102002"));
        QVERIFY(by.json["street"]["by_outline"].toBool());
        QVERIFY(by.json["community"].isNull());
        write("communities.geojson", "420102002005");
        const auto both = run({"114.2075", "30.6070", "--plan", dir.string()});
        QCOMPARE(both.json["community"]["code"].toString(), QStringLiteral("420102002005"));
        write("streets.geojson", "999");
        const auto bad = run({"114.2075", "30.6070", "--plan", dir.string(), "--language", "en"});
        QCOMPARE(bad.code, 1);
        QVERIFY(bad.err.contains(u"sanzhenctl plan check"));
    }

    void badCallsAreTold()
    {
        QCOMPARE(run({"114"}).code, 2);
        QCOMPARE(run({"114", "30", "--from", "mars"}).code, 2);
        QCOMPARE(run({"114", "x"}).code, 2);
        const auto word = run({"114", "三十", "--language", "zh_CN"});
        QVERIFY2(word.err.startsWith(u"不是经纬度数字，也不是选项：三十"), qPrintable(word.err));
        QVERIFY(run({"114", "30", "--form", "gcj02", "--language", "en"})
                    .err.startsWith(u"neither a number nor an option: --form"));
        const auto swapped = run({"30.6", "114.3", "--language", "zh_CN"});
        QCOMPARE(swapped.code, 1);
        QVERIFY(swapped.err.contains(u"不是该坐标系的坐标"));
        QCOMPARE(run({"114.3", "30.6", "--plan", "/nowhere"}).code, 1);
    }
};

QTEST_GUILESS_MAIN(tst_LocateCommand)
#include "tst_LocateCommand.moc"
