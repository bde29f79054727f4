// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A road graph as a file: what is written is read, and what was damaged, whatever byte it is, is refused by its name.
#include "data/roads/RoadFile.h"
#include "data/roads/RoadGraph.h"
#include "data/roads/RoadShelf.h"
#include "tests/unit/roads/Town.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>

using namespace sz;
using namespace sz::roads;
using Path = std::filesystem::path;

namespace {

RoadNet town()
{
    test::Town town;
    town.road({{-500, 0}, {0, 0}, {500, 30}}, 60);
    town.road({{0, -500}, {0, 500}}, 31.5F, true, false);
    RoadNet net = town.net();
    net.facts.dated = fromUtcMs(1'790'000'000'000);
    return net;
}

QByteArray bytesOf(const Path& file)
{
    QFile in(QString::fromStdString(file.string()));
    return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
}

void write(const Path& file, const QByteArray& bytes)
{
    QFile out(QString::fromStdString(file.string()));
    if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size()) {
        qFatal("cannot write");
    }
}

/// The stretches without any rule of the table, as another program might leave them.
const std::string kLoose = "CREATE TABLE loose AS SELECT * FROM stretches; DROP TABLE stretches; "
                           "ALTER TABLE loose RENAME TO stretches;";
const std::string kLoosePoints = "CREATE TABLE loose AS SELECT * FROM points; DROP TABLE points; "
                                 "ALTER TABLE loose RENAME TO points;";

} // namespace

class tst_RoadFile : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void whatIsWrittenIsRead()
    {
        const RoadNet net = town();
        QVERIFY(writeRoads(net, path("a.roads")).has_value());
        QVERIFY(!std::filesystem::exists(path("a.roads.part")));
        const auto read = readRoads(path("a.roads"));
        QVERIFY2(read.has_value(), read ? "" : wordsFor(read.error()).en.c_str());
        QVERIFY(read->facts == net.facts);
        QVERIFY(read->points == net.points);
        QVERIFY(read->stretches == net.stretches);
        const auto facts = readFacts(path("a.roads"));
        QVERIFY(facts.has_value() && *facts == net.facts);
        QCOMPARE(toUtcMs(facts->date()), 1'790'000'000'000);
        RoadNet undated = net;
        undated.facts.dated.reset();
        QVERIFY(writeRoads(undated, path("a.roads")).has_value()); // over the older one
        QCOMPARE(readFacts(path("a.roads"))->date(), net.facts.built);
        QCOMPARE(bytesOf(path("a.roads")).mid(68, 4), QByteArray("SZRD")); // `file` can know it
    }

    void oneStreetAlone()
    {
        test::Town street;
        street.road({{-500, 0}, {500, 0}}, 60); // its bounds have no height
        QVERIFY(writeRoads(street.net(), path("a.roads")).has_value());
        QVERIFY(readRoads(path("a.roads")).has_value());
    }

    void aRunThatIsStoppedLeavesNothing()
    {
        write(path("a.roads"), "older");
        const auto made = writeRoads(town(), path("a.roads"), [](double) { return false; });
        QVERIFY(!made && made.error().code == Code::Cancelled);
        QCOMPARE(bytesOf(path("a.roads")), QByteArray("older"));
        QVERIFY(!std::filesystem::exists(path("a.roads.part")));
        const auto nowhere = writeRoads(town(), path("none") / "a.roads");
        QVERIFY(!nowhere && nowhere.error().code == Code::StoreWrite);
        QVERIFY(nowhere.error().where.contains("a.roads"));
        std::filesystem::create_directory(path("folder.roads"));
        std::filesystem::create_directory(path("folder.roads") / "inner");
        const auto folder = writeRoads(town(), path("folder.roads"));
        QVERIFY(!folder && folder.error().code == Code::Io);
        QVERIFY(!std::filesystem::exists(path("folder.roads.part")));
    }

    void whatIsWrongIsNamed_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<QString>("fault");
        QTest::addColumn<QString>("what"); // must be in the sentence
        const auto row = [](const char* name, const std::string& sql, const char* fault,
                            const char* what = "") {
            QTest::newRow(name) << QString::fromStdString(sql) << QString::fromUtf8(fault)
                                << QString::fromUtf8(what);
        };
        row("another program's file", "PRAGMA application_id=7", "NotRoads", "roads build");
        row("of a newer version", "PRAGMA user_version=2", "NewerVersion", "2");
        row("of no version", "PRAGMA user_version=0", "Damaged");
        row("without points", "DROP TABLE points", "Damaged", "points");
        row("without facts", "DELETE FROM meta", "NoFact", "name");
        row("without a checksum", "DELETE FROM meta WHERE name='sha256'", "NoFact", "sha256");
        row("another checksum", "UPDATE meta SET value='00' WHERE name='sha256'", "OtherDigest");
        row("another name", "UPDATE meta SET value='other' WHERE name='name'", "OtherDigest");
        row("a name of two lines", "UPDATE meta SET value='a'||char(10)||'b' WHERE name='name'",
            "BadFact", "name");
        row("a date that is none", "UPDATE meta SET value='soon' WHERE name='built_at'", "BadFact",
            "soon");
        row("bounds that are none", "UPDATE meta SET value='1,2,3' WHERE name='bounds'", "BadFact",
            "1,2,3");
        row("bounds turned round", "UPDATE meta SET value='3,3,1,1' WHERE name='bounds'", "BadFact",
            "3,3,1,1");
        row("bounds of a country", "UPDATE meta SET value='100,20,120,40' WHERE name='bounds'",
            "TooLarge", "20");
        row("more points than a city has", "UPDATE meta SET value='99999999' WHERE name='points'",
            "TooLarge", "99999999");
        row("a negative count", "UPDATE meta SET value='-1' WHERE name='points'", "BadFact", "-1");
        row("fewer points than it says", "UPDATE meta SET value='6' WHERE name='points'",
            "OtherCount", "6");
        row("fewer stretches than it says", "UPDATE meta SET value='9' WHERE name='stretches'",
            "OtherCount", "9");
        row("more stretches than it says", "UPDATE meta SET value='2' WHERE name='stretches'",
            "OtherCount", "2");
        row("a point missing in the middle", "DELETE FROM points WHERE id=2", "BadPoint", "2");
        row("a point far away", "UPDATE points SET lon=120 WHERE id=1", "BadPoint", "1: lon 120");
        row("a point beyond the pole", "UPDATE points SET lat=9e9 WHERE id=1", "BadPoint", "lat");
        row("a point that is infinite", "UPDATE points SET lat=9e999 WHERE id=1", "BadPoint",
            "lat");
        row("a point that is no number", kLoosePoints + "UPDATE points SET lon='x' WHERE id=1",
            "BadPoint", "1: lon");
        row("a point without a place", kLoosePoints + "UPDATE points SET lat=NULL WHERE id=0",
            "BadPoint", "0: lat");
        row("a stretch to no point", "UPDATE stretches SET point_to=99 WHERE id=1", "BadEnd",
            "1: 99");
        row("a stretch from no point", "UPDATE stretches SET point_from=-1 WHERE id=2", "BadEnd",
            "2: -1");
        row("a stretch to where it begins", "UPDATE stretches SET point_to=point_from WHERE id=0",
            "BadStretch", "0");
        row("a negative speed", "UPDATE stretches SET kmh=-3 WHERE id=1", "BadSpeed", "1: -3");
        row("no speed at all", "UPDATE stretches SET kmh=0 WHERE id=1", "BadSpeed", "1: 0");
        row("an infinite speed", "UPDATE stretches SET kmh=9e999 WHERE id=0", "BadSpeed", "inf");
        row("a speed that is not a number",
            kLoose + "UPDATE stretches SET kmh=9e999-9e999 WHERE id=1", "BadSpeed", "1: NULL");
        row("a speed in words", kLoose + "UPDATE stretches SET kmh='fast' WHERE id=1", "BadSpeed",
            "1");
        row("a direction that is none", "UPDATE stretches SET oneway=7 WHERE id=1", "BadStretch",
            "oneway");
        row("a flag that is none", "UPDATE stretches SET joined=-1 WHERE id=1", "BadStretch",
            "joined");
        row("a stretch missing in the middle", "DELETE FROM stretches WHERE id=1", "BadStretch",
            "1: id");
        row("another speed", "UPDATE stretches SET kmh=99 WHERE id=1", "OtherDigest");
        row("another direction", "UPDATE stretches SET oneway=1-oneway WHERE id=1", "OtherDigest");
        row("a point moved a metre", "UPDATE points SET lat=lat+0.00001 WHERE id=1", "OtherDigest");
        row("a table that never ends",
            "DROP TABLE meta; CREATE VIEW meta AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL "
            "SELECT i+1 "
            "FROM n) SELECT 'k'||i AS name, 'v' AS value FROM n",
            "Damaged", "meta");
    }

    void whatIsWrongIsNamed()
    {
        QFETCH(const QString, sql);
        QFETCH(const QString, fault);
        QFETCH(const QString, what);
        QVERIFY(writeRoads(town(), path("a.roads")).has_value());
        {
            SQLite::Database db(path("a.roads").string(), SQLite::OPEN_READWRITE);
            db.exec(sql.toStdString());
        }
        const auto read = readRoads(path("a.roads"));
        QVERIFY(!read.has_value());
        const packs::Words words = wordsFor(read.error());
        QVERIFY2(QString::fromLatin1(faultName(read.error().fault)) == fault, words.en.c_str());
        QVERIFY2(QString::fromStdString(words.en).contains(what), words.en.c_str());
        QVERIFY(!words.zh.empty() && words.zh != words.en);
        QVERIFY(!words.en.contains("%1") && !words.zh.contains("%1"));
    }

    void noRoadsAtAll()
    {
        RoadNet none = town();
        none.stretches.clear();
        QVERIFY(writeRoads(none, path("a.roads")).has_value());
        QCOMPARE(readRoads(path("a.roads")).error().fault, Fault::NoRoads);
    }

    void otherFilesAreTold()
    {
        write(path("empty.roads"), {});
        QCOMPARE(readRoads(path("empty.roads")).error().fault, Fault::Empty);
        write(path("text.roads"), "a road is a road");
        QCOMPARE(readRoads(path("text.roads")).error().fault, Fault::NotRoads);
        QCOMPARE(readRoads(path("none.roads")).error().fault, Fault::Unreadable);
        QCOMPARE(readRoads(path("")).error().fault, Fault::Unreadable); // a folder
        QVERIFY(writeRoads(town(), path("a.roads")).has_value());
        write(path("a.roads-journal"), "half");
        QCOMPARE(readRoads(path("a.roads")).error().fault, Fault::BeingMade);
    }

    // Bytes turned over one by one: the same roads as before, or a refusal; and never anything else.
    void anyByteMayBeDamaged()
    {
        const RoadNet net = town();
        QVERIFY(writeRoads(net, path("a.roads")).has_value());
        const QByteArray good = bytesOf(path("a.roads"));
        int refused = 0;
        int tried = 0;
        for (qsizetype at = 0; at < good.size(); ++at) {
            if (good[at] == 0 && at % 16 != 0) {
                continue; // most of a small file is nothing
            }
            QByteArray bad = good;
            bad[at] = static_cast<char>(bad[at] ^ (at % 2 == 0 ? 0xFF : 0x01));
            write(path("bad.roads"), bad);
            const auto read = readRoads(path("bad.roads"));
            ++tried;
            refused += read ? 0 : 1;
            if (read) {
                QVERIFY2(read->facts == net.facts, qPrintable(QString::number(at)));
                QVERIFY2(read->points == net.points, qPrintable(QString::number(at)));
                QVERIFY2(read->stretches == net.stretches, qPrintable(QString::number(at)));
            } else {
                QVERIFY(!wordsFor(read.error()).en.empty());
            }
        }
        qInfo("%d bytes of %d refused", refused, tried);
        QVERIFY(refused > tried / 5);
    }

    void aCutFileIsRefused()
    {
        QVERIFY(writeRoads(town(), path("a.roads")).has_value());
        const QByteArray good = bytesOf(path("a.roads"));
        for (qsizetype length = 0; length < good.size(); length += 61) {
            write(path("cut.roads"), good.first(length));
            QVERIFY2(
                !readRoads(path("cut.roads")).has_value(), qPrintable(QString::number(length)));
        }
    }

    void theShelfTakesTheFirstGoodOne()
    {
        QVERIFY(openRoadShelf(path("none"), true).refused.empty());
        write(path("a.roads"), "not roads");
        QVERIFY(writeRoads(town(), path("b.roads")).has_value());
        QVERIFY(writeRoads(town(), path("c.mbtiles")).has_value()); // by its name it is none
        for (const bool isWhole : {false, true}) {
            const RoadShelf shelf = openRoadShelf(path(""), isWhole);
            QVERIFY(shelf.facts.has_value());
            QCOMPARE(shelf.graph != nullptr, isWhole);
            QCOMPARE(shelf.refused.size(), 1U);
            QCOMPARE(shelf.refused.front().file, path("a.roads"));
            QCOMPARE(shelf.refused.front().problem.fault, Fault::NotRoads);
        }
        const RoadShelf shelf = openRoadShelf(path(""), true);
        QCOMPARE(shelf.graph->facts().name, std::string("示例"));
    }

private:
    [[nodiscard]] Path path(const char* name) const
    {
        return Path(m_folder->path().toStdString()) / name;
    }
    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(tst_RoadFile)
#include "tst_RoadFile.moc"
