// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// ULIDs sort by time, never repeat and survive being written down.

#include "data/base/Ulid.h"

#include <QtTest>

#include <set>

using namespace sz;

class tst_Ulid : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knownTexts_data();
    void knownTexts();
    void roundTrip();
    void textSortsLikeBytes();
    void onlyCrockfordLetters();
    void malformed_data();
    void malformed();
    void neverRepeatsNorGoesBack();
};

void tst_Ulid::knownTexts_data()
{
    QTest::addColumn<std::string>("hex");
    QTest::addColumn<std::string>("text");
    QTest::newRow("zero") << std::string(32, '0') << std::string(26, '0');
    QTest::newRow("largest") << std::string(32, 'f') << "7" + std::string(25, 'Z');
    QTest::newRow("one") << std::string(31, '0') + "1" << std::string(25, '0') + "1";
    QTest::newRow("of the specification") << std::string("01563df3648100000000000000000000")
                                          << std::string("01ARYZ6S41") + std::string(16, '0');
}

void tst_Ulid::knownTexts()
{
    QFETCH(std::string, hex);
    QFETCH(std::string, text);
    Ulid id;
    std::ranges::copy(*fromHex(hex), id.bytes.begin());
    QCOMPARE(id.text(), text);
    const auto back = Ulid::parse(text);
    QVERIFY(back && *back == id);
}

void tst_Ulid::roundTrip()
{
    UlidMaker maker;
    const Instant now = fromUtcMs(1'795'000'000'123);
    for (int i = 0; i < 1000; ++i) {
        const Ulid id = maker.next(now + Millis{i});
        QCOMPARE(toUtcMs(id.time()), toUtcMs(now) + i);
        const auto back = Ulid::parse(id.text());
        QVERIFY(back && *back == id);
    }
}

void tst_Ulid::textSortsLikeBytes()
{
    UlidMaker maker;
    UlidMaker other;
    for (int i = 0; i < 1000; ++i) {
        const Ulid a = maker.next(fromUtcMs(1'000 + i % 7));
        const Ulid b = other.next(fromUtcMs(1'000 + i % 5));
        QCOMPARE(a.text() < b.text(), a < b);
    }
}

void tst_Ulid::onlyCrockfordLetters()
{
    UlidMaker maker;
    std::set<char> seen;
    for (int i = 0; i < 500; ++i) {
        const std::string text = maker.next(fromUtcMs(1'795'000'000'000 + i)).text();
        QCOMPARE(text.size(), std::size_t{26});
        seen.insert(text.begin(), text.end());
    }
    QCOMPARE(
        std::string(seen.begin(), seen.end()), std::string("0123456789ABCDEFGHJKMNPQRSTVWXYZ"));
}

void tst_Ulid::malformed_data()
{
    QTest::addColumn<std::string>("text");
    QTest::newRow("empty") << std::string();
    QTest::newRow("25 characters") << std::string(25, '0');
    QTest::newRow("27 characters") << std::string(27, '0');
    QTest::newRow("more than 128 bits") << "8" + std::string(25, '0');
    QTest::newRow("letter I") << std::string(25, '0') + "I";
    QTest::newRow("letter L") << std::string(25, '0') + "L";
    QTest::newRow("letter O") << std::string(25, '0') + "O";
    QTest::newRow("letter U") << std::string(25, '0') + "U";
    QTest::newRow("lower case") << std::string(25, '0') + "a";
    QTest::newRow("blank") << std::string(25, '0') + " ";
    QTest::newRow("NUL") << std::string(26, '\0');
}

void tst_Ulid::malformed()
{
    QFETCH(std::string, text);
    const auto id = Ulid::parse(text);
    QVERIFY(!id);
    QCOMPARE(id.error().code, Code::BadEncoding);
}

void tst_Ulid::neverRepeatsNorGoesBack()
{
    UlidMaker maker;
    Ulid last;
    const std::int64_t start = 1'795'000'000'000;
    for (int i = 0; i < 20'000; ++i) {
        const std::int64_t clock =
            start + (i < 10'000 ? i / 100 : -i); // stands still, then runs backwards
        const Ulid id = maker.next(fromUtcMs(clock));
        QVERIFY(id > last);
        last = id;
    }
}

QTEST_GUILESS_MAIN(tst_Ulid)
#include "tst_Ulid.moc"
