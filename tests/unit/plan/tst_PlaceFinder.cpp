// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/plan/Places.h"
#include "data/plan/Typed.h"
#include "tests/unit/plan/PlanFixture.h"

#include <QElapsedTimer>

using namespace sz;
using namespace sz::plan;
using namespace sz::plan::test;

class tst_PlaceFinder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_plan = shippedPlan();
        QVERIFY(m_plan);
        QElapsedTimer timer;
        timer.start();
        m_finder = std::make_unique<PlaceFinder>(m_plan);
        qInfo("built in %lld ms", static_cast<long long>(timer.elapsed()));
    }

    void theBestPlaceComesFirst_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("first");
        QTest::newRow("initials") << "tjd" << QStringLiteral(u"唐家墩街");
        QTest::newRow("initials in full") << "tjdj" << QStringLiteral(u"唐家墩街");
        QTest::newRow("capital letters") << "TJD" << QStringLiteral(u"唐家墩街");
        QTest::newRow("full-width letters")
            << QStringLiteral(u"ｔｊｄ") << QStringLiteral(u"唐家墩街");
        QTest::newRow("pinyin") << "tangjiadun" << QStringLiteral(u"唐家墩街");
        QTest::newRow("pinyin in syllables") << "tang jia dun" << QStringLiteral(u"唐家墩街");
        QTest::newRow("Han characters") << QStringLiteral(u"唐家墩") << QStringLiteral(u"唐家墩街");
        QTest::newRow("the whole name")
            << QStringLiteral(u"唐家墩街") << QStringLiteral(u"唐家墩街");
        QTest::newRow("the middle of a name")
            << QStringLiteral(u"家墩街") << QStringLiteral(u"唐家墩街");
        QTest::newRow("a street before its communities")
            << "guandong" << QStringLiteral(u"关东街道");
        QTest::newRow("a district") << QStringLiteral(u"武昌") << QStringLiteral(u"武昌区");
        QTest::newRow("an area") << QStringLiteral(u"武昌北") << QStringLiteral(u"武昌北片区");
        QTest::newRow("district, then street") << "jh tjd" << QStringLiteral(u"唐家墩街");
        QTest::newRow("the wrong district still finds the street")
            << QStringLiteral(u"武昌 唐家墩") << QStringLiteral(u"唐家墩街");
        QTest::newRow("a duty room")
            << QStringLiteral(u"唐家墩街值班室") << QStringLiteral(u"唐家墩街值班室");
        QTest::newRow("a pasted address")
            << QStringLiteral(u"江汉区唐家墩街新湾路12号") << QStringLiteral(u"唐家墩街");
        QTest::newRow("a rare character nobody has")
            << QStringLiteral(u"㙍") << QStringLiteral(u"");
        QTest::newRow("a character outside the basic plane")
            << QStringLiteral(u"𠮷") << QStringLiteral(u"");
        QTest::newRow("nothing") << QStringLiteral(u"") << QStringLiteral(u"");
        QTest::newRow("spaces") << QStringLiteral(u" 　 ") << QStringLiteral(u"");
    }

    void theBestPlaceComesFirst()
    {
        QFETCH(QString, typed);
        QFETCH(QString, first);
        const auto found = m_finder->find(typed.toStdString());
        QCOMPARE(found.empty() ? QString() : QString::fromStdString(found.front().name.zh), first);
    }

    void rareCharactersAreFoundWhereTheyExist()
    {
        auto plan = *m_plan;
        plan.streets.front().name.zh = "𠮷㙍街";
        const PlaceFinder finder(std::make_shared<Plan>(plan));
        for (const char* typed : {"𠮷", "㙍", "𠮷㙍"}) {
            const auto found = finder.find(typed);
            QVERIFY2(!found.empty() && found.front().name.zh == "𠮷㙍街", typed);
        }
        (void)finder.find("\xF0\xA0"); // half a character must not crash
    }

    void aMatchSaysWhereItIs()
    {
        const auto found = m_finder->find("tjd");
        QVERIFY(found.size() >= 2);
        QCOMPARE(found[0].sort, PlaceSort::Street);
        QCOMPARE(found[0].place.area, 4);
        QCOMPARE(found[0].place.district, UnitCode("D02"));
        QVERIFY(!found[0].place.point); // its seat is not known and not invented
        QCOMPARE(found[1].sort, PlaceSort::DutyRoom);
        QCOMPARE(found[1].phone, std::string("8-2209"));
    }

    void aPastedAddressKeepsItsText()
    {
        const auto found = m_finder->find("江汉区唐家墩街新湾路12号");
        QCOMPARE(
            QString::fromStdString(found.at(0).place.text),
            QStringLiteral(u"江汉区唐家墩街新湾路12号"));
        QVERIFY(!found[0].place.point);
    }

    void theLimitIsKept()
    {
        QCOMPARE(m_finder->find("xin", 3).size(), 3U);
        QVERIFY(m_finder->find("xin", 0).empty());
    }

    void theBestUnitComesFirst_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("code");
        QTest::newRow("a district, not the zone of that name") << QStringLiteral(u"武昌") << "D05";
        QTest::newRow("the letters of a district") << "wc" << "D05";
        QTest::newRow("initials of a line") << "jy" << "L06";
        QTest::newRow("initials of another") << "gd" << "L19";
        QTest::newRow("a line by name") << QStringLiteral(u"燃气") << "L20";
        QTest::newRow("a line by its short name") << QStringLiteral(u"市监") << "L11";
        QTest::newRow("initials of a short name") << "jg" << "L02";
        QTest::newRow("pinyin") << "gongdian" << "L19";
        QTest::newRow("English") << "power" << "L19";
        QTest::newRow("a code") << "D05" << "D05";
        QTest::newRow("a mark") << QStringLiteral(u"燃") << "L20";
        QTest::newRow("another name for it") << QStringLiteral(u"光谷") << "D14";
        QTest::newRow("the office") << QStringLiteral(u"指挥部") << "HQ";
        QTest::newRow("an area by number") << "24" << "A24";
        QTest::newRow("nobody") << "qqq" << "";
        QTest::newRow("nothing") << "" << "";
    }

    void theBestUnitComesFirst()
    {
        QFETCH(QString, typed);
        QFETCH(QString, code);
        const auto found = m_finder->findUnits(typed.toStdString());
        QCOMPARE(
            found.empty() ? QString() : QString::fromStdString(found.front()->code.str()), code);
    }

    void typingIsFolded_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("result");
        QTest::newRow("case and spaces") << "Tang Jia-dun" << "tangjiadun";
        QTest::newRow("u with dots") << QStringLiteral(u"lüyou") << "lvyou";
        QTest::newRow("full width") << QStringLiteral(u"ＡＢ１２") << "ab12";
        QTest::newRow("Han stays") << QStringLiteral(u"唐家墩　𠮷") << QStringLiteral(u"唐家墩𠮷");
    }

    void typingIsFolded()
    {
        QFETCH(QString, typed);
        QTEST(QString::fromStdString(folded(typed.toStdString())), "result");
    }

private:
    std::shared_ptr<const Plan> m_plan;
    std::unique_ptr<PlaceFinder> m_finder;
};

QTEST_GUILESS_MAIN(tst_PlaceFinder)
#include "tst_PlaceFinder.moc"
