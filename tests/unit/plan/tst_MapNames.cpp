// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Names of base maps in the place search: found however they are typed, below the plan's own, in time.
#include "data/plan/MapFinder.h"
#include "data/plan/Pinyin.h"
#include "data/plan/Typed.h"
#include "tests/support/ThreadTime.h"
#include "tests/unit/plan/PlanFixture.h"

#include <QElapsedTimer>

#include <algorithm>
#include <array>
#include <random>

using namespace sz;
using namespace sz::plan;
using namespace sz::plan::test;

namespace {

constexpr Wgs84 kJianghan{114.2657, 30.6013}; // 江汉区
constexpr Wgs84 kWuchang{114.3162, 30.5536};  // 武昌区

std::shared_ptr<const MapNames> someNames()
{
    MapNameList list{"武汉 2026", {}};
    list.names = {
        {"银松小路", "Yinsong Lane", MapSort::Road, kJianghan},
        {"解放大道", "Jiefang Avenue", MapSort::Road, kJianghan},
        {"解放大道", "Jiefang Avenue", MapSort::Road, {114.2661, 30.6015}},
        {"解放大道", "Jiefang Avenue", MapSort::Road, kWuchang},
        {"水果湖", "", MapSort::Water, kWuchang},
        {"唐家墩街", "", MapSort::Place, kWuchang},
        {"唐家墩第一小学", "", MapSort::Place, kJianghan},
        {"汉口银行大厦", "", MapSort::Place, kJianghan},
        {"𠮷野路㙍", "", MapSort::Road, kJianghan},
        {"Le Jardin", "", MapSort::Place, kJianghan}};
    return std::make_shared<const MapNames>(std::vector{std::move(list)});
}

std::vector<std::string> namesOf(const std::vector<FoundPlace>& matches)
{
    std::vector<std::string> out;
    std::ranges::transform(
        matches, std::back_inserter(out), [](const FoundPlace& m) { return m.match.name.zh; });
    return out;
}

} // namespace

class tst_MapNames : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_plan); }

    void init() { m_maps.setNames(someNames()); }

    void isFoundHoweverItIsTyped_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("name");
        QTest::newRow("Chinese") << QStringLiteral("银松小路") << QStringLiteral("银松小路");
        QTest::newRow("its beginning") << QStringLiteral("银松小") << QStringLiteral("银松小路");
        QTest::newRow("pinyin") << "yinsongxiaolu" << QStringLiteral("银松小路");
        QTest::newRow("pinyin in syllables") << "yin song xiao lu" << QStringLiteral("银松小路");
        QTest::newRow("initials") << "ysxl" << QStringLiteral("银松小路");
        QTest::newRow("the first initials") << "ysx" << QStringLiteral("银松小路");
        QTest::newRow("English") << "yinsong lane" << QStringLiteral("银松小路");
        QTest::newRow("without its generic part")
            << QStringLiteral("水果") << QStringLiteral("水果湖");
        QTest::newRow("inside") << QStringLiteral("第一小学") << QStringLiteral("唐家墩第一小学");
        QTest::newRow("a word read otherwise") << "hkyh" << QStringLiteral("汉口银行大厦");
        QTest::newRow("rare characters") << QStringLiteral("𠮷野") << QStringLiteral("𠮷野路㙍");
        QTest::newRow("Latin") << "le jar" << QStringLiteral("Le Jardin");
        QTest::newRow("district, then road")
            << QStringLiteral("江汉 银松小路") << QStringLiteral("银松小路");
    }
    void isFoundHoweverItIsTyped()
    {
        QFETCH(const QString, typed);
        QFETCH(const QString, name);
        const auto found = find(typed.toStdString(), 8);
        const auto it = std::ranges::find_if(found, [&](const FoundPlace& m) {
            return m.match.name.zh == name.toStdString() && !m.source.empty();
        });
        QVERIFY2(it != found.end(), qPrintable(QString::number(found.size())));
        QCOMPARE(it->source, "武汉 2026");
        QVERIFY(it->match.place.area > 0);
        QVERIFY(it->match.place.point.has_value());
        m_maps.setNames(nullptr);
        QVERIFY(std::ranges::all_of(
            find(typed.toStdString(), 8), &std::string::empty, &FoundPlace::source));
    }

    void standsBelowThePlansOwn()
    {
        const auto found = find("唐家墩", 6);
        QCOMPARE(found.front().match.name.zh, "唐家墩街");
        QVERIFY(found.front().source.empty());
        const auto firstOfMap =
            std::ranges::find_if(found, [](const FoundPlace& m) { return !m.source.empty(); });
        QVERIFY(firstOfMap != found.end()); // and has its place among six
        QVERIFY(std::ranges::none_of(
            firstOfMap, found.end(), [](const FoundPlace& m) { return m.source.empty(); }));
    }

    void aRoadIsNotCrowdedOut()
    {
        m_maps.setNames(nullptr);
        const auto before = find("解放", 4);
        m_maps.setNames(someNames());
        const auto found = find("解放", 4);
        QCOMPARE(before.size(), 4UZ); // communities and streets
        QCOMPARE(found.size(), 4UZ);
        QCOMPARE(found[0].match.name.zh, before[0].match.name.zh);
        QVERIFY(std::ranges::contains(namesOf(found), "解放大道"));
    }

    void aLongRoadStandsOnceAnArea()
    {
        const auto found = find("jfdd", 8);
        const auto roads = std::ranges::count_if(
            found, [](const FoundPlace& m) { return m.match.name.zh == "解放大道"; });
        QCOMPARE(roads, 2);
        const auto inWuchang = find("武昌 解放大道", 8);
        QCOMPARE(inWuchang.front().match.name.zh, "解放大道");
        QCOMPARE(inWuchang.front().match.place.area, PlaceIndex(m_plan).areaAt(kWuchang));
        QVERIFY(inWuchang.front().match.place.isApproximate); // a road has no one point
    }

    void initialsOnlyFromTheirBeginning()
    {
        QVERIFY(!std::ranges::contains(namesOf(find("sxl", 8)), "银松小路"));
    }

    void anAddressIsResolvedByItsRoad()
    {
        m_maps.setNames(nullptr);
        const auto before = resolve("江汉区银松小路8号", 5);
        m_maps.setNames(someNames());
        const auto found = resolve("江汉区银松小路8号", 5);
        QVERIFY(found.size() >= before.size());
        QCOMPARE(found.front().place.match.name.zh, "银松小路");
        QCOMPARE(found.front().place.source, "武汉 2026");
        QCOMPARE(found.front().place.match.place.text, "江汉区银松小路8号");
        QVERIFY(
            !found.front().place.match.place.point); // the house is not where the road's point is
        QVERIFY(found.front().confidence > 0.85 && found.front().confidence < 0.95);
        const auto wrong = resolve("洪山区银松小路8号", 5);
        for (const FoundAddress& match : wrong) {
            QVERIFY(match.place.source.empty() || match.confidence < 0.3);
        }
        // The plan's own street in an address stays first.
        const auto street = resolve("江汉区唐家墩街银松小路8号", 5);
        QCOMPARE(street.front().place.match.name.zh, "唐家墩街");
        QVERIFY(street.front().place.source.empty());
        const auto typed = find("江汉区银松小路8号", 5);
        QCOMPARE(typed.front().match.name.zh, "银松小路");
    }

    void isAskedForOnce()
    {
        MapFinder maps(m_plan);
        int asked = 0;
        maps.whenWanted([&asked] { ++asked; });
        QCOMPARE(asked, 0); // a console that starts has no time for it
        QVERIFY(!findPlaces(m_finder, &maps, "唐家墩", 8).empty());
        std::ignore = maps.find("银松", 8);
        maps.prepare();
        QCOMPARE(asked, 1);
    }

    void oddNamesDoNoHarm()
    {
        MapNameList list{"odd", {}};
        list.names = {
            {std::string("a\x01", 2) + "b", "", MapSort::Road, kWuchang},
            {"", "", MapSort::Road, kWuchang},
            {std::string(5000, 'x'), "", MapSort::Road, kWuchang},
            {"-- ''", "", MapSort::Road, kWuchang}};
        m_maps.setNames(
            std::make_shared<const MapNames>(std::vector{list, MapNameList{"none", {}}}));
        for (const std::string& typed :
             {std::string("x"), std::string("\x01", 1), std::string(300, 'x'), std::string("b"),
              std::string("\xE9\x93"), std::string("-")}) {
            std::ignore = find(typed, 8);
            std::ignore = resolve(typed, 5);
        }
        QVERIFY(!find("xxx", 8).empty());
        m_maps.setNames(std::make_shared<const MapNames>(std::vector<MapNameList>()));
        QVERIFY(find("xxx", 8).empty());
    }

    // 100,000 names: the first letters within 20 ms (issue 5, point 5), whatever is typed.
    void aHundredThousandInTime()
    {
        static constexpr std::array kParts{"解放", "中山", "建设", "光谷", "汉阳", "江夏", "长江",
                                           "珞喻", "民族", "关山", "东湖", "新华", "和平", "友谊"};
        static constexpr std::array kEnds{"大道", "路", "街", "小区", "中学", "医院", "巷", "公园"};
        std::mt19937 random(7);
        MapNameList list{"large", {}};
        for (int i = 0; i < 100'000; ++i) {
            const std::string name =
                std::string(kParts[random() % kParts.size()]) + kParts[random() % kParts.size()]
                + std::to_string(random() % 900) + kEnds[random() % kEnds.size()];
            list.names.push_back(
                {name,
                 "Road " + std::to_string(i),
                 MapSort::Road,
                 {114.1 + 0.4 * (static_cast<double>(random() % 1000) / 1000),
                  30.4 + 0.3 * (static_cast<double>(random() % 1000) / 1000)}});
        }
        QElapsedTimer timer;
        timer.start();
        const auto names = std::make_shared<const MapNames>(std::vector{std::move(list)});
        qInfo("indexed in %lld ms", static_cast<long long>(timer.elapsed()));
        m_maps.setNames(names);
        std::ignore = find("唐", 8);
        double worst = 0;
        for (const char* typed :
             {"j", "jf", "jfz", "jie", "jiefang", "a", "ang", "解", "解放", "大道", "guanggu 12",
              "road 99", "江汉 解放", "江汉区解放中山12路8号", "没有这个地方", "r", "1"}) {
            double best = 1e9;
            for (int i = 0; i < 15; ++i) {
                const sz::test::ThreadTime own;
                std::ignore = find(typed, 8);
                best = std::min(best, own.ms());
            }
            qInfo("%-24s %6.2f ms", typed, best);
            worst = std::max(worst, best);
        }
        // Sanitizers look at every memchr, which is most of this.
        QVERIFY2(sz::test::kSlowness > 1 || worst < 20, qPrintable(QString::number(worst)));
    }

private:
    std::vector<FoundPlace> find(const std::string& typed, std::size_t limit)
    {
        return findPlaces(m_finder, &m_maps, typed, limit);
    }
    std::vector<FoundAddress> resolve(const std::string& typed, std::size_t limit)
    {
        return resolvePlaces(m_finder, &m_maps, typed, limit);
    }

    std::shared_ptr<const Plan> m_plan = shippedPlan();
    PlaceFinder m_finder{m_plan};
    MapFinder m_maps{m_plan};
};

QTEST_APPLESS_MAIN(tst_MapNames)
#include "tst_MapNames.moc"
