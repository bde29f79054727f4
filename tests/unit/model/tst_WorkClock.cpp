// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Orders whose last limit is in working time: when it ends, what is granted, what stands still, which lamp.
#include "tests/unit/model/Story.h"

#include <QDateTime>
#include <QTest>
#include <QTimeZone>

using namespace sz;
using namespace sz::model;
using namespace sz::model::test;
using Unit = plan::WorkLimit::Unit;

namespace {

/// Minutes since the story began, Thursday 2019-10-17 12:43:07, of a local time "10-18 09:00".
double minute(const char* text)
{
    const auto t = QDateTime::fromString(
        QStringLiteral("2019-") + QString::fromLatin1(text), QStringLiteral("yyyy-MM-dd HH:mm"),
        QTimeZone::UTC);
    const auto ms = t.toMSecsSinceEpoch() - 480 * 60'000 - toUtcMs(kStart);
    return (static_cast<double>(ms) + 0.5) / 60'000; // Story cuts off what is below a millisecond
}

QString shown(Instant t)
{
    return QDateTime::fromMSecsSinceEpoch(toUtcMs(t + Minutes{480}), QTimeZone::UTC)
        .toString(QStringLiteral("MM-dd HH:mm"));
}

// The plan of the story works Monday to Friday 09:00–17:00.
Story workStory(plan::WorkLimit limit)
{
    Story story;
    OrderTo one = to("o1", "L06", true, 10, 14400, 0);
    one.work = limit;
    story.tell(office(), minute("10-17 13:00"), IssueOrders{"答复", {one}});
    story.tell(line("L06"), minute("10-17 13:05"), SignOrder{OrderId("o1")});
    return story;
}

QString due(const Story& story)
{
    return shown(story.order("o1").finishDue(story.plan().calendar));
}

QString raw(const Story& story)
{
    return shown(story.order("o1").rawDue(story.plan().calendar));
}

/// Asked for and granted in one minute.
void grant(Story& story, const char* when, Relief relief, int minutes)
{
    story.tell(line("L06"), minute(when), AskRelief{OrderId("o1"), relief, minutes, "要件不全"});
    story.tell(
        office(), minute(when),
        DecideRelief{OrderId("o1"), story.order("o1").ask->entry, true, {}});
}

} // namespace

class tst_WorkClock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theLimitEndsInItsOwnClock_data()
    {
        QTest::addColumn<int>("unit");
        QTest::addColumn<int>("amount");
        QTest::addColumn<QString>("end");
        QTest::newRow("one workday") << 1 << 1 << "10-18 17:00";
        QTest::newRow("seven workdays") << 1 << 7 << "10-28 17:00";
        QTest::newRow("two hours of work") << 2 << 120 << "10-17 15:00";
        QTest::newRow("eight hours of work") << 2 << 480 << "10-18 13:00";
        QTest::newRow("sixteen hours of work, over the weekend") << 2 << 960 << "10-21 13:00";
    }

    void theLimitEndsInItsOwnClock()
    {
        QFETCH(int, unit);
        QFETCH(int, amount);
        const Story story = workStory({static_cast<Unit>(unit), amount});
        QTEST(due(story), "end");
        QTEST(raw(story), "end");
        const Step* finish = story.step(StepKind::Finish);
        QTEST(shown(finish->due), "end");
        QVERIFY(!finish->rawDue);
    }

    void thePlainClockIsUntouched()
    {
        const Story story = orderedStory();
        QCOMPARE(story.step(StepKind::Finish)->due, Story::at(2 + 1440)); // day and night
    }

    // Only the last limit is the city's working time; the seats are manned day and night.
    void theOtherLimitsRunDayAndNight()
    {
        Story story;
        OrderTo one = to("o1", "L06", true, 10, 14400, 30);
        one.work = plan::WorkLimit{Unit::Days, 7};
        story.tell(office(), minute("10-19 03:00"), IssueOrders{"答复", {one}});
        QCOMPARE(shown(story.step(StepKind::Sign)->due), QStringLiteral("10-19 03:10"));
        story.tell(line("L06"), minute("10-19 03:05"), SignOrder{OrderId("o1")});
        QCOMPARE(shown(story.step(StepKind::Arrive)->due), QStringLiteral("10-19 03:35"));
    }

    void wholeDaysGrantedAreWorkdays_data()
    {
        QTest::addColumn<int>("unit");
        QTest::addColumn<int>("amount");
        QTest::addColumn<int>("granted");
        QTest::addColumn<QString>("end");
        QTest::newRow("three days on a limit in workdays") << 1 << 1 << 3 * 1440 << "10-23 17:00";
        QTest::newRow("two hours on it") << 1 << 1 << 120 << "10-21 11:00";
        QTest::newRow("a day and two hours") << 1 << 1 << 1440 + 120 << "10-22 11:00";
        QTest::newRow("two hours on a limit in working minutes")
            << 2 << 480 << 120 << "10-18 15:00";
        QTest::newRow("a day's minutes are minutes there") << 2 << 480 << 480 << "10-21 13:00";
    }

    void wholeDaysGrantedAreWorkdays()
    {
        QFETCH(int, unit);
        QFETCH(int, amount);
        QFETCH(int, granted);
        Story story = workStory({static_cast<Unit>(unit), amount});
        const QString before = due(story);
        grant(story, "10-17 14:00", Relief::Extend, granted);
        QTEST(due(story), "end");
        QCOMPARE(raw(story), before); // both clocks are shown
        QCOMPARE(shown(*story.step(StepKind::Finish)->rawDue), before);
    }

    void grantsAddUp()
    {
        Story once = workStory({Unit::Days, 2});
        grant(once, "10-17 14:00", Relief::Extend, 2 * 1440);
        Story twice = workStory({Unit::Days, 2});
        grant(twice, "10-17 14:00", Relief::Extend, 1440);
        grant(twice, "10-18 14:00", Relief::Extend, 1440);
        QCOMPARE(due(once), QStringLiteral("10-23 17:00"));
        QCOMPARE(due(twice), due(once));
    }

    // The clock stands still for the working time that lies in the stop, and only for that.
    void aStopTakesWorkingTimeAway_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<int>("minutes");
        QTest::addColumn<QString>("end");
        QTest::newRow("two hours in the morning") << "10-18 09:00" << 120 << "10-23 11:00";
        QTest::newRow("one whole day") << "10-18 09:00" << 1440 << "10-23 17:00";
        QTest::newRow("a weekend: no work, nothing gained")
            << "10-18 17:00" << 2 * 1440 << "10-22 17:00";
        QTest::newRow("over the weekend") << "10-18 16:00" << 3 * 1440 << "10-23 17:00";
        QTest::newRow("at night") << "10-18 22:00" << 300 << "10-22 17:00";
    }

    void aStopTakesWorkingTimeAway()
    {
        QFETCH(QString, from);
        QFETCH(int, minutes);
        Story story = workStory({Unit::Days, 3});
        QCOMPARE(due(story), QStringLiteral("10-22 17:00"));
        grant(story, from.toLatin1().constData(), Relief::Suspend, minutes);
        QTEST(due(story), "end");
        QCOMPARE(raw(story), QStringLiteral("10-22 17:00"));
    }

    void stopsAndGrantsAddUp()
    {
        Story story = workStory({Unit::Days, 3});
        grant(story, "10-18 09:00", Relief::Suspend, 1440);
        grant(story, "10-21 09:00", Relief::Suspend, 1440);
        grant(story, "10-22 10:00", Relief::Extend, 1440);
        QCOMPARE(due(story), QStringLiteral("10-25 17:00")); // 3 + 2 stopped + 1 given
    }

    void afterARecheckTheClockIsTheSame()
    {
        Story story = workStory({Unit::Days, 3});
        story.tell(line("L06"), minute("10-18 10:00"), FinishOrder{OrderId("o1"), "已答复"});
        story.tell(
            office(), minute("10-18 15:00"),
            RecheckOrder{OrderId("o1"), false, 0, 0, 2 * 1440, "未落实"});
        QCOMPARE(due(story), QStringLiteral("10-22 17:00"));
        QCOMPARE(raw(story), QStringLiteral("10-22 17:00"));
    }

    // A sixth and a twelfth of the working time: 3 days and 4 hours are 28 h, so 4 h 40 and 2 h 20.
    void lampsCountInTheSameClock_data()
    {
        QTest::addColumn<QString>("when");
        QTest::addColumn<int>("lamp");
        const auto row = [](const char* name, const char* when, Lamp lamp) {
            QTest::newRow(name) << when << static_cast<int>(lamp);
        };
        row("at the weekend nothing is near", "10-20 12:00", Lamp::None);
        row("just before the sixth", "10-22 12:19", Lamp::None);
        row("near", "10-22 12:20", Lamp::Near);
        row("just before the twelfth", "10-22 14:39", Lamp::Near);
        row("behind", "10-22 14:40", Lamp::Behind);
        row("the last minute", "10-22 16:59", Lamp::Behind);
        row("late", "10-22 17:00", Lamp::Late);
    }

    void lampsCountInTheSameClock()
    {
        QFETCH(QString, when);
        Story story = workStory({Unit::Days, 3});
        story.tell(line("L06"), minute("10-17 13:06"), ReportOrder{OrderId("o1"), "已受理"});
        const Step* finish = story.step(StepKind::Finish);
        const Instant t = Story::at(minute(when.toLatin1().constData()));
        QTEST(static_cast<int>(finish->lampAt(t)), "lamp");
    }

    void everyLimitHasAWarning()
    {
        for (const plan::WorkLimit limit :
             {plan::WorkLimit{Unit::Days, 1},
              {Unit::Days, 250},
              {Unit::Minutes, 1},
              {Unit::Minutes, 9999}}) {
            const Story story = workStory(limit);
            const Step* step = story.step(StepKind::Finish);
            QVERIFY(step->since < step->nearFrom);
            QVERIFY(step->nearFrom < step->behindFrom && step->behindFrom < step->due);
        }
    }

    void limitsOutOfRangeAreRefused_data()
    {
        QTest::addColumn<int>("unit");
        QTest::addColumn<int>("amount");
        QTest::addColumn<bool>("isAllowed");
        QTest::newRow("seven days") << 1 << 7 << true;
        QTest::newRow("a working year") << 1 << 250 << true;
        QTest::newRow("more") << 1 << 251 << false;
        QTest::newRow("no day") << 1 << 0 << false;
        QTest::newRow("eight hours") << 2 << 480 << true;
        QTest::newRow("no minute") << 2 << 0 << false;
        QTest::newRow("two years of minutes") << 2 << 2 * 366 * 1440 << false;
    }

    void limitsOutOfRangeAreRefused()
    {
        QFETCH(int, unit);
        QFETCH(int, amount);
        QFETCH(bool, isAllowed);
        OrderTo one = to("o1", "L06", true);
        one.work = plan::WorkLimit{static_cast<Unit>(unit), amount};
        const auto said = Story().may(office(), IssueOrders{"答复", {one}});
        QCOMPARE(said.has_value(), isAllowed);
        if (!isAllowed) {
            QCOMPARE(said.error().code, Code::LimitOutOfRange);
        }
    }

    // One fold after another or all at once, also when the calendar is the plan's.
    void historyFoldsTheSame()
    {
        Story story = workStory({Unit::Days, 3});
        grant(story, "10-18 09:00", Relief::Suspend, 1440);
        const auto whole = foldHistory(story.plan(), nullptr, story.history());
        QVERIFY(whole);
        QCOMPARE((*whole)->steps, story.now().steps);
    }
};

QTEST_APPLESS_MAIN(tst_WorkClock)
#include "tst_WorkClock.moc"
