// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What headquarters says to what a desk pushes.
#include "tests/unit/hq/Office.h"

#include <QTest>

using namespace sz;
using namespace sz::test;

Q_DECLARE_METATYPE(sz::Code)

class tst_Engine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void numbersWhatItAccepts();
    void answersARepeatedPushTheSame();
    void takesAPushThatOverlaps();
    void rejectedEntryIsKeptAndBlocksNothing();
    void orderIdsAndDaysAreLookedAt();
    void rejects_data();
    void rejects();
    void judgesAgainstTheStateAtReceipt();
    void keepsAnUnknownActOfAKnownIncident();
    void rejectsAnUnknownActOfNothing();
    void commitsAllThatWaitsTogether();
    void serialsBeginAgainEachLocalDay();
    void holdsEverythingThroughARestart();
    void seedsASampleOperation();
    void refusesABadSeedAsAWhole();
};

void tst_Engine::numbersWhatItAccepts()
{
    Office office;
    Author author = office.enrol("D05");
    const auto desk = office.connect(author);
    const std::string incident = author.write(report(*samplePlan(), "燃气泄漏"));
    author.write(model::AddNote{"已派人"}, incident);
    author.write(report(*samplePlan(), "积水"));
    QCOMPARE(inWords(office.push(desk, author.batch(1))), "accepted 1, accepted 2, accepted 3");
    QCOMPARE(office.engine().lastNumber(), 3U);
    const auto folded = office.engine().incident(IncidentId(incident));
    QCOMPARE(folded->version, 2U);
    QCOMPARE(folded->serial, 1U);
    QCOMPARE(folded->trace[1].number, 2U);
}

void tst_Engine::answersARepeatedPushTheSame()
{
    Office office;
    Author author = office.enrol("D05");
    const auto desk = office.connect(author);
    author.write(report(*samplePlan(), "燃气泄漏"));
    author.write(report(*samplePlan(), "")); // no title
    author.write(report(*samplePlan(), "积水"));
    const std::string first = inWords(office.push(desk, author.batch(1)));
    QCOMPARE(first, "accepted 1, MissingField, accepted 2");
    QCOMPARE(inWords(office.push(desk, author.batch(1))), first);
    QCOMPARE(inWords(office.push(desk, author.batch(2, 2))), "MissingField");
    QCOMPARE(office.engine().lastNumber(), 2U);
}

void tst_Engine::takesAPushThatOverlaps()
{
    Office office;
    Author author = office.enrol("D05");
    const auto desk = office.connect(author);
    author.write(report(*samplePlan(), "一"));
    author.write(report(*samplePlan(), "二"));
    office.push(desk, author.batch(1, 1));
    QCOMPARE(inWords(office.push(desk, author.batch(1))), "accepted 1, accepted 2");
    author.write(report(*samplePlan(), "三"));
    QCOMPARE(inWords(office.push(desk, author.batch(3))), "accepted 3");
}

void tst_Engine::rejectedEntryIsKeptAndBlocksNothing()
{
    Office office;
    Author author = office.enrol("D05");
    const auto desk = office.connect(author);
    author.writeRaw({0xff, 0x00});
    author.write(model::AddNote{"哪一件？"}, "01J00000000000000000000000");
    author.write(report(*samplePlan(), "燃气泄漏"));
    QCOMPARE(
        inWords(office.push(desk, author.batch(1))), "BadEncoding, NoSuchIncident, accepted 1");
    QVERIFY(office.restart());
    const auto kept = office.log().decided(author.desk(), 1);
    QVERIFY(kept);
    QCOMPARE(kept->raw, author.raw(1));
    QCOMPARE(kept->code, Code::BadEncoding);
    QCOMPARE(office.record(author.desk()).lastCounter, 3U);
}

// What a desk's own check lets through by a fault, or a newer desk by another rule, headquarters sees again.
void tst_Engine::orderIdsAndDaysAreLookedAt()
{
    Office office;
    Author author = office.enrol("HQ");
    const auto desk = office.connect(author);
    const auto& plan = *samplePlan();
    const std::string id = author.write(report(plan, "燃气泄漏"));
    author.write(order(plan, UnitCode("D05"), "o1"), id);
    author.write(order(plan, UnitCode("D01"), "o1"), id);
    author.write(model::WatchIncident{fromUtcMs(1'000), "苗头"}, id);
    author.write(order(plan, UnitCode("D01"), "o2"), id);
    QCOMPARE(
        inWords(office.push(desk, author.batch(1))),
        "accepted 1, accepted 2, BadArgument, LimitOutOfRange, accepted 3");
    const auto refused = office.log().decided(author.desk(), 3);
    QVERIFY(refused);
    QVERIFY(refused->detail.starts_with("order id"));
}

void tst_Engine::rejects_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<Code>("code");
    QTest::newRow("a post of another unit") << QStringLiteral("post") << Code::NotAllowed;
    QTest::newRow("a post that does not exist") << QStringLiteral("no post") << Code::NotAllowed;
    QTest::newRow("an entry in another desk's name") << QStringLiteral("desk") << Code::NotAllowed;
    QTest::newRow("an entry in another unit's name") << QStringLiteral("unit") << Code::NotAllowed;
    QTest::newRow("a report under another id") << QStringLiteral("subject") << Code::BadArgument;
    QTest::newRow("a report about the operation")
        << QStringLiteral("operation") << Code::BadArgument;
    QTest::newRow("an id used before") << QStringLiteral("id") << Code::BadArgument;
    QTest::newRow("a body that is no act") << QStringLiteral("body") << Code::BadEncoding;
    QTest::newRow("an incident opened twice") << QStringLiteral("twice") << Code::BadArgument;
    QTest::newRow("an order by a district") << QStringLiteral("order") << Code::NotAllowed;
}

void tst_Engine::rejects()
{
    QFETCH(QString, fault);
    QFETCH(Code, code);
    Office office;
    Author author = office.enrol("D05");
    const auto desk = office.connect(author);
    const std::string known = author.write(report(*samplePlan(), "燃气泄漏"));
    const auto first = log::decodeEntry(author.raw(1)).value();

    log::Entry entry;
    entry.type = first.type;
    entry.body = first.body;
    entry.subject.kind = log::SubjectKind::Incident;
    if (fault == QStringLiteral("post")) {
        entry.post = PostCode("HQ-chief");
    } else if (fault == QStringLiteral("no post")) {
        entry.post = PostCode("nowhere");
    } else if (fault == QStringLiteral("desk")) {
        entry.desk = DeskId("D06-01");
    } else if (fault == QStringLiteral("unit")) {
        entry.unit = UnitCode("D06");
    } else if (fault == QStringLiteral("subject")) {
        entry.subject.id = "01J00000000000000000000000";
    } else if (fault == QStringLiteral("operation")) {
        entry.subject.kind = log::SubjectKind::Operation;
    } else if (fault == QStringLiteral("id")) {
        entry.id = first.id;
        entry.type = static_cast<std::uint32_t>(model::ActType::AddNote);
        entry.body = model::encodeAct(model::AddNote{"x"});
        entry.subject.id = known;
    } else if (fault == QStringLiteral("body")) {
        entry.body = log::encode(log::Fields{{1, "x"}});
    } else if (fault == QStringLiteral("twice")) {
        entry.subject.id = known;
    } else if (fault == QStringLiteral("order")) {
        entry.type = static_cast<std::uint32_t>(model::ActType::IssueOrders);
        entry.body = model::encodeAct(order(*samplePlan(), UnitCode("L06"), "o1"));
        entry.subject.id = known;
    }
    author.writeEntry(std::move(entry));
    author.write(model::AddNote{"后面的照常"}, known);
    QCOMPARE(
        inWords(office.push(desk, author.batch(1))),
        std::string("accepted 1, ") + codeName(code) + ", accepted 2");
}

void tst_Engine::judgesAgainstTheStateAtReceipt()
{
    Office office;
    Author chief = office.enrol("HQ");
    Author line = office.enrol("L06");
    const auto chiefDesk = office.connect(chief);
    const auto lineDesk = office.connect(line);
    const std::string incident = chief.write(report(*samplePlan(), "停电"));
    chief.write(order(*samplePlan(), UnitCode("L06"), "o1"), incident);
    line.write(model::SignOrder{OrderId("o1")}, incident);
    QCOMPARE(
        inWords(office.push(lineDesk, line.batch(1))),
        "NoSuchIncident"); // it came before the order
    QCOMPARE(inWords(office.push(chiefDesk, chief.batch(1))), "accepted 1, accepted 2");
    line.write(model::SignOrder{OrderId("o1")}, incident);
    line.write(model::SignOrder{OrderId("o1")}, incident);
    QCOMPARE(inWords(office.push(lineDesk, line.batch(2))), "accepted 3, AlreadySigned");
}

void tst_Engine::keepsAnUnknownActOfAKnownIncident()
{
    Office office;
    Author author = office.enrol("D05");
    const auto desk = office.join(author);
    const std::string incident = author.write(report(*samplePlan(), "燃气泄漏"));
    log::Entry entry;
    entry.type = 9000;
    entry.subject = {log::SubjectKind::Incident, incident};
    entry.body = log::encode(log::Fields{{77, "来自新版本"}});
    author.writeEntry(entry);
    entry.type = static_cast<std::uint32_t>(model::ActType::AddNote);
    entry.typeVersion = 2; // a known act, grown
    entry.id = {};
    author.writeEntry(entry);
    QCOMPARE(inWords(office.push(desk, author.batch(1))), "accepted 1, accepted 2, accepted 3");
    const auto items = office.feed(desk, "D05");
    QCOMPARE(items.size(), std::size_t{3});
    QCOMPARE(items[1].raw, author.raw(2)); // untouched
    QVERIFY(office.restart());
    QCOMPARE(office.engine().incident(IncidentId(incident))->version, 3U);
}

void tst_Engine::rejectsAnUnknownActOfNothing()
{
    Office office;
    Author author = office.enrol("D05");
    const auto desk = office.connect(author);
    log::Entry entry;
    entry.type = 9000;
    entry.body = log::encode(log::Fields{});
    entry.subject = {log::SubjectKind::Incident, "01J00000000000000000000000"};
    author.writeEntry(entry);
    entry.subject = {log::SubjectKind::Operation, ""};
    author.writeEntry(entry);
    QCOMPARE(inWords(office.push(desk, author.batch(1))), "UnknownType, UnknownType");
}

void tst_Engine::commitsAllThatWaitsTogether()
{
    Office office;
    Author a = office.enrol("D05");
    Author b = office.enrol("D06");
    const auto deskA = office.connect(a);
    const auto deskB = office.connect(b);
    a.write(report(*samplePlan(), "一"));
    b.write(report(*samplePlan(), "二"));
    office.send(deskA, sync::Push{a.batch(1)});
    office.send(deskB, sync::Push{b.batch(1)});
    QVERIFY(office.engine().hasWaiting());
    QVERIFY(!office.next<sync::Verdicts>(deskA));
    QCOMPARE(office.engine().lastNumber(), 0U);
    office.engine().flush();
    QCOMPARE(inWords(office.next<sync::Verdicts>(deskA)->verdicts), "accepted 1");
    QCOMPARE(inWords(office.next<sync::Verdicts>(deskB)->verdicts), "accepted 2");
}

void tst_Engine::serialsBeginAgainEachLocalDay()
{
    Office office;
    Author author = office.enrol("D05");
    const auto desk = office.connect(author);
    // 23:59 and 00:00 of Wuhan's day, in UTC.
    const Instant midnight = std::chrono::sys_days{std::chrono::year{2026} / 10 / 17};
    std::vector<std::string> ids;
    for (const Millis offset : {Millis{-60000}, Millis{-1}, Millis{0}, Millis{60000}}) {
        auto act = report(*samplePlan(), "燃气泄漏");
        act.receivedAt = midnight - std::chrono::hours(8) + offset;
        ids.push_back(author.write(act));
    }
    office.push(desk, author.batch(1));
    std::vector<std::uint32_t> serials;
    for (const std::string& id : ids) {
        serials.push_back(office.engine().incident(IncidentId(id))->serial);
    }
    QCOMPARE(serials, (std::vector<std::uint32_t>{1, 2, 1, 2}));
}

void tst_Engine::holdsEverythingThroughARestart()
{
    Office office;
    Author author = office.enrol("D05");
    const std::string incident = author.write(report(*samplePlan(), "燃气泄漏"));
    author.write(model::AddNote{"已派人"}, incident);
    office.push(office.connect(author), author.batch(1));
    QVERIFY(office.restart());
    QCOMPARE(office.engine().lastNumber(), 2U);
    QCOMPARE(office.engine().incident(IncidentId(incident))->trace.size(), std::size_t{2});
    const auto desk = office.join(author);
    QCOMPARE(office.next<sync::Welcome>(desk)->received, 2U);
    QCOMPARE(office.feed(desk, "D05").size(), std::size_t{2});
    author.write(report(*samplePlan(), "积水"));
    QCOMPARE(inWords(office.push(desk, author.batch(3))), "accepted 3");
    QCOMPARE(office.feed(desk, "D05").front().serial, 2U);
}

void tst_Engine::seedsASampleOperation()
{
    Office office;
    const Author chief = office.enrol("HQ");
    const Instant at = office.clock.now() - std::chrono::hours(2);
    const std::vector<hq::SeedEntry> seeds{
        {at, UnitCode("HQ"), {}, "a", report(*samplePlan(), "燃气泄漏")},
        {at + Minutes{3}, UnitCode("HQ"), {}, "a", order(*samplePlan(), UnitCode("L06"), "o1")},
        {at + Minutes{4}, UnitCode("D05"), {}, "b", report(*samplePlan(), "积水")},
        {at + Minutes{5}, UnitCode("L06"), {}, "a", model::SignOrder{OrderId("o1")}},
    };
    QVERIFY(office.engine().appendSeed(seeds));
    const auto desk = office.join(chief);
    const auto items = office.feed(desk, "HQ");
    QCOMPARE(items.size(), std::size_t{4});
    QCOMPARE(items[1].receivedAt, at + Minutes{3});
    const auto entry = log::decodeEntry(items[3].raw);
    QCOMPARE(entry->unit.value, "L06");
    QCOMPARE(entry->time.wall, at + Minutes{5});
    QCOMPARE(entry->base, 2U);
    QCOMPARE(
        office.engine().incident(IncidentId(entry->subject.id))->orders[0].state,
        model::OrderState::Signed);
    QCOMPARE(office.engine().appendSeed(seeds).error().code, Code::BadArgument); // once
    QVERIFY(office.restart());
    QCOMPARE(office.engine().lastNumber(), 4U);
}

void tst_Engine::refusesABadSeedAsAWhole()
{
    Office office;
    const Instant at = office.clock.now();
    const auto bad = office.engine().appendSeed(
        {{at, UnitCode("HQ"), {}, "a", report(*samplePlan(), "燃气泄漏")},
         {at, UnitCode("D05"), {}, "a", order(*samplePlan(), UnitCode("L06"), "o1")}});
    QVERIFY(!bad);
    QCOMPARE(bad.error().code, Code::NotAllowed);
    QVERIFY2(bad.error().detail.starts_with("seed 2 (a)"), bad.error().detail.c_str());
    QCOMPARE(office.engine().lastNumber(), 0U);
    QVERIFY(office.engine().appendSeed(
        {{at, UnitCode("HQ"), {}, "a", report(*samplePlan(), "燃气泄漏")}}));
}

QTEST_GUILESS_MAIN(tst_Engine)
#include "tst_Engine.moc"
