// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/plan/Numerals.h"
#include "data/plan/Places.h"
#include "tests/unit/plan/PlanFixture.h"

using namespace sz;
using namespace sz::plan;
using namespace sz::plan::test;

class tst_WordRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_plan = shippedPlan();
        QVERIFY(m_plan);
    }

    void theVanOfTheDesignIsUnderstood()
    {
        const auto found = suggest(
            *m_plan,
            "餐馆后门停了一辆面包车，车里有二三十个液化气罐，有人正往店里搬。路口较窄，行人多。");
        QVERIFY(found);
        QCOMPARE(found->kind, KindCode("gas.cylinders"));
        QCOMPARE(found->grade, Grade::III);
        QCOMPARE(found->ruleId, std::string("燃-07"));
        QCOMPARE(found->words, (std::vector<std::string>{"液化气罐", "面包车"}));
        QCOMPARE(found->gradeReasonZh, std::string("20 只以上且在人员密集处"));
        QVERIFY(!found->gradeReasonEn.empty());
    }

    void aReportSuggestsAKindAndAGrade_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("kind");
        QTest::addColumn<int>("grade");
        QTest::newRow("few cylinders stay ordinary")
            << QStringLiteral(u"餐馆门口面包车里有5个气瓶") << "gas.cylinders" << 4;
        QTest::newRow("many cylinders on an empty road stay ordinary")
            << QStringLiteral(u"货车拉了 30 只气瓶，停在空地") << "gas.cylinders" << 4;
        QTest::newRow("a hundred cylinders are major")
            << QStringLiteral(u"货车拉了上百只钢瓶") << "gas.cylinders" << 2;
        QTest::newRow("a number in another clause does not count")
            << QStringLiteral(u"餐馆旁有面包车，来了三十人，车里有两个气瓶") << "gas.cylinders"
            << 4;
        QTest::newRow("a high-rise")
            << QStringLiteral(u"高层住宅 19 层冒烟，核查中") << "fire.highrise" << 3;
        QTest::newRow("a hospital")
            << QStringLiteral(u"医院主楼停电，转柴油发电") << "power.hospital" << 2;
        QTest::newRow("a home without power") << QStringLiteral(u"小区停电") << "power.outage" << 4;
        QTest::newRow("a training school")
            << QStringLiteral(u"徐东某培训学校突然停业，学员家长到场咨询") << "school.closed" << 3;
        QTest::newRow("a building site")
            << QStringLiteral(u"在建工地约 60 人聚集") << "crowd.site" << 3;
        QTest::newRow("a lift") << QStringLiteral(u"写字楼电梯困人 4 人") << "lift.trapped" << 4;
        QTest::newRow("water main") << QStringLiteral(u"供水管爆裂") << "water.main" << 4;
        QTest::newRow("flooded exit")
            << QStringLiteral(u"光谷地铁站 3 号口积水") << "flood.street" << 4;
        QTest::newRow("tank lorry")
            << QStringLiteral(u"危化品罐车故障停驶") << "hazmat.vehicle" << 3;
        QTest::newRow("gun parts")
            << QStringLiteral(u"快递包裹中发现疑似枪支零部件") << "parcel.guns" << 2;
        QTest::newRow("English") << QStringLiteral(u"A van with 32 LPG cylinders beside the market")
                                 << "gas.cylinders" << 3;
        QTest::newRow("English words inside others do not count")
            << QStringLiteral(u"advantage of caravans") << "" << 0;
        QTest::newRow("nothing known") << QStringLiteral(u"天气不错") << "" << 0;
        QTest::newRow("nothing") << QStringLiteral(u"") << "" << 0;
    }

    void aReportSuggestsAKindAndAGrade()
    {
        QFETCH(QString, text);
        QFETCH(QString, kind);
        QFETCH(int, grade);
        const auto found = suggest(*m_plan, text.toStdString());
        QCOMPARE(found ? QString::fromStdString(found->kind.str()) : QString(), kind);
        QCOMPARE(found ? static_cast<int>(found->grade) : 0, grade);
        for (const auto& word : found ? found->words : std::vector<std::string>()) {
            QVERIFY2(text.contains(QString::fromStdString(word)), word.c_str());
        }
    }

    void numbersAreReadAsTheyAreSaid_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QList<int>>("numbers");
        QTest::newRow("digits") << QStringLiteral(u"32只，1,354人") << QList<int>{32, 1354};
        QTest::newRow("a range counts with its least")
            << QStringLiteral(u"二三十个") << QList<int>{20};
        QTest::newRow("a dozen or so") << QStringLiteral(u"十几只") << QList<int>{11};
        QTest::newRow("tens") << QStringLiteral(u"几十人，数百人") << QList<int>{20, 200};
        QTest::newRow("over a hundred") << QStringLiteral(u"上百人") << QList<int>{100};
        QTest::newRow("a zero inside") << QStringLiteral(u"一百零五") << QList<int>{105};
        QTest::newRow("ten thousands") << QStringLiteral(u"三万五千") << QList<int>{35000};
        QTest::newRow("a year") << QStringLiteral(u"二〇一九年") << QList<int>{2019};
        QTest::newRow("digits with a unit") << QStringLiteral(u"3千") << QList<int>{3000};
        QTest::newRow("a crossroads is no ten") << QStringLiteral(u"十字路口") << QList<int>{};
        QTest::newRow("a department store is no hundred")
            << QStringLiteral(u"百货") << QList<int>{};
        QTest::newRow("too large is capped")
            << QStringLiteral(u"99999999999999999999") << QList<int>{-1};
    }

    void numbersAreReadAsTheyAreSaid()
    {
        QFETCH(QString, text);
        QFETCH(QList<int>, numbers);
        const auto found = numeralsIn(text.toStdString());
        QCOMPARE(std::ssize(found), numbers.size());
        for (qsizetype i = 0; i < numbers.size(); ++i) {
            const auto expected = numbers[i] < 0 ? 1'000'000'000'000 : numbers[i];
            QCOMPARE(found[static_cast<std::size_t>(i)].value, expected);
        }
    }

private:
    std::shared_ptr<const Plan> m_plan;
};

QTEST_GUILESS_MAIN(tst_WordRules)
#include "tst_WordRules.moc"
