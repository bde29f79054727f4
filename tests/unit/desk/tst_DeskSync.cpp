// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The desk's state machine against hand-made frames: pushes once, follows the feed, never trusts a gap, comes back by itself.
#include "data/sync/DeskSync.h"

#include <QTemporaryDir>
#include <QTest>

using namespace sz;
using namespace sz::sync;

namespace {

const OperationId kOperation("op");
const DeskId kDesk("desk-1");
const UnitCode kUnit("D05");

Bytes entryBytes(UlidMaker& ids, const DeskId& desk)
{
    log::Entry e;
    e.id = ids.next(fromUtcMs(1'000'000));
    e.desk = desk;
    e.unit = kUnit;
    e.type = 10;
    e.subject = {log::SubjectKind::Incident, "I"};
    e.body = log::encode(log::Fields{{1, "text"}});
    return log::encodeEntry(e);
}

/// A desk with its log in a temporary folder; what it wants is collected.
class Bench
{
public:
    Bench()
        : log(*store::DeskLog::open(
              folder.filePath(QStringLiteral("log.db")).toStdString(),
              kOperation,
              kDesk,
              kUnit))
    {
        make(false);
    }

    void make(bool isRebuilt)
    {
        machine.emplace(
            log, DeskSync::Identity{kOperation, kDesk, kUnit, &key, isRebuilt, {}},
            DeskSync::Callbacks{
                [this] { ++opens; }, [this] { ++closes; },
                [this](const Frame& f) { sent.push_back(f); },
                [this](const std::vector<log::FeedItem>& i, std::uint64_t) { applied += i.size(); },
                [this](const Verdict& v) { verdicts.push_back(v); }, [] {},
                [this](Error) { ++failures; }},
            1);
    }

    template <class T>
    const T* lastSent() const
    {
        for (auto it = sent.rbegin(); it != sent.rend(); ++it) {
            if (const T* f = std::get_if<T>(&*it)) {
                return f;
            }
        }
        return nullptr;
    }

    template <class T>
    std::size_t countSent() const
    {
        return static_cast<std::size_t>(std::ranges::count_if(
            sent, [](const Frame& f) { return std::holds_alternative<T>(f); }));
    }

    void welcome(std::uint64_t head = 0, std::uint64_t received = 0)
    {
        machine->start(now);
        machine->linkUp(now);
        Welcome w;
        w.now = now;
        w.feedHead = head;
        w.received = received;
        machine->frame(w, now);
    }

    Feed feed(std::vector<Bytes> raws)
    {
        Feed f;
        f.unit = kUnit;
        if (log.feedHead().seq >= fed.seq) {
            fed = log.feedHead();
        }
        for (Bytes& raw : raws) {
            ++fed.seq;
            f.items.push_back({fed.seq, fed.seq * 3, now, 0, std::move(raw)});
            fed.hash = log::feedLink(fed.hash, f.items.back());
        }
        f.hash = fed.hash;
        return f;
    }

    QTemporaryDir folder;
    SigningKey key = SigningKey::generate();
    store::DeskLog log;
    UlidMaker ids;
    store::ChainHead fed; ///< last place that `feed` made
    std::optional<DeskSync> machine;
    Instant now = fromUtcMs(1'700'000'000'000);
    int opens = 0;
    int closes = 0;
    int failures = 0;
    std::size_t applied = 0;
    std::vector<Frame> sent;
    std::vector<Verdict> verdicts;
};

} // namespace

class TestDeskSync : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void greetsWithItsHeadsAndBecomesLive()
    {
        Bench b;
        std::ignore = b.log.appendOwn(entryBytes(b.ids, kDesk));
        b.welcome();
        QCOMPARE(b.lastSent<Hello>()->written, 1U);
        QCOMPARE(b.lastSent<Credit>()->frames, 4);
        QCOMPARE(b.machine->status().state, DeskState::Live);
        QVERIFY(b.machine->status().asOf.has_value());
    }

    void pushesUnsentActsSignedAndOnlyOnceUntilAVerdict()
    {
        Bench b;
        std::ignore = b.log.appendOwn(entryBytes(b.ids, kDesk));
        b.welcome();
        const auto* push = b.lastSent<Push>();
        QVERIFY(push != nullptr);
        QCOMPARE(push->batch.firstCounter, 1U);
        QVERIFY(log::verifyBatch(push->batch, b.key.publicKey()));
        std::ignore = b.log.appendOwn(entryBytes(b.ids, kDesk));
        b.machine->ownEntryWritten(b.now);
        QCOMPARE(b.countSent<Push>(), 1U); // the first is in flight
        b.machine->frame(Verdicts{{{1, VerdictKind::Accepted, 77, {}, {}}}, b.now}, b.now);
        QCOMPARE(b.countSent<Push>(), 2U);
        QCOMPARE(b.lastSent<Push>()->batch.firstCounter, 2U);
        QCOMPARE(b.lastSent<Push>()->batch.previous, b.log.outbox()->at(1).previous);
    }

    void aRejectionIsStoredAndDoesNotStopTheNext()
    {
        Bench b;
        std::ignore = b.log.appendOwn(entryBytes(b.ids, kDesk));
        std::ignore = b.log.appendOwn(entryBytes(b.ids, kDesk));
        b.welcome();
        QCOMPARE(b.lastSent<Push>()->batch.entries.size(), 2U);
        b.machine->frame(
            Verdicts{
                {{1, VerdictKind::Rejected, 0, Code::NotAllowed, "no"},
                 {2, VerdictKind::Accepted, 5, {}, {}}},
                b.now},
            b.now);
        const auto outbox = b.log.outbox();
        QCOMPARE(outbox->at(0).state, store::SendState::Rejected);
        QCOMPARE(outbox->at(0).code, Code::NotAllowed);
        QCOMPARE(outbox->at(1).state, store::SendState::Accepted);
        QVERIFY(b.log.unsent(0, 9)->empty());
    }

    void laterMeansNotAtOnceAndThenAgain()
    {
        Bench b;
        std::ignore = b.log.appendOwn(entryBytes(b.ids, kDesk));
        b.welcome();
        QCOMPARE(b.countSent<Push>(), 1U);
        b.machine->frame(Verdicts{{{1, VerdictKind::Later, 0, Code::Busy, "quota"}}, b.now}, b.now);
        QVERIFY(b.verdicts.empty()); // nothing is decided
        b.machine->tick(b.now + DeskSync::kLaterWait - Millis{1});
        std::ignore = b.log.appendOwn(entryBytes(b.ids, kDesk));
        b.machine->ownEntryWritten(b.now + DeskSync::kLaterWait - Millis{1}); // no way round it
        QCOMPARE(b.countSent<Push>(), 1U);
        b.machine->tick(b.now + DeskSync::kLaterWait);
        QCOMPARE(b.countSent<Push>(), 2U);
        QCOMPARE(b.lastSent<Push>()->batch.firstCounter, 1U);
        QCOMPARE(b.lastSent<Push>()->batch.entries.size(), std::size_t{2});
    }

    void laterDoesNotLastWhenTheClockIsSetBack()
    {
        Bench b;
        std::ignore = b.log.appendOwn(entryBytes(b.ids, kDesk));
        b.welcome();
        b.machine->frame(Verdicts{{{1, VerdictKind::Later, 0, Code::Busy, "quota"}}, b.now}, b.now);
        b.machine->tick(b.now - std::chrono::hours{1});
        QCOMPARE(b.countSent<Push>(), 2U);
    }

    void followsTheFeedAndIsCatchingUpUntilTheHead()
    {
        Bench b;
        b.welcome(2);
        QCOMPARE(b.machine->status().state, DeskState::CatchingUp);
        b.machine->frame(b.feed({entryBytes(b.ids, DeskId("x"))}), b.now);
        QCOMPARE(b.machine->status().state, DeskState::CatchingUp);
        b.machine->frame(b.feed({entryBytes(b.ids, DeskId("x"))}), b.now);
        QCOMPARE(b.machine->status().state, DeskState::Live);
        QCOMPARE(b.applied, 2U);
        QCOMPARE(b.countSent<Credit>(), 3U);
    }

    void aFeedWithAWrongHashIsNeverStored()
    {
        Bench b;
        b.welcome(1);
        Feed f = b.feed({entryBytes(b.ids, DeskId("x"))});
        f.items[0].number += 1;
        b.machine->frame(f, b.now);
        QCOMPARE(b.log.feedHead().seq, 0U);
        QCOMPARE(b.closes, 1);
        QCOMPARE(b.machine->status().reason, Code::BadChain);
    }

    void comesBackByItselfWithGrowingPauses()
    {
        Bench b;
        b.machine->start(b.now);
        Millis last{0};
        for (int i = 0; i < 12; ++i) {
            b.machine->linkDown({Code::LinkDown, "refused", {}}, b.now);
            const Instant next = *b.machine->status().nextAttempt;
            QVERIFY(next > b.now);
            QVERIFY(next - b.now <= DeskSync::kLongestWait);
            last = next - b.now;
            b.machine->tick(next - Millis{1});
            QCOMPARE(b.opens, i + 1);
            b.now = next;
            b.machine->tick(b.now);
            QCOMPARE(b.opens, i + 2);
        }
        QVERIFY(last >= DeskSync::kLongestWait / 2);
    }

    void silenceAndAMissingVerdictEndTheConnection()
    {
        Bench b;
        b.welcome();
        b.now += DeskSync::kSilence + Millis{1};
        b.machine->tick(b.now);
        QCOMPARE(b.closes, 1);
        QCOMPARE(b.machine->status().state, DeskState::Offline);

        Bench c;
        std::ignore = c.log.appendOwn(entryBytes(c.ids, kDesk));
        c.welcome();
        c.now += DeskSync::kPushWait + Millis{1};
        c.machine->frame(Heartbeat{c.now, 0}, c.now);
        c.machine->tick(c.now);
        QCOMPARE(c.closes, 1);
    }

    // Whatever the connection itself says: one that takes our words and answers nothing is left for the next headquarters.
    void aHeadquartersThatNeverSaysWelcomeIsLeft()
    {
        Bench b;
        b.machine->start(b.now);
        b.machine->linkUp(b.now);
        b.now += DeskSync::kSilence;
        b.machine->tick(b.now);
        QCOMPARE(b.closes, 0);
        b.now += Millis{1};
        b.machine->tick(b.now);
        QCOMPARE(b.closes, 1);
        QCOMPARE(b.machine->status().state, DeskState::Offline);
        b.now += DeskSync::kLongestWait;
        b.machine->tick(b.now);
        QCOMPARE(b.opens, 2);
    }

    void anAnswerThatHeartbeatsOvertakeIsLost_data()
    {
        QTest::addColumn<int>("what");
        QTest::addColumn<int>("beats");
        QTest::newRow("welcome") << 0 << DeskSync::kMostBeats;
        QTest::newRow("feed") << 1 << DeskSync::kMostBeats;
        QTest::newRow("bodies") << 2 << DeskSync::kMostBeats;
        QTest::newRow("grant") << 3 << DeskSync::kMostGrantBeats;
    }
    void anAnswerThatHeartbeatsOvertakeIsLost()
    {
        QFETCH(const int, what);
        QFETCH(const int, beats);
        Bench b;
        std::uint64_t head = 0;
        if (what == 0) {
            b.machine->start(b.now);
            b.machine->linkUp(b.now);
        } else {
            b.welcome();
        }
        if (what == 1) {
            head = 1;
        } else if (what == 2) {
            b.machine->recall({1});
        } else if (what == 3) {
            QVERIFY(b.machine->tell(SignOn{}));
        }
        for (int beat = 1; beat <= beats; ++beat) {
            QCOMPARE(b.closes, 0);
            b.now += Millis{5000};
            b.machine->frame(Heartbeat{b.now, head}, b.now);
        }
        QCOMPARE(b.closes, 1);
        QCOMPARE(b.machine->status().state, DeskState::Offline);
        QCOMPARE(b.machine->status().reason, Code::LinkDown);
    }

    void whatComesInTimeIsNotMissed()
    {
        Bench b;
        b.welcome();
        b.machine->recall({7});
        QVERIFY(b.machine->tell(SignOn{}));
        std::uint64_t head = 0;
        for (int beat = 1; beat < DeskSync::kMostBeats; ++beat) {
            b.now += Millis{5000};
            b.machine->frame(Heartbeat{b.now, ++head}, b.now);
        }
        for (std::uint64_t place = 1; place <= head; ++place) {
            b.machine->frame(b.feed({entryBytes(b.ids, DeskId("other"))}), b.now);
        }
        b.machine->frame(Recalled{{}, {7}}, b.now);
        b.machine->frame(SignedOn{}, b.now);
        for (int beat = 0; beat < 2 * DeskSync::kMostGrantBeats; ++beat) {
            b.now += Millis{5000};
            b.machine->frame(Heartbeat{b.now, head}, b.now);
            b.machine->tick(b.now);
        }
        QCOMPARE(b.closes, 0);
        QCOMPARE(b.machine->status().state, DeskState::Live);
    }

    void aHeadquartersThatKnowsMoreIsAForkUnlessWeLostOurFiles()
    {
        Bench b;
        b.welcome(0, 5);
        QCOMPARE(b.machine->status().state, DeskState::Refused);
        QCOMPARE(b.machine->status().reason, Code::ForkDetected);

        Bench c;
        c.make(true);
        c.welcome(0, 5);
        QCOMPARE(c.machine->status().state, DeskState::Live);
        QCOMPARE(c.log.authorHead().seq, 5U);
        std::ignore = c.log.appendOwn(entryBytes(c.ids, kDesk));
        c.machine->ownEntryWritten(c.now);
        QCOMPARE(c.lastSent<Push>()->batch.firstCounter, 6U);
    }

    void aRevokedDeskStaysRefusedUntilTheOfficerTriesAgain()
    {
        Bench b;
        b.welcome();
        b.machine->frame(Refused{Code::Revoked, "gone"}, b.now);
        b.machine->linkDown({Code::LinkDown, "closed", {}}, b.now);
        QCOMPARE(b.machine->status().reason, Code::Revoked);
        b.now += Minutes{60};
        b.machine->tick(b.now);
        QCOMPARE(b.opens, 1);
        b.machine->reconnect(b.now);
        QCOMPARE(b.opens, 2);
    }
};

QTEST_GUILESS_MAIN(TestDeskSync)
#include "tst_DeskSync.moc"
