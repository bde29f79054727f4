// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/pack/PackCommand.h"
#include "tests/support/packs/PackMaker.h"

#include <QGuiApplication>
#include <QTemporaryDir>
#include <QTest>

#include <boost/json.hpp>

#include <sstream>

using namespace sz;
using namespace sz::packs;

namespace {

constexpr Bounds kTown{114.2, 30.5, 114.4, 30.7};

struct Said
{
    int code = 0;
    QString out;
    QString err;
};

Said run(const std::vector<std::string>& args)
{
    std::ostringstream out;
    std::ostringstream err;
    const int code = ctl::runPack(args, out, err);
    return {code, QString::fromStdString(out.str()), QString::fromStdString(err.str())};
}

} // namespace

class tst_PackCommand : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        auto tiles = test::madeTiles(kTown, 9, 12, Qt::white, TileFormat::Png, 64);
        const auto metadata = test::metadataFor(kTown, 9, 12, "武汉 街道图");
        m_good = path("good.mbtiles");
        test::writeMbTiles(m_good, metadata, tiles);
        m_pm = path("good.pmtiles");
        test::writePmTiles(m_pm, metadata, tiles);
        tiles.erase(tiles.begin());
        tiles.back().bytes = "<html>";
        m_faulty = path("faulty.mbtiles");
        test::writeMbTiles(m_faulty, metadata, tiles);
        m_vector = path("vector.mbtiles");
        auto vector = metadata;
        vector["format"] = "pbf";
        test::writeMbTiles(m_vector, vector, tiles);
    }

    void aGoodPackIsTold()
    {
        for (const std::string& file : {m_good, m_pm}) {
            const Said said = run({"check", file, "--language", "en"});
            QCOMPARE(said.code, 0);
            for (const char* words :
                 {"武汉 街道图", "© test data", "png 64 px", "zoom  9: ", " 0 missing",
                  "good: ", "114.2000, 30.5000", "9 – 12"}) {
                QVERIFY2(said.out.contains(QString::fromUtf8(words)), qPrintable(said.out));
            }
            QVERIFY(said.err.isEmpty());
        }
    }

    void inChinese()
    {
        const Said said =
            run({"check", m_good, m_vector, m_faulty, "--deep", "--language", "zh_CN"});
        QCOMPARE(said.code, 1);
        for (const char* words :
             {"名称：武汉 街道图", "可以使用", "已全部解码", "是矢量瓦片（pbf）", "瓦片不是图片",
              "有问题", "缺 1：9/"}) {
            QVERIFY2(said.out.contains(QString::fromUtf8(words)), qPrintable(said.out));
        }
    }

    void asJson()
    {
        const Said said = run({"check", m_good, m_vector, m_faulty, "--json"});
        QCOMPARE(said.code, 1);
        const QStringList lines = said.out.split(u'\n', Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 3);
        const auto good = boost::json::parse(lines[0].toStdString()).as_object();
        QVERIFY(good.at("good").as_bool());
        QCOMPARE(std::string(good.at("name").as_string()), "武汉 街道图");
        QCOMPARE(good.at("zooms").as_array().size(), 4U);
        QCOMPARE(good.at("bounds").as_array().size(), 4U);
        const auto vector = boost::json::parse(lines[1].toStdString()).as_object();
        QCOMPARE(std::string(vector.at("code").as_string()), "VectorTiles");
        QVERIFY(!vector.at("reason_zh").as_string().empty());
        const auto faulty = boost::json::parse(lines[2].toStdString()).as_object();
        QCOMPARE(faulty.at("bad_tiles").at("TileNoImage").to_number<int>(), 1);
        QVERIFY(faulty.at("first_bad").at(0).at("tile").is_string());
        QCOMPARE(faulty.at("zooms").at(0).at("missing").to_number<int>(), 1);
    }

    void misused_data()
    {
        QTest::addColumn<QStringList>("args");
        QTest::addRow("nothing") << QStringList{};
        QTest::addRow("no file") << QStringList{QStringLiteral("check")};
        QTest::addRow("another verb") << QStringList{QStringLiteral("build"), QStringLiteral("x")};
        QTest::addRow("unknown option")
            << QStringList{QStringLiteral("check"), QStringLiteral("--fast"), QStringLiteral("x")};
        QTest::addRow("unknown language") << QStringList{
            QStringLiteral("check"), QStringLiteral("x"), QStringLiteral("--language"),
            QStringLiteral("fr")};
    }

    void misused()
    {
        QFETCH(const QStringList, args);
        std::vector<std::string> plain;
        for (const QString& arg : args) {
            plain.push_back(arg.toStdString());
        }
        const Said said = run(plain);
        QCOMPARE(said.code, 2);
        QVERIFY(said.err.contains(u"usage:") && said.out.isEmpty());
    }

    void help()
    {
        const Said said = run({"--help"});
        QCOMPARE(said.code, 0);
        QVERIFY(said.out.contains(u"--deep"));
    }

private:
    [[nodiscard]] std::string path(const char* name) const
    {
        return m_folder.filePath(QString::fromLatin1(name)).toStdString();
    }
    QTemporaryDir m_folder;
    std::string m_good;
    std::string m_pm;
    std::string m_faulty;
    std::string m_vector;
};

QTEST_MAIN(tst_PackCommand)
#include "tst_PackCommand.moc"
