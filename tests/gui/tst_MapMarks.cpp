// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/SampleWorld.h"
#include "widgets/models/MapMarks.h"

#include <QTest>

using namespace sz;
using namespace sz::widgets;
using namespace std::chrono_literals;

class tst_MapMarks : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void lateComesFirstAndSaysSo();
    void withoutAPointTheAreaStandsForIt();
    void closedAndPlacelessAreLeftOut();
    void staleMarksTellTheirAge();

private:
    Instant m_now = test::pictureMoment();
};

void tst_MapMarks::lateComesFirstAndSaysSo()
{
    const auto marks = mapMarks(
        test::mapOf(
            {test::SampleIncident(1, m_now - 1min, test::plainReport("Quiet")),
             test::SampleIncident(45, m_now - 14min, test::plainReport("Hospital, dark"))}),
        *test::samplePlan(), m_now);
    QCOMPARE(marks.size(), std::size_t{2});
    QCOMPARE(marks.front().lamp, model::Lamp::Late);
    QCOMPARE(marks.front().label, QStringLiteral("045 Hospital 04:00 late"));
    QCOMPARE(marks.front().shortLabel, QStringLiteral("045 Hospital"));
    QCOMPARE(marks.back().label, marks.back().shortLabel); // nothing near: no countdown
}

void tst_MapMarks::withoutAPointTheAreaStandsForIt()
{
    auto report = test::plainReport("At the area");
    const auto marks =
        mapMarks(test::mapOf({test::SampleIncident(1, m_now, report)}), *test::samplePlan(), m_now);
    QVERIFY(marks.front().isApproximate);
    QCOMPARE(marks.front().at, test::samplePlan()->area(24)->label);
    report.place.point = Wgs84{114.3, 30.6};
    report.place.isApproximate = false;
    const auto exact =
        mapMarks(test::mapOf({test::SampleIncident(2, m_now, report)}), *test::samplePlan(), m_now);
    QVERIFY(!exact.front().isApproximate);
    QCOMPARE(exact.front().at, (Wgs84{114.3, 30.6}));
}

void tst_MapMarks::closedAndPlacelessAreLeftOut()
{
    test::SampleIncident closed(1, m_now - 1h, test::plainReport("Closed"));
    closed.order(m_now - 1h, {"L06"})
        .act(m_now, UnitCode("L06"), model::FinishOrder{closed.orderId(0), "ok"});
    closed.act(m_now, UnitCode("HQ"), model::CloseIncident{"ok"});
    auto nowhere = test::plainReport("Nowhere");
    nowhere.place.area = 0;
    QVERIFY(mapMarks(
                test::mapOf({closed, test::SampleIncident(2, m_now, nowhere)}), *test::samplePlan(),
                m_now)
                .empty());
}

void tst_MapMarks::staleMarksTellTheirAge()
{
    const auto marks = mapMarks(
        test::mapOf({test::SampleIncident(1, m_now - 1h, test::plainReport("Old"))}),
        *test::samplePlan(), m_now, m_now - 192s);
    QVERIFY(marks.front().isStale);
    QCOMPARE(marks.front().ageText, QStringLiteral("3 min ago"));
}

QTEST_GUILESS_MAIN(tst_MapMarks)
#include "tst_MapMarks.moc"
