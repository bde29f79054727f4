// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The desk's files alone: what is appended is there after reopening, and damage is named, never overlooked.
#include "data/store/DeskLog.h"
#include "data/store/DeskView.h"
#include "data/store/OutboxMirror.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace sz;
using namespace sz::store;

namespace {

const OperationId kOperation("op");
const DeskId kDesk("desk-1");
const UnitCode kUnit("D05");

Bytes entryBytes(UlidMaker& ids, const std::string& text)
{
    log::Entry e;
    e.id = ids.next(fromUtcMs(1'000'000));
    e.desk = kDesk;
    e.unit = kUnit;
    e.type = 10;
    e.subject = {log::SubjectKind::Incident, "I"};
    e.body = log::encode(log::Fields{{1, text}});
    return log::encodeEntry(e);
}

log::FeedItem place(std::uint64_t seq, Bytes raw)
{
    return {seq, seq * 10, fromUtcMs(2'000'000), 0, std::move(raw)};
}

Digest chain(Digest from, const std::vector<log::FeedItem>& items)
{
    for (const auto& item : items) {
        from = log::feedLink(from, item);
    }
    return from;
}

// A second run of the program, with SANZHEN_TEST_SEALED, keeps every file sealed.
const OutboxMirror::Key& key()
{
    static const OutboxMirror::Key kKey =
        qEnvironmentVariableIsSet("SANZHEN_TEST_SEALED")
            ? std::make_shared<const vault::SecretKey>(vault::SecretKey::generate())
            : nullptr;
    return kKey;
}

} // namespace

class TestDeskStore : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_dir;
    int m_next = 0;

    std::filesystem::path file(const char* name)
    {
        const auto folder =
            std::filesystem::path(m_dir.path().toStdString()) / std::to_string(m_next++);
        std::filesystem::create_directories(folder);
        return folder / name;
    }

private Q_SLOTS:
    void ownEntriesSurviveReopeningWithTheirChain()
    {
        const auto path = file("log.db");
        UlidMaker ids;
        Digest last{};
        {
            auto log = DeskLog::open(path, kOperation, kDesk, kUnit, key().get());
            QVERIFY(log.has_value());
            for (int i = 0; i < 3; ++i) {
                const auto own = log->appendOwn(entryBytes(ids, std::to_string(i)));
                QVERIFY(own.has_value());
                QCOMPARE(own->counter, std::uint64_t(i + 1));
                QCOMPARE(own->previous, last);
                last = own->authorHash;
            }
        }
        auto log = DeskLog::open(path, kOperation, kDesk, kUnit, key().get());
        QVERIFY(log.has_value());
        QCOMPARE(log->authorHead().seq, 3U);
        QCOMPARE(log->authorHead().hash, last);
        QCOMPARE(log->unsent(0, 10)->size(), 3U);
        QCOMPARE(log->unsent(2, 10)->front().counter, 3U);
    }

    void feedTakesItsOwnOutOfTheOutboxAndKeepsTheAuthorHead()
    {
        const auto path = file("log.db");
        UlidMaker ids;
        auto log = DeskLog::open(path, kOperation, kDesk, kUnit, key().get());
        const auto own = log->appendOwn(entryBytes(ids, "mine"));
        const std::vector items{place(1, own->raw), place(2, entryBytes(ids, "theirs"))};
        QVERIFY(log->appendFeed(items, chain(log->feedHead().hash, items)).has_value());
        QVERIFY(log->outbox()->empty());
        log = DeskLog::open(
            file("other.db"), kOperation, kDesk, kUnit, key().get()); // closes the first
        auto again = DeskLog::open(path, kOperation, kDesk, kUnit, key().get());
        QCOMPARE(again->authorHead().seq, 1U);
        QCOMPARE(again->authorHead().hash, own->authorHash);
        QCOMPARE(again->feedHead().seq, 2U);
        QCOMPARE(again->feedAt({2, 1, 7})->size(), 2U);
    }

    void feedWithAGapOrAWrongHashIsRefused()
    {
        auto log = DeskLog::open(file("log.db"), kOperation, kDesk, kUnit, key().get());
        UlidMaker ids;
        const std::vector gap{place(2, entryBytes(ids, "a"))};
        QCOMPARE(
            log->appendFeed(gap, chain(log->feedHead().hash, gap)).error().code, Code::BadChain);
        const std::vector good{place(1, entryBytes(ids, "a"))};
        QCOMPARE(log->appendFeed(good, Digest{}).error().code, Code::BadChain);
        QCOMPARE(log->feedHead().seq, 0U);
    }

    void aLogBelongsToOneDesk()
    {
        const auto path = file("log.db");
        std::ignore = DeskLog::open(path, kOperation, kDesk, kUnit, key().get());
        QCOMPARE(
            DeskLog::open(path, kOperation, DeskId("desk-2"), kUnit, key().get()).error().code,
            Code::BadArgument);
    }

    void aDamagedLogIsNamed()
    {
        const auto path = file("log.db");
        std::ignore = DeskLog::open(path, kOperation, kDesk, kUnit, key().get());
        QFile raw(QString::fromStdString(path.string()));
        QVERIFY(raw.open(QIODevice::ReadWrite));
        raw.write(QByteArray(512, 'x'));
        raw.close();
        const auto log = DeskLog::open(path, kOperation, kDesk, kUnit, key().get());
        QVERIFY(!log.has_value());
        QCOMPARE(log.error().code, Code::StoreCorrupt);
        QVERIFY(QString::fromStdString(log.error().where).endsWith(QStringLiteral("log.db")));
    }

    void aDamagedViewIsMadeAnewAndSaysSo()
    {
        const auto path = file("view.db");
        {
            auto view = DeskView::open(path, key().get());
            QVERIFY(view.has_value());
            QVERIFY(!view->wasRebuilt());
            QVERIFY(
                view->update({{IncidentId("I"), model::IncidentState::Active, {}, 2, {1, 4}}}, 4)
                    .has_value());
            QCOMPARE(view->board(fromUtcMs(0))->size(), 1U);
            QCOMPARE(view->seqsOf(IncidentId("I"))->size(), 2U);
        }
        QFile raw(QString::fromStdString(path.string()));
        QVERIFY(raw.open(QIODevice::ReadWrite));
        raw.write(QByteArray(4096, '\x7f'));
        raw.close();
        auto view = DeskView::open(path, key().get());
        QVERIFY(view.has_value());
        QVERIFY(view->wasRebuilt());
        QCOMPARE(view->applied(), 0U);
    }

    void theMirrorKeepsUnsentActsAndIgnoresATornEnd()
    {
        const auto path = file("outbox.mirror");
        auto log = DeskLog::open(file("log.db"), kOperation, kDesk, kUnit, key().get());
        auto mirror = OutboxMirror::open(path, systemFiles(), key());
        UlidMaker ids;
        for (int i = 0; i < 3; ++i) {
            QVERIFY(
                mirror->append(*log->appendOwn(entryBytes(ids, std::to_string(i)))).has_value());
        }
        QCOMPARE(OutboxMirror::read(path, key()).entries.size(), 3U);
        std::filesystem::resize_file(path, std::filesystem::file_size(path) - 5);
        const auto torn = OutboxMirror::read(path, key());
        QCOMPARE(torn.entries.size(), 2U);
        QCOMPARE(torn.head.seq, 2U);
        QVERIFY(mirror->rewrite(log->authorHead(), {}).has_value());
        QCOMPARE(OutboxMirror::read(path, key()).head.seq, 3U);
        QVERIFY(OutboxMirror::read(path, key()).entries.empty());
        QVERIFY(mirror->append(*log->appendOwn(entryBytes(ids, "after"))).has_value());
        QCOMPARE(OutboxMirror::read(path, key()).entries.size(), 1U);
    }
};

QTEST_GUILESS_MAIN(TestDeskStore)
#include "tst_DeskStore.moc"
