// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Several headquarters over one PostgreSQL: one log, one order, whoever is asked.
#include "data/model/ModeActs.h"
#include "tests/support/PgServer.h"
#include "tests/unit/hq/OnPg.h"

#include <QTest>

#include <condition_variable>
#include <mutex>

using namespace sz;
using namespace sz::test;

namespace {

/// Two headquarters of one operation.
struct Pair
{
    std::string url = PgServer::shared().newDatabase();
    Office a{onPg(url)};
    Office b{onPg(url)};
};

sync::Hello helloOf(const Office& office, const Author& author)
{
    sync::Hello hello;
    hello.operation = office.operation();
    hello.desk = author.desk();
    hello.unit = author.unit();
    hello.written = author.written();
    return hello;
}

// A desk comes to an office that may know nothing of it yet.
net::ConnectionId roam(Office& to, Office& from, const Author& author)
{
    const auto connection =
        to.open(author.desk().value, from.record(author.desk()).fingerprint, "10.0.0.9:1");
    to.send(connection, helloOf(to, author));
    return connection;
}

} // namespace

class tst_ManyEngines : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void deskOfOneIsKnownToTheOther();
    void actsReachTheOthersDesks();
    void newsTakenInByAnEnrolmentAreSentOn();
    void samePushGetsTheSameVerdicts();
    void judgesAgainstWhatTheOtherHasCommitted();
    void numbersHaveNoGaps();
    void serialsGoOn();
    void modeIsOneForBoth();
    void lateComerGetsWhatTheOtherTook();
    void revokedHereIsGoneThere();
    void revokedThereCannotPushHere();
    void codeIsTakenOnce();
    void idsAreGivenOnce();
    void goesOnAfterTheLinkWasCut();
    void refusesWhenTheStoreIsGone();
    void oneThatHangsHoldsNobodyUpForLong();
    void newsWakeTheOther();
};

void tst_ManyEngines::deskOfOneIsKnownToTheOther()
{
    Pair pair;
    Author author = pair.a.enrol("D05");
    author.write(report(*samplePlan(), "一"));
    pair.a.push(pair.a.connect(author), author.batch(1));
    const auto desk = roam(pair.b, pair.a, author);
    const auto welcome = pair.b.next<sync::Welcome>(desk);
    QVERIFY(welcome);
    QCOMPARE(welcome->received, 1U);
    QCOMPARE(welcome->feedHead, 1U);
}

void tst_ManyEngines::actsReachTheOthersDesks()
{
    Pair pair;
    Author district = pair.a.enrol("D05");
    const Author office = pair.b.enrol("HQ");
    const auto there = pair.b.join(office);
    const auto here = pair.a.connect(district);
    for (int round = 0; round < 3; ++round) {
        const std::string incident = district.write(report(*samplePlan(), "燃气泄漏"));
        district.write(model::AddNote{"已派人"}, incident);
        pair.a.push(here, district.batch(district.written() - 1));
        pair.b.engine().follow();
        const auto items = pair.b.feed(there, "HQ"); // checks places and hash
        QCOMPARE(items.size(), std::size_t{2});
        QCOMPARE(items[1].raw, district.raw(district.written()));
        QCOMPARE(pair.b.engine().incident(IncidentId(incident))->version, 2U);
        QCOMPARE(pair.b.engine().lastNumber(), pair.a.engine().lastNumber());
    }
}

void tst_ManyEngines::newsTakenInByAnEnrolmentAreSentOn()
{
    Pair pair;
    Author district = pair.a.enrol("D05");
    const auto screen = pair.b.join(pair.b.enrol("HQ"));
    district.write(report(*samplePlan(), "一"));
    pair.a.push(pair.a.connect(district), district.batch(1));
    const Author other = pair.b.enrol("L06"); // its transaction begins with the news
    pair.b.engine().follow();
    QCOMPARE(pair.b.feed(screen, "HQ").size(), std::size_t{1});
}

void tst_ManyEngines::samePushGetsTheSameVerdicts()
{
    Pair pair;
    Author author = pair.a.enrol("D05");
    const std::string incident = author.write(report(*samplePlan(), "一"));
    author.write(model::CloseIncident{"完"}, "01ARZ3NDEKTSV4RRFFQ69G5FAV"); // refused
    author.write(model::AddNote{"二"}, incident);
    const std::string first = inWords(pair.a.push(pair.a.connect(author), author.batch(1)));
    QCOMPARE(first, "accepted 1, NoSuchIncident, accepted 2");
    const auto there = roam(pair.b, pair.a, author);
    QCOMPARE(inWords(pair.b.push(there, author.batch(1))), first);
    QCOMPARE(pair.b.engine().lastNumber(), 2U);
    author.write(model::AddNote{"三"}, incident);
    QCOMPARE(inWords(pair.b.push(there, author.batch(3))), "accepted 2, accepted 3"); // overlaps
}

// The other has not followed: what it holds in memory is old, what it says is not.
void tst_ManyEngines::judgesAgainstWhatTheOtherHasCommitted()
{
    Pair pair;
    Author here = pair.a.enrol("HQ");
    Author there = pair.b.enrol("HQ");
    const auto a = pair.a.connect(here);
    const auto b = pair.b.connect(there);
    const std::string incident = here.write(report(*samplePlan(), "一"));
    pair.a.push(a, here.batch(1));
    there.write(model::AddNote{"看过"}, incident); // B has never heard of it
    QCOMPARE(inWords(pair.b.push(b, there.batch(1))), "accepted 2");
    here.write(order(*samplePlan(), UnitCode("D05"), "o1"), incident);
    QCOMPARE(inWords(pair.a.push(a, here.batch(2))), "accepted 3");
    Author district = pair.a.enrol("D05");
    district.write(model::FinishOrder{OrderId("o1"), "办结"}, incident);
    pair.a.push(pair.a.connect(district), district.batch(1));
    here.write(model::CloseIncident{"完"}, incident);
    QCOMPARE(inWords(pair.a.push(a, here.batch(3))), "accepted 5");
    QCOMPARE(pair.b.engine().incident(IncidentId(incident))->version, 2U); // not followed yet
    there.write(order(*samplePlan(), UnitCode("L06"), "o2"), incident);
    QCOMPARE(inWords(pair.b.push(b, there.batch(2))), "IncidentClosed");
    QCOMPARE(pair.b.engine().incident(IncidentId(incident))->version, 5U);
}

void tst_ManyEngines::numbersHaveNoGaps()
{
    Pair pair;
    Author here = pair.a.enrol("D05");
    Author there = pair.b.enrol("L06");
    const auto a = pair.a.join(here);
    const auto b = pair.b.join(there);
    std::vector<std::uint64_t> numbers;
    for (int round = 0; round < 20; ++round) {
        here.write(report(*samplePlan(), "甲"));
        there.write(report(*samplePlan(), "乙"));
        numbers.push_back(pair.a.push(a, here.batch(here.written())).at(0).number);
        numbers.push_back(pair.b.push(b, there.batch(there.written())).at(0).number);
    }
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        QCOMPARE(numbers[i], i + 1);
    }
    QVERIFY(pair.a.restart());
    QCOMPARE(pair.a.engine().lastNumber(), 40U);
    const Author office = pair.b.enrol("HQ");
    QCOMPARE(pair.b.feed(pair.b.join(office), "HQ").size(), std::size_t{40});
}

void tst_ManyEngines::serialsGoOn()
{
    Pair pair;
    Author here = pair.a.enrol("D05");
    Author there = pair.b.enrol("D05");
    here.write(report(*samplePlan(), "甲"));
    there.write(report(*samplePlan(), "乙"));
    const Author office = pair.a.enrol("HQ");
    const auto screen = pair.a.join(office);
    pair.a.push(pair.a.connect(here), here.batch(1));
    pair.b.push(pair.b.connect(there), there.batch(1));
    pair.a.engine().follow();
    const auto items = pair.a.feed(screen, "HQ");
    QCOMPARE(items.size(), std::size_t{2});
    QCOMPARE(items[0].serial, 1U);
    QCOMPARE(items[1].serial, 2U);
}

void tst_ManyEngines::modeIsOneForBoth()
{
    Pair pair;
    Author here = pair.a.enrol("HQ");
    Author there = pair.b.enrol("HQ");
    const auto screen = pair.b.join(pair.b.enrol("D05"));
    const auto write = [](Author& author, const model::ModeAct& act) {
        log::Entry entry;
        entry.post = PostCode("HQ-chief");
        entry.type = model::modeActType(act);
        entry.subject = model::modeSubject();
        entry.body = model::encodeModeAct(act);
        author.writeEntry(std::move(entry));
    };
    write(here, model::StartMode{plan::Mode::Games, "开赛"});
    QCOMPARE(inWords(pair.a.push(pair.a.connect(here), here.batch(1))), "accepted 1");
    write(there, model::StartMode{plan::Mode::Games, "也开赛"}); // B has not followed
    write(there, model::EndMode{"收"});
    QCOMPARE(
        inWords(pair.b.push(pair.b.connect(there), there.batch(1))), "AlreadyDone, accepted 2");
    pair.b.engine().follow();
    QCOMPARE(pair.b.feed(screen, "D05").size(), std::size_t{2});
    write(here, model::EndMode{"收"});
    QCOMPARE(inWords(pair.a.push(pair.a.connect(here), here.batch(2))), "NothingAsked");
}

void tst_ManyEngines::lateComerGetsWhatTheOtherTook()
{
    Pair pair;
    Author office = pair.a.enrol("HQ");
    const Author line = pair.b.enrol("L06");
    const auto screen = pair.b.join(line);
    const std::string incident = office.write(report(*samplePlan(), "一"));
    office.write(model::AddNote{"二"}, incident);
    const auto desk = pair.a.connect(office);
    pair.a.push(desk, office.batch(1));
    pair.b.engine().follow();
    QVERIFY(pair.b.feed(screen, "L06").empty());
    office.write(order(*samplePlan(), UnitCode("L06"), "o1"), incident);
    pair.a.push(desk, office.batch(3));
    pair.b.engine().follow();
    QCOMPARE(pair.b.feed(screen, "L06").size(), std::size_t{3});
}

void tst_ManyEngines::revokedHereIsGoneThere()
{
    Pair pair;
    const Author author = pair.a.enrol("D05");
    const auto there = roam(pair.b, pair.a, author);
    QVERIFY(pair.b.next<sync::Welcome>(there));
    QVERIFY(pair.a.engine().revoke(author.desk()));
    pair.b.engine().follow();
    QCOMPARE(pair.b.refusal(there), Code::Revoked);
    QVERIFY(pair.b.isClosed(there));
}

void tst_ManyEngines::revokedThereCannotPushHere()
{
    Pair pair;
    Author author = pair.a.enrol("D05");
    const auto there = roam(pair.b, pair.a, author);
    QVERIFY(pair.a.engine().revoke(author.desk()));
    author.write(report(*samplePlan(), "一"));
    QVERIFY(pair.b.push(there, author.batch(1)).empty());
    QCOMPARE(pair.b.refusal(there), Code::Revoked);
    QCOMPARE(pair.b.log().head().value(), 0U);
}

void tst_ManyEngines::codeIsTakenOnce()
{
    Pair pair;
    const std::string code = pair.a.engine().makeEnrolCode(UnitCode("D05"), Minutes{15}).value();
    QVERIFY(pair.a.next<sync::Enrolled>(pair.a.tryEnrol(code, SigningKey::generate())));
    const auto second = pair.b.tryEnrol(code, SigningKey::generate());
    QCOMPARE(pair.b.refusal(second), Code::EnrolCodeBad);
}

void tst_ManyEngines::idsAreGivenOnce()
{
    Pair pair;
    QCOMPARE(pair.a.enrol("D05").desk().value, "D05-01");
    QCOMPARE(pair.b.enrol("D05").desk().value, "D05-02");
    QCOMPARE(pair.a.enrol("D05").desk().value, "D05-03");
}

void tst_ManyEngines::goesOnAfterTheLinkWasCut()
{
    Pair pair;
    Author author = pair.a.enrol("D05");
    const auto desk = pair.a.connect(author);
    const char* cut = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE "
                      "application_name = 'sanzhen-hq'";
    author.write(report(*samplePlan(), "一"));
    QCOMPARE(inWords(pair.a.push(desk, author.batch(1))), "accepted 1");
    QCOMPARE(PgServer::run(pair.url, cut), std::string());
    author.write(report(*samplePlan(), "二"));
    QCOMPARE(inWords(pair.a.push(desk, author.batch(2))), "accepted 2");
    QCOMPARE(PgServer::run(pair.url, cut), std::string());
    pair.b.engine().follow();
    QCOMPARE(pair.b.engine().lastNumber(), 2U);
}

// Cut inside a transaction: nothing is acknowledged, and the desk's resend is taken once.
void tst_ManyEngines::refusesWhenTheStoreIsGone()
{
    PgServer server;
    Office office(onPg(server.newDatabase()));
    Author author = office.enrol("D05");
    const auto desk = office.connect(author);
    author.write(report(*samplePlan(), "一"));
    QCOMPARE(inWords(office.push(desk, author.batch(1))), "accepted 1");
    server.kill();
    author.write(report(*samplePlan(), "二"));
    QVERIFY(office.push(desk, author.batch(2)).empty());
    QCOMPARE(office.refusal(desk), Code::Busy);
    const auto early = office.connect(author);
    QCOMPARE(office.refusal(early), Code::Busy); // never "fork": we know nothing now
    server.start();
    const bool isBack = QTest::qWaitFor(
        [&] { return office.next<sync::Welcome>(office.connect(author)).has_value(); },
        std::chrono::seconds(20));
    QVERIFY(isBack);
    QCOMPARE(
        inWords(office.push(office.connect(author), author.batch(1))), "accepted 1, accepted 2");
}

// It has taken the lock and stands still; PostgreSQL lets go of it, and it can commit no more.
void tst_ManyEngines::oneThatHangsHoldsNobodyUpForLong()
{
    Pair pair;
    Author author = pair.a.enrol("D05");
    author.write(report(*samplePlan(), "一"));
    QVERIFY(pair.b.log().begin());
    QVERIFY(pair.b.log().setMeta("hung", "1"));
    const bool isTaken = QTest::qWaitFor(
        [&] {
            return inWords(pair.a.push(pair.a.connect(author), author.batch(1))) == "accepted 1";
        },
        std::chrono::seconds(30));
    QVERIFY(isTaken);
    QVERIFY(!pair.b.log().commit());
    QVERIFY(!pair.a.log().meta("hung")->has_value());
    pair.b.engine().follow();
    QCOMPARE(pair.b.engine().lastNumber(), 1U);
}

void tst_ManyEngines::newsWakeTheOther()
{
    Pair pair;
    std::mutex mutex;
    std::condition_variable told;
    int times = 0;
    const auto watch = pair.b.log().watch([&] {
        const std::scoped_lock lock(mutex);
        ++times;
        told.notify_all();
    });
    const auto waitFor = [&](int count) {
        std::unique_lock lock(mutex);
        return told.wait_for(lock, std::chrono::seconds(20), [&] { return times >= count; });
    };
    QVERIFY(waitFor(1)); // connected
    Author author = pair.a.enrol("D05");
    const auto desk = pair.a.connect(author);
    for (int round = 0; round < 5; ++round) {
        const int before = [&] {
            const std::scoped_lock lock(mutex);
            return times;
        }();
        author.write(report(*samplePlan(), "一"));
        pair.a.push(desk, author.batch(author.written()));
        QVERIFY(waitFor(before + 1));
    }
}

QTEST_GUILESS_MAIN(tst_ManyEngines)
#include "tst_ManyEngines.moc"
