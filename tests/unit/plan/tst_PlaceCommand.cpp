// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/place/PlaceCommand.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QtTest>

#include <sstream>

namespace {

struct Ran
{
    int code = 0;
    QString out;
    QString err;

    [[nodiscard]] QJsonObject json() const
    {
        return QJsonDocument::fromJson(out.toUtf8()).object();
    }
};

Ran run(const std::vector<std::string>& args)
{
    std::ostringstream out;
    std::ostringstream err;
    const int code = sz::ctl::runPlace(args, out, err);
    return {code, QString::fromStdString(out.str()), QString::fromStdString(err.str())};
}

} // namespace

class tst_PlaceCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("SANZHEN_RESOURCES", SANZHEN_SOURCE_DIR "/resources"); }

    void anAddressAsJson()
    {
        const Ran ran = run({"江汉区唐家墩街新湾路12号", "--json"});
        QCOMPARE(ran.code, 0);
        const QJsonArray list = ran.json()["candidates"].toArray();
        QVERIFY(!list.isEmpty());
        const QJsonObject first = list.first().toObject();
        QCOMPARE(first["name"].toString(), QStringLiteral("唐家墩街"));
        QVERIFY(first["confidence"].toDouble() > 0.9);
        QVERIFY(first["district"].toString().startsWith(u'D'));
        QVERIFY(first["lon"].isNull());
    }

    void wordsInTheLanguageAskedFor()
    {
        QVERIFY(run({"tjd", "--language", "zh_CN"}).out.contains(QStringLiteral("街道")));
        QVERIFY(run({"tjd", "--language", "en"}).out.contains(QStringLiteral("street")));
        const Ran none = run({"qqqqzzzz", "--language", "zh_CN"});
        QCOMPARE(none.code, 1);
        QVERIFY(none.err.contains(QStringLiteral("没有与之相符的地点")));
    }

    void nothingFoundIsStillJson()
    {
        const Ran ran = run({"qqqqzzzz", "--json"});
        QCOMPARE(ran.code, 1);
        QVERIFY(ran.json()["candidates"].isArray());
        QVERIFY(ran.json()["candidates"].toArray().isEmpty());
    }

    void pointsOfALayerAreFound()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("yy.csv")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("name,lon,lat,phone\n东湖测试医院,114.36,30.55,8-9999\n");
        file.close();
        const Ran ran =
            run({"dhcsyy", "--layer", file.fileName().toStdString(), "--json", "--most", "1"});
        QCOMPARE(ran.code, 0);
        const QJsonObject first = ran.json()["candidates"].toArray().first().toObject();
        QCOMPARE(first["sort"].toString(), QStringLiteral("resource"));
        QCOMPARE(first["phone"].toString(), QStringLiteral("8-9999"));
        QVERIFY(first["lon"].toDouble() > 114);
        QCOMPARE(run({"x", "--layer", "/no/such/file"}).code, 1);
    }

    void aWrongCallSaysHow_data()
    {
        QTest::addColumn<QStringList>("args");
        QTest::newRow("nothing") << QStringList();
        QTest::newRow("no text") << QStringList{"--json"};
        QTest::newRow("unknown") << QStringList{"a", "--nonsense"};
        QTest::newRow("no value") << QStringList{"a", "--most"};
        QTest::newRow("none") << QStringList{"a", "--most", "0"};
        QTest::newRow("too many") << QStringList{"a", "--most", "51"};
        QTest::newRow("language") << QStringList{"a", "--language", "fr"};
    }
    void aWrongCallSaysHow()
    {
        QFETCH(const QStringList, args);
        std::vector<std::string> list;
        for (const QString& arg : args) {
            list.push_back(arg.toStdString());
        }
        const Ran ran = run(list);
        QCOMPARE(ran.code, 2);
        QVERIFY(ran.err.startsWith(QStringLiteral("sanzhenctl: ")));
        QVERIFY(ran.err.contains(QStringLiteral("\nusage:")));
        QCOMPARE(run({"a", "--plan", "/no/such/plan"}).code, 1);
    }
};

QTEST_GUILESS_MAIN(tst_PlaceCommand)
#include "tst_PlaceCommand.moc"
