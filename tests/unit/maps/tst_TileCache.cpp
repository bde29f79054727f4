// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Never twice, never for nobody, never more than allowed.

#include "maps/tiles/TileCache.h"

#include <QMutex>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>

using namespace sz::maps;

namespace {

TileKey key(int x)
{
    return {11000, x, 0, sz::symbols::Theme::Dark, 100};
}

/// A painter that waits until it is let go, and counts.
struct SlowPainter
{
    QSemaphore gate;
    QMutex mutex;
    QHash<TileKey, int> painted;

    TileCache::Painter painter()
    {
        return [this](const TileKey& k) {
            gate.acquire();
            const QMutexLocker lock(&mutex);
            ++painted[k];
            QImage image(16, 16, QImage::Format_RGB32);
            image.fill(static_cast<uint>(k.x));
            return image;
        };
    }
    int times(const TileKey& k)
    {
        const QMutexLocker lock(&mutex);
        return painted.value(k);
    }
};

constexpr qsizetype kTileBytes = 16 * 16 * 4;

} // namespace

class tst_TileCache : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_slow = std::make_unique<SlowPainter>();
        m_pool = std::make_unique<QThreadPool>();
        m_pool->setMaxThreadCount(2);
        m_cache = std::make_unique<TileCache>(*m_pool, 4 * kTileBytes);
        m_cache->setPainter(m_slow->painter());
    }
    void cleanup()
    {
        m_slow->gate.release(1000);
        m_pool->waitForDone();
        m_cache.reset();
    }

    void aTileIsPaintedOnce()
    {
        for (int i = 0; i < 5; ++i) {
            m_cache->want({key(1), key(2), key(1), key(3), key(3)});
        }
        m_slow->gate.release(100);
        QTRY_COMPARE(m_cache->openCount(), 0);
        m_cache->want({key(1), key(2), key(3)});
        QCOMPARE(m_cache->openCount(), 0);
        QCOMPARE(m_slow->times(key(1)), 1);
        QCOMPARE(m_slow->times(key(3)), 1);
        QCOMPARE(m_cache->paintedCount(), 3);
    }

    void whatNobodyWantsIsForgotten()
    {
        m_cache->want({key(1), key(2), key(3), key(4), key(5)}); // two in work, three waiting
        m_cache->want({key(9)});
        m_slow->gate.release(100);
        QTRY_COMPARE(m_cache->openCount(), 0);
        QVERIFY(!m_cache->find(key(9)).isNull());
        QCOMPARE(m_slow->times(key(3)) + m_slow->times(key(4)) + m_slow->times(key(5)), 0);
    }

    void theCapHolds()
    {
        m_slow->gate.release(100);
        for (int x = 0; x < 12; ++x) {
            m_cache->want({key(x)});
            QTRY_COMPARE(m_cache->openCount(), 0);
            (void)m_cache->find(key(0)); // used all the time, so it stays
        }
        QVERIFY(m_cache->bytes() <= 4 * kTileBytes);
        QVERIFY(!m_cache->find(key(0)).isNull());
        QVERIFY(!m_cache->find(key(11)).isNull());
        QVERIFY(m_cache->find(key(5)).isNull());
    }

    void lateTilesOfOldGroundAreDropped()
    {
        QSignalSpy ready(m_cache.get(), &TileCache::tileReady);
        m_cache->want({key(1)});
        m_cache->setPainter([](const TileKey&) { return QImage(16, 16, QImage::Format_RGB32); });
        m_slow->gate.release(100);
        m_pool->waitForDone();
        QCoreApplication::processEvents();
        QCOMPARE(ready.count(), 0);
        QVERIFY(m_cache->find(key(1)).isNull());
        m_cache->want({key(1)});
        QTRY_COMPARE(ready.count(), 1);
    }

    void oldTilesStandInUntilTheNewAreThere()
    {
        m_slow->gate.release(100);
        m_cache->want({key(1)});
        QTRY_VERIFY(m_cache->isFresh(key(1)));
        const QImage before = m_cache->find(key(1));
        const qsizetype bytes = m_cache->bytes();
        QSemaphore gate;
        m_cache->setPainter(
            [&gate](const TileKey&) {
                gate.acquire();
                QImage image(16, 16, QImage::Format_RGB32);
                image.fill(Qt::white);
                return image;
            },
            true);
        QVERIFY(!m_cache->isFresh(key(1)));
        QCOMPARE(m_cache->find(key(1)), before);
        m_cache->want({key(1)});
        QCOMPARE(m_cache->find(key(1)), before);
        gate.release(100);
        QTRY_VERIFY(m_cache->isFresh(key(1)));
        QVERIFY(m_cache->find(key(1)) != before);
        QCOMPARE(m_cache->bytes(), bytes); // it took the other's place
        m_pool->waitForDone();
    }

    void whatHasChangedIsPaintedAnewAndNothingElse()
    {
        m_slow->gate.release(100);
        m_cache->want({key(1), key(3)});
        QTRY_COMPARE(m_cache->openCount(), 0);
        const QImage before = m_cache->find(key(1));
        MercatorBox box;
        box.include(key(1).box().centre());
        m_cache->ageWithin({box});
        QVERIFY(!m_cache->isFresh(key(1)));
        QVERIFY(m_cache->isFresh(key(3)));
        QCOMPARE(m_cache->find(key(1)), before); // it stands in
        m_cache->want({key(1), key(3)});
        QTRY_VERIFY(m_cache->isFresh(key(1)));
        QCOMPARE(m_slow->times(key(1)), 2);
        QCOMPARE(m_slow->times(key(3)), 1);
    }

    void whatChangesWhileItIsPaintedIsPaintedAgain()
    {
        m_cache->want({key(1)}); // held at the gate
        MercatorBox box;
        box.include(key(1).box().centre());
        m_cache->ageWithin({box});
        m_slow->gate.release(100);
        QTRY_VERIFY(m_cache->isFresh(key(1)));
        QCOMPARE(m_slow->times(key(1)), 2);
    }

private:
    std::unique_ptr<SlowPainter> m_slow;
    std::unique_ptr<QThreadPool> m_pool;
    std::unique_ptr<TileCache> m_cache;
};

QTEST_GUILESS_MAIN(tst_TileCache)
#include "tst_TileCache.moc"
