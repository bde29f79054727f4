// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Words found by their pinyin: whole, by first letters, half typed; and what does not spell them.
#include "data/plan/Pinyin.h"
#include "data/plan/Spelling.h"

#include <QTest>

#include <algorithm>

using namespace sz::plan;

class tst_Spelling : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void spells_data()
    {
        QTest::addColumn<QString>("letters");
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isSpelt");
        const auto row = [](const char* name, const char* letters, const char16_t* text, bool is) {
            QTest::newRow(name) << QString::fromLatin1(letters) << QString::fromUtf16(text) << is;
        };
        row("whole syllables", "xinbao", u"新报", true);
        row("from the middle", "fanhao", u"面包车燃气泛号", true);
        row("first letters", "xb", u"新报", true);
        row("a syllable, then a letter", "xinb", u"新报", true);
        row("a letter, then a syllable", "xbao", u"新报", true);
        row("the last one begun", "xinba", u"新报", true);
        row("zh, ch and sh as a pair", "zhshi", u"指示", true);
        row("only from a syllable's beginning", "inbao", u"新报", false);
        row("another word with its first letters", "xianbing", u"新报", false);
        row("longer than the text", "xinbaor", u"新报", false);
        row("not over a line's end", "xinbao", u"新\n报", false);
        row("letters stand for themselves", "lpgping", u"lpg瓶", true);
        row("digits, too", "12hao", u"12号", true);
        row("a second reading", "chongqing", u"重庆路", true);
        row("and the usual one", "zhongqing", u"重庆路", true);
        row("huangpi as its people say", "huangpi", u"黄陂区", true);
        row("lv for lü", "lvhua", u"绿化", true);
        row("one letter says nothing", "x", u"新报", false);
        row("no characters at all", "xin", u"", false);
        row("rare characters are passed by no letter", "xinbao", u"新\U00020BB7报", false);
        row("many ways come to an end", "shshshshshshshshshshshshshshshshshshshshshshx",
            u"上是山水上是山水上是山水上是山水上是山水上是山水上是山水", false);
    }
    void spells()
    {
        QFETCH(QString, letters);
        QFETCH(QString, text);
        QFETCH(bool, isSpelt);
        const auto wide = text.toStdU32String();
        QCOMPARE(isSpeltIn(letters.toStdString(), wide), isSpelt);
    }

    void divisions_data()
    {
        QTest::addColumn<QString>("letters");
        QTest::addColumn<QString>("has");
        QTest::addColumn<QString>("hasNot");
        QTest::newRow("one way") << QStringLiteral("lumian") << QStringLiteral("lm") << QString();
        QTest::newRow("two ways") << QStringLiteral("fangan") << QStringLiteral("fa") << QString();
        QTest::newRow("the other one")
            << QStringLiteral("fangan") << QStringLiteral("fg") << QString();
        QTest::newRow("the last begun")
            << QStringLiteral("lumiant") << QStringLiteral("lmt") << QString();
        QTest::newRow("one letter says too little")
            << QStringLiteral("xiang") << QString() << QStringLiteral("x");
    }
    void divisions()
    {
        QFETCH(QString, letters);
        QFETCH(QString, has);
        QFETCH(QString, hasNot);
        const auto all = initialsOfSpelling(letters.toStdString());
        QVERIFY(all.size() <= 8);
        QVERIFY(has.isEmpty() || std::ranges::contains(all, has.toStdString()));
        QVERIFY(hasNot.isEmpty() || !std::ranges::contains(all, hasNot.toStdString()));
    }

    void whatIsNoPinyinHasNone()
    {
        for (const char* letters : {"yhqg", "order", "12", "", "lpg24", "v"}) {
            const auto all = initialsOfSpelling(letters);
            QVERIFY2(all.empty(), letters);
        }
    }

    void syllables()
    {
        QVERIFY(isSyllable("zhuang") && isSyllable("a") && !isSyllable("zhua ng"));
        QVERIFY(!isSyllable("") && !isSyllable("rd"));
        QVERIFY(beginsSyllable("zhu") && beginsSyllable("q") && !beginsSyllable("rd"));
        QCOMPARE(readingOf(U'汉'), std::string_view("han"));
        QCOMPARE(readingOf(U'7'), std::string_view("7"));
        QCOMPARE(readingOf(U'z'), std::string_view("z"));
        QVERIFY(readingOf(U'，').empty() && readingOf(U'\U00020BB7').empty());
    }
};

QTEST_GUILESS_MAIN(tst_Spelling)
#include "tst_Spelling.moc"
