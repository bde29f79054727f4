// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Addresses and extra places: candidates with a confidence, and no point that nobody gave.
#include "data/plan/Pinyin.h"
#include "data/plan/Places.h"
#include "tests/unit/plan/PlanFixture.h"

using namespace sz;
using namespace sz::plan;
using namespace sz::plan::test;

class tst_Address : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_plan = shippedPlan();
        QVERIFY(m_plan);
        m_finder = std::make_unique<PlaceFinder>(m_plan);
    }
    void init() { m_finder->setExtras({}); }

    void theRightPlaceComesFirst_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("first");
        QTest::addColumn<double>("least");
        QTest::addColumn<double>("most");
        QTest::newRow("street and district named") << QStringLiteral("江汉区唐家墩街新湾路12号")
                                                   << QStringLiteral("唐家墩街") << 0.9 << 1.0;
        QTest::newRow("city in front") << QStringLiteral("武汉市江汉区唐家墩街新湾路12号")
                                       << QStringLiteral("唐家墩街") << 0.9 << 1.0;
        QTest::newRow("without the district")
            << QStringLiteral("唐家墩街新湾路12号") << QStringLiteral("唐家墩街") << 0.7 << 0.9;
        QTest::newRow("spaces") << QStringLiteral("江汉区 唐家墩街 新湾路 12 号")
                                << QStringLiteral("唐家墩街") << 0.9 << 1.0;
        QTest::newRow("a road nobody is called like")
            << QStringLiteral("江汉区银松小路8号") << QStringLiteral("江汉区") << 0.25 << 0.35;
        QTest::newRow("initials") << QStringLiteral("tjd") << QStringLiteral("唐家墩街") << 0.5
                                  << 0.8;
        QTest::newRow("the name itself")
            << QStringLiteral("唐家墩街") << QStringLiteral("唐家墩街") << 0.9 << 1.0;
    }
    void theRightPlaceComesFirst()
    {
        QFETCH(const QString, address);
        QFETCH(const QString, first);
        QFETCH(const double, least);
        QFETCH(const double, most);
        const auto found = m_finder->resolve(address.toStdString());
        QVERIFY(!found.empty());
        QCOMPARE(QString::fromStdString(found.front().match.name.zh), first);
        QVERIFY2(
            found.front().confidence >= least && found.front().confidence <= most,
            qPrintable(QString::number(found.front().confidence)));
    }

    void aRoadSpeaksForWhatIsCalledLikeIt()
    {
        const auto found = m_finder->resolve("江汉区新湾路12号", 3);
        QVERIFY(!found.empty());
        QVERIFY(found.front().match.name.zh.find("新湾") != std::string::npos);
        QVERIFY(found.front().confidence <= 0.6);
        QCOMPARE(found.front().found, std::string("新湾"));
    }

    void theHouseIsNotWhereTheSeatIs()
    {
        for (const AddressMatch& one : m_finder->resolve("江汉区唐家墩街新湾路12号")) {
            QVERIFY(!one.match.place.point);
            QVERIFY(one.match.place.isApproximate);
            QCOMPARE(one.match.place.text, std::string("江汉区唐家墩街新湾路12号"));
        }
    }

    void anotherDistrictCounts()
    {
        const auto right = m_finder->resolve("江汉区唐家墩街5号");
        const auto wrong = m_finder->resolve("武昌区唐家墩街5号");
        QVERIFY(!right.empty() && !wrong.empty());
        QVERIFY(wrong.front().confidence < right.front().confidence / 2);
    }

    void nothingFits()
    {
        QVERIFY(m_finder->resolve("").empty());
        QVERIFY(m_finder->resolve("   ").empty());
        QVERIFY(m_finder->resolve("qqqqzzzz").empty());
        QVERIFY(m_finder->resolve(std::string(100'000, 'x')).empty());
        QVERIFY(m_finder->resolve("\xff\xfe").empty());
    }

    void keyPlacesAreFound_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::newRow("Chinese") << QStringLiteral("华中科技大学");
        QTest::newRow("pinyin") << QStringLiteral("huazhongkejidaxue");
        QTest::newRow("initials") << QStringLiteral("hzkjdx");
        QTest::newRow("English") << QStringLiteral("huazhong university of science");
    }
    void keyPlacesAreFound()
    {
        QFETCH(const QString, typed);
        const auto found = m_finder->find(typed.toStdString());
        QVERIFY(!found.empty());
        QVERIFY(found.front().sort == PlaceSort::KeyPlace);
        QCOMPARE(found.front().name.zh, std::string("华中科技大学"));
        QVERIFY(found.front().place.point.has_value());
        QVERIFY(found.front().place.area > 0);
    }

    void extrasComeAndGo()
    {
        QVERIFY(m_finder->find("testingyiyuan").empty());
        Name name;
        name.zh = "东湖测试医院";
        m_finder->setExtras({{name, {114.36, 30.55}, "8-9999"}});
        for (const char* typed : {"东湖测试", "donghuceshi", "dhcsyy"}) {
            const auto found = m_finder->find(typed);
            QVERIFY2(!found.empty(), typed);
            QVERIFY(found.front().sort == PlaceSort::Resource);
            QCOMPARE(found.front().phone, std::string("8-9999"));
            QVERIFY(found.front().place.area > 0);
        }
        m_finder->setExtras({});
        QVERIFY(m_finder->find("dhcsyy").empty());
    }

    void pinyinCharacterByCharacter()
    {
        QCOMPARE(pinyinOf("协和医院A3").syllables, std::string("xieheyiyuana3"));
        QCOMPARE(pinyinOf("协和医院").initials, std::string("xhyy"));
        QVERIFY(pinyinOf("").syllables.empty());
        QCOMPARE(pinyinOf("武\xff汉").syllables, std::string("wu")); // ends at what is no UTF-8
        QCOMPARE(pinyinOf("、。 𠮷").syllables, std::string());
    }

private:
    std::shared_ptr<const Plan> m_plan;
    std::unique_ptr<PlaceFinder> m_finder;
};

QTEST_GUILESS_MAIN(tst_Address)
#include "tst_Address.moc"
