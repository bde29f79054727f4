// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/plan/Places.h"
#include "tests/unit/plan/PlanFixture.h"

using namespace sz;
using namespace sz::plan;
using namespace sz::plan::test;

namespace {

/// A moment of local time, UTC+8.
Instant local(int day, int hour, int minute)
{
    using namespace std::chrono;
    return sys_days(year(2019) / October / day) + hours(hour - 8) + minutes(minute);
}

} // namespace

class tst_Roster : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_plan = shippedPlan();
        QVERIFY(m_plan);
    }

    void theOfficeChangesAtHalfPastEight_data()
    {
        QTest::addColumn<int>("hour");
        QTest::addColumn<int>("minute");
        QTest::addColumn<QString>("shift");
        QTest::addColumn<QString>("holder");
        QTest::addColumn<int>("until");
        QTest::newRow("before the morning change")
            << 8 << 29 << QStringLiteral(u"夜班") << QStringLiteral(u"值班长二组") << 8;
        QTest::newRow("at the morning change")
            << 8 << 30 << QStringLiteral(u"白班") << QStringLiteral(u"值班长四组") << 20;
        QTest::newRow("in the afternoon")
            << 14 << 23 << QStringLiteral(u"白班") << QStringLiteral(u"值班长四组") << 20;
        QTest::newRow("at the evening change")
            << 20 << 30 << QStringLiteral(u"夜班") << QStringLiteral(u"值班长三组") << 32;
        QTest::newRow("before midnight")
            << 23 << 59 << QStringLiteral(u"夜班") << QStringLiteral(u"值班长三组") << 32;
    }

    void theOfficeChangesAtHalfPastEight()
    {
        QFETCH(int, hour);
        QFETCH(int, minute);
        QFETCH(int, until);
        const auto duty = dutyAt(*m_plan, PostCode("HQ-chief"), local(17, hour, minute));
        QVERIFY(duty);
        QTEST(QString::fromStdString(duty->shiftZh), "shift");
        QTEST(QString::fromStdString(duty->holderZh), "holder");
        QCOMPARE(duty->until, local(17, until, 30));
        QCOMPARE(duty->until - duty->from, Millis(std::chrono::hours(12)));
        QVERIFY(!duty->holderEn.empty());
    }

    void nextIsWhoHoldsItThen()
    {
        for (const char* code : {"HQ-chief", "HQ-leader", "D05-desk", "A24-leader"}) {
            const auto duty = dutyAt(*m_plan, PostCode(code), local(17, 14, 23));
            QVERIFY(duty);
            const auto next = dutyAt(*m_plan, PostCode(code), duty->until);
            QCOMPARE(duty->nextZh, next->holderZh);
            QCOMPARE(duty->nextEn, next->holderEn);
            QCOMPARE(next->from, duty->until);
        }
    }

    void nobodyWorksTwoShiftsRunning()
    {
        auto when = local(14, 9, 0);
        for (int i = 0; i < 60; ++i) {
            const auto duty = dutyAt(*m_plan, PostCode("HQ-chief"), when);
            QVERIFY(duty->holderZh != duty->nextZh);
            when = duty->until;
        }
    }

    void tonightGasHasNobody()
    {
        const auto day = dutyAt(*m_plan, PostCode("L20-desk"), local(17, 14, 23));
        QVERIFY(!day->holderZh.empty());
        QVERIFY(day->nextZh.empty());
        const auto night = dutyAt(*m_plan, PostCode("L20-desk"), local(17, 23, 0));
        QVERIFY(night->holderZh.empty() && night->holderEn.empty());
        QCOMPARE(night->from, local(17, 20, 30));
        QCOMPARE(night->until, local(18, 8, 30));
        QVERIFY(!night->nextZh.empty());
    }

    void aGapInsideAShiftCutsItInThree()
    {
        auto plan = *m_plan;
        plan.gaps = {
            {.post = PostCode("HQ-chief"),
             .fromMinute = 600,
             .toMinute = 660,
             .reasonZh = {},
             .reasonEn = {},
             .day = local(17, 12, 0).time_since_epoch() / std::chrono::days(1)}};
        const auto before = dutyAt(plan, PostCode("HQ-chief"), local(17, 9, 0));
        QCOMPARE(before->until, local(17, 10, 0));
        QVERIFY(before->nextZh.empty());
        const auto during = dutyAt(plan, PostCode("HQ-chief"), local(17, 10, 30));
        QVERIFY(during->holderZh.empty());
        QCOMPARE(during->nextZh, before->holderZh);
        const auto after = dutyAt(plan, PostCode("HQ-chief"), local(17, 11, 0));
        QCOMPARE(after->from, local(17, 11, 0));
        QCOMPARE(after->holderZh, before->holderZh);
        QVERIFY(!dutyAt(plan, PostCode("HQ-chief"), local(18, 10, 30))->holderZh.empty());
    }

    void daysBeforeTheEpochWorkToo()
    {
        const auto duty = dutyAt(*m_plan, PostCode("HQ-chief"), fromUtcMs(0));
        QVERIFY(duty && !duty->holderZh.empty());
    }

    void aUnitHasItsPostsInOrder()
    {
        const auto duties = dutiesOf(*m_plan, UnitCode("D05"), local(17, 14, 23));
        QCOMPARE(duties.size(), 2U);
        QCOMPARE(duties[0].post, PostCode("D05-leader"));
        QCOMPARE(duties[1].post, PostCode("D05-desk"));
        QVERIFY(dutiesOf(*m_plan, UnitCode("D99"), local(17, 14, 23)).empty());
        QVERIFY(!dutyAt(*m_plan, PostCode("nobody"), local(17, 14, 23)));
    }

private:
    std::shared_ptr<const Plan> m_plan;
};

QTEST_GUILESS_MAIN(tst_Roster)
#include "tst_Roster.moc"
