// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Entries survive their encoding, unknown fields survive us, malformed ones do not get in.

#include "data/log/Entry.h"

#include <QtTest>

#include <functional>

using namespace sz;
using namespace sz::log;

namespace {

Entry sample()
{
    Entry e;
    e.id = *Ulid::parse("01ARYZ6S410123456789ABCDEF");
    e.desk = DeskId("K-D05-1");
    e.unit = UnitCode("D05");
    e.post = PostCode("D05-leader");
    e.role = 3;
    e.time = {fromUtcMs(1'795'000'000'000), 7};
    e.type = 12;
    e.typeVersion = 2;
    e.subject = {SubjectKind::Incident, "01ARYZ6S410000000000000000"};
    e.base = 41;
    e.body = encode(Fields{{1, "江汉区液化气瓶泄漏 㙍𠮷"}});
    return e;
}

bool areEqual(const Entry& a, const Entry& b)
{
    return a.id == b.id && a.desk == b.desk && a.unit == b.unit && a.post == b.post
           && a.role == b.role && a.time == b.time && a.type == b.type
           && a.typeVersion == b.typeVersion && a.subject == b.subject && a.base == b.base
           && a.body == b.body;
}

Bytes changed(const std::function<void(Fields&)>& change)
{
    Fields fields = *decode(encodeEntry(sample()))->as<Fields>();
    change(fields);
    return encode(fields);
}

} // namespace

Q_DECLARE_METATYPE(Bytes)

class tst_Entry : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void roundTrip();
    void leastEntry();
    void thePersonIsThereOnlyWhenSomebodyHadSignedOn();
    void unknownFieldsSurviveInRaw();
    void sizeLimit();
    void malformed_data();
    void malformed();
    void hybridTimeNeverGoesBack();
    void hybridTimeTakesInOthers();
};

void tst_Entry::roundTrip()
{
    const auto back = decodeEntry(encodeEntry(sample()));
    QVERIFY(back);
    QVERIFY(areEqual(*back, sample()));
    QVERIFY(encodeEntry(*back) == encodeEntry(sample()));
}

void tst_Entry::thePersonIsThereOnlyWhenSomebodyHadSignedOn()
{
    Entry e = sample();
    QVERIFY(!decode(encodeEntry(e))->as<Fields>()->contains(14)); // the bytes of before persons
    e.person = PersonCode("1001");
    QCOMPARE(decodeEntry(encodeEntry(e))->person, PersonCode("1001"));
    QVERIFY(decodeEntry(encodeEntry(sample()))->person.empty());
}

void tst_Entry::leastEntry()
{
    const Bytes raw = changed([](Fields& f) {
        for (const int optional : {4, 5, 7, 9, 11, 12}) {
            f.erase(optional);
        }
    });
    const auto e = decodeEntry(raw);
    QVERIFY(e);
    QVERIFY(e->post.empty());
    QCOMPARE(e->typeVersion, 1U);
    QCOMPARE(e->base, std::uint64_t{0});
}

void tst_Entry::unknownFieldsSurviveInRaw()
{
    const Bytes raw = changed([](Fields& f) {
        f.emplace(99, "from a newer version");
        f.emplace(-1, Array{1, 2});
    });
    const auto e = decodeEntry(raw);
    QVERIFY(e);
    QVERIFY(areEqual(*e, sample()));
    QVERIFY(
        entryHash(raw)
        != entryHash(encodeEntry(sample()))); // what is unknown is still part of its name
    QVERIFY(decode(raw)->as<Fields>()->contains(99));
}

void tst_Entry::sizeLimit()
{
    const auto sized = [](std::size_t body) {
        Entry e = sample();
        e.body = encode(Fields{{1, Bytes(body)}});
        return encodeEntry(e);
    };
    const std::size_t frame = sized(60'000).size() - 60'000;
    const Bytes largest = sized(kMaxEntryBytes - frame);
    QCOMPARE(largest.size(), kMaxEntryBytes);
    QVERIFY(decodeEntry(largest));
    const auto tooLarge = decodeEntry(sized(kMaxEntryBytes - frame + 1));
    QVERIFY(!tooLarge);
    QCOMPARE(tooLarge.error().code, Code::BadEncoding);
}

void tst_Entry::malformed_data()
{
    QTest::addColumn<Bytes>("raw");
    const auto row = [](const char* name, const std::function<void(Fields&)>& change) {
        QTest::newRow(name) << changed(change);
    };
    QTest::newRow("nothing") << Bytes{};
    QTest::newRow("an array") << encode(Array{1, 2});
    QTest::newRow("an empty map") << encode(Fields{});
    row("id of 15 bytes", [](Fields& f) { f[1] = Bytes(15); });
    row("id as text", [](Fields& f) { f[1] = "01ARYZ6S410000000000000000"; });
    row("no id", [](Fields& f) { f.erase(1); });
    row("no desk", [](Fields& f) { f.erase(2); });
    row("desk as number", [](Fields& f) { f[2] = 5; });
    row("no unit", [](Fields& f) { f.erase(3); });
    row("role over 255", [](Fields& f) { f[5] = 256; });
    row("role negative", [](Fields& f) { f[5] = -1; });
    row("no time", [](Fields& f) { f.erase(6); });
    row("counter over 32 bits", [](Fields& f) { f[7] = std::int64_t{1} << 32; });
    row("no type", [](Fields& f) { f.erase(8); });
    row("type over 32 bits", [](Fields& f) { f[8] = (std::int64_t{1} << 32) + 12; });
    row("type negative", [](Fields& f) { f[8] = -12; });
    row("type version negative", [](Fields& f) { f[9] = -1; });
    row("subject kind over 255", [](Fields& f) { f[10] = 257; });
    row("base negative", [](Fields& f) { f[12] = -1; });
    row("no body", [](Fields& f) { f.erase(13); });
    row("body as text", [](Fields& f) { f[13] = "a0"; });
    row("empty body", [](Fields& f) { f[13] = Bytes{}; });
    row("body that is an array", [](Fields& f) { f[13] = encode(Array{}); });
    row("body of indefinite length", [](Fields& f) { f[13] = Bytes{0xBF, 0xFF}; });
}

void tst_Entry::malformed()
{
    QFETCH(Bytes, raw);
    const auto e = decodeEntry(raw);
    QVERIFY(!e);
    QCOMPARE(e.error().code, Code::BadEncoding);
}

void tst_Entry::hybridTimeNeverGoesBack()
{
    HybridClock clock;
    HybridTime last;
    for (const int ms : {1000, 1000, 1001, 400, 1001, 1002, -5, 5000}) {
        const HybridTime next = clock.next(fromUtcMs(ms));
        QVERIFY(next > last);
        last = next;
    }
    QVERIFY((last == HybridTime{fromUtcMs(5000), 0}));
}

void tst_Entry::hybridTimeTakesInOthers()
{
    const Instant now = fromUtcMs(1'000'000);
    HybridClock clock({now, 0});
    clock.witness({now + Minutes(5), 3}, now);
    QVERIFY((clock.next(now) == HybridTime{now + Minutes(5), 4}));
    clock.witness({now + Minutes(60), 0}, now); // a desk with a wild clock does not drag us along
    QVERIFY(clock.next(now).wall == now + Minutes(5));
    clock.witness({now, 0}, now); // the past changes nothing
    QVERIFY((clock.next(now) == HybridTime{now + Minutes(5), 6}));
}

QTEST_GUILESS_MAIN(tst_Entry)
#include "tst_Entry.moc"
