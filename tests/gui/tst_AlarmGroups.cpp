// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A flood stays readable: few groups, nothing lost, the gravest ones for themselves, the unsteady together.
#include "tests/support/SampleWorld.h"
#include "widgets/frame/AlarmWords.h"
#include "widgets/models/AlarmGroups.h"

#include <QTest>

#include <algorithm>
#include <iterator>

using namespace sz;
using namespace sz::widgets;
using namespace std::chrono_literals;

namespace {

std::size_t countOf(const std::vector<AlarmGroup>& groups)
{
    std::size_t count = 0;
    for (const AlarmGroup& group : groups) {
        count += group.alarms.size();
    }
    return count;
}

bool isPriority(const Alarm& alarm)
{
    return alarm.incident->grade <= plan::Grade::II;
}

} // namespace

class tst_AlarmGroups : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void withoutAFloodEachStandsForItself();
    void threeHundredReportsInTenMinutes_data();
    void threeHundredReportsInTenMinutes();
    void atEveryMinuteOfTheFlood();
    void topPriorityStaysSingle();
    void aMajorIncidentIsOneGroup();
    void aStreetIsOneGroup();
    void groupsKeepTheirNamesWhileOneIsConfirmed();
    void chatteringIsThreeChangesAMinute();
    void unsteadyStepsAreOneGroupWithoutAFlood();

private:
    static model::ReportIncident report(int serial, plan::Grade grade)
    {
        auto made = test::plainReport("水浸", grade, 1 + serial % 36);
        made.place.street = StreetCode(std::to_string(420'100'000 + serial % 150));
        return made;
    }
    Instant m_now = test::pictureMoment();
};

void tst_AlarmGroups::withoutAFloodEachStandsForItself()
{
    const auto alarms = openAlarms(test::sampleOperation(m_now, true), m_now);
    QVERIFY(!alarms.empty());
    const auto groups = groupAlarms(alarms, false);
    QCOMPARE(groups.size(), alarms.size());
    QVERIFY(std::ranges::all_of(groups, [](const AlarmGroup& g) {
        return g.by == GroupBy::Single && g.alarms.size() == 1;
    }));
}

void tst_AlarmGroups::threeHundredReportsInTenMinutes_data()
{
    QTest::addColumn<int>("highOfHundred");
    QTest::addColumn<bool>("isAssigned");
    QTest::newRow("the usual mix, nobody assigned") << 5 << false;
    QTest::newRow("the usual mix, orders unsigned at many units") << 5 << true;
    QTest::newRow("half of them grave") << 50 << true;
    QTest::newRow("all grave") << 100 << true;
    QTest::newRow("none grave") << 0 << true;
}

void tst_AlarmGroups::threeHundredReportsInTenMinutes()
{
    QFETCH(const int, highOfHundred);
    QFETCH(const bool, isAssigned);
    const Instant now = m_now;
    std::vector<model::IncidentPtr> all;
    for (int i = 0; i < 300; ++i) {
        const Instant at = now - 40min + std::chrono::seconds(2 * i); // all within ten minutes
        const bool isGrave = i % 100 < highOfHundred;
        test::SampleIncident incident(
            static_cast<std::uint32_t>(i + 1), at,
            report(
                i, isGrave      ? plan::Grade::II
                   : i % 3 == 0 ? plan::Grade::III
                                : plan::Grade::IV));
        if (isAssigned) {
            const int line = 1 + i % 22;
            incident.order(
                at + 1min,
                {QString(QStringLiteral("L%1")).arg(line, 2, 10, QLatin1Char('0')).toStdString()});
        }
        all.push_back(incident);
    }
    const auto alarms = openAlarms(test::mapOf(all), now);
    QVERIFY2(alarms.size() >= 300, qPrintable(QString::number(alarms.size())));
    const auto groups = groupAlarms(alarms, true);
    QVERIFY2(groups.size() <= kMostGroups, qPrintable(QString::number(groups.size())));
    QVERIFY(groups.size() > 1 || highOfHundred == 0);
    QCOMPARE(countOf(groups), alarms.size()); // nothing is lost
    std::set<StepKey> seen;
    for (const AlarmGroup& group : groups) {
        QVERIFY(!group.alarms.empty());
        const bool isGrave = isPriority(group.alarms.front());
        for (const Alarm& alarm : group.alarms) {
            QVERIFY(seen.insert(keyOf(alarm)).second); // nor shown twice
            QCOMPARE(isPriority(alarm), isGrave);      // grave ones are never among the others
        }
    }
}

// From the first call to two hours later, as a seat sees it minute by minute: what is late grows, is never more than ten.
void tst_AlarmGroups::atEveryMinuteOfTheFlood()
{
    std::vector<model::IncidentPtr> all;
    for (int i = 0; i < 300; ++i) {
        const Instant at = m_now + std::chrono::seconds(2 * i);
        all.push_back(test::SampleIncident(
            static_cast<std::uint32_t>(i + 1), at,
            report(i, i % 20 == 0 ? plan::Grade::II : plan::Grade::IV)));
    }
    std::size_t most = 0;
    for (int minute = 0; minute <= 120; ++minute) {
        const Instant now = m_now + std::chrono::minutes(minute);
        std::vector<model::IncidentPtr> taken;
        std::ranges::copy_if(all, std::back_inserter(taken), [&](const model::IncidentPtr& one) {
            return one->reportedAt <= now;
        });
        const auto alarms = openAlarms(test::mapOf(taken), now);
        const auto groups = groupAlarms(alarms, alarms.size() > kFloodFrom);
        QVERIFY2(groups.size() <= kMostGroups, qPrintable(QString::number(minute)));
        QCOMPARE(countOf(groups), alarms.size());
        most = std::max(most, alarms.size());
    }
    QVERIFY(most >= 300);
}

void tst_AlarmGroups::topPriorityStaysSingle()
{
    std::vector<model::IncidentPtr> all;
    for (int i = 0; i < 30; ++i) {
        all.push_back(test::SampleIncident(
            static_cast<std::uint32_t>(i + 1), m_now - 30min,
            report(i, i < 3 ? plan::Grade::I : plan::Grade::IV)));
    }
    const auto groups = groupAlarms(openAlarms(test::mapOf(all), m_now), true);
    const auto singles = std::ranges::count(groups, GroupBy::Single, &AlarmGroup::by);
    QVERIFY(singles >= 3);
    for (std::size_t i = 0; i < 3; ++i) { // and stand first
        QCOMPARE(groups[i].by, GroupBy::Single);
        QCOMPARE(groups[i].alarms.front().incident->grade, plan::Grade::I);
    }
}

void tst_AlarmGroups::aMajorIncidentIsOneGroup()
{
    std::vector<model::IncidentPtr> all;
    const test::SampleIncident major(1, m_now - 30min, report(1, plan::Grade::III));
    all.push_back(major);
    for (int i = 2; i < 16; ++i) {
        test::SampleIncident part(
            static_cast<std::uint32_t>(i), m_now - 30min, report(i, plan::Grade::IV));
        if (i < 8) {
            part.act(m_now - 5min, UnitCode("HQ"), model::GroupIncident{major.get()->id});
        }
        all.push_back(part);
    }
    const auto groups = groupAlarms(openAlarms(test::mapOf(all), m_now), true);
    const auto found = std::ranges::find(groups, GroupBy::Major, &AlarmGroup::by);
    QVERIFY(found != groups.end());
    std::set<IncidentId> members;
    for (const Alarm& alarm : found->alarms) {
        members.insert(alarm.incident->id);
    }
    QCOMPARE(members.size(), std::size_t{7});
    QVERIFY(members.contains(major.get()->id));
}

void tst_AlarmGroups::aStreetIsOneGroup()
{
    std::vector<model::IncidentPtr> all;
    for (int i = 0; i < 14; ++i) {
        auto made = report(i, plan::Grade::IV);
        if (i < 4) {
            made.place.street = StreetCode("420106004");
        }
        all.push_back(test::SampleIncident(static_cast<std::uint32_t>(i + 1), m_now - 30min, made));
    }
    const auto groups = groupAlarms(openAlarms(test::mapOf(all), m_now), true);
    const auto found = std::ranges::find(groups, GroupBy::Street, &AlarmGroup::by);
    QVERIFY(found != groups.end());
    QVERIFY(found->alarms.size() >= 4);
    QVERIFY(std::ranges::all_of(found->alarms, [](const Alarm& alarm) {
        return alarm.incident->place.street == StreetCode("420106004");
    }));
}

void tst_AlarmGroups::groupsKeepTheirNamesWhileOneIsConfirmed()
{
    std::vector<model::IncidentPtr> all;
    for (int i = 0; i < 40; ++i) {
        all.push_back(test::SampleIncident(
            static_cast<std::uint32_t>(i + 1), m_now - 30min, report(i, plan::Grade::IV)));
    }
    auto alarms = openAlarms(test::mapOf(all), m_now);
    const auto before = groupAlarms(alarms, true);
    alarms.erase(alarms.begin());
    QCOMPARE(groupAlarms(alarms, true), before);
}

void tst_AlarmGroups::chatteringIsThreeChangesAMinute()
{
    const StepKey step{"a", "sign/1"};
    AlarmChatter chatter;
    chatter.take({step}, m_now);
    QVERIFY(chatter.unsteady().empty()); // a start is no change
    chatter.take({}, m_now + 10s);
    chatter.take({step}, m_now + 20s);
    QVERIFY(chatter.unsteady().empty());
    chatter.take({}, m_now + 50s);
    QCOMPARE(chatter.unsteady(), std::set<StepKey>{step});
    chatter.take({}, m_now + 5min);
    QCOMPARE(chatter.unsteady(), std::set<StepKey>{step}); // peace is longer than a breath
    chatter.take({}, m_now + 6min);
    QVERIFY(chatter.unsteady().empty());

    AlarmChatter slow; // as many changes, but not within a minute
    for (int i = 0; i < 6; ++i) {
        slow.take(i % 2 == 0 ? std::set<StepKey>{step} : std::set<StepKey>{}, m_now + i * 40s);
    }
    QVERIFY(slow.unsteady().empty());
}

void tst_AlarmGroups::unsteadyStepsAreOneGroupWithoutAFlood()
{
    std::vector<model::IncidentPtr> all;
    for (std::uint32_t i = 1; i <= 4; ++i) {
        all.push_back(test::SampleIncident(
            i, m_now - 30min,
            report(static_cast<int>(i), i == 1 ? plan::Grade::I : plan::Grade::IV)));
    }
    const auto alarms = openAlarms(test::mapOf(all), m_now);
    std::set<StepKey> unsteady;
    for (const Alarm& alarm : alarms) {
        unsteady.insert(keyOf(alarm));
    }
    const auto groups = groupAlarms(alarms, false, unsteady);
    QCOMPARE(std::ranges::count(groups, GroupBy::Unsteady, &AlarmGroup::by), 1);
    QVERIFY(std::ranges::all_of(groups, [](const AlarmGroup& group) {
        return group.by == GroupBy::Unsteady || isPriority(group.alarms.front());
    })); // a grave one is named even when it comes and goes
}

QTEST_GUILESS_MAIN(tst_AlarmGroups)
#include "tst_AlarmGroups.moc"
