// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Hexadecimal and UTF-8: what passes here is shown, hashed and sent everywhere else.

#include "data/base/Bytes.h"

#include <QtTest>

#include <random>

using namespace sz;

namespace {

std::string str(std::initializer_list<int> bytes)
{
    std::string out;
    for (const int b : bytes) {
        out.push_back(static_cast<char>(b));
    }
    return out;
}

} // namespace

class tst_Bytes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hexRoundTrip();
    void badHex_data();
    void badHex();
    void utf8_data();
    void utf8();
    void utf8AgreesWithQt();
};

void tst_Bytes::hexRoundTrip()
{
    Bytes all(256);
    for (std::size_t i = 0; i < all.size(); ++i) {
        all[i] = static_cast<std::uint8_t>(i);
    }
    const std::string text = toHex(all);
    QVERIFY(text.starts_with("000102") && text.ends_with("fdfeff"));
    QVERIFY(fromHex(text) == all);
    QVERIFY(fromHex("DEADbeef") == (Bytes{0xDE, 0xAD, 0xBE, 0xEF}));
    QVERIFY(fromHex("") == Bytes{});
    QCOMPARE(toHex({}), std::string());
}

void tst_Bytes::badHex_data()
{
    QTest::addColumn<std::string>("text");
    QTest::newRow("odd length") << std::string("abc");
    QTest::newRow("letter beyond f") << std::string("0g");
    QTest::newRow("sign") << std::string("-1");
    QTest::newRow("blank") << std::string("1 ");
    QTest::newRow("full-width digit") << std::string("１2");
}

void tst_Bytes::badHex()
{
    QFETCH(std::string, text);
    const auto got = fromHex(text);
    QVERIFY(!got);
    QCOMPARE(got.error().code, Code::BadEncoding);
}

void tst_Bytes::utf8_data()
{
    QTest::addColumn<std::string>("text");
    QTest::addColumn<bool>("isGood");
    const auto good = [](const char* name, std::string text) {
        QTest::newRow(name) << std::move(text) << true;
    };
    const auto bad = [](const char* name, std::string text) {
        QTest::newRow(name) << std::move(text) << false;
    };
    good("empty", "");
    good("ASCII", "gas leak");
    good("NUL inside", std::string("a\0b", 3));
    good("usual Chinese", "江汉区前进四路");
    good("extension A: 㙍", "㙍");
    good("extension B: 𠮷", "𠮷");
    good("emoji", "🚒");
    good("first of two bytes U+0080", str({0xC2, 0x80}));
    good("last of two bytes U+07FF", str({0xDF, 0xBF}));
    good("first of three bytes U+0800", str({0xE0, 0xA0, 0x80}));
    good("last before the surrogates U+D7FF", str({0xED, 0x9F, 0xBF}));
    good("first after the surrogates U+E000", str({0xEE, 0x80, 0x80}));
    good("noncharacter U+FFFF is well-formed", str({0xEF, 0xBF, 0xBF}));
    good("first of four bytes U+10000", str({0xF0, 0x90, 0x80, 0x80}));
    good("last of Unicode U+10FFFF", str({0xF4, 0x8F, 0xBF, 0xBF}));
    bad("continuation alone", str({0x80}));
    bad("cut two-byte form", str({0xC3}));
    bad("cut three-byte form", str({0xE6, 0xB1}));
    bad("cut four-byte form", str({0xF0, 0xA0, 0xAE}));
    bad("two-byte lead, then ASCII", str({0xC3, 'a'}));
    bad("bad third byte", str({0xE6, 0xB1, 'a'}));
    bad("bad fourth byte", str({0xF0, 0xA0, 0xAE, 0xC0}));
    bad("overlong slash in two", str({0xC0, 0xAF}));
    bad("overlong C1", str({0xC1, 0xBF}));
    bad("overlong in three", str({0xE0, 0x80, 0xAF}));
    bad("overlong U+07FF in three", str({0xE0, 0x9F, 0xBF}));
    bad("overlong in four", str({0xF0, 0x80, 0x80, 0xAF}));
    bad("overlong U+FFFF in four", str({0xF0, 0x8F, 0xBF, 0xBF}));
    bad("first surrogate U+D800", str({0xED, 0xA0, 0x80}));
    bad("last surrogate U+DFFF", str({0xED, 0xBF, 0xBF}));
    bad("CESU-8 pair of 𠮷", str({0xED, 0xA1, 0x82, 0xED, 0xBE, 0xB7}));
    bad("beyond Unicode U+110000", str({0xF4, 0x90, 0x80, 0x80}));
    bad("lead F5", str({0xF5, 0x80, 0x80, 0x80}));
    bad("five-byte form", str({0xF8, 0x88, 0x80, 0x80, 0x80}));
    bad("FE", str({0xFE}));
    bad("FF", str({0xFF}));
    bad("GBK text", str({0xCE, 0xE4, 0xBA, 0xBA}));
    bad("good, then cut", "武汉" + str({0xE6}));
}

void tst_Bytes::utf8()
{
    QFETCH(std::string, text);
    QFETCH(bool, isGood);
    QCOMPARE(isUtf8(text), isGood);
    QCOMPARE(isUtf8("前" + text + "后"), isGood);
}

void tst_Bytes::utf8AgreesWithQt()
{
    std::mt19937 random(20261122);
    constexpr std::array<std::uint8_t, 16> kNasty{0x41, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC2,
                                                  0xE0, 0xE6, 0xED, 0xEF, 0xF0, 0xF4, 0xF5, 0xB1};
    for (int i = 0; i < 200'000; ++i) {
        std::string text(1 + random() % 6, '\0');
        for (char& c : text) {
            c = static_cast<char>(kNasty[random() % kNasty.size()]);
        }
        QCOMPARE(
            isUtf8(text),
            QUtf8StringView(text.data(), static_cast<qsizetype>(text.size())).isValidUtf8());
    }
}

QTEST_GUILESS_MAIN(tst_Bytes)
#include "tst_Bytes.moc"
