// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Injuries of headquarters' file: memory and disk never part, and nothing is acknowledged that is not on the disk.
#include "tests/unit/hq/Office.h"

#include <QFile>
#include <QTest>

#include <SQLiteCpp/SQLiteCpp.h>

#include <csignal>
#include <sys/resource.h>

using namespace sz;
using namespace sz::test;

namespace {

// No file of this process may grow beyond this size while it lives: a full disk.
class FullDisk
{
public:
    explicit FullDisk(rlim_t bytes)
    {
        getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit limit{bytes, m_before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FullDisk() { setrlimit(RLIMIT_FSIZE, &m_before); }
    FullDisk(const FullDisk&) = delete;
    FullDisk& operator=(const FullDisk&) = delete;

private:
    rlimit m_before{};
};

void tamper(const std::string& file, const char* sql)
{
    SQLite::Database db(file, SQLite::OPEN_READWRITE);
    db.exec("PRAGMA foreign_keys=OFF");
    db.exec("DROP TRIGGER entry_edit; DROP TRIGGER entry_delete");
    db.exec(sql);
}

} // namespace

class tst_EngineStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { std::signal(SIGXFSZ, SIG_IGN); }
    void fullDiskAtEveryWriteLosesNothing();
    void damagedEntryIsLeftAside();
    void missingNumberIsCorrupt();
    void logOfAnotherOperationIsRefused();
};

void tst_EngineStore::fullDiskAtEveryWriteLosesNothing()
{
    Office office;
    Author author = office.enrol("HQ");
    Author district = office.enrol("D05");
    const std::string incident = author.write(report(*samplePlan(), "燃气泄漏"));
    office.push(office.connect(author), author.batch(1));
    for (int i = 0; i < 20; ++i) {
        author.write(model::AddNote{std::string(3000, 'x')}, incident);
    }
    author.write(order(*samplePlan(), UnitCode("L06"), "o1"), incident);
    district.write(report(*samplePlan(), "积水"));

    int failures = 0;
    for (rlim_t room = 0;; room += 4096) {
        const auto desk = office.join(author);
        const auto districtDesk = office.join(district);
        office.send(desk, sync::Push{author.batch(2)});
        office.send(districtDesk, sync::Push{district.batch(1)});
        {
            const FullDisk full(
                room); // the WAL begins anew with each start; its room counts for nothing
            office.engine().flush();
        }
        if (const auto verdicts = office.next<sync::Verdicts>(desk)) {
            QCOMPARE(verdicts->verdicts.back().number, 22U);
            QCOMPARE(inWords(office.next<sync::Verdicts>(districtDesk)->verdicts), "accepted 23");
            break;
        }
        ++failures;
        QCOMPARE(office.refusal(desk), Code::Busy);
        QCOMPARE(office.refusal(districtDesk), Code::Busy);
        QVERIFY(!office.next<sync::Verdicts>(districtDesk));
        QVERIFY(office.hasLine("commit"));
        QCOMPARE(office.engine().lastNumber(), 1U);
        QCOMPARE(office.log().head().value(), 1U);
        QCOMPARE(office.engine().incident(IncidentId(incident))->version, 1U);
        QCOMPARE(office.record(author.desk()).lastCounter, 1U);
        QVERIFY(
            office.engine()
                .fault()); // a file-size limit is no full disk: a write error, after which only a start helps
        QVERIFY(office.restart());
    }
    QVERIFY2(failures > 5, qPrintable(QString::number(failures)));
    QVERIFY(office.restart());
    QCOMPARE(office.engine().lastNumber(), 23U);
    const auto desk = office.join(author);
    QCOMPARE(office.feed(desk, "HQ").size(), std::size_t{23});
}

void tst_EngineStore::damagedEntryIsLeftAside()
{
    Office office;
    Author author = office.enrol("HQ");
    const std::string first = author.write(report(*samplePlan(), "一"));
    const std::string second = author.write(report(*samplePlan(), "二"));
    author.write(model::AddNote{"坏了"}, first);
    author.write(model::AddNote{"好的"}, first);
    office.push(office.connect(author), author.batch(1));
    office.stop();
    tamper(office.file(), "UPDATE entry SET raw = x'00' WHERE number = 3");
    QVERIFY(office.restart());
    QCOMPARE(office.engine().incident(IncidentId(first))->version, 2U); // folded when asked for
    QVERIFY(office.hasLine("quarantined"));
    QCOMPARE(office.engine().incident(IncidentId(second))->version, 1U);
    QCOMPARE(office.engine().lastNumber(), 4U);
}

void tst_EngineStore::missingNumberIsCorrupt()
{
    Office office;
    Author author = office.enrol("HQ");
    author.write(report(*samplePlan(), "一"));
    author.write(report(*samplePlan(), "二"));
    office.push(office.connect(author), author.batch(1));
    office.stop();
    tamper(office.file(), "DELETE FROM entry WHERE number = 1");
    const auto opened = office.restart();
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, Code::StoreCorrupt);
}

void tst_EngineStore::logOfAnotherOperationIsRefused()
{
    Office office;
    office.operationToOpen = OperationId("wuhan");
    const auto opened = office.restart();
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, Code::LinkRefused);
}

QTEST_GUILESS_MAIN(tst_EngineStore)
#include "tst_EngineStore.moc"
