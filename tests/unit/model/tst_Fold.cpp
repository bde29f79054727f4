// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What each act does to an incident, and what it must leave alone.
#include "tests/unit/model/Story.h"

#include <QTest>

using namespace sz;
using namespace sz::model;
using namespace sz::model::test;

class tst_Fold : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reportOpensTheIncident()
    {
        const Story story;
        const auto& i = story.now();
        QCOMPARE(i.id, IncidentId("incident-1"));
        QCOMPARE(i.state, IncidentState::Pending);
        QCOMPARE(i.title, sampleReport().title);
        QCOMPARE(i.reportedAt, kStart);
        QCOMPARE(i.enteredBy, UnitCode("HQ"));
        QCOMPARE(i.version, std::uint64_t{1});
        QCOMPARE(i.trace.size(), std::size_t{1});
        QCOMPARE(incidentNumber(i, 480), std::string("1017-041"));
        QCOMPARE(shortNumber(i), std::string("041"));
        QVERIFY(!i.hasUnsent);
    }

    void firstEntryMustBeTheReport()
    {
        const Story story;
        const auto result =
            foldIncident(story.plan(), nullptr, story.entry(office(), 1, AddNote{"记"}), {1, 1});
        QVERIFY(!result.has_value());
        QCOMPARE(result.error().code, Code::NoSuchIncident);
    }

    void secondReportLeavesTheFirst()
    {
        Story story;
        auto other = sampleReport();
        other.title = "别的";
        story.tell(office(), 1, other);
        QCOMPARE(story.now().title, sampleReport().title);
        QCOMPARE(story.now().trace.size(), std::size_t{2});
    }

    void damagedEntryIsRefused()
    {
        const Story story;
        auto entry = story.entry(office(), 1, AddNote{"记"});
        entry.body = {0xff};
        const auto result = foldIncident(story.plan(), story.pointer(), entry, {2, 0});
        QVERIFY(!result.has_value());
        QCOMPARE(result.error().code, Code::BadEncoding);
    }

    void foldIsPure()
    {
        const Story story;
        const auto before = story.pointer();
        const auto entry = story.entry(office(), 1, AddNote{"记"});
        const auto one = foldIncident(story.plan(), before, entry, {2, 0});
        const auto two = foldIncident(story.plan(), before, entry, {2, 0});
        QCOMPARE(before->version, std::uint64_t{1});
        QCOMPARE((*one)->version, (*two)->version);
        QCOMPARE((*one)->trace.size(), std::size_t{2});
        QCOMPARE((*one)->serial, 41U); // a stamp without a serial keeps it
    }

    void ordersMakeItActiveWithTheLeadFirst()
    {
        const Story story = orderedStory();
        QCOMPARE(story.now().state, IncidentState::Active);
        QCOMPARE(story.now().orders.size(), std::size_t{2});
        QCOMPARE(story.now().orders[0].unit, UnitCode("L06"));
        QVERIFY(story.now().orders[0].isLead);
        QCOMPARE(story.order("o2").issuedBy, PostCode("HQ-chief"));
        QCOMPARE(story.order("o2").issuedAt, Story::at(2));
        QCOMPARE(story.order("o2").arriveMinutes, 30);
        QCOMPARE(story.order("o2").state, OrderState::Issued);
    }

    void sameOrderTwiceIsOneOrder()
    {
        Story story = orderedStory();
        story.tell(office(), 3, IssueOrders{"again", {to("o1", "D05")}});
        QCOMPARE(story.now().orders.size(), std::size_t{2});
        QCOMPARE(story.order("o1").unit, UnitCode("L06"));
    }

    void signKeepsTheFirstTime()
    {
        Story story = orderedStory();
        story.tell(line("L06"), 4, SignOrder{OrderId("o1")});
        story.tell(line("L06"), 5, SignOrder{OrderId("o1")});
        QCOMPARE(*story.order("o1").signedAt, Story::at(4));
        QCOMPARE(story.order("o1").state, OrderState::Signed);
    }

    void whoMovesReportsOrFinishesHasSigned_data()
    {
        QTest::addColumn<int>("which");
        QTest::newRow("moving") << 0;
        QTest::newRow("on scene") << 1;
        QTest::newRow("feedback") << 2;
        QTest::newRow("finished") << 3;
    }

    void whoMovesReportsOrFinishesHasSigned()
    {
        QFETCH(int, which);
        const OrderId id("o2");
        const std::array<Act, 4> acts{
            ProgressOrder{id, Progress::Moving, {}}, ProgressOrder{id, Progress::OnScene, {}},
            ReportOrder{id, "好"}, FinishOrder{id, "好"}};
        Story story = orderedStory();
        story.tell(line("L01"), 6, acts.at(static_cast<std::size_t>(which)));
        QCOMPARE(*story.order("o2").signedAt, Story::at(6));
    }

    void progressGoesForwardOnly()
    {
        Story story = orderedStory();
        story.tell(line("L01"), 4, ProgressOrder{OrderId("o2"), Progress::Moving, {}});
        QCOMPARE(story.order("o2").state, OrderState::Moving);
        story.tell(line("L01"), 9, ProgressOrder{OrderId("o2"), Progress::OnScene, "到场，4 人"});
        story.tell(line("L01"), 10, ProgressOrder{OrderId("o2"), Progress::Moving, {}});
        QCOMPARE(story.order("o2").state, OrderState::OnScene);
        QCOMPARE(*story.order("o2").movingAt, Story::at(4));
        QCOMPARE(*story.order("o2").onSceneAt, Story::at(9));
        QCOMPARE(story.order("o2").lastWord, std::string("到场，4 人"));
        QCOMPARE(*story.order("o2").firstWordAt, Story::at(9));
    }

    void firstWordStaysTheLastWordChanges()
    {
        Story story = orderedStory();
        story.tell(line("L06"), 5, ReportOrder{OrderId("o1"), "一"});
        story.tell(line("L06"), 8, ReportOrder{OrderId("o1"), "二"});
        QCOMPARE(*story.order("o1").firstWordAt, Story::at(5));
        QCOMPARE(story.order("o1").lastWord, std::string("二"));
        QCOMPARE(story.order("o1").state, OrderState::Signed);
    }

    void finishedAndReturnedAreOver()
    {
        Story story = orderedStory();
        story.tell(line("L01"), 9, FinishOrder{OrderId("o2"), "撤出"});
        story.tell(line("L06"), 10, ReturnOrder{OrderId("o1"), "不属"});
        QCOMPARE(story.order("o2").state, OrderState::Done);
        QCOMPARE(*story.order("o2").doneAt, Story::at(9));
        QCOMPARE(story.order("o1").state, OrderState::Returned);
        QVERIFY(!story.order("o1").signedAt.has_value());
        QVERIFY(!story.now().allOrdersDone()); // what came back is still its unit's
        story.tell(office(), 6, DecideReturn{OrderId("o1"), true, "另派"});
        QVERIFY(story.now().allOrdersDone());
        story.tell(line("L01"), 11, ReportOrder{OrderId("o2"), "迟到"});
        QCOMPARE(story.order("o2").lastWord, std::string("撤出"));
    }

    void remindersAreCountedForOpenOrders()
    {
        Story story = orderedStory();
        story.tell(line("L01"), 9, FinishOrder{OrderId("o2"), "撤出"});
        story.tell(office(), 15, RemindUnits{{OrderId("o1"), OrderId("o2"), OrderId("none")}});
        story.tell(office(), 16, RemindUnits{{OrderId("o1")}});
        QCOMPARE(story.order("o1").reminders, 2);
        QCOMPARE(story.order("o2").reminders, 0);
    }

    void reportsAreNumberedWithinTheirStage()
    {
        Story story = orderedStory();
        story.tell(office(), 4, FileReport{ReportStage::First, "初", {}, 60});
        story.tell(office(), 30, FileReport{ReportStage::Update, "续", "0 → 1", 60});
        story.tell(office(), 95, FileReport{ReportStage::Update, "续", "1 → 2", 60});
        const auto& reports = story.now().reports;
        QCOMPARE(reports.size(), std::size_t{3});
        QCOMPARE(reports[1].ordinal, 1);
        QCOMPARE(reports[2].ordinal, 2);
        QCOMPARE(*reports[0].wasDue, Story::at(30));
        QCOMPARE(*reports[1].wasDue, Story::at(64));
        QVERIFY(reports[2].at > *reports[2].wasDue); // late is seen from the log alone
        QCOMPARE(*story.now().nextReportMinutes, 60);
        story.tell(office(), 99, FileReport{ReportStage::Final, "终", {}, 60});
        QVERIFY(!story.now().nextReportMinutes.has_value());
    }

    void countsBalanceOrSayByHowMuch()
    {
        Story story;
        story.tell(office(), 1, StateCounts{"学员", 1354, {{"转学", 1235}, {"退费", 119}}});
        QCOMPARE(story.now().counts->difference(), std::int64_t{0});
        story.tell(office(), 2, StateCounts{"学员", 1354, {{"转学", 1235}}});
        QCOMPARE(story.now().counts->difference(), std::int64_t{119});
    }

    void noteClaimAndAcknowledge()
    {
        Story story = orderedStory();
        story.tell(office(), 3, AddNote{"记"});
        story.tell(office(), 3, ClaimIncident{});
        story.tell(office(), 13, AcknowledgeAlarm{"sign/o1"});
        QCOMPARE(*story.now().claimedBy, PostCode("HQ-chief"));
        QVERIFY(story.now().acknowledged.contains("sign/o1"));
        QCOMPARE(story.now().trace.size(), std::size_t{5});
        QCOMPARE(story.now().lastTouched, Story::at(13));
    }

    void aFileStandsOnce()
    {
        Story story = orderedStory();
        const Digest hash = sha256(viewOf("a"));
        story.tell(line("L06"), 3, AttachFile{hash, "现场.jpg", "image/jpeg", 100, OrderId("o1")});
        story.tell(office(), 4, AttachFile{hash, "again.jpg", "image/jpeg", 100, {}});
        story.tell(
            office(), 5, AttachFile{sha256(viewOf("b")), "b.pdf", "application/pdf", 23, {}});
        const Incident& now = story.now();
        QCOMPARE(now.files.size(), std::size_t{2});
        QCOMPARE(now.files[0].name, std::string("现场.jpg"));
        QCOMPARE(now.files[0].unit, UnitCode("L06"));
        QCOMPARE(now.files[0].at, Story::at(3));
        QCOMPARE(now.files[0].order, OrderId("o1"));
        QCOMPARE(now.file(hash), &now.files[0]);
        QCOMPARE(now.fileBytes(), std::uint64_t{123});
        QCOMPARE(now.trace.size(), std::size_t{5});
        QVERIFY(now.file(sha256(viewOf("c"))) == nullptr);
    }

    void closingWaitsForTheOrders()
    {
        Story story = orderedStory();
        story.tell(office(), 5, CloseIncident{"早"});
        QCOMPARE(story.now().state, IncidentState::Active);
        story.tell(line("L01"), 6, FinishOrder{OrderId("o2"), "好"});
        story.tell(line("L06"), 7, FinishOrder{OrderId("o1"), "好"});
        story.tell(office(), 8, CloseIncident{"已妥处"});
        QCOMPARE(story.now().state, IncidentState::Closed);
        QCOMPARE(*story.now().closedAt, Story::at(8));
        QCOMPARE(story.now().result, std::string("已妥处"));
        QVERIFY(story.now().steps.empty());
    }

    void actsAfterClosingLeaveTheStateButShow()
    {
        Story story = orderedStory();
        story.tell(line("L01"), 6, FinishOrder{OrderId("o2"), "好"});
        story.tell(line("L06"), 7, FinishOrder{OrderId("o1"), "好"});
        story.tell(office(), 8, CloseIncident{"已妥处"});
        const auto lines = story.now().trace.size();
        AmendIncident amend;
        amend.title = "改题";
        story.tell(office(), 9, IssueOrders{"再派", {to("o3", "D05")}});
        story.tell(line("L01"), 9, ReportOrder{OrderId("o2"), "迟到"});
        story.tell(office(), 9, CloseIncident{"再办结"});
        story.tell(office(), 9, amend);
        story.tell(office(), 9, StateCounts{"学员", 1, {}});
        story.tell(office(), 9, FileReport{ReportStage::Update, "续", {}, 60});
        story.tell(office(), 9, ClaimIncident{});
        const auto& i = story.now();
        QCOMPARE(i.state, IncidentState::Closed);
        QCOMPARE(*i.closedAt, Story::at(8));
        QCOMPARE(i.result, std::string("已妥处"));
        QCOMPARE(i.orders.size(), std::size_t{2});
        QCOMPARE(i.title, sampleReport().title);
        QVERIFY(!i.counts.has_value());
        QVERIFY(i.reports.empty());
        QVERIFY(!i.claimedBy.has_value());
        QVERIFY(i.steps.empty());
        QCOMPARE(i.trace.size(), lines + 7);
    }

    void unknownActStandsInTheTrace()
    {
        Story story;
        auto entry = story.entry(office(), 1, AddNote{"记"});
        entry.type = 99;
        const auto next = foldIncident(story.plan(), story.pointer(), entry, {2, 0});
        QVERIFY(next.has_value());
        QCOMPARE((*next)->trace.size(), std::size_t{2});
        QVERIFY(std::holds_alternative<UnknownAct>(*(*next)->trace.back().act));
    }

    void amendmentChangesGivenFieldsOnly()
    {
        Story story;
        AmendIncident amend;
        amend.grade = plan::Grade::II;
        story.tell(office(), 1, amend);
        QCOMPARE(story.now().grade, plan::Grade::II);
        QCOMPARE(story.now().title, sampleReport().title);
        QVERIFY(story.now().conflicts.empty());
    }

    void answersAreAmendedOneByOne()
    {
        Story story;
        AmendIncident amend;
        amend.facts = {{"cylinders", "32"}, {"leak", "有"}, {"nobody knows it", "7"}};
        story.tell(office(), 1, amend);
        QCOMPARE(*story.now().fact("cylinders"), std::string("32"));
        QCOMPARE(*story.now().fact("nobody knows it"), std::string("7"));
        amend.facts = {{"cylinders", "40"}, {"leak", ""}};
        story.tell(office(), 2, amend);
        QCOMPARE(*story.now().fact("cylinders"), std::string("40"));
        QVERIFY(story.now().fact("leak") == nullptr);
        QCOMPARE(story.now().facts.size(), std::size_t{2});
        // Two desks at once: both values are kept.
        AmendIncident other;
        other.facts = {{"cylinders", "38"}};
        story.tell(line("L06"), 3, other, "desk-2", 1);
        QCOMPARE(*story.now().fact("cylinders"), std::string("38"));
        QCOMPARE(story.now().conflicts.size(), std::size_t{1});
        QCOMPARE(story.now().conflicts.front().field, std::string("fact:cylinders"));
        QCOMPARE(story.now().conflicts.front().other, std::string("40"));
        other.facts = {{"cylinders", "1"}, {"cylinders", "2"}};
        QCOMPARE(
            checkAct(test::smallPlan(), &story.now(), office(), other).error().code,
            Code::BadArgument);
        other.facts = {{"cylinders", std::string(61, 'x')}};
        QCOMPARE(
            checkAct(test::smallPlan(), &story.now(), office(), other).error().code,
            Code::BadArgument);
        other.facts = {{"cylinders", "1"}};
        QVERIFY(
            checkAct(test::smallPlan(), &story.now(), office(), other)); // an amendment of its own
    }

    void concurrentAmendmentsKeepBoth()
    {
        Story story; // version 1: both desks have seen the report only
        AmendIncident mine;
        mine.title = "甲";
        AmendIncident theirs;
        theirs.title = "乙";
        story.tell(office(), 1, mine, "desk-1", 1);
        story.tell(line("L06"), 2, theirs, "desk-2", 1);
        QCOMPARE(story.now().title, std::string("乙")); // later in the log stands
        QCOMPARE(story.now().conflicts.size(), std::size_t{1});
        const auto& conflict = story.now().conflicts.front();
        QCOMPARE(conflict.field, std::string("title"));
        QCOMPARE(conflict.standing, std::string("乙"));
        QCOMPARE(conflict.other, std::string("甲"));
        QCOMPARE(conflict.otherUnit, UnitCode("HQ"));
        QCOMPARE(conflict.otherAt, Story::at(1));
    }

    void amendmentThatSawTheOtherIsNoConflict()
    {
        Story story;
        AmendIncident amend;
        amend.title = "甲";
        story.tell(office(), 1, amend, "desk-1", 1);
        amend.title = "乙";
        story.tell(line("L06"), 2, amend, "desk-2", 2);
        QVERIFY(story.now().conflicts.empty());
    }

    void sameValueOrOtherFieldIsNoConflict()
    {
        Story story;
        AmendIncident amend;
        amend.title = "甲";
        story.tell(office(), 1, amend, "desk-1", 1);
        story.tell(line("L06"), 2, amend, "desk-2", 1);
        AmendIncident grade;
        grade.grade = plan::Grade::II;
        story.tell(line("L06"), 3, grade, "desk-2", 1);
        QVERIFY(story.now().conflicts.empty());
    }

    void audienceIsWhoIsConcerned()
    {
        Story story = orderedStory();
        story.tell(line("L19"), 3, AddNote{"记"});
        const std::set<UnitCode> wanted{
            UnitCode("D05"), UnitCode("HQ"), UnitCode("L01"), UnitCode("L06"), UnitCode("L19")};
        QVERIFY(audienceOf(story.now()) == wanted);
    }

    void historyAtOnceIsTheSame()
    {
        Story story = orderedStory();
        story.tell(office(), 4, FileReport{ReportStage::First, "初", {}, 60});
        story.tell(line("L01"), 5, SignOrder{OrderId("o2")});
        story.tell(office(), 50, FileReport{ReportStage::Update, "续", {}, 60});
        const auto all = story.history();
        for (std::size_t split = 0; split < all.size(); ++split) {
            const auto middle = all.begin() + static_cast<std::ptrdiff_t>(split);
            IncidentPtr first;
            if (split > 0) {
                first = *foldHistory(story.plan(), nullptr, {all.begin(), middle});
            }
            const auto whole = foldHistory(story.plan(), first, {middle, all.end()});
            QVERIFY(whole.has_value());
            QCOMPARE((*whole)->version, story.now().version);
            QVERIFY((*whole)->steps == story.now().steps);
            QCOMPARE((*whole)->reports[1].wasDue, story.now().reports[1].wasDue);
            QCOMPARE((*whole)->trace.size(), story.now().trace.size());
        }
    }

    void unsentEntryMarksTheIncident()
    {
        const Story story;
        const auto next = foldIncident(
            story.plan(), story.pointer(), story.entry(office(), 1, AddNote{"记"}), {0, 0});
        QVERIFY((*next)->hasUnsent);
        QCOMPARE((*next)->trace.back().number, std::uint64_t{0});
    }
};

QTEST_APPLESS_MAIN(tst_Fold)
#include "tst_Fold.moc"
