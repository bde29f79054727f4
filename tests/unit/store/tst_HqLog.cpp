// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Headquarters' file: what it promises about itself before anybody talks over it.
#include "data/store/HqLog.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <SQLiteCpp/SQLiteCpp.h>

using namespace sz;
using store::HqLog;

namespace {

store::DeskRecord desk(const char* id)
{
    store::DeskRecord desk;
    desk.id = DeskId(id);
    desk.unit = UnitCode("D05");
    fillRandom(desk.key);
    desk.enrolledAt = fromUtcMs(1000);
    return desk;
}

store::NumberedEntry entry(std::uint64_t number, const char* id, const Bytes& raw = {0xa0})
{
    return {number,
            id,
            DeskId("D05-01"),
            number,
            {},
            fromUtcMs(5),
            0,
            {log::SubjectKind::Incident, "A"},
            raw};
}

} // namespace

class tst_HqLog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void keepsWhatWasCommitted();
    void forgetsWhatWasRolledBack();
    void refusesAGap();
    void refusesASecondUse_data();
    void refusesASecondUse();
    void isNeverEdited_data();
    void isNeverEdited();
    void feedsByPieces();
    void refusesANewerFile();
    void namesADamagedFile_data();
    void namesADamagedFile();
    void secondOneIsLockedOut();
    void isDurableAndPrivate();

private:
    std::unique_ptr<HqLog> open() { return HqLog::open(path()).value(); }
    std::filesystem::path path() const { return m_folder->path().toStdString(); }
    std::string file() const { return (path() / "hq.db").string(); }
    Code failure() { return HqLog::open(path()).error_or(Error{}).code; }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void tst_HqLog::keepsWhatWasCommitted()
{
    auto log = open();
    QVERIFY(log->begin());
    QVERIFY(log->desks().add(desk("D05-01")));
    QVERIFY(log->append(entry(1, "E1", {1, 2, 3})));
    QVERIFY(log->refuse({DeskId("D05-01"), 2, "", {}, Code::BadEncoding, "坏", fromUtcMs(6)}));
    QVERIFY(log->desks().setChain(DeskId("D05-01"), 2, sha256(viewOf("x"))));
    QVERIFY(log->setDaySerial(-3, 41));
    QVERIFY(log->setMeta("operation", "wuhan"));
    QVERIFY(log->commit());
    log.reset();
    log = open();
    QCOMPARE(log->head().value(), 1U);
    QVERIFY(log->hasEntry("E1").value());
    QCOMPARE(log->decided(DeskId("D05-01"), 1)->raw, (Bytes{1, 2, 3}));
    QCOMPARE(log->decided(DeskId("D05-01"), 2)->code, Code::BadEncoding);
    QCOMPARE(log->decided(DeskId("D05-01"), 2)->raw, Bytes{});
    QCOMPARE(log->decided(DeskId("D05-01"), 3).error().code, Code::NotFound);
    QCOMPARE(log->daySerials()->at(-3), 41U);
    QCOMPARE(log->meta("operation")->value(), "wuhan");
    QVERIFY(!log->meta("nothing")->has_value());
    const auto desks = log->desks().all().value();
    QCOMPARE(desks.size(), std::size_t{1});
    QCOMPARE(desks[0].lastCounter, 2U);
    QCOMPARE(desks[0].author, sha256(viewOf("x")));
    QVERIFY(!desks[0].revokedAt);
}

void tst_HqLog::forgetsWhatWasRolledBack()
{
    auto log = open();
    QVERIFY(log->begin());
    QVERIFY(log->desks().add(desk("D05-01")));
    log->rollback();
    log->rollback(); // nothing to do is no harm
    QVERIFY(log->desks().all()->empty());
}

void tst_HqLog::refusesAGap()
{
    auto log = open();
    QVERIFY(log->desks().add(desk("D05-01")));
    QVERIFY(log->append(entry(1, "E1")));
    QCOMPARE(log->append(entry(3, "E3")).error().code, Code::StoreWrite);
    QVERIFY(log->feeds().place(UnitCode("D05"), 1, {1, {}}));
    QCOMPARE(log->feeds().place(UnitCode("D05"), 1, {3, {}}).error().code, Code::StoreWrite);
    QVERIFY(log->append(entry(2, "E2")));
}

void tst_HqLog::refusesASecondUse_data()
{
    QTest::addColumn<quint64>("number");
    QTest::addColumn<quint64>("counter");
    QTest::addColumn<QByteArray>("id");
    QTest::newRow("of a number") << quint64{1} << quint64{2} << QByteArray("E2");
    QTest::newRow("of a counter") << quint64{2} << quint64{1} << QByteArray("E2");
    QTest::newRow("of an id") << quint64{2} << quint64{2} << QByteArray("E1");
}

void tst_HqLog::refusesASecondUse()
{
    QFETCH(quint64, number);
    QFETCH(quint64, counter);
    QFETCH(QByteArray, id);
    auto log = open();
    QVERIFY(log->desks().add(desk("D05-01")));
    QVERIFY(log->append(entry(1, "E1")));
    auto second = entry(number, id.constData());
    second.counter = counter;
    QVERIFY(!log->append(second));
    QCOMPARE(log->head().value(), 1U);
}

void tst_HqLog::isNeverEdited_data()
{
    QTest::addColumn<QByteArray>("sql");
    for (const char* table : {"entry", "refused", "batch", "feed"}) {
        QTest::newRow(table) << QByteArray("DELETE FROM ") + table;
    }
    QTest::newRow("a body") << QByteArray("UPDATE entry SET raw = x'00'");
}

void tst_HqLog::isNeverEdited()
{
    QFETCH(QByteArray, sql);
    {
        auto log = open();
        QVERIFY(log->desks().add(desk("D05-01")));
        QVERIFY(log->append(entry(1, "E1")));
        QVERIFY(log->refuse({DeskId("D05-01"), 2, "", {}, Code::BadEncoding, "", fromUtcMs(6)}));
        QVERIFY(log->keepSignature({OperationId("x"), DeskId("D05-01"), 1, {}, {{1}, {2}}, {}}));
        QVERIFY(log->feeds().place(UnitCode("D05"), 1, {1, {}}));
    }
    SQLite::Database db(file(), SQLite::OPEN_READWRITE);
    QVERIFY_THROWS_EXCEPTION(SQLite::Exception, db.exec(sql.constData()));
}

void tst_HqLog::feedsByPieces()
{
    auto log = open();
    QVERIFY(log->desks().add(desk("D05-01")));
    const UnitCode unit("D05");
    for (std::uint64_t n = 1; n <= 5; ++n) {
        QVERIFY(log->append(entry(n, ("E" + std::to_string(n)).c_str(), Bytes(100))));
        if (n != 2) {
            const auto seq = n == 1 ? 1 : n - 1;
            QVERIFY(log->feeds().place(unit, n, {seq, sha256(viewOf(std::to_string(seq)))}));
        }
    }
    const auto byItems = log->feeds().after(unit, 1, 2, 10000).value();
    QCOMPARE(byItems.items.size(), std::size_t{2});
    QCOMPARE(byItems.items[0].seq, 2U);
    QCOMPARE(byItems.items[0].number, 3U);
    QCOMPARE(byItems.hash, sha256(viewOf("3")));
    QCOMPARE(log->feeds().after(unit, 0, 10, 150)->items.size(), std::size_t{2});
    QCOMPARE(log->feeds().after(unit, 0, 10, 1)->items.size(), std::size_t{1}); // never none
    QVERIFY(log->feeds().after(unit, 4, 10, 10000)->items.empty());
    QCOMPARE(log->feeds().heads()->at(unit).seq, 4U);
    QCOMPARE(log->feeds().hashAt(unit, 9).error().code, Code::NotFound);
    const auto missing = log->feeds().missing(unit, {log::SubjectKind::Incident, "A"}, 5).value();
    QCOMPARE(missing.size(), std::size_t{1});
    QCOMPARE(missing[0].number, 2U);
}

void tst_HqLog::refusesANewerFile()
{
    open();
    SQLite::Database(file(), SQLite::OPEN_READWRITE).exec("PRAGMA user_version=99");
    QFile before(QString::fromStdString(file()));
    QVERIFY(before.open(QIODevice::ReadOnly));
    const QByteArray content = before.readAll();
    QCOMPARE(failure(), Code::StoreFromFuture);
    QVERIFY(before.seek(0));
    QCOMPARE(before.readAll(), content); // not touched
}

void tst_HqLog::namesADamagedFile_data()
{
    QTest::addColumn<QString>("damage");
    QTest::newRow("no database at all") << QStringLiteral("text");
    QTest::newRow("a page overwritten") << QStringLiteral("page");
    QTest::newRow("another program's database") << QStringLiteral("foreign");
}

void tst_HqLog::namesADamagedFile()
{
    QFETCH(QString, damage);
    if (damage == QStringLiteral("foreign")) {
        SQLite::Database(file(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE)
            .exec("CREATE TABLE other (x)");
    } else {
        open();
        QFile broken(QString::fromStdString(file()));
        QVERIFY(broken.open(QIODevice::ReadWrite));
        QVERIFY(broken.seek(damage == QStringLiteral("text") ? 0 : 4096));
        broken.write(QByteArray(4096, 'x'));
    }
    const auto opened = HqLog::open(path());
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, Code::StoreCorrupt);
    QCOMPARE(opened.error().where, file());
}

void tst_HqLog::secondOneIsLockedOut()
{
    auto log = open();
    QCOMPARE(failure(), Code::StoreLocked);
    log.reset();
    QVERIFY(HqLog::open(path()));
}

void tst_HqLog::isDurableAndPrivate()
{
    const auto log = open();
    const auto others = QFileDevice::ReadOther | QFileDevice::ReadGroup | QFileDevice::WriteOther
                        | QFileDevice::WriteGroup;
    for (const char* suffix : {"", "-wal"}) {
        QVERIFY(!(QFile::permissions(QString::fromStdString(file() + suffix)) & others));
    }
    QVERIFY(QFile::exists(
        QString::fromStdString(file() + "-wal"))); // the other pragmas are read back by SqliteFile
}

QTEST_GUILESS_MAIN(tst_HqLog)
#include "tst_HqLog.moc"
