// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/SampleWorld.h"
#include "widgets/models/Alarms.h"

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

QTEST_GUILESS_MAIN(tst_Alarms)
#include "tst_Alarms.moc"
