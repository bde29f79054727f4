// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Headquarters' log: what it promises about itself before anybody talks over it. Every row runs on both stores.
#include "data/store/pg/PgHqLog.h"
#include "tests/support/PgServer.h"

#include <QTemporaryDir>
#include <QTest>

#include <SQLiteCpp/SQLiteCpp.h>

using namespace sz;
using store::HqLog;
using test::PgServer;

namespace {

store::DeskRecord desk(const char* id)
{
    store::DeskRecord desk;
    desk.id = DeskId(id);
    desk.unit = UnitCode("D05");
    fillRandom(desk.key);
    desk.enrolledAt = fromUtcMs(1000);
    return desk;
}

store::NumberedEntry entry(std::uint64_t number, const char* id, const Bytes& raw = {0xa0})
{
    return {number,
            id,
            DeskId("D05-01"),
            number,
            {},
            fromUtcMs(5),
            0,
            {log::SubjectKind::Incident, "A"},
            raw};
}

} // namespace

class tst_HqLog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data();
    void init();
    void keepsWhatWasCommitted();
    void forgetsWhatWasRolledBack();
    void refusesAGap();
    void refusesAGapInsideABatch();
    void refusesASecondUse_data();
    void refusesASecondUse();
    void refusesAnUnknownDesk();
    void isNeverEdited_data();
    void isNeverEdited();
    void feedsByPieces();
    void readsOneSubject();
    void seesWhatItHasWrittenBeforeTheCommit();
    void knowsWhatItExpected();
    void keepsTextsThatADatabaseDislikes();
    void tellsWhetherItIsWhole();
    void remembersDesksAndCodes();
    void givesNoNewsOfItsOwn();
    void remembersPeople();
    void forgetsNobody();
    void destroysContactKeys();

private:
    std::unique_ptr<HqLog> open() const
    {
        return store::openHqLog(m_folder->path().toStdString(), m_url).value();
    }

    bool isPg() const { return !m_url.empty(); }

    // Statements of a stranger with every right; the error, empty when there was none.
    std::string bySomebody(const std::string& sql) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::string m_url;
};

void tst_HqLog::initTestCase_data()
{
    QTest::addColumn<bool>("isPg");
    QTest::newRow("SQLite") << false;
    QTest::newRow("PostgreSQL") << true;
}

void tst_HqLog::init()
{
    QFETCH_GLOBAL(bool, isPg);
    m_folder = std::make_unique<QTemporaryDir>();
    m_url = isPg ? PgServer::shared().newDatabase() : std::string();
}

std::string tst_HqLog::bySomebody(const std::string& sql) const
{
    if (isPg()) {
        return PgServer::run(m_url, sql);
    }
    try {
        SQLite::Database db(
            m_folder->filePath(QStringLiteral("hq.db")).toStdString(), SQLite::OPEN_READWRITE);
        db.exec(sql);
    } catch (const SQLite::Exception& e) {
        return e.what();
    }
    return {};
}

void tst_HqLog::keepsWhatWasCommitted()
{
    auto log = open();
    QVERIFY(log->begin());
    QVERIFY(log->desks().add(desk("D05-01")));
    QVERIFY(log->append(entry(1, "E1", {1, 2, 3})));
    QVERIFY(log->refuse({DeskId("D05-01"), 2, "", {}, Code::BadEncoding, "坏", fromUtcMs(6)}));
    QVERIFY(log->desks().setChain(DeskId("D05-01"), 2, sha256(viewOf("x"))));
    QVERIFY(log->setDaySerial(-3, 41));
    QVERIFY(log->setMeta("operation", "wuhan"));
    QVERIFY(log->commit());
    log.reset();
    log = open();
    QCOMPARE(log->head().value(), 1U);
    QVERIFY(log->hasEntry("E1").value());
    QCOMPARE(log->decided(DeskId("D05-01"), 1)->raw, (Bytes{1, 2, 3}));
    QCOMPARE(log->decided(DeskId("D05-01"), 2)->code, Code::BadEncoding);
    QCOMPARE(log->decided(DeskId("D05-01"), 2)->raw, Bytes{});
    QCOMPARE(log->decided(DeskId("D05-01"), 3).error().code, Code::NotFound);
    QCOMPARE(log->daySerials()->at(-3), 41U);
    QCOMPARE(log->meta("operation")->value(), "wuhan");
    QVERIFY(!log->meta("nothing")->has_value());
    const auto desks = log->desks().all().value();
    QCOMPARE(desks.size(), std::size_t{1});
    QCOMPARE(desks[0].lastCounter, 2U);
    QCOMPARE(desks[0].author, sha256(viewOf("x")));
    QVERIFY(!desks[0].revokedAt);
}

void tst_HqLog::forgetsWhatWasRolledBack()
{
    auto log = open();
    QVERIFY(log->begin());
    QVERIFY(log->desks().add(desk("D05-01")));
    log->rollback();
    log->rollback(); // nothing to do is no harm
    QVERIFY(log->desks().all()->empty());
}

void tst_HqLog::refusesAGap()
{
    auto log = open();
    QVERIFY(log->desks().add(desk("D05-01")));
    QVERIFY(log->append(entry(1, "E1")));
    QCOMPARE(log->append(entry(3, "E3")).error().code, Code::StoreWrite);
    QVERIFY(log->feeds().place(UnitCode("D05"), 1, {1, {}}));
    QCOMPARE(log->feeds().place(UnitCode("D05"), 1, {3, {}}).error().code, Code::StoreWrite);
    QVERIFY(log->append(entry(2, "E2")));
}

void tst_HqLog::refusesASecondUse_data()
{
    QTest::addColumn<quint64>("number");
    QTest::addColumn<quint64>("counter");
    QTest::addColumn<QByteArray>("id");
    QTest::newRow("of a number") << quint64{1} << quint64{2} << QByteArray("E2");
    QTest::newRow("of a counter") << quint64{2} << quint64{1} << QByteArray("E2");
    QTest::newRow("of an id") << quint64{2} << quint64{2} << QByteArray("E1");
}

void tst_HqLog::refusesASecondUse()
{
    QFETCH(quint64, number);
    QFETCH(quint64, counter);
    QFETCH(QByteArray, id);
    auto log = open();
    QVERIFY(log->desks().add(desk("D05-01")));
    QVERIFY(log->append(entry(1, "E1")));
    auto second = entry(number, id.constData());
    second.counter = counter;
    QVERIFY(!log->append(second));
    QCOMPARE(log->head().value(), 1U);
}

void tst_HqLog::refusesAGapInsideABatch()
{
    auto log = open();
    QVERIFY(log->desks().add(desk("D05-01")));
    QVERIFY(log->begin());
    const bool isTaken = log->append(entry(1, "E1")) && log->append(entry(3, "E3"));
    QVERIFY(!isTaken || !log->commit());
    log->rollback();
    QCOMPARE(log->head().value(), 0U);
    QVERIFY(!log->hasEntry("E1").value());
    QVERIFY(log->append(entry(1, "E1"))); // and goes on
}

void tst_HqLog::refusesAnUnknownDesk()
{
    auto log = open();
    QVERIFY(!log->append(entry(1, "E1")));
    QCOMPARE(log->head().value(), 0U);
}

void tst_HqLog::isNeverEdited_data()
{
    QTest::addColumn<QByteArray>("sql");
    for (const char* table : {"entry", "refused", "batch", "feed"}) {
        QTest::addRow("delete %s", table) << QByteArray("DELETE FROM ") + table;
    }
    QTest::newRow("a body") << QByteArray("UPDATE entry SET raw = raw");
    QTest::newRow("a place") << QByteArray("UPDATE feed SET hash = hash");
}

void tst_HqLog::isNeverEdited()
{
    QFETCH(QByteArray, sql);
    {
        auto log = open();
        QVERIFY(log->desks().add(desk("D05-01")));
        QVERIFY(log->append(entry(1, "E1")));
        QVERIFY(log->refuse({DeskId("D05-01"), 2, "", {}, Code::BadEncoding, "", fromUtcMs(6)}));
        QVERIFY(log->keepSignature({OperationId("x"), DeskId("D05-01"), 1, {}, {{1}, {2}}, {}}));
        QVERIFY(log->feeds().place(UnitCode("D05"), 1, {1, {}}));
    }
    const std::string error = bySomebody(sql.toStdString());
    QVERIFY2(error.contains("never edited"), error.c_str());
}

void tst_HqLog::feedsByPieces()
{
    auto log = open();
    QVERIFY(log->desks().add(desk("D05-01")));
    const UnitCode unit("D05");
    for (std::uint64_t n = 1; n <= 5; ++n) {
        QVERIFY(log->append(entry(n, ("E" + std::to_string(n)).c_str(), Bytes(100))));
        if (n != 2) {
            const auto seq = n == 1 ? 1 : n - 1;
            QVERIFY(log->feeds().place(unit, n, {seq, sha256(viewOf(std::to_string(seq)))}));
        }
    }
    const auto byItems = log->feeds().after(unit, 1, 2, 10000).value();
    QCOMPARE(byItems.items.size(), std::size_t{2});
    QCOMPARE(byItems.items[0].seq, 2U);
    QCOMPARE(byItems.items[0].number, 3U);
    QCOMPARE(byItems.hash, sha256(viewOf("3")));
    QCOMPARE(log->feeds().after(unit, 0, 10, 150)->items.size(), std::size_t{2});
    QCOMPARE(log->feeds().after(unit, 0, 10, 1)->items.size(), std::size_t{1}); // never none
    QVERIFY(log->feeds().after(unit, 4, 10, 10000)->items.empty());
    QCOMPARE(log->feeds().heads()->at(unit).seq, 4U);
    QCOMPARE(log->feeds().hashAt(unit, 9).error().code, Code::NotFound);
    const auto missing = log->feeds().missing(unit, {log::SubjectKind::Incident, "A"}, 5).value();
    QCOMPARE(missing.size(), std::size_t{1});
    QCOMPARE(missing[0].number, 2U);
}

void tst_HqLog::readsOneSubject()
{
    auto log = open();
    QVERIFY(log->desks().add(desk("D05-01")));
    for (std::uint64_t n = 1; n <= 5; ++n) {
        auto one = entry(n, ("E" + std::to_string(n)).c_str(), Bytes{static_cast<std::uint8_t>(n)});
        one.subject.id = n % 2 == 1 ? "odd" : "even";
        one.serial = static_cast<std::uint32_t>(n);
        QVERIFY(log->append(one));
    }
    const auto odd = log->entriesOf({log::SubjectKind::Incident, "odd"}, 4).value();
    QCOMPARE(odd.size(), std::size_t{2});
    QCOMPARE(odd[1].number, 3U);
    QCOMPARE(odd[1].raw, Bytes{3});
    QCOMPARE(odd[1].serial, 3U);
    QCOMPARE(odd[1].subject.id, "odd");
    QVERIFY(log->entriesOf({log::SubjectKind::Operation, "odd"}, 4)->empty());
    std::vector<std::uint64_t> all;
    QVERIFY(log->forEach([&](const store::NumberedEntry& one) { all.push_back(one.number); }));
    QCOMPARE(all, (std::vector<std::uint64_t>{1, 2, 3, 4, 5}));
    const auto some = log->after(2, 2).value();
    QCOMPARE(some.size(), std::size_t{2});
    QCOMPARE(some[0].number, 3U);
    QCOMPARE(some[1].id, "E4");
    QVERIFY(log->after(5, 9)->empty());
}

void tst_HqLog::seesWhatItHasWrittenBeforeTheCommit()
{
    auto log = open();
    const UnitCode unit("D05");
    QVERIFY(log->begin());
    QVERIFY(log->desks().add(desk("D05-01")));
    QVERIFY(log->append(entry(1, "E1", {7})));
    QVERIFY(log->append(entry(2, "E2")));
    QVERIFY(log->feeds().place(unit, 1, {1, {}}));
    QVERIFY(log->hasEntry("E1").value());
    QCOMPARE(log->decided(DeskId("D05-01"), 1)->raw, Bytes{7});
    const auto missing = log->feeds().missing(unit, {log::SubjectKind::Incident, "A"}, 3).value();
    QCOMPARE(missing.size(), std::size_t{1});
    QCOMPARE(missing[0].number, 2U);
    QVERIFY(log->append(entry(3, "E3"))); // after the question, before the commit
    QVERIFY(log->commit());
    QCOMPARE(log->head().value(), 3U);
    QCOMPARE(log->feeds().heads()->at(unit).seq, 1U);
}

void tst_HqLog::knowsWhatItExpected()
{
    auto log = open();
    QVERIFY(log->desks().add(desk("D05-01")));
    QVERIFY(log->append(entry(1, "E1")));
    QVERIFY(log->begin());
    QVERIFY(log->expect({"E1", "E2", "E3"}));
    QVERIFY(log->hasEntry("E1").value());
    QVERIFY(!log->hasEntry("E2").value());
    QVERIFY(log->append(entry(2, "E2")));
    QVERIFY(log->hasEntry("E2").value());
    log->rollback();
    QVERIFY(!log->hasEntry("E2").value());
    QVERIFY(log->hasEntry("E1").value());
}

// What a desk sends is checked by the rules, but a refusal quotes it.
void tst_HqLog::keepsTextsThatADatabaseDislikes()
{
    auto log = open();
    QVERIFY(log->desks().add(desk("D05-01")));
    const std::string odd = std::string("a\0b", 3) + "\xff\xfe 㙍 𠮷 '\"\\";
    QVERIFY(log->refuse({DeskId("D05-01"), 1, "", {0, 255}, Code::NoSuchUnit, odd, fromUtcMs(6)}));
    const auto kept = log->decided(DeskId("D05-01"), 1).value();
    QCOMPARE(kept.raw, (Bytes{0, 255}));
    QVERIFY(kept.detail.contains("㙍 𠮷") || isPg());
    QVERIFY(kept.detail.starts_with("a"));
}

void tst_HqLog::tellsWhetherItIsWhole()
{
    auto log = open();
    QVERIFY(log->isWhole().value());
    QVERIFY(log->desks().add(desk("D05-01")));
    QVERIFY(log->append(entry(1, "E1")));
    QVERIFY(log->append(entry(2, "E2")));
    QVERIFY(log->isWhole().value());
    log.reset();
    const char* cut =
        isPg() ? "ALTER TABLE entry DISABLE TRIGGER ALL; DELETE FROM entry WHERE number = 1"
               : "DROP TRIGGER entry_delete; DELETE FROM entry WHERE number = 1";
    QCOMPARE(bySomebody(cut), std::string());
    QVERIFY(!open()->isWhole().value());
}

void tst_HqLog::remembersDesksAndCodes()
{
    auto log = open();
    auto one = desk("D05-01");
    one.name = "值守台 一";
    QVERIFY(log->desks().add(one));
    QVERIFY(!log->desks().add(one));
    auto sameKey = desk("D05-02");
    sameKey.key = one.key;
    QVERIFY(!log->desks().add(sameKey));
    QVERIFY(log->desks().setFingerprint(one.id, "abc"));
    QVERIFY(log->desks().revoke(one.id, fromUtcMs(-5)));
    QVERIFY(log->desks().revoke(one.id, fromUtcMs(9))); // the first stands
    const Digest hash = sha256(viewOf("code"));
    QVERIFY(log->desks().addCode(hash, UnitCode("L06"), fromUtcMs(77)));
    QVERIFY(!log->desks().code(hash)->value().usedAt);
    QVERIFY(log->desks().useCode(hash, one.id, fromUtcMs(78)));
    QVERIFY(!log->desks().code(sha256(viewOf("other")))->has_value());
    log.reset();
    log = open();
    const auto known = log->desks().all().value();
    QCOMPARE(known.size(), std::size_t{1});
    QCOMPARE(known[0].name, "值守台 一");
    QCOMPARE(known[0].fingerprint, "abc");
    QCOMPARE(known[0].key, one.key);
    QCOMPARE(known[0].revokedAt, std::optional(fromUtcMs(-5)));
    const auto code = log->desks().code(hash)->value();
    QCOMPARE(code.unit.value, "L06");
    QCOMPARE(code.expiresAt, fromUtcMs(77));
    QCOMPARE(code.desk.value, "D05-01");
}

void tst_HqLog::givesNoNewsOfItsOwn()
{
    auto log = open();
    QVERIFY(log->begin());
    QVERIFY(log->news()->isEmpty());
    QVERIFY(log->desks().add(desk("D05-01")));
    QVERIFY(log->append(entry(1, "E1")));
    QVERIFY(log->commit());
    QVERIFY(log->news()->isEmpty());
    QVERIFY(log->begin());
    QVERIFY(log->news()->isEmpty());
    log->rollback();
}

namespace {

store::PersonRecord sampleDuty()
{
    return {
        {PersonCode("1001"),
         "张三 㙍𠮷",
         "zhangsan",
         "zs",
         UnitCode("D05"),
         {PostCode("D05-desk"), PostCode("D05-leader")},
         false},
        {Bytes(16, 1), Bytes(32, 2), 19456, 2, 1},
        true,
        fromUtcMs(5),
        std::nullopt};
}

store::GrantRecord sampleGrant()
{
    return {
        {"01ARYZ6S41", OperationId("x"), DeskId("D05-01"), UnitCode("D05"), PersonCode("1001"),
         "张三", PostCode("D05-desk"), plan::Role::DistrictDesk, fromUtcMs(10), fromUtcMs(20),
         fromUtcMs(30), false},
        std::nullopt,
        0};
}

} // namespace

void tst_HqLog::remembersPeople()
{
    auto log = open();
    QVERIFY(log->desks().add(desk("D05-01")));
    auto person = sampleDuty();
    auto grant = sampleGrant();
    QVERIFY(!log->people().hasSignedOn(person.person.code, grant.grant.desk).value());
    QVERIFY(log->begin());
    QVERIFY(log->people().put(person));
    QVERIFY(log->people().putGrant(grant));
    QVERIFY(log->people().putTries(
        {person.person.code, grant.grant.desk, {3, fromUtcMs(7), fromUtcMs(8)}}));
    QVERIFY(log->commit());
    person.disabledAt = fromUtcMs(99);
    person.mustChange = false;
    grant.endedAt = fromUtcMs(15);
    grant.endedCounter = 12;
    QVERIFY(log->begin());
    QVERIFY(log->people().put(person));
    log->rollback();
    QVERIFY(!log->people().all()->front().disabledAt);
    QVERIFY(log->people().put(person));
    QVERIFY(log->people().putGrant(grant));
    log.reset();
    log = open();
    const auto all = log->people().all().value();
    QCOMPARE(all.size(), std::size_t{1});
    QVERIFY(all.front().person == person.person);
    QVERIFY(all.front().verifier == person.verifier);
    QVERIFY(!all.front().mustChange);
    QCOMPARE(all.front().disabledAt, person.disabledAt);
    const auto grants = log->people().grants(fromUtcMs(29)).value();
    QCOMPARE(grants.size(), std::size_t{1});
    QVERIFY(grants.front().grant == grant.grant);
    QCOMPARE(grants.front().endedAt, grant.endedAt);
    QCOMPARE(grants.front().endedCounter, std::uint64_t{12});
    QVERIFY(log->people().grants(fromUtcMs(30))->empty());
    QVERIFY(log->people().hasSignedOn(person.person.code, grant.grant.desk).value());
    const auto tries = log->people().tries().value();
    QCOMPARE(tries.front().tries.wrong, 3);
    QCOMPARE(tries.front().tries.lockedAt, std::optional(fromUtcMs(8)));
    QVERIFY(log->people().putTries({person.person.code, grant.grant.desk, {}}));
    QVERIFY(log->people().tries()->empty());
}

void tst_HqLog::forgetsNobody()
{
    auto log = open();
    QVERIFY(log->desks().add(desk("D05-01")));
    QVERIFY(log->people().put(sampleDuty()));
    QVERIFY(log->people().putGrant(sampleGrant()));
    if (!isPg()) {
        log.reset(); // the file is ours alone
    }
    QVERIFY(!bySomebody("DELETE FROM seat_grant").empty());
    QVERIFY(!bySomebody("DELETE FROM person").empty());
}

void tst_HqLog::destroysContactKeys()
{
    auto log = open();
    const auto keyOf = [](const char* id, std::int64_t until) {
        return store::ContactKey{
            ContactId(id), IncidentId("A"), DeskId("D05-01"), fromUtcMs(until),
            std::make_shared<const vault::SecretKey>(vault::SecretKey::generate())};
    };
    const auto early = keyOf("early", 10);
    const auto late = keyOf("late", 20);
    auto& keys = log->contactKeys();
    QVERIFY(keys.put(early));
    QVERIFY(keys.put(late));
    QVERIFY(keys.put({early.contact, {}, {}, fromUtcMs(99), late.key})); // the first one stands
    QVERIFY(!*keys.find(ContactId("other")));
    const auto found = keys.find(early.contact).value();
    QVERIFY(std::ranges::equal(found->key->bytes(), early.key->bytes()));
    QCOMPARE(found->until, early.until);
    QCOMPARE(found->desk, early.desk);
    QCOMPARE(keys.expire(fromUtcMs(9)).value(), std::uint64_t{0});
    QCOMPARE(keys.expire(fromUtcMs(10)).value(), std::uint64_t{1});
    QVERIFY(!*keys.find(early.contact));
    log.reset();
    log = open();
    QVERIFY(*log->contactKeys().find(late.contact));
    QCOMPARE(log->contactKeys().expire(fromUtcMs(20)).value(), std::uint64_t{1});
    QVERIFY(!*log->contactKeys().find(late.contact));
}

QTEST_GUILESS_MAIN(tst_HqLog)
#include "tst_HqLog.moc"
