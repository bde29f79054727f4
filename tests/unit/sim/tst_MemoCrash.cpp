// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Small things kept beside the log (files to send, tries of a sign-on) go through the same file as acts do: a failed sync there
// is the end of the log for this process, too.
#include "data/log/Entry.h"
#include "data/sim/Disk.h"
#include "data/sim/DiskVfs.h"
#include "data/store/DeskLog.h"

#include <QTest>

using namespace sz;
using namespace sz::sim;

class TestMemoCrash : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsSavedAfterAMemoWhoseSyncFailed()
    {
        const DiskVfs vfs(1);
        const SimFolder folder;
        Disk disk(folder.path() / "desk", 1);
        log::Entry entry;
        entry.id = UlidMaker().next(fromUtcMs(1'000'000));
        entry.desk = DeskId("d");
        entry.unit = UnitCode("HQ");
        entry.type = 10;
        entry.subject = {log::SubjectKind::Incident, "I"};
        entry.body = log::encode(log::Fields{{1, std::string("a note")}});
        {
            auto log = store::DeskLog::open(
                disk.folder() / "log.db", OperationId("op"), DeskId("d"), UnitCode("HQ"));
            QVERIFY(log);
            QVERIFY(log->setMemo("a", Bytes{1}));
            QVERIFY(!log->fault());

            disk.injure(Injury::Sync, disk.calls() + 1, false);
            const auto failed = log->setMemo("a", Bytes{2});
            QVERIFY(disk.hasFailed());
            QVERIFY(!failed);
            QCOMPARE(failed.error().code, Code::SyncFailed);
            QVERIFY(log->fault());

            // The disk is well again; what it holds, nobody here knows.
            const auto memo = log->setMemo("b", Bytes{3});
            QVERIFY(!memo);
            QCOMPARE(memo.error().code, Code::SyncFailed);
            const auto act = log->appendOwn(log::encodeEntry(entry));
            QVERIFY(!act);
            QCOMPARE(act.error().code, Code::SyncFailed);
        }
        disk.kill(true);
        disk.restart();
        auto log = store::DeskLog::open(
            disk.folder() / "log.db", OperationId("op"), DeskId("d"), UnitCode("HQ"));
        QVERIFY(log);
        QVERIFY(log->memo("a"));
        QVERIFY(log->setMemo("b", Bytes{3}));
        QVERIFY(log->appendOwn(log::encodeEntry(entry)));
    }
};

QTEST_GUILESS_MAIN(TestMemoCrash)
#include "tst_MemoCrash.moc"
