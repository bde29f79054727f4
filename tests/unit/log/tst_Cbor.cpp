// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The CBOR subset: RFC 8949's examples, every form that is refused, and a million pieces of nonsense.

#include "data/log/Cbor.h"

#include <QtTest>

#include <cstdint>
#include <fstream>
#include <random>

using namespace sz;
using namespace sz::log;

Q_DECLARE_METATYPE(sz::log::Value)

namespace {

Array firstNumbers(int n)
{
    Array out;
    for (int i = 1; i <= n; ++i) {
        out.emplace_back(i);
    }
    return out;
}

Bytes nested(std::size_t levels)
{
    Bytes out(levels, 0x81);
    out.push_back(0x00);
    return out;
}

/// Most address space this process has ever had.
long peakMegabytes()
{
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with("VmPeak:")) {
            return std::stol(line.substr(7)) / 1024;
        }
    }
    return 0;
}

/// A random value of the subset, at most `depth` levels deep.
Value randomValue(std::mt19937_64& random, int depth)
{
    const auto number = [&] {
        return static_cast<std::int64_t>(random() >> (random() % 64)) * (random() % 2 ? 1 : -1);
    };
    switch (random() % (depth > 0 ? 7 : 5)) {
    case 0:
        return {};
    case 1:
        return random() % 2 == 0;
    case 2:
        return number();
    case 3:
        return std::string(random() % 300, static_cast<char>('a' + random() % 26)) + "汉𠮷";
    case 4:
        return Bytes(random() % 300, static_cast<std::uint8_t>(random()));
    case 5: {
        Array items;
        for (std::uint64_t i = random() % 6; i > 0; --i) {
            items.push_back(randomValue(random, depth - 1));
        }
        return items;
    }
    default: {
        Fields fields;
        for (std::uint64_t i = random() % 6; i > 0; --i) {
            fields.emplace(
                random() % 3 == 0 ? number() : number() % 20, randomValue(random, depth - 1));
        }
        return fields;
    }
    }
}

} // namespace

class tst_Cbor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rfcExamples_data();
    void rfcExamples();
    void refused_data();
    void refused();
    void keyOrder();
    void depth();
    void extremeNumbers();
    void encodeAndDecodeAreInverse();
    void whatDecodesEncodesToTheSameBytes();
    void everyCutIsRefused();
    void nonsenseNeverCrashes();
    void claimedLengthsCostNoMemory();
    void readerNamesTheFirstWrongField();
    void readerTypes();
};

void tst_Cbor::rfcExamples_data()
{
    QTest::addColumn<Value>("value");
    QTest::addColumn<std::string>("hex");
    const auto row = [](const char* name, Value value, const char* hex) {
        QTest::newRow(name) << std::move(value) << std::string(hex);
    };
    row("0", 0, "00");
    row("1", 1, "01");
    row("10", 10, "0a");
    row("23", 23, "17");
    row("24", 24, "1818");
    row("25", 25, "1819");
    row("100", 100, "1864");
    row("255", 255, "18ff");
    row("256", 256, "190100");
    row("1000", 1000, "1903e8");
    row("65536", 65536, "1a00010000");
    row("1000000", 1000000, "1a000f4240");
    row("2^32", std::int64_t{1} << 32, "1b0000000100000000");
    row("1000000000000", std::int64_t{1000000000000}, "1b000000e8d4a51000");
    row("-1", -1, "20");
    row("-10", -10, "29");
    row("-24", -24, "37");
    row("-25", -25, "3818");
    row("-100", -100, "3863");
    row("-1000", -1000, "3903e7");
    row("false", false, "f4");
    row("true", true, "f5");
    row("null", {}, "f6");
    row("no bytes", Bytes{}, "40");
    row("bytes", Bytes{1, 2, 3, 4}, "4401020304");
    row("no text", "", "60");
    row("a", "a", "6161");
    row("IETF", "IETF", "6449455446");
    row("quote and backslash", "\"\\", "62225c");
    row("u umlaut", "\u00fc", "62c3bc");
    row("water", "\u6c34", "63e6b0b4");
    row("beyond the BMP", "\U00010151", "64f0908591");
    row("empty array", Array{}, "80");
    row("array", Array{1, 2, 3}, "83010203");
    row("nested arrays", Array{1, Array{2, 3}, Array{4, 5}}, "8301820203820405");
    row("25 items", firstNumbers(25), "98190102030405060708090a0b0c0d0e0f101112131415161718181819");
    row("empty map", Fields{}, "a0");
    row("map", Fields{{1, 2}, {3, 4}}, "a201020304");
}

void tst_Cbor::rfcExamples()
{
    QFETCH(Value, value);
    QFETCH(std::string, hex);
    QCOMPARE(toHex(encode(value)), hex);
    const auto back = decode(*fromHex(hex));
    QVERIFY(back);
    QVERIFY(*back == value);
}

void tst_Cbor::refused_data()
{
    QTest::addColumn<std::string>("hex");
    const auto row = [](const char* name, const char* hex) {
        QTest::newRow(name) << std::string(hex);
    };
    row("nothing", "");
    row("trailing byte", "0000");
    row("cut head", "18");
    row("cut 8-byte head", "1b00000000000000");
    row("2^64-1", "1bffffffffffffffff");
    row("2^63", "1b8000000000000000");
    row("-2^64", "3bffffffffffffffff");
    row("-2^63-1", "3b8000000000000000");
    row("23 in a byte", "1817");
    row("255 in two bytes", "1900ff");
    row("65535 in four bytes", "1a0000ffff");
    row("2^32-1 in eight bytes", "1b00000000ffffffff");
    row("-1 in a byte", "3800");
    row("length not shortest", "5801aa");
    row("reserved 28", "1c");
    row("reserved 29", "1d");
    row("reserved 30", "1e");
    row("indefinite bytes", "5f42010243030405ff");
    row("indefinite text", "7f657374726561646d696e67ff");
    row("indefinite array", "9fff");
    row("indefinite map", "bf6346756ef563416d7421ff");
    row("break alone", "ff");
    row("half 0.0", "f90000");
    row("half infinity", "f97c00");
    row("half NaN", "f97e00");
    row("single", "fa47c35000");
    row("double", "fb3ff199999999999a");
    row("undefined", "f7");
    row("simple 16", "f0");
    row("simple 255", "f8ff");
    row("simple 24", "f818");
    row("tag 0 date", "c074323031332d30332d32315432303a30343a30305a");
    row("tag 1 epoch", "c11a514b67b0");
    row("tag 2 bignum", "c249010000000000000000");
    row("tag 24", "d818456449455446");
    row("text key", "a26161016162820203");
    row("array key", "a18000");
    row("null key", "a1f600");
    row("bytes key", "a14000");
    row("keys descending", "a203040102");
    row("key twice", "a201020103");
    row("negative before positive", "a220000100");
    row("negatives not in encoded order", "a221002000");
    row("map without last value", "a10102"
                                  "00");
    row("map cut after key", "a101");
    row("array cut", "8201");
    row("bytes beyond the end", "420a");
    row("text beyond the end", "6261");
    row("bytes of 2^62", "5b4000000000000000");
    row("array of 2^62", "9b4000000000000000");
    row("map of 2^62", "bb4000000000000000");
    row("text not UTF-8", "62c328");
    row("text with a surrogate", "63eda080");
    row("text with an overlong form", "62c0af");
}

void tst_Cbor::refused()
{
    QFETCH(std::string, hex);
    const auto value = decode(*fromHex(hex));
    QVERIFY(!value);
    QCOMPARE(value.error().code, Code::BadEncoding);
    QVERIFY(!value.error().detail.empty());
}

void tst_Cbor::keyOrder()
{
    const Fields fields{{-300, 1}, {-2, 2}, {-1, 3}, {0, 4}, {23, 5}, {24, 6}, {1000, 7}};
    // RFC 8949 §4.2.1: bytewise order of the encoded keys, so negatives follow, the small ones first.
    const std::string expected = "a7"
                                 "0004"
                                 "1705"
                                 "181806"
                                 "1903e807"
                                 "2003"
                                 "2102"
                                 "39012b01";
    QCOMPARE(toHex(encode(fields)), expected);
    const auto back = decode(*fromHex(expected));
    QVERIFY(back && *back == Value(fields));
}

void tst_Cbor::depth()
{
    QVERIFY(decode(nested(32)));
    QVERIFY(!decode(nested(33)));
    QVERIFY(!decode(nested(3'000'000))); // must not exhaust the stack either
    Bytes maps;
    for (int i = 0; i < 100'000; ++i) {
        maps.insert(maps.end(), {0xA1, 0x00});
    }
    QVERIFY(!decode(maps));
}

void tst_Cbor::extremeNumbers()
{
    for (const std::int64_t n : {INT64_MIN, INT64_MIN + 1, INT64_MAX, INT64_MAX - 1}) {
        const auto back = decode(encode(n));
        QVERIFY(back && *back == Value(n));
        const auto asKey = decode(encode(Fields{{n, true}}));
        QVERIFY(asKey && *asKey == Value(Fields{{n, true}}));
    }
    QCOMPARE(toHex(encode(INT64_MIN)), std::string("3b7fffffffffffffff"));
}

void tst_Cbor::encodeAndDecodeAreInverse()
{
    std::mt19937_64 random(8949);
    for (int i = 0; i < 20'000; ++i) {
        const Value value = randomValue(random, 4);
        const auto back = decode(encode(value));
        QVERIFY(back);
        QVERIFY(*back == value);
    }
}

/// One value, one encoding: otherwise two desks could hash the same act differently.
void tst_Cbor::whatDecodesEncodesToTheSameBytes()
{
    std::mt19937_64 random(421);
    int understood = 0;
    for (int i = 0; i < 50'000; ++i) {
        Bytes bytes = encode(randomValue(random, 3));
        for (std::uint64_t flips = 1 + random() % 2; flips > 0; --flips) {
            bytes[random() % std::min<std::size_t>(bytes.size(), 12)] ^=
                static_cast<std::uint8_t>(1U << (random() % 8));
        }
        if (const auto value = decode(bytes)) {
            ++understood;
            QVERIFY(encode(*value) == bytes);
        }
    }
    QVERIFY(understood > 1000);
}

void tst_Cbor::everyCutIsRefused()
{
    const Bytes whole = encode(Fields{
        {1, "汉口"}, {2, Bytes(30)}, {3, Array{1, -500, true, {}}}, {-4, Fields{{1, 70000}}}});
    for (std::size_t size = 0; size < whole.size(); ++size) {
        QVERIFY(!decode(BytesView(whole).first(size)));
    }
}

void tst_Cbor::nonsenseNeverCrashes()
{
    std::mt19937_64 random(1);
    std::size_t understood = 0;
    for (int i = 0; i < 1'000'000; ++i) {
        std::array<std::uint8_t, 24> bytes{};
        for (std::uint8_t& b : bytes) {
            b = static_cast<std::uint8_t>(random());
        }
        understood += decode(BytesView(bytes).first(random() % bytes.size())) ? 1U : 0U;
    }
    QVERIFY(understood > 0);
}

/// An array that claims a million items, in an array that claims a million items, and so on: 32 × 56 MB if believed.
void tst_Cbor::claimedLengthsCostNoMemory()
{
    Bytes bomb;
    for (int level = 0; level < 31; ++level) {
        bomb.insert(bomb.end(), {0x9A, 0x00, 0x0F, 0xFF, 0x00});
    }
    bomb.resize(1'048'576 + 200, 0x9A);
    const long before = peakMegabytes();
    QVERIFY(!decode(bomb));
    QVERIFY(peakMegabytes() - before < 100);
}

void tst_Cbor::readerNamesTheFirstWrongField()
{
    const Fields fields{{1, "text"}, {2, 5}};
    FieldReader in(fields);
    QCOMPARE(in.text(1), std::string("text"));
    QVERIFY(in.ok() && in.finish("thing"));
    QCOMPARE(in.integer(1), std::int64_t{0}); // of another type
    QCOMPARE(in.integer(3), std::int64_t{0}); // missing
    const auto result = in.finish("thing");
    QVERIFY(!result);
    QCOMPARE(result.error().code, Code::BadEncoding);
    QVERIFY(result.error().detail.find("thing: field 1 ") == 0);
}

void tst_Cbor::readerTypes()
{
    const Fields fields{{1, true}, {2, Bytes{7}}, {3, Array{1}}, {4, Fields{{1, 2}}}, {5, {}}};
    FieldReader in(fields);
    QVERIFY(in.booleanOr(1, false));
    QVERIFY(in.bytes(2) == Bytes{7});
    QCOMPARE(in.array(3).size(), std::size_t{1});
    QVERIFY(in.fields(4) != nullptr && in.fields(3) == nullptr);
    QCOMPARE(in.textOr(5, "null counts as missing"), std::string("null counts as missing"));
    QCOMPARE(in.integerOr(99, -3), std::int64_t{-3});
    QVERIFY(in.arrayOr(99).empty());
    QVERIFY(in.has(5) && !in.has(99));
    QVERIFY(in.ok());
    QCOMPARE(in.integerOr(1, 9), std::int64_t{9}); // there, but no number: still an error
    QVERIFY(!in.ok());
}

QTEST_GUILESS_MAIN(tst_Cbor)
#include "tst_Cbor.moc"
