// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/coords/CoordsCommand.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include <sstream>

class tst_CoordsCommand : public QObject
{
    Q_OBJECT

    struct Ran
    {
        int code = 0;
        QByteArray out;
        QString err;
    };

    Ran
    run(const QByteArray& content,
        const std::string& from,
        const std::string& to,
        const std::vector<std::string>& more = {})
    {
        QFile file(m_dir.filePath(QStringLiteral("points.csv")));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size()) {
            return {-1, {}, {}};
        }
        file.close();
        std::vector<std::string> args{"--from",     from, "--to", to, file.fileName().toStdString(),
                                      "--language", "en"};
        args.insert(args.end(), more.begin(), more.end());
        std::ostringstream out;
        std::ostringstream err;
        const int code = sz::ctl::runCoords(args, out, err);
        return {code, QByteArray::fromStdString(out.str()), QString::fromStdString(err.str())};
    }

private Q_SLOTS:
    void columnsAreConvertedAndTheRestStays()
    {
        const auto ran = run(
            "\xEF\xBB\xBF"
            "name,lat,lon,note\r\n\"Bund, \"\"N\"\"\",31.1582660190,121.4342191628,  x \r\n\r\n",
            "gcj02", "wgs84");
        QCOMPARE(ran.code, 0);
        const QList<QByteArray> lines = ran.out.split('\n');
        QCOMPARE(
            lines[0], QByteArray("\xEF\xBB\xBF"
                                 "name,lat,lon,note\r"));
        QVERIFY(lines[1].startsWith("\"Bund, \"\"N\"\"\",31.1601"));
        QVERIFY(lines[1].endsWith(",  x \r"));
        QCOMPARE(lines[2], QByteArray("\r"));
        QVERIFY(ran.err.contains(QStringLiteral("1 rows converted, 0 bad")));
    }

    void thereAndBackIsTheSameFile()
    {
        const QByteArray file =
            "经度;纬度;名称\n114.30000000;30.60000000;江滩\n113.80000000;30.40000000;a\n";
        const auto there = run(file, "wgs84", "bd09");
        QCOMPARE(there.code, 0);
        QVERIFY(there.out != file);
        QCOMPARE(run(there.out, "bd09", "wgs84").out, file);
    }

    void planeCoordinatesChangeTheColumnsNames()
    {
        const auto there = run("id,lon,lat\n1,114.30000000,30.60000000\n", "wgs84", "epsg:4526");
        QCOMPARE(there.code, 0);
        QVERIFY(there.out.startsWith("id,east,north\n1,38528"));
        QCOMPARE(
            run(there.out, "gk38", "wgs84").out,
            QByteArray("id,lon,lat\n1,114.30000000,30.60000000\n"));
    }

    void gbkHeadsAreKnown()
    {
        const auto ran =
            run("\xC3\xFB\xB3\xC6,\xBE\xAD\xB6\xC8,\xCE\xB3\xB6\xC8\n\xBD\xAD,114.3,30.6\n",
                "wgs84", "cgcs2000");
        QCOMPARE(ran.code, 0);
        QVERIFY(ran.out.endsWith("\xBD\xAD,114.30000000,30.60000000\n"));
    }

    void badRowsAreNamedAndNothingIsWritten()
    {
        const QByteArray file = "lon,lat\n114.3,30.6\nabc,30.6\n114.3\n30.6,114.3\n";
        const auto ran = run(file, "gcj02", "wgs84");
        QCOMPARE(ran.code, 1);
        QVERIFY(ran.out.isEmpty());
        QVERIFY2(
            ran.err.contains(QStringLiteral("points.csv:3: lon: \"abc\" is not a number")),
            qPrintable(ran.err));
        QVERIFY(ran.err.contains(QStringLiteral("points.csv:4: lat: \"\" is not a number")));
        QVERIFY(ran.err.contains(QStringLiteral("points.csv:5: not coordinates of this system")));
        const auto rest = run(file, "gcj02", "wgs84", {"--skip-bad"});
        QCOMPARE(rest.code, 1);
        QCOMPARE(rest.out.count('\n'), 2);
    }

    void chineseIsSpoken()
    {
        const auto ran = run("lon,lat\nabc,30.6\n", "gcj02", "wgs84", {"--language", "zh_CN"});
        QVERIFY2(ran.err.contains(u"第 2 行：lon：“abc”不是数字"), qPrintable(ran.err));
        QVERIFY(ran.err.contains(u"未写出任何内容"));
    }

    void filesThatAreNoTablesAreRefused_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("why");
        QTest::newRow("empty") << QByteArray() << QStringLiteral("empty");
        QTest::newRow("UTF-16") << QByteArray("\xFF\xFEl\0o\0", 6) << QStringLiteral("UTF-16");
        QTest::newRow("no such columns")
            << QByteArray("a,b\n1,2\n") << QStringLiteral("no columns lon and lat");
        QTest::newRow("x and y") << QByteArray("x,y\n1,2\n") << QStringLiteral("ambiguous");
        QTest::newRow("open quote")
            << QByteArray("lon,lat,n\n1,2,\"a\n") << QStringLiteral("never closed");
    }

    void filesThatAreNoTablesAreRefused()
    {
        QFETCH(QByteArray, content);
        QFETCH(QString, why);
        const auto ran = run(content, "gcj02", "wgs84");
        QCOMPARE(ran.code, 1);
        QVERIFY2(ran.err.contains(why), qPrintable(ran.err));
        QVERIFY(ran.out.isEmpty());
    }

    void suspiciousFilesAreWarnedOf()
    {
        QVERIFY(
            run("lon,lat\n30.6,80.3\n", "wgs84", "wgs84").err.contains(QStringLiteral("swapped")));
        QVERIFY(run("lon,lat\n12.5,2.1\n", "gcj02", "wgs84")
                    .err.contains(QStringLiteral("outside China")));
    }

    void wrongCallsAreUsage()
    {
        QCOMPARE(run("lon,lat\n", "mars", "wgs84").code, 2);
        QVERIFY(run("lon,lat\n", "mars", "wgs84").err.contains(QStringLiteral("mars")));
        std::ostringstream out;
        std::ostringstream err;
        QCOMPARE(sz::ctl::runCoords({}, out, err), 2);
    }

    void outWritesAFile()
    {
        const QString target = m_dir.filePath(QStringLiteral("out.csv"));
        const auto ran =
            run("lon,lat\n114.3,30.6\n", "wgs84", "gcj02", {"--out", target.toStdString()});
        QCOMPARE(ran.code, 0);
        QVERIFY(ran.out.isEmpty());
        QFile file(target);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().startsWith("lon,lat\n114.305"));
    }

private:
    QTemporaryDir m_dir;
};

QTEST_GUILESS_MAIN(tst_CoordsCommand)
#include "tst_CoordsCommand.moc"
