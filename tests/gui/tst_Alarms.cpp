// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/SampleWorld.h"
#include "widgets/models/AlarmLoad.h"

#include <QTest>

using namespace sz;
using namespace sz::widgets;
using namespace std::chrono_literals;

class tst_Alarms : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void lampsCountIncidentsOnce();
    void confirmedAlarmsFallSilent();
    void harmComesFirst();
    void remindersGoToTheUnsignedFirst();
    void putAsideComesBackByItself();
    void goneIsShownUntilSeen();
    void loadIsMeasured();
    void floodIsOverTen();

private:
    Instant m_now = test::pictureMoment();
};

void tst_Alarms::lampsCountIncidentsOnce()
{
    const auto counts = lampCounts(test::sampleOperation(m_now, true), m_now);
    QVERIFY(counts.late > 0);
    QVERIFY(counts.near > 0);
}

void tst_Alarms::confirmedAlarmsFallSilent()
{
    test::SampleIncident incident(1, m_now - 20min, test::plainReport("Late"));
    auto alarms = openAlarms(test::mapOf({incident}), m_now);
    QCOMPARE(alarms.size(), std::size_t{1});
    incident.act(m_now, UnitCode("HQ"), model::AcknowledgeAlarm{alarms.front().step.ref()});
    QVERIFY(openAlarms(test::mapOf({incident}), m_now).empty());
    QCOMPARE(lampCounts(test::mapOf({incident}), m_now).late, 1); // it stays late
}

void tst_Alarms::harmComesFirst()
{
    const auto alarms = openAlarms(
        test::mapOf(
            {test::SampleIncident(1, m_now - 5h, test::plainReport("Long", plan::Grade::IV)),
             test::SampleIncident(2, m_now - 20min, test::plainReport("Grave", plan::Grade::II))}),
        m_now);
    QCOMPARE(alarms.front().incident->title, std::string("Grave"));
}

void tst_Alarms::remindersGoToTheUnsignedFirst()
{
    test::SampleIncident incident(1, m_now - 20min, test::plainReport("Orders"));
    incident.order(m_now - 15min, {"L06", "L01"});
    incident.act(m_now - 14min, UnitCode("L06"), model::SignOrder{incident.orderId(0)});
    QCOMPARE(ordersToRemind(*incident.get()), std::vector<OrderId>{incident.orderId(1)});
    incident.act(m_now - 13min, UnitCode("L01"), model::SignOrder{incident.orderId(1)});
    QCOMPARE(ordersToRemind(*incident.get()).size(), std::size_t{2}); // signed, but not a word yet
}

void tst_Alarms::putAsideComesBackByItself()
{
    test::SampleIncident incident(1, m_now - 20min, test::plainReport("Late"));
    incident.act(m_now, UnitCode("HQ"), model::ShelveAlarm{"assign", 30, "on the phone"});
    const auto board = test::mapOf({incident});
    QVERIFY(openAlarms(board, m_now + 29min).empty());
    QCOMPARE(shelvedAlarms(board, m_now + 29min).size(), std::size_t{1});
    QCOMPARE(shelvedAlarms(board, m_now + 29min).front().shelf.reason, std::string("on the phone"));
    QCOMPARE(openAlarms(board, m_now + 30min).size(), std::size_t{1});
    QVERIFY(shelvedAlarms(board, m_now + 30min).empty());
    QCOMPARE(lampCounts(board, m_now + 29min).late, 1); // red means late, seen or not
}

void tst_Alarms::goneIsShownUntilSeen()
{
    const auto plan = test::samplePlan();
    test::SampleIncident incident(1, m_now - 40min, test::plainReport("Late"));
    incident.order(m_now - 35min, {"L06"});
    incident.act(m_now - 10min, UnitCode("L06"), model::SignOrder{incident.orderId(0)});
    auto gone = clearedAlarms(*plan, test::mapOf({incident}), m_now);
    QCOMPARE(gone.size(), std::size_t{1});
    QCOMPARE(gone.front().step.kind, model::StepKind::Sign);
    QCOMPARE(gone.front().clearedAt, std::optional(m_now - 10min));
    QVERIFY(clearedAlarms(*plan, test::mapOf({incident}), m_now + 3h).empty()); // yesterday's news
    incident.act(m_now, UnitCode("HQ"), model::AcknowledgeAlarm{gone.front().step.ref()});
    QVERIFY(clearedAlarms(*plan, test::mapOf({incident}), m_now).empty());
}

void tst_Alarms::loadIsMeasured()
{
    const auto plan = test::samplePlan(); // ten minutes to the first order
    const auto board = test::mapOf(
        {test::SampleIncident(1, m_now - 12min, test::plainReport("now", plan::Grade::II)),
         test::SampleIncident(2, m_now - 25min, test::plainReport("before", plan::Grade::IV)),
         test::SampleIncident(3, m_now - 50h, test::plainReport("long ago", plan::Grade::IV))});
    const AlarmLoad load = alarmLoad(*plan, board, m_now - 1h, m_now);
    QVERIFY(load.lastTen() >= 1);
    QVERIFY(load.bars[kLoadBars - 2] >= 1);
    QVERIFY(load.high >= 1);
    QCOMPARE(load.low, 1);
    QCOMPARE(load.shiftMean, (load.high + load.medium + load.low) / 6.0);
    QVERIFY(!load.isFlood());
}

void tst_Alarms::floodIsOverTen()
{
    const auto plan = test::samplePlan();
    std::vector<model::IncidentPtr> many;
    for (std::uint32_t i = 1; i <= 11; ++i) {
        many.push_back(test::SampleIncident(i, m_now - 12min, test::plainReport("flood")));
    }
    const AlarmLoad load = alarmLoad(*plan, test::mapOf(many), m_now - 1h, m_now);
    QCOMPARE(load.lastTen(), 11);
    QVERIFY(load.isFlood());
}

QTEST_GUILESS_MAIN(tst_Alarms)
#include "tst_Alarms.moc"
