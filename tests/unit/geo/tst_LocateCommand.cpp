// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/locate/LocateCommand.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

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
        for (const char* key : {"zone", "area", "district", "street"}) {
            QVERIFY(ran.json.contains(QLatin1String(key)) && ran.json[QLatin1String(key)].isNull());
        }
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
