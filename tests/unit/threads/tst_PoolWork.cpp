// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Work goes to a pool whole, and what it gives comes back to the thread that asked.
#include "data/threads/PoolWork.h"

#include <QFutureWatcher>
#include <QTest>
#include <QThread>

#include <latch>
#include <string>
#include <vector>

using namespace sz;

class TestPoolWork : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPieceRunsOnceOnAnotherThread()
    {
        constexpr int kPieces = 200;
        QThreadPool pool;
        Mailbox home;
        std::vector<std::string> told;
        const auto* here = QThread::currentThread();
        std::atomic<int> elsewhere = 0;
        for (int i = 0; i < kPieces; ++i) {
            startOn(pool, [&, words = std::vector<std::string>{"piece", std::to_string(i)}] {
                elsewhere += QThread::currentThread() != here ? 1 : 0;
                home.post(
                    [&told, text = words.front() + ' ' + words.back()] { told.push_back(text); });
            });
        }
        QVERIFY(QTest::qWaitFor([&] { return told.size() == std::size_t{kPieces}; }, 5000));
        QCOMPARE(elsewhere.load(), kPieces);
        std::ranges::sort(told);
        QCOMPARE(std::ranges::adjacent_find(told), told.end());
    }

    void theLargerPriorityGoesFirst()
    {
        QThreadPool pool;
        pool.setMaxThreadCount(1);
        Mailbox home;
        std::string order;
        std::latch begin(1);
        startOn(pool, [&] { begin.wait(); });
        startOn(pool, [&] { home.post([&] { order += 'b'; }); });
        startOn(pool, [&] { home.post([&] { order += 'a'; }); }, 1);
        begin.count_down();
        QVERIFY(QTest::qWaitFor([&] { return order == std::string("ab"); }, 5000));
    }

    void anAnswerIsToldWhereItWasAskedFor()
    {
        QThreadPool pool;
        QFutureWatcher<std::string> watcher;
        std::string heard;
        connect(&watcher, &QFutureWatcherBase::finished, this, [&] { heard = watcher.result(); });
        watcher.setFuture(askPool(pool, [words = std::string("of the pool")] { return words; }));
        QVERIFY(QTest::qWaitFor([&] { return heard == std::string("of the pool"); }, 5000));
    }

    // The one who asked is gone, its mailbox with it: what is on its way is dropped, nothing else happens.
    // qWaitFor, and whoever else sends deferred deletes out of turn, must not delete the letter box before its letter is read.
    void anAnswerIsNotLostToADeferredDelete()
    {
        QThreadPool pool;
        const QFuture<int> future = askPool(pool, [] { return 7; });
        QVERIFY(pool.waitForDone()); // posted, and the pool has let go of it
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QVERIFY(QTest::qWaitFor([&] { return future.isFinished(); }, 2'000));
        QVERIFY(!future.isCanceled());
        QCOMPARE(future.result(), 7);
    }

    void whatIsPostedToTheDeadIsDropped()
    {
        bool hasRun = false;
        {
            Mailbox home;
            QThreadPool pool;
            startOn(pool, [&] { home.post([&] { hasRun = true; }); });
        }
        QCoreApplication::processEvents();
        QVERIFY(!hasRun);
    }
};

QTEST_GUILESS_MAIN(TestPoolWork)
#include "tst_PoolWork.moc"
