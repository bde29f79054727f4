// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What becomes of an order that needs more time, comes back, is taken back or is looked at again; and who owns the matter.
#include "data/model/DayRules.h"
#include "tests/unit/model/Story.h"

#include <QTest>

using namespace sz;
using namespace sz::model;
using namespace sz::model::test;

namespace {

const OrderId kLead("o1");    // Education, L06
const OrderId kSupport("o2"); // Police, L01

Actor officer()
{
    return {UnitCode("HQ"), PostCode("HQ-officer"), plan::Role::DutyOfficer};
}

Actor person(Actor actor, const char* code)
{
    actor.person = PersonCode(code);
    return actor;
}

QByteArray told(const Result<void>& result)
{
    return result ? QByteArray("allowed") : QByteArray(codeName(result.error().code));
}

std::string lastEntry(const Story& story)
{
    return story.now().trace.back().entry;
}

Story askedForTwoHours()
{
    Story story = orderedStory();
    story.tell(line("L06"), 3, SignOrder{kLead});
    story.tell(line("L06"), 10, AskRelief{kLead, Relief::Extend, 120, "名单未齐"});
    return story;
}

Story suspendedForADay()
{
    Story story = orderedStory();
    story.tell(line("L06"), 10, AskRelief{kLead, Relief::Suspend, 1440, "等待司法鉴定"});
    story.tell(office(), 20, DecideRelief{kLead, lastEntry(story), true, {}});
    return story;
}

Story returnedOnce()
{
    Story story = orderedStory();
    story.tell(line("L06"), 5, ReturnOrder{kLead, "不属本单位"});
    return story;
}

// Returned, given to Wuchang instead.
Story reissued()
{
    Story story = returnedOnce();
    OrderTo next = to("o3", "D05", true, 10, 600, 0);
    next.instead = kLead;
    story.tell(office(), 8, IssueOrders{"专班处置", {next}});
    return story;
}

Story returnedTwice()
{
    Story story = reissued();
    story.tell(
        {UnitCode("D05"), PostCode("D05-leader"), plan::Role::DistrictDesk}, 12,
        ReturnOrder{OrderId("o3"), "也不属本区"});
    return story;
}

Story leadDone()
{
    Story story = orderedStory();
    story.tell(line("L01"), 4, FinishOrder{kSupport, "好"});
    story.tell(line("L06"), 5, FinishOrder{kLead, "好"});
    return story;
}

QByteArray hopsOf(const Story& story)
{
    QByteArray out;
    for (const Hop& hop : story.now().hops) {
        out += hop.unit.value.c_str();
        out += hop.until ? '>' : '.';
    }
    return out;
}

} // namespace

class tst_OrderCare : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void moreTimeNeedsASecondPerson()
    {
        Story story = askedForTwoHours();
        const Instant raw = Story::at(2 + 1440);
        QCOMPARE(story.order("o1").finishDue(story.plan().calendar), raw); // asked is not granted
        QVERIFY(story.step(StepKind::Relief) != nullptr);
        QCOMPARE(story.step(StepKind::Relief)->due, Story::at(10 + 30));
        const Act yes = DecideRelief{kLead, lastEntry(story), true, {}};
        QCOMPARE(told(story.may(line("L06"), yes)), QByteArray("NotAllowed"));
        QCOMPARE(told(story.may(office(), yes)), QByteArray("allowed"));
        story.tell(office(), 15, yes);
        QCOMPARE(story.order("o1").finishDue(story.plan().calendar), raw + Minutes{120});
        QCOMPARE(story.order("o1").rawDue(story.plan().calendar), raw); // both clocks can be shown
        QVERIFY(story.step(StepKind::Relief) == nullptr);
        const auto finish = std::ranges::find_if(story.now().steps, [](const Step& s) {
            return s.kind == StepKind::Finish && s.order == kLead;
        });
        QCOMPARE(finish->due, raw + Minutes{120});
        QCOMPARE(finish->rawDue, std::optional(raw));
    }

    void whoAskedDoesNotDecide()
    {
        Story story = orderedStory();
        story.tell(office(), 10, AskRelief{kLead, Relief::Extend, 60, "电话请示"});
        const Act yes = DecideRelief{kLead, lastEntry(story), true, {}};
        QCOMPARE(told(story.may(office(), yes)), QByteArray("SecondPerson"));
        QCOMPARE(told(story.may(officer(), yes)), QByteArray("allowed")); // another seat
    }

    void personsCountBeforeSeats()
    {
        Story story = orderedStory();
        log::Entry asked =
            story.entry(office(), 10, AskRelief{kLead, Relief::Extend, 60, "电话请示"});
        asked.person = PersonCode("0007");
        const auto incident =
            foldIncident(story.plan(), story.pointer(), asked, {story.now().version + 1, 0});
        const Act yes = DecideRelief{kLead, asked.id.text(), true, {}};
        const auto may = [&](const Actor& who) {
            return told(checkAct(story.plan(), incident->get(), who, yes));
        };
        QCOMPARE(
            may(person(officer(), "0007")), QByteArray("SecondPerson")); // moved to another seat
        QCOMPARE(may(person(office(), "0008")), QByteArray("allowed"));
    }

    void refusedChangesNothingAndSaysWhy()
    {
        Story story = askedForTwoHours();
        const std::string ask = lastEntry(story);
        QCOMPARE(
            told(story.may(office(), DecideRelief{kLead, ask, false, " "})),
            QByteArray("MissingField"));
        story.tell(office(), 15, DecideRelief{kLead, ask, false, "今日必须办结"});
        QCOMPARE(story.order("o1").finishDue(story.plan().calendar), Story::at(2 + 1440));
        QVERIFY(!story.order("o1").ask);
        QCOMPARE(
            told(story.may(office(), DecideRelief{kLead, ask, true, {}})),
            QByteArray("NothingAsked"));
    }

    void oneRequestAtATime()
    {
        const Story story = askedForTwoHours();
        QCOMPARE(
            told(story.may(line("L06"), AskRelief{kLead, Relief::Suspend, 60, "再请"})),
            QByteArray("AlreadyDone"));
        const Story fresh = orderedStory();
        const auto ask = [&](int minutes, const char* why) {
            return told(fresh.may(line("L06"), AskRelief{kLead, Relief::Extend, minutes, why}));
        };
        QCOMPARE(ask(0, "请"), QByteArray("LimitOutOfRange"));
        QCOMPARE(ask(367 * 24 * 60, "请"), QByteArray("LimitOutOfRange"));
        QCOMPARE(ask(60, " "), QByteArray("MissingField"));
        QCOMPARE(ask(60, "请"), QByteArray("allowed"));
        QCOMPARE(
            told(fresh.may(line("L01"), AskRelief{kLead, Relief::Extend, 60, "请"})),
            QByteArray("NotYourOrder"));
    }

    void suspendedStandsStill()
    {
        Story story = suspendedForADay();
        const Instant raw = Story::at(2 + 1440);
        QVERIFY(story.order("o1").isSuspendedAt(Story::at(15)));
        QVERIFY(!story.order("o1").isSuspendedAt(Story::at(10 + 1440)));
        QCOMPARE(
            story.order("o1").finishDue(story.plan().calendar),
            raw + Minutes{1440}); // runs again by itself
        QCOMPARE(
            told(story.may(line("L06"), ResumeOrder{kLead, "鉴定已到"})), QByteArray("allowed"));
        story.tell(line("L06"), 100, ResumeOrder{kLead, "鉴定已到"});
        QCOMPARE(
            story.order("o1").finishDue(story.plan().calendar),
            raw + Minutes{90}); // since it was asked for
        QVERIFY(!story.order("o1").isSuspendedAt(Story::at(101)));
        QCOMPARE(
            told(orderedStory().may(line("L06"), ResumeOrder{kLead, "x"})),
            QByteArray("NothingAsked"));
    }

    // A second stop, granted while the first one lasts, is to follow it: resumed, neither lasts.
    void resumedStandsNoLonger()
    {
        Story story = suspendedForADay();
        story.tell(line("L06"), 50, AskRelief{kLead, Relief::Suspend, 60, "再等"});
        story.tell(office(), 55, DecideRelief{kLead, story.order("o1").ask->entry, true, {}});
        QCOMPARE(story.order("o1").suspensions.size(), std::size_t{2});
        story.tell(line("L06"), 100, ResumeOrder{kLead, "鉴定已到"});
        QVERIFY(!story.order("o1").isSuspendedAt(Story::at(101)));
        QVERIFY(!story.order("o1").isSuspendedAt(Story::at(10 + 1440 + 1)));
        QCOMPARE(
            story.order("o1").finishDue(story.plan().calendar),
            Story::at(2 + 1440) + Minutes{90}); // since the first was asked for
    }

    void firstAskedOwnsUntilTheNextAccepts()
    {
        Story story = returnedOnce();
        QCOMPARE(hopsOf(story), QByteArray("HQ>L06."));
        QVERIFY(story.order("o1").isHeld());
        const auto owes = [&](const char* unit) {
            return std::ranges::any_of(story.now().steps, [&](const Step& s) {
                return s.kind == StepKind::Finish && s.unit == UnitCode(unit);
            });
        };
        QVERIFY(owes("L06")); // its clock runs on
        QVERIFY(story.step(StepKind::Return) != nullptr);
        QCOMPARE(told(story.may(office(), CloseIncident{"妥处"})), QByteArray("StepsOpen"));

        story = reissued();
        QCOMPARE(hopsOf(story), QByteArray("HQ>L06."));
        QVERIFY(story.step(StepKind::Return) == nullptr); // somebody else is asked
        story.tell(
            {UnitCode("D05"), PostCode("D05-leader"), plan::Role::DistrictDesk}, 12,
            SignOrder{OrderId("o3")});
        QCOMPARE(hopsOf(story), QByteArray("HQ>L06>D05."));
        QVERIFY(!story.order("o1").isHeld());
        QCOMPARE(story.now().hops[1].from, Story::at(2));
        QCOMPARE(story.now().hops[1].until, std::optional(Story::at(12)));
        QVERIFY(!owes("L06"));
    }

    void hopsHaveNoGaps()
    {
        for (const Story& story : {returnedTwice(), reissued(), leadDone(), suspendedForADay()}) {
            const auto& hops = story.now().hops;
            QCOMPARE(hops.front().from, story.now().reportedAt);
            for (std::size_t i = 1; i < hops.size(); ++i) {
                QCOMPARE(hops[i - 1].until, std::optional(hops[i].from));
            }
            QVERIFY(!hops.back().until);
        }
    }

    void secondReturnIsTheChiefs()
    {
        const Story story = returnedTwice();
        QCOMPARE(story.order("o3").returns, 2);
        const Act decide = DecideReturn{OrderId("o3"), false, "归属武昌"};
        QCOMPARE(told(story.may(officer(), decide)), QByteArray("ChiefDecides"));
        QCOMPARE(told(story.may(office(), decide)), QByteArray("allowed"));
        OrderTo third = to("o4", "D02", true);
        third.instead = OrderId("o3");
        QCOMPARE(
            told(story.may(officer(), IssueOrders{"处置", {third}})), QByteArray("ChiefDecides"));
        QCOMPARE(told(story.may(office(), IssueOrders{"处置", {third}})), QByteArray("allowed"));
        third.instead = kLead; // has an heir
        QCOMPARE(
            told(story.may(office(), IssueOrders{"处置", {third}})), QByteArray("AlreadyDone"));
        QCOMPARE(
            told(returnedOnce().may(officer(), DecideReturn{kLead, true, "收回"})),
            QByteArray("allowed"));
    }

    void decidedReturns()
    {
        Story back = returnedOnce();
        back.tell(office(), 9, DecideReturn{kLead, false, "首问负责"});
        QCOMPARE(back.order("o1").state, OrderState::Issued);
        QCOMPARE(hopsOf(back), QByteArray("HQ>L06."));
        QCOMPARE(told(back.may(line("L06"), SignOrder{kLead})), QByteArray("allowed"));

        Story accepted = returnedOnce();
        accepted.tell(office(), 9, DecideReturn{kLead, true, "另派"});
        QCOMPARE(accepted.order("o1").state, OrderState::Returned);
        QVERIFY(!accepted.order("o1").isHeld());
        QCOMPARE(hopsOf(accepted), QByteArray("HQ>L06>HQ."));

        Story chain = returnedTwice(); // the office takes back what the second one returned, too
        chain.tell(office(), 15, DecideReturn{OrderId("o3"), true, "另派"});
        QCOMPARE(hopsOf(chain), QByteArray("HQ>L06>HQ."));
        QVERIFY(!chain.order("o1").isHeld() && !chain.order("o3").isHeld());
    }

    void nothingIsOwnerless()
    {
        Story story;
        story.tell(office(), 2, IssueOrders{"去", {to("x", "L06", true)}});
        QVERIFY(story.step(StepKind::Assign) == nullptr);
        story.tell(office(), 3, WithdrawOrder{OrderId("x"), "派错单位"});
        QCOMPARE(story.order("x").state, OrderState::Withdrawn);
        QCOMPARE(hopsOf(story), QByteArray("HQ>L06>HQ."));
        QVERIFY(story.step(StepKind::Assign) != nullptr); // the office owes an order again
        QCOMPARE(story.step(StepKind::Assign)->since, Story::at(3));
        QVERIFY(story.step(StepKind::Close) == nullptr);
        QCOMPARE(told(story.may(line("L06"), SignOrder{OrderId("x")})), QByteArray("AlreadyDone"));
    }

    // A support order that came back is nobody's yet: the matter is not done, and the lead must not say so.
    void theLeadWaitsForWhatCameBack()
    {
        Story story = orderedStory();
        story.tell(line("L06"), 3, SignOrder{kLead});
        story.tell(line("L01"), 4, ReturnOrder{kSupport, "不属本单位"});
        QVERIFY(story.order("o2").isHeld());
        const FinishOrder finish{kLead, "好"};
        QCOMPARE(told(story.may(line("L06"), finish)), QByteArray("StepsOpen"));
        Story accepted = story;
        accepted.tell(office(), 6, DecideReturn{kSupport, true, "指挥部另派"});
        QCOMPARE(told(accepted.may(line("L06"), finish)), QByteArray("allowed"));
        story.tell(office(), 6, DecideReturn{kSupport, false, "仍由公安办"});
        QCOMPARE(told(story.may(line("L06"), finish)), QByteArray("StepsOpen"));
        story.tell(line("L01"), 7, FinishOrder{kSupport, "好"});
        QCOMPARE(told(story.may(line("L06"), finish)), QByteArray("allowed"));
    }

    void onlyTheOfficeWithdraws()
    {
        const Story story = orderedStory();
        QCOMPARE(
            told(story.may(line("L06"), WithdrawOrder{kLead, "不去"})), QByteArray("NotAllowed"));
        QCOMPARE(told(story.may(office(), WithdrawOrder{kLead, ""})), QByteArray("MissingField"));
        QCOMPARE(told(story.may(office(), WithdrawOrder{kLead, "派错"})), QByteArray("allowed"));
    }

    void recheckOpensItAgain()
    {
        plan::Plan plan = smallPlan();
        plan.limits[plan::Grade::III].recheck = 120;
        const Story story = leadDone();
        const auto incident = foldHistory(plan, nullptr, story.history());
        const auto may = [&](const Actor& who, const Act& act) {
            return told(checkAct(plan, incident->get(), who, act));
        };
        const auto owed = std::ranges::count((*incident)->steps, StepKind::Recheck, &Step::kind);
        QCOMPARE(owed, 2);
        QVERIFY(!std::ranges::contains((*incident)->steps, StepKind::Close, &Step::kind));
        QCOMPARE(may(office(), CloseIncident{"妥处"}), QByteArray("RecheckOpen"));
        QCOMPARE(
            may(line("L06"), RecheckOrder{kLead, true, 0, 0, 0, "好"}), QByteArray("NotAllowed"));
        QCOMPARE(
            may(office(), RecheckOrder{kLead, true, 5, 6, 0, "好"}),
            QByteArray("CountsUnbalanced"));
        QCOMPARE(
            may(office(), RecheckOrder{kLead, false, 5, 3, 0, "两处未改"}),
            QByteArray("LimitOutOfRange"));
        QCOMPARE(
            may(office(), RecheckOrder{kLead, false, 5, 3, 60, " "}), QByteArray("MissingField"));

        Story again = leadDone();
        again.tell(office(), 30, RecheckOrder{kLead, false, 5, 3, 60, "两处未改"});
        QVERIFY(again.order("o1").isOpen());
        QCOMPARE(again.order("o1").finishDue(again.plan().calendar), Story::at(30 + 60));
        again.tell(line("L06"), 40, FinishOrder{kLead, "已改"});
        again.tell(office(), 50, RecheckOrder{kLead, true, 5, 5, 0, "全部到位"});
        QVERIFY(again.order("o1").isRecheckPassed);
        QCOMPARE(again.order("o1").rechecks, 2);
        QCOMPARE(
            told(again.may(office(), RecheckOrder{kLead, true, 0, 0, 0, "好"})),
            QByteArray("NothingAsked"));
    }

    void whatWasLateIsRemembered()
    {
        Story story;
        story.tell(office(), 15, IssueOrders{"去", {to("a", "L01", true, 10, 60, 30)}}); // 5 late
        story.tell(line("L01"), 40, SignOrder{OrderId("a")});                            // 15 late
        story.tell(line("L01"), 60, ProgressOrder{OrderId("a"), Progress::OnScene, {}});
        story.tell(line("L01"), 90, FinishOrder{OrderId("a"), "好"}); // 15 late
        const auto late = lateSteps(story.plan(), story.now());
        QByteArray told;
        for (const LateStep& one : late) {
            told += one.step.ref().c_str();
            told += QByteArray::number(
                std::chrono::duration_cast<Minutes>(one.clearedAt - one.step.due).count());
            told += ' ';
        }
        QCOMPARE(told, QByteArray("assign5 sign/a15 finish/a15 "));
        QVERIFY(lateSteps(leadDone().plan(), leadDone().now()).empty());
    }

    void climbsUntilSomebodyConfirms()
    {
        plan::Plan plan = smallPlan();
        plan.ladder = {
            {0, PostCode("HQ-deputy")}, {10, PostCode("HQ-chief")}, {20, PostCode("HQ-leader")}};
        Story story = orderedStory(); // o1 is to be signed for at 12
        const auto at = [&](double minute) {
            const auto sign = std::ranges::find_if(
                story.now().steps, [](const Step& s) { return s.ref() == "sign/o1"; });
            const auto climb = climbOf(plan, story.now(), *sign, Story::at(minute));
            return !climb ? QByteArray("-")
                          : QByteArray(climb->turn.value.c_str()) + '>' + climb->next.value.c_str();
        };
        QCOMPARE(at(11), QByteArray("-"));
        QCOMPARE(at(12), QByteArray("HQ-deputy>HQ-chief"));
        QCOMPARE(at(22), QByteArray("HQ-chief>HQ-leader"));
        QCOMPARE(at(40), QByteArray("HQ-leader>"));
        story.tell(office(), 13, RaiseAlarm{"sign/o1", PostCode("HQ-chief")});
        QCOMPARE(at(14), QByteArray("HQ-chief>HQ-leader")); // by hand, at once
        QCOMPARE(at(40), QByteArray("HQ-leader>"));         // and on by itself
        story.tell(office(), 23, ShelveAlarm{"sign/o1", 30, "已电话"});
        QCOMPARE(at(30), QByteArray("-"));
        QCOMPARE(
            at(53), QByteArray("HQ-chief>HQ-leader")); // begins anew, from where it was raised to
        story.tell(office(), 54, AcknowledgeAlarm{"sign/o1"});
        QCOMPARE(at(90), QByteArray("-"));
        QCOMPARE(
            told(story.may(office(), RaiseAlarm{"sign/o1", PostCode("HQ-x")})),
            QByteArray("NotFound"));
    }

    void putAsideForAWhile()
    {
        Story story = orderedStory();
        story.tell(office(), 20, ShelveAlarm{"sign/o1", 30, "已电话"});
        QCOMPARE(story.now().shelved.at("sign/o1").until, Story::at(50));
        story.tell(office(), 25, ShelveAlarm{"sign/o1", 0, {}});
        QCOMPARE(story.now().shelved.at("sign/o1").until, Story::at(25)); // over
    }

    void allOnScene()
    {
        Story story;
        story.tell(office(), 1, IssueOrders{"去", {to("a", "L01"), to("b", "L06", true)}});
        story.tell(line("L01"), 5, ProgressOrder{OrderId("a"), Progress::OnScene, {}});
        QVERIFY(!story.now().allOnScene());
        story.tell(line("L06"), 6, ProgressOrder{OrderId("b"), Progress::OnScene, {}});
        QVERIFY(story.now().allOnScene());
        QVERIFY(!Story().now().allOnScene()); // nobody has to go there
    }

    void mergedAndSeparated()
    {
        Story story;
        const IncidentId other("incident-2");
        QCOMPARE(
            told(story.may(office(), MergeIncident{story.now().id, {}})),
            QByteArray("BadArgument"));
        QCOMPARE(told(story.may(line("L01"), MergeIncident{other, {}})), QByteArray("NotAllowed"));
        QCOMPARE(
            told(orderedStory().may(office(), MergeIncident{other, {}})), QByteArray("StepsOpen"));
        story.tell(office(), 4, MergeIncident{other, "同一起"});
        QCOMPARE(story.now().state, IncidentState::Closed);
        QCOMPARE(story.now().mergedInto, other);
        QVERIFY(story.now().steps.empty());
        QCOMPARE(told(story.may(office(), SeparateIncident{" "})), QByteArray("MissingField"));
        story.tell(office(), 9, SeparateIncident{"不是同一起"});
        QCOMPARE(story.now().state, IncidentState::Pending);
        QVERIFY(story.now().mergedInto.empty() && !story.now().closedAt);
        QVERIFY(story.step(StepKind::Assign) != nullptr);
        QCOMPARE(told(story.may(office(), SeparateIncident{"再"})), QByteArray("NothingAsked"));
    }

    void grouped()
    {
        Story story;
        QCOMPARE(told(story.may(office(), GroupIncident{})), QByteArray("NothingAsked"));
        story.tell(office(), 4, GroupIncident{IncidentId("major")});
        QCOMPARE(story.now().group, IncidentId("major"));
        story.tell(office(), 5, GroupIncident{});
        QVERIFY(story.now().group.empty());
    }

    void anOrderIdInUseIsNamed()
    {
        const Story story = [] {
            Story told;
            told.tell(office(), 1, IssueOrders{"去", {to("a", "L01")}});
            return told;
        }();
        const auto verdict = story.may(office(), IssueOrders{"去", {to("a", "D05")}});
        QVERIFY(!verdict);
        QCOMPARE(
            QByteArray::fromStdString(verdict.error().detail),
            QByteArray("order id: in use already: a"));
    }

    void aDayNamedIsToCome()
    {
        const Instant now = Story::at(10);
        const auto past = checkDays(WatchIncident{Story::at(9), "苗头"}, now);
        QVERIFY(!past);
        QCOMPARE(static_cast<int>(past.error().code), static_cast<int>(Code::LimitOutOfRange));
        QVERIFY(past.error().detail == kDayIsPast);
        QVERIFY(!checkDays(WatchIncident{now, "苗头"}, now));
        QVERIFY(checkDays(WatchIncident{Story::at(11), "苗头"}, now).has_value());
        QVERIFY(checkDays(WatchIncident{}, now).has_value()); // no longer watched
        FormForce force;
        force.until = Story::at(9);
        QVERIFY(!checkDays(force, now));
        ChangeForce change;
        QVERIFY(checkDays(change, now).has_value());
        change.until = Story::at(9);
        QVERIFY(!checkDays(change, now));
        QVERIFY(checkDays(AddNote{"-"}, now).has_value());
    }

    void earlySignIsWatchedNotAssigned()
    {
        Story story;
        story.tell(office(), 4, WatchIncident{Story::at(4 + 3 * 1440), "每日回访"});
        QVERIFY(story.step(StepKind::Assign) == nullptr);
        QCOMPARE(story.step(StepKind::Watch)->due, Story::at(4 + 3 * 1440));
        story.tell(office(), 5, WatchIncident{});
        QVERIFY(story.step(StepKind::Watch) == nullptr);
        QVERIFY(story.step(StepKind::Assign) != nullptr);
    }
};

QTEST_APPLESS_MAIN(tst_OrderCare)
#include "tst_OrderCare.moc"
