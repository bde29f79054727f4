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

class tst_HqFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void refusesANewerFile();
    void namesADamagedFile_data();
    void namesADamagedFile();
    void secondOneIsLockedOut();
    void isDurableAndPrivate();
    void backsUpWhileItWorks();

private:
    std::unique_ptr<HqLog> open() { return HqLog::open(path()).value(); }
    std::filesystem::path path() const { return m_folder->path().toStdString(); }
    std::string file() const { return (path() / "hq.db").string(); }
    Code failure() { return HqLog::open(path()).error_or(Error{}).code; }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void tst_HqFile::refusesANewerFile()
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

void tst_HqFile::namesADamagedFile_data()
{
    QTest::addColumn<QString>("damage");
    QTest::newRow("no database at all") << QStringLiteral("text");
    QTest::newRow("a page overwritten") << QStringLiteral("page");
    QTest::newRow("another program's database") << QStringLiteral("foreign");
}

void tst_HqFile::namesADamagedFile()
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

void tst_HqFile::secondOneIsLockedOut()
{
    auto log = open();
    QCOMPARE(failure(), Code::StoreLocked);
    log.reset();
    QVERIFY(HqLog::open(path()));
}

void tst_HqFile::isDurableAndPrivate()
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

// The copy is of the moment before the open transaction.
void tst_HqFile::backsUpWhileItWorks()
{
    auto log = open();
    QVERIFY(log->setMeta("a", "1"));
    QVERIFY(log->begin());
    QVERIFY(log->setMeta("a", "2"));
    const auto copy = path() / "copy";
    QVERIFY(std::filesystem::create_directory(copy));
    QVERIFY(log->backupTo(copy / "hq.db"));
    QVERIFY(log->commit());
    QVERIFY(!QFile::exists(QString::fromStdString((copy / "hq.db-wal").string())));
    QCOMPARE(HqLog::open(copy).value()->meta("a")->value(), "1");
    QCOMPARE(log->meta("a")->value(), "2");
}

QTEST_GUILESS_MAIN(tst_HqFile)
#include "tst_HqFile.moc"
