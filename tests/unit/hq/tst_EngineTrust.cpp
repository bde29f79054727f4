// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Who is let in, who is sent away, and with which word.
#include "tests/unit/hq/Office.h"

#include <QTest>

using namespace sz;
using namespace sz::test;

using Change = std::function<void(sync::Hello&)>;
Q_DECLARE_METATYPE(sz::Code)
Q_DECLARE_METATYPE(Change)

class tst_EngineTrust : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void codeIsGoodOnce();
    void codeExpires();
    void codeMayBeReadOverTheTelephone();
    void codeNeedsTheKey();
    void codeNeedsAUnitOfThePlan();
    void lostAnswerComesAgain();
    void guessingIsSlow();
    void refusesAHello_data();
    void refusesAHello();
    void refusesAnotherDesksCertificate();
    void refusesACertificateThatWasReplaced();
    void rebuiltDeskGoesOnFromHeadquarters();
    void dropsAFrameOutOfTurn_data();
    void dropsAFrameOutOfTurn();
    void skipsAFrameOfANewerVersion();
    void dropsWhoNeverSaysHello();
    void laterConnectionEndsTheEarlier();
    void revokedDeskIsSentAwayAtOnce();
    void refusesAForeignPush_data();
    void refusesAForeignPush();
    void forkInAPushHurtsOnlyItsDesk_data();
    void forkInAPushHurtsOnlyItsDesk();
    void gapInAPushAsksToBeginAgain();
};

void tst_EngineTrust::codeIsGoodOnce()
{
    Office office;
    const std::string code = office.engine().makeEnrolCode(UnitCode("D05"), Minutes{15}).value();
    QCOMPARE(code.size(), std::size_t{14});
    const auto first = office.tryEnrol(code, SigningKey::generate());
    const auto answer = office.next<sync::Enrolled>(first);
    QVERIFY(answer);
    QCOMPARE(answer->desk.value, "D05-01");
    QCOMPARE(answer->operation, office.operation());
    QCOMPARE(
        office.record(answer->desk).fingerprint, net::fingerprint(answer->certificate).value());
    const auto second = office.tryEnrol(code, SigningKey::generate());
    QCOMPARE(office.refusal(second), Code::EnrolCodeBad);
    QVERIFY(office.isClosed(second));
}

void tst_EngineTrust::codeExpires()
{
    Office office;
    const std::string code = office.engine().makeEnrolCode(UnitCode("D05"), Minutes{15}).value();
    office.clock.advance(Minutes{15});
    QCOMPARE(office.refusal(office.tryEnrol(code, SigningKey::generate())), Code::EnrolCodeExpired);
}

void tst_EngineTrust::codeMayBeReadOverTheTelephone()
{
    Office office;
    std::string code = office.engine().makeEnrolCode(UnitCode("D05"), Minutes{15}).value();
    std::erase(code, '-');
    std::ranges::transform(code, code.begin(), [](char c) {
        return c == '0' ? 'o' : c == '1' ? 'l' : c >= 'A' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    QVERIFY(office.next<sync::Enrolled>(office.tryEnrol(code, SigningKey::generate())));
}

void tst_EngineTrust::codeNeedsTheKey()
{
    Office office;
    const std::string code = office.engine().makeEnrolCode(UnitCode("D05"), Minutes{15}).value();
    const SigningKey key = SigningKey::generate();
    const auto thief = office.open({}, {}, "10.0.0.1:5");
    const auto proof = SigningKey::generate().sign(hq::enrolProof(code));
    office.send(thief, sync::Enrol{code, key.publicKey(), proof, "x"});
    QCOMPARE(office.refusal(thief), Code::EnrolCodeBad);
    QVERIFY(office.next<sync::Enrolled>(office.tryEnrol(code, key))); // the code is not lost by it
    const std::string other = office.engine().makeEnrolCode(UnitCode("D06"), Minutes{15}).value();
    QCOMPARE(office.refusal(office.tryEnrol(other, key)), Code::LinkRefused); // one key, one desk
}

void tst_EngineTrust::codeNeedsAUnitOfThePlan()
{
    Office office;
    QCOMPARE(
        office.engine().makeEnrolCode(UnitCode("D99"), Minutes{15}).error().code, Code::NoSuchUnit);
}

void tst_EngineTrust::lostAnswerComesAgain()
{
    Office office;
    const std::string code = office.engine().makeEnrolCode(UnitCode("D05"), Minutes{15}).value();
    const SigningKey key = SigningKey::generate();
    const auto first = office.next<sync::Enrolled>(office.tryEnrol(code, key));
    const auto again = office.next<sync::Enrolled>(office.tryEnrol(code, key));
    QVERIFY(first && again);
    QCOMPARE(again->desk, first->desk);
    QCOMPARE(office.engine().desks().size(), std::size_t{1});
    QCOMPARE(office.record(again->desk).fingerprint, net::fingerprint(again->certificate).value());
    QVERIFY(office.engine().revoke(first->desk));
    QCOMPARE(office.refusal(office.tryEnrol(code, key)), Code::EnrolCodeBad);
}

void tst_EngineTrust::guessingIsSlow()
{
    Office office;
    const std::string code = office.engine().makeEnrolCode(UnitCode("D05"), Minutes{15}).value();
    for (std::size_t i = 0; i < hq::AttemptLimit::kMost; ++i) {
        QCOMPARE(
            office.refusal(office.tryEnrol("0000-0000-0000", SigningKey::generate())),
            Code::EnrolCodeBad);
    }
    const SigningKey key = SigningKey::generate();
    QCOMPARE(
        office.refusal(office.tryEnrol(code, key, "10.0.0.1:99")),
        Code::Busy); // another port helps nobody
    QVERIFY(office.next<sync::Enrolled>(office.tryEnrol(code, key, "10.0.0.9:5")));
    office.clock.advance(hq::AttemptLimit::kWindow);
    QVERIFY(office.next<sync::Enrolled>(office.tryEnrol(code, key)));
}

void tst_EngineTrust::refusesAHello_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<Code>("code");
    const auto row = [](const char* name, const Change& change, Code code) {
        QTest::newRow(name) << change << code;
    };
    row("newer protocol only", [](auto& h) { h.oldest = h.newest = 99; }, Code::ProtocolVersion);
    row("older protocol only", [](auto& h) { h.oldest = h.newest = 0; }, Code::ProtocolVersion);
    row("another operation", [](auto& h) { h.operation = OperationId("live"); }, Code::LinkRefused);
    row("another unit", [](auto& h) { h.unit = UnitCode("HQ"); }, Code::LinkRefused);
    row("fewer own entries than received", [](auto& h) { h.written = 1; }, Code::ForkDetected);
    row(
        "verdicts that were never given", [](auto& h) { h.acked = h.written = 3; },
        Code::ForkDetected);
    row("a longer feed", [](auto& h) { h.feedSeq = 3; }, Code::ForkDetected);
    row("another feed", [](auto& h) { h.feedSeq = 1; }, Code::ForkDetected);
}

void tst_EngineTrust::refusesAHello()
{
    QFETCH(Change, change);
    QFETCH(Code, code);
    Office office;
    Author author = office.enrol("D05");
    author.write(report(*samplePlan(), "一"));
    author.write(report(*samplePlan(), "二"));
    office.push(office.connect(author), author.batch(1));
    const auto desk = office.connect(author, change);
    QCOMPARE(office.refusal(desk), code);
    QVERIFY(office.isClosed(desk));
    QVERIFY(!office.next<sync::Welcome>(desk));
}

void tst_EngineTrust::refusesAnotherDesksCertificate()
{
    Office office;
    const Author author = office.enrol("D05");
    const Author other = office.enrol("D06");
    for (const std::string& name : {other.desk().value, std::string()}) {
        const auto desk = office.open(name, office.record(other.desk()).fingerprint, "10.0.0.3:1");
        sync::Hello hello;
        hello.operation = office.operation();
        hello.desk = author.desk();
        hello.unit = author.unit();
        office.send(desk, hello);
        QCOMPARE(office.refusal(desk), Code::LinkRefused);
    }
}

void tst_EngineTrust::refusesACertificateThatWasReplaced()
{
    Office office;
    const Author author = office.enrol("D05");
    const auto desk = office.open(author.desk().value, std::string(64, '0'), "10.0.0.3:1");
    sync::Hello hello;
    hello.operation = office.operation();
    hello.desk = author.desk();
    hello.unit = author.unit();
    office.send(desk, hello);
    QCOMPARE(office.refusal(desk), Code::LinkRefused);
}

void tst_EngineTrust::rebuiltDeskGoesOnFromHeadquarters()
{
    Office office;
    Author author = office.enrol("D05");
    author.write(report(*samplePlan(), "一"));
    office.push(office.connect(author), author.batch(1));
    const auto desk = office.connect(author, [](sync::Hello& hello) {
        hello.written = 0;
        hello.isRebuilt = true;
    });
    const auto welcome = office.next<sync::Welcome>(desk);
    QVERIFY(welcome);
    QCOMPARE(welcome->received, 1U);
    author.write(report(*samplePlan(), "二"));
    const auto batch = author.batch(2);
    QCOMPARE(batch.previous, welcome->authorHash);
    QCOMPARE(inWords(office.push(desk, batch)), "accepted 2");
}

void tst_EngineTrust::dropsAFrameOutOfTurn_data()
{
    QTest::addColumn<bool>("isIn");
    QTest::addColumn<QByteArray>("bytes");
    const auto row = [](const char* name, bool isIn, const sync::Frame& frame) {
        const Bytes bytes = sync::encodeFrame(frame);
        QTest::newRow(name) << isIn
                            << QByteArray(
                                   reinterpret_cast<const char*>(bytes.data()),
                                   qsizetype(bytes.size()));
    };
    row("push before hello", false, sync::Push{});
    row("credit before hello", false, sync::Credit{});
    row("a newer frame before hello", false, sync::UnknownFrame{99});
    row("enrolment by a desk", false, sync::Enrol{});
    row("a second hello", true, sync::Hello{});
    row("a verdict from a desk", true, sync::Verdicts{});
    QTest::newRow("no frame") << true << QByteArray("GET / HTTP/1.1");
    QTest::newRow("nothing") << false << QByteArray();
}

void tst_EngineTrust::dropsAFrameOutOfTurn()
{
    QFETCH(bool, isIn);
    QFETCH(QByteArray, bytes);
    Office office;
    const Author author = office.enrol("D05");
    const auto desk = isIn ? office.connect(author) : office.open("D05-01", "x", "10.0.0.3:1");
    office.engine().message(
        desk, viewOf(std::string_view(bytes.constData(), std::size_t(bytes.size()))));
    QVERIFY(office.isClosed(desk));
    office.engine().message(desk, {}); // still on its way when we closed
}

void tst_EngineTrust::skipsAFrameOfANewerVersion()
{
    Office office;
    const auto desk = office.connect(office.enrol("D05"));
    office.send(desk, sync::UnknownFrame{99});
    QVERIFY(!office.isClosed(desk));
}

void tst_EngineTrust::dropsWhoNeverSaysHello()
{
    Office office;
    const auto silent = office.open({}, {}, "10.0.0.3:1");
    const auto desk = office.connect(office.enrol("D05"));
    office.clock.advance(Millis{10001});
    office.engine().tick();
    QVERIFY(office.isClosed(silent));
    QVERIFY(!office.isClosed(desk));
}

void tst_EngineTrust::laterConnectionEndsTheEarlier()
{
    Office office;
    Author author = office.enrol("D05");
    const auto first = office.connect(author);
    author.write(report(*samplePlan(), "一"));
    office.send(first, sync::Push{author.batch(1)});
    const auto second = office.connect(author);
    QVERIFY(office.isClosed(first));
    QCOMPARE(office.next<sync::Welcome>(second)->received, 1U); // the push that waited was not lost
    QCOMPARE(office.engine().liveDesks(), std::size_t{1});
}

void tst_EngineTrust::revokedDeskIsSentAwayAtOnce()
{
    Office office;
    Author author = office.enrol("D05");
    const auto desk = office.connect(author);
    author.write(report(*samplePlan(), "一"));
    office.send(desk, sync::Push{author.batch(1)});
    QVERIFY(office.engine().revoke(author.desk()));
    QCOMPARE(office.refusal(desk), Code::Revoked);
    QVERIFY(office.isClosed(desk));
    office.engine().flush();
    QCOMPARE(office.engine().lastNumber(), 0U);
    QVERIFY(office.restart());
    QCOMPARE(office.refusal(office.connect(author)), Code::Revoked);
    QCOMPARE(office.engine().revoke(DeskId("D99-01")).error().code, Code::NotFound);
}

void tst_EngineTrust::refusesAForeignPush_data()
{
    QTest::addColumn<QString>("fault");
    QTest::newRow("another key") << QStringLiteral("key");
    QTest::newRow("another desk") << QStringLiteral("desk");
    QTest::newRow("another operation") << QStringLiteral("operation");
    QTest::newRow("an entry changed after signing") << QStringLiteral("entry");
}

void tst_EngineTrust::refusesAForeignPush()
{
    QFETCH(QString, fault);
    Office office;
    Author author = office.enrol("D05");
    const auto desk = office.connect(author);
    author.write(report(*samplePlan(), "一"));
    log::Batch batch = author.batch(1);
    if (fault == QStringLiteral("key")) {
        log::signBatch(batch, SigningKey::generate());
    } else if (fault == QStringLiteral("desk")) {
        batch.desk = DeskId("D06-01");
        log::signBatch(batch, author.key());
    } else if (fault == QStringLiteral("operation")) {
        batch.operation = OperationId("live");
        log::signBatch(batch, author.key());
    } else {
        batch.entries[0].back() ^= 1;
    }
    QVERIFY(office.push(desk, batch).empty());
    QCOMPARE(office.refusal(desk), Code::LinkRefused);
    QCOMPARE(office.engine().lastNumber(), 0U);
}

void tst_EngineTrust::forkInAPushHurtsOnlyItsDesk_data()
{
    QTest::addColumn<quint64>("first");
    QTest::addColumn<quint64>("last");
    QTest::newRow("goes on from another history") << quint64{4} << quint64{4};
    QTest::newRow("tells all of another history") << quint64{1} << quint64{4};
    QTest::newRow("ends where the received one ends") << quint64{2} << quint64{3};
    QTest::newRow("repeats one old entry otherwise") << quint64{2} << quint64{2};
}

void tst_EngineTrust::forkInAPushHurtsOnlyItsDesk()
{
    QFETCH(quint64, first);
    QFETCH(quint64, last);
    Office office;
    Author author = office.enrol("D05");
    Author honest = office.enrol("D06");
    const auto desk = office.connect(author);
    const auto honestDesk = office.connect(honest);
    for (const char* title : {"一", "二", "三"}) {
        author.write(report(*samplePlan(), title));
    }
    office.push(desk, author.batch(1));
    author.forgetAfter(1);
    for (const char* title : {"另一个二", "另一个三", "四"}) {
        author.write(report(*samplePlan(), title));
    }
    honest.write(report(*samplePlan(), "正常"));
    office.send(desk, sync::Push{author.batch(first, last)});
    office.send(honestDesk, sync::Push{honest.batch(1)});
    office.engine().flush();
    QCOMPARE(office.refusal(desk), Code::ForkDetected);
    QCOMPARE(inWords(office.next<sync::Verdicts>(honestDesk)->verdicts), "accepted 4");
}

void tst_EngineTrust::gapInAPushAsksToBeginAgain()
{
    Office office;
    Author author = office.enrol("D05");
    auto desk = office.connect(author);
    author.write(report(*samplePlan(), "一"));
    author.write(report(*samplePlan(), "二"));
    QVERIFY(office.push(desk, author.batch(2)).empty());
    QCOMPARE(office.refusal(desk), Code::Busy);
    desk = office.connect(author);
    QCOMPARE(inWords(office.push(desk, author.batch(1))), "accepted 1, accepted 2");
}

QTEST_GUILESS_MAIN(tst_EngineTrust)
#include "tst_EngineTrust.moc"
