// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Who owes what until when, and which lamp it shows.
#include "tests/unit/model/Story.h"

#include <QTest>

using namespace sz;
using namespace sz::model;
using namespace sz::model::test;

namespace {

std::string kinds(const Incident& incident)
{
    std::string text;
    for (const auto& step : incident.steps) {
        text += (text.empty() ? "" : " ") + step.ref();
    }
    return text;
}

} // namespace

class tst_Steps : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void newIncidentOwesOrdersAndTheFirstReport()
    {
        const Story story;
        QCOMPARE(kinds(story.now()), std::string("assign first"));
        QCOMPARE(story.step(StepKind::Assign)->due, Story::at(10));
        QCOMPARE(story.step(StepKind::FirstReport)->due, Story::at(30));
        QCOMPARE(story.step(StepKind::Assign)->unit, UnitCode("HQ"));
    }

    void ordinaryIncidentOwesNoReportUpwards()
    {
        Story story;
        AmendIncident amend;
        amend.grade = plan::Grade::IV;
        story.tell(office(), 1, amend);
        QCOMPARE(story.step(StepKind::FirstReport), nullptr);
    }

    void everyStepHasUnitPostAndLimit()
    {
        Story story = orderedStory();
        story.tell(office(), 3, FileReport{ReportStage::First, "初", {}, 60});
        story.tell(line("L01"), 4, SignOrder{OrderId("o2")});
        QCOMPARE(
            kinds(story.now()),
            std::string("sign/o1 arrive/o2 update/1 feedback/o2 finish/o1 finish/o2"));
        for (const auto& step : story.now().steps) {
            QVERIFY2(!step.unit.empty() && !step.post.empty(), step.ref().c_str());
            QVERIFY2(step.since < step.due, step.ref().c_str());
            QVERIFY2(
                step.nearFrom < step.behindFrom && step.behindFrom < step.due, step.ref().c_str());
        }
    }

    void limitsRunFromTheRightMoment()
    {
        Story story = orderedStory();
        QCOMPARE(story.step(StepKind::Sign)->due, Story::at(12)); // order at 2, limit 10
        story.tell(line("L01"), 7, SignOrder{OrderId("o2")});
        QCOMPARE(story.step(StepKind::Arrive)->due, Story::at(37));   // signed at 7, limit 30
        QCOMPARE(story.step(StepKind::Feedback)->due, Story::at(67)); // signed at 7, limit 60
        QCOMPARE(story.step(StepKind::Finish)->due, Story::at(1442)); // order at 2, limit 24 h
    }

    void aStepEndsWithItsAct()
    {
        Story story = orderedStory();
        story.tell(line("L01"), 5, ProgressOrder{OrderId("o2"), Progress::OnScene, "到场，4 人"});
        QCOMPARE(story.step(StepKind::Arrive), nullptr);
        QCOMPARE(story.step(StepKind::Feedback), nullptr);
        story.tell(line("L01"), 9, FinishOrder{OrderId("o2"), "好"});
        QCOMPARE(kinds(story.now()), std::string("sign/o1 first finish/o1"));
        story.tell(line("L06"), 10, FinishOrder{OrderId("o1"), "好"});
        QCOMPARE(kinds(story.now()), std::string("first close"));
        QCOMPARE(story.step(StepKind::Close)->since, Story::at(10));
    }

    void nobodyHasToGoWithoutAnArriveLimit()
    {
        Story story = orderedStory();
        story.tell(line("L06"), 3, SignOrder{OrderId("o1")}); // arrive 0
        QCOMPARE(story.step(StepKind::Arrive), nullptr);
    }

    void shortOrderOwesNoFeedbackBeforeItsEnd()
    {
        Story story;
        story.tell(office(), 1, IssueOrders{"速办", {to("o1", "L01", false, 5, 45, 0)}});
        story.tell(line("L01"), 2, SignOrder{OrderId("o1")});
        QCOMPARE(
            story.step(StepKind::Feedback),
            nullptr); // 60 minutes' feedback inside a 45-minute order
        QCOMPARE(story.step(StepKind::Finish)->due, Story::at(46));
    }

    void promisedUpdateIsOwedAndNumbered()
    {
        Story story = orderedStory();
        story.tell(office(), 4, FileReport{ReportStage::First, "初", {}, 60});
        story.tell(office(), 40, FileReport{ReportStage::Update, "续", {}, 45});
        const auto* step = story.step(StepKind::Update);
        QCOMPARE(step->ordinal, 2);
        QCOMPARE(step->ref(), std::string("update/2"));
        QCOMPARE(step->due, Story::at(85));
        story.tell(office(), 80, FileReport{ReportStage::Update, "续", {}, 0});
        QCOMPARE(story.step(StepKind::Update), nullptr);
    }

    void lampOverTime_data()
    {
        QTest::addColumn<double>("minute");
        QTest::addColumn<int>("lamp");
        // sign limit 10 from minute 2; near 5 minutes before the end, behind 2
        QTest::newRow("as issued") << 2.0 << int(Lamp::None);
        QTest::newRow("just before near") << 6.99 << int(Lamp::None);
        QTest::newRow("near") << 7.0 << int(Lamp::Near);
        QTest::newRow("just before behind") << 9.99 << int(Lamp::Near);
        QTest::newRow("behind") << 10.0 << int(Lamp::Behind);
        QTest::newRow("last second") << 11.99 << int(Lamp::Behind);
        QTest::newRow("late") << 12.0 << int(Lamp::Late);
        QTest::newRow("very late") << 900.0 << int(Lamp::Late);
    }

    void lampOverTime()
    {
        QFETCH(double, minute);
        QFETCH(int, lamp);
        const Story story = orderedStory();
        QCOMPARE(int(story.step(StepKind::Sign)->lampAt(Story::at(minute))), lamp);
    }

    void thresholdsNeverEatAShortLimit()
    {
        Story story;
        story.tell(office(), 0, IssueOrders{"速签", {to("o1", "L01", false, 4)}});
        const auto* sign = story.step(StepKind::Sign);
        QCOMPARE(sign->nearFrom, Story::at(2)); // half of 4, not 5
        QCOMPARE(
            sign->behindFrom, Story::at(4) - Millis{80'000}); // a third of 4, not 2 minutes left
    }

    void nextStepIsTheWorstLampThenTheEarliest()
    {
        Story story = orderedStory(); // sign due 12 for both, first report due 30
        QCOMPARE(story.now().nextStep(Story::at(3))->due, Story::at(12));
        QCOMPARE(story.now().nextStep(Story::at(3))->order, OrderId("o1")); // the lead stands first
        story.tell(line("L06"), 4, SignOrder{OrderId("o1")});
        story.tell(line("L01"), 4, SignOrder{OrderId("o2")});
        QCOMPARE(
            story.now().nextStep(Story::at(29))->kind,
            StepKind::FirstReport); // due 30 before arrive 34
        story.tell(office(), 29, FileReport{ReportStage::First, "初", {}, 60});
        QCOMPARE(story.now().nextStep(Story::at(33))->kind, StepKind::Arrive);
        QCOMPARE(
            story.now().nextStep(Story::at(65))->kind,
            StepKind::Arrive); // late since 34, before feedback
        QCOMPARE(story.now().lampAt(Story::at(65)), Lamp::Late);
    }

    void worseLampBeatsAnEarlierLimit()
    {
        // A ten-hour step that is near (5 min) against a short one that is earlier but still calm cannot happen with one
        // set of limits, so the steps are written by hand.
        Incident incident;
        Step calm;
        calm.due = Story::at(20);
        calm.nearFrom = Story::at(19);
        calm.behindFrom = Story::at(19.5);
        Step near = calm;
        near.kind = StepKind::Update;
        near.due = Story::at(30);
        near.nearFrom = Story::at(5);
        near.behindFrom = Story::at(25);
        incident.steps = {calm, near};
        QCOMPARE(incident.nextStep(Story::at(1))->kind, StepKind::Assign);
        QCOMPARE(incident.nextStep(Story::at(6))->kind, StepKind::Update);
        QCOMPARE(Incident{}.nextStep(Story::at(6)), nullptr);
        QCOMPARE(Incident{}.lampAt(Story::at(6)), Lamp::None);
    }
};

QTEST_APPLESS_MAIN(tst_Steps)
#include "tst_Steps.moc"
