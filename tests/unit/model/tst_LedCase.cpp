// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Led cases: who has them in charge, visits, stages, and who may write them.
#include "tests/unit/model/Story.h"

#include <QTest>

using namespace sz;
using namespace sz::model;
using namespace sz::model::test;

namespace {

LeadCase lead(const char* unit = "L06", const char* post = "L06-desk")
{
    return {UnitCode(unit), PostCode(post), "2026-018", {"接案", "约谈", "化解"}};
}

Code codeOf(const Result<void>& result)
{
    return result ? Code::Internal : result.error().code;
}

} // namespace

class tst_LedCase : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLeaderTakesItInCharge()
    {
        Story story;
        QVERIFY(story.may(office(), lead()).has_value());
        story.tell(office(), 1, lead());
        const LedCase& led = *story.now().ledCase;
        QCOMPARE(led.number, std::string("2026-018"));
        QCOMPARE(led.since, Story::at(1));
        QVERIFY(story.step(StepKind::Assign) == nullptr); // it is somebody's
        QVERIFY(audienceOf(story.now()).contains(UnitCode("L06")));
        QCOMPARE(codeOf(story.may(line("L06"), lead("L06", "L06-desk"))), Code::NotAllowed);
        LeadCase again = lead();
        again.stages.clear();
        QCOMPARE(codeOf(story.may(office(), again)), Code::AlreadyDone);
    }

    void casesThatCannotBe()
    {
        const Story story;
        QCOMPARE(codeOf(story.may(office(), lead("L77", "L06-desk"))), Code::NoSuchUnit);
        QCOMPARE(codeOf(story.may(office(), lead("L06", "L01-desk"))), Code::MissingField);
        LeadCase act = lead();
        act.number = " ";
        QCOMPARE(codeOf(story.may(office(), act)), Code::MissingField);
        act.number = std::string(65, '1');
        QCOMPARE(codeOf(story.may(office(), act)), Code::BadArgument);
        act = lead();
        act.stages.emplace_back();
        QCOMPARE(codeOf(story.may(office(), act)), Code::MissingField);
        QCOMPARE(codeOf(story.may(office(), VisitCase{kStart, "约谈"})), Code::NothingAsked);
        QCOMPARE(codeOf(story.may(office(), StageCase{"约谈", {}})), Code::NothingAsked);
    }

    void visitsAndStages()
    {
        Story story;
        story.tell(office(), 1, lead());
        QVERIFY(story.may(line("L06"), VisitCase{Story::at(2), "到现场约谈"}).has_value());
        QVERIFY(story.may(office(), VisitCase{Story::at(2), "到现场约谈"}).has_value());
        QCOMPARE(codeOf(story.may(line("L01"), VisitCase{kStart, "约谈"})), Code::NotAllowed);
        QCOMPARE(codeOf(story.may(line("L06"), VisitCase{kStart, " "})), Code::MissingField);
        QVERIFY(story.may(line("L06"), StageCase{"约谈", {}}).has_value());
        QCOMPARE(codeOf(story.may(line("L06"), StageCase{"回访", {}})), Code::NotFound);
        story.tell(line("L06"), 2, VisitCase{Story::at(2), "到现场约谈"});
        story.tell(line("L06"), 3, StageCase{"约谈", "双方到场"});
        QCOMPARE(codeOf(story.may(line("L06"), StageCase{"约谈", {}})), Code::AlreadyDone);
        const LedCase& led = *story.now().ledCase;
        QCOMPARE(led.visits.size(), 1U);
        QCOMPARE(led.visits[0].unit, UnitCode("L06"));
        QCOMPARE(led.reached.back().stage, std::string("约谈"));
    }

    void anotherLeaderKeepsWhatWasDone()
    {
        Story story;
        story.tell(office(), 1, lead()).tell(line("L06"), 2, VisitCase{Story::at(2), "约谈"});
        story.tell(office(), 9, lead("D05", "D05-leader"));
        const LedCase& led = *story.now().ledCase;
        QCOMPARE(led.unit, UnitCode("D05"));
        QCOMPARE(led.since, Story::at(9));
        QCOMPARE(led.visits.size(), 1U);
        // The one before is no longer asked; it has written, so it still sees the case.
        QCOMPARE(codeOf(story.may(line("L06"), VisitCase{Story::at(10), "x"})), Code::NotAllowed);
        QVERIFY(audienceOf(story.now()).contains(UnitCode("L06")));
        QVERIFY(audienceOf(story.now()).contains(UnitCode("D05")));
    }

    void withoutOwnStagesThoseOfThePlan()
    {
        plan::Plan plan = smallPlan();
        plan.cases.stages = {"受理", "办结"};
        Story story;
        LeadCase act = lead();
        act.stages.clear();
        story.tell(office(), 1, act);
        QVERIFY(checkAct(plan, &story.now(), office(), StageCase{"办结", {}}).has_value());
        QCOMPARE(
            codeOf(checkAct(plan, &story.now(), office(), StageCase{"约谈", {}})), Code::NotFound);
        // A plan without stages lets every word be one.
        QVERIFY(story.may(office(), StageCase{"约谈", {}}).has_value());
    }

    void aClosedCaseIsOver()
    {
        Story story;
        story.tell(office(), 1, lead()).tell(office(), 2, CloseIncident{"息诉"});
        QCOMPARE(codeOf(story.may(office(), VisitCase{kStart, "x"})), Code::IncidentClosed);
        story.tell(office(), 3, VisitCase{kStart, "x"});
        QVERIFY(story.now().ledCase->visits.empty());
    }
};

QTEST_GUILESS_MAIN(tst_LedCase)
#include "tst_LedCase.moc"
