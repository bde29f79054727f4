// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Task forces: who may do what and when, and what stands after it; two desks at once included.
#include "data/model/OpenMatters.h"
#include "tests/unit/model/ForceStory.h"

#include <QTest>

#include <functional>
#include <optional>

using namespace sz;
using namespace sz::model;
using namespace sz::model::test;

namespace {

constexpr std::optional<Code> kAllowed;

struct Row
{
    const char* name;
    std::function<Story()> state;
    Actor who;
    Act act;
    std::optional<Code> refused;
};

Story fresh()
{
    return {};
}

Story closed()
{
    Story story;
    story.tell(office(), 6, CloseIncident{"妥处"});
    return story;
}

Story closedInOldLog() // written by a version that did not know the rule
{
    Story story = withForce();
    story.tell(office(), 6, CloseIncident{"妥处"});
    return story;
}

template <class Change>
FormForce formed(Change change)
{
    FormForce act = sampleForce();
    change(act);
    return act;
}

ChangeForce members(std::vector<ForceMember> wanted, const char* reason = "")
{
    ChangeForce act;
    act.members = std::move(wanted);
    act.reason = reason;
    return act;
}

ChangeForce goals(std::vector<ForceGoal> wanted, const char* reason = "核实后增加")
{
    ChangeForce act;
    act.goals = std::move(wanted);
    act.reason = reason;
    return act;
}

TransferForce toPolice(const char* reason = "现场在其手")
{
    return {UnitCode("L01"), PostCode("L01-desk"), reason};
}

std::vector<Row> rowsForForming()
{
    const auto viewer = as(office(), plan::Role::Viewer);
    return {
        {"office forms one", fresh, office(), sampleForce(), kAllowed},
        {"a district does not form one", fresh, district(), sampleForce(), Code::NotAllowed},
        {"a line does not form one", fresh, line("L06"), sampleForce(), Code::NotAllowed},
        {"a viewer does not form one", fresh, viewer, sampleForce(), Code::NotAllowed},
        {"one at a time", withForce, office(), sampleForce(), Code::AlreadyDone},
        {"another after it has ended", withEndedForce, office(), sampleForce(), kAllowed},
        {"not when closed", closed, office(), sampleForce(), Code::IncidentClosed},
        {"it has a name", fresh, office(), formed([](FormForce& a) { a.name = " "; }),
         Code::MissingField},
        {"its lead is a unit", fresh, office(),
         formed([](FormForce& a) { a.leadUnit = UnitCode("L99"); }), Code::NoSuchUnit},
        {"its lead has a post", fresh, office(),
         formed([](FormForce& a) { a.leadPost = PostCode(); }), Code::MissingField},
        {"the post is the unit's", fresh, office(),
         formed([](FormForce& a) { a.leadPost = PostCode("L01-desk"); }), Code::NotFound},
        {"a member is a unit", fresh, office(),
         formed([](FormForce& a) { a.members.push_back(member("L77")); }), Code::NoSuchUnit},
        {"a member's post is its own", fresh, office(),
         formed([](FormForce& a) { a.members.front().post = PostCode("HQ-chief"); }),
         Code::NotFound},
        {"a unit without a post cannot be there", fresh, office(),
         formed([](FormForce& a) { a.members.push_back({UnitCode("L19"), {}, {}}); }),
         Code::MissingField},
        {"nobody twice", fresh, office(),
         formed([](FormForce& a) { a.members.push_back(member("L06")); }), Code::BadArgument},
        {"the lead is no member beside", fresh, office(), formed([](FormForce& a) {
             a.members.push_back({UnitCode("D05"), PostCode("D05-leader"), {}});
         }),
         Code::BadArgument},
        {"a goal has a name", fresh, office(),
         formed([](FormForce& a) { a.goals.front().label = ""; }), Code::MissingField},
        {"a goal counts something", fresh, office(),
         formed([](FormForce& a) { a.goals.front().target = 0; }), Code::BadArgument},
        {"a goal is not below nought", fresh, office(),
         formed([](FormForce& a) { a.goals.front().target = -5; }), Code::BadArgument},
        {"goals differ", fresh, office(),
         formed([](FormForce& a) { a.goals.back().label = a.goals.front().label; }),
         Code::BadArgument},
        {"without goals and members", fresh, office(), formed([](FormForce& a) {
             a.goals.clear();
             a.members.clear();
         }),
         kAllowed},
        {"its end is nobody's rule", fresh, office(),
         formed([](FormForce& a) { a.until = kStart - std::chrono::days(1); }), kAllowed},
    };
}

std::vector<Row> rowsForLeading()
{
    const std::vector<ForceMember> fewer{member("L06")};
    return {
        {"office changes members", withForce, office(), members(fewer), kAllowed},
        {"who has command changes members", withForce, district(), members(fewer), kAllowed},
        {"a member does not", withForce, line("L06"), members(fewer), Code::NotAllowed},
        {"a viewer of that unit does not", withForce, as(district(), plan::Role::Viewer),
         members(fewer), Code::NotAllowed},
        {"nothing to change without one", fresh, office(), members(fewer), Code::NothingAsked},
        {"a district without one", fresh, district(), members(fewer), Code::NotAllowed},
        {"nothing to change after its end", withEndedForce, office(), members(fewer),
         Code::NothingAsked},
        {"something changes", withForce, office(), ChangeForce{}, Code::NothingToAmend},
        {"goals with a reason", withForce, district(), goals({{"转移", 200, "户"}}), kAllowed},
        {"goals without one", withForce, district(), goals({{"转移", 200, "户"}}, ""),
         Code::MissingField},
        {"members are checked", withForce, office(), members({member("L77")}), Code::NoSuchUnit},
        {"the lead is no member", withForce, office(),
         members({{UnitCode("D05"), PostCode("D05-leader"), {}}}), Code::BadArgument},
        {"goals are checked", withForce, office(), goals({{"转移", 0, "户"}}), Code::BadArgument},
        {"office hands over command", withForce, office(), toPolice(), kAllowed},
        {"who has it hands it over", withForce, district(), toPolice(), kAllowed},
        {"a member does not take it", withForce, line("L01"), toPolice(), Code::NotAllowed},
        {"handed over with a reason", withForce, district(), toPolice(" "), Code::MissingField},
        {"not to who has it", withForce, office(),
         TransferForce{UnitCode("D05"), PostCode("D05-leader"), "再"}, Code::AlreadyDone},
        {"to a unit of the plan", withForce, office(),
         TransferForce{UnitCode("L99"), PostCode("x"), "因"}, Code::NoSuchUnit},
        {"office ends it", withForce, office(), EndForce{"完成"}, kAllowed},
        {"who has command ends it", withForce, district(), EndForce{"完成"}, kAllowed},
        {"a member does not end it", withForce, line("L06"), EndForce{"完成"}, Code::NotAllowed},
        {"ended with a result", withForce, district(), EndForce{""}, Code::MissingField},
        {"not when closed", closedInOldLog, district(), EndForce{"完成"}, Code::IncidentClosed},
    };
}

std::vector<Row> rowsForWorking()
{
    const StateGoal count{"转移", 96, {}};
    const ForceMinutes minutes{"碰头会：三组分片"};
    return {
        {"a member counts", withForce, line("L06"), count, kAllowed},
        {"the lead counts", withForce, district(), count, kAllowed},
        {"the office counts", withForce, office(), count, kAllowed},
        {"who does not belong to it does not", withForce, line("L19"), count, Code::NotAllowed},
        {"a viewer does not count", withForce, as(line("L06"), plan::Role::Viewer), count,
         Code::NotAllowed},
        {"an inspector does not count", withForce, as(office(), plan::Role::Inspector), count,
         Code::NotAllowed},
        {"an unknown goal", withForce, line("L06"), StateGoal{"疏散", 1, {}}, Code::NotFound},
        {"not below nought", withForce, line("L06"), StateGoal{"转移", -1, {}}, Code::BadArgument},
        {"more than the goal", withForce, line("L06"), StateGoal{"转移", 130, {}}, kAllowed},
        {"no goal without a task force", fresh, office(), count, Code::NothingAsked},
        {"nothing counted after its end", withEndedForce, district(), count, Code::NothingAsked},
        {"a member writes minutes", withForce, line("L01"), minutes, kAllowed},
        {"minutes say something", withForce, line("L01"), ForceMinutes{" "}, Code::MissingField},
        {"strangers write none", withForce, line("L19"), minutes, Code::NotAllowed},
        {"no minutes when closed", closedInOldLog, line("L01"), minutes, Code::IncidentClosed},
    };
}

std::vector<Row> rowsForEnding()
{
    const MergeIncident merge{IncidentId("other"), {}};
    return {
        {"close while one is at work", withForce, office(), CloseIncident{"完"}, Code::StepsOpen},
        {"close after it has ended", withEndedForce, office(), CloseIncident{"完"}, kAllowed},
        {"merge while one is at work", withForce, office(), merge, Code::StepsOpen},
        {"merge after it has ended", withEndedForce, office(), merge, kAllowed},
    };
}

} // namespace

class tst_Force : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoMayDoWhat_data()
    {
        QTest::addColumn<int>("table");
        QTest::addColumn<int>("row");
        int table = 0;
        for (const auto& rows :
             {rowsForForming(), rowsForLeading(), rowsForWorking(), rowsForEnding()}) {
            for (std::size_t i = 0; i < rows.size(); ++i) {
                QTest::newRow(rows[i].name) << table << static_cast<int>(i);
            }
            ++table;
        }
    }
    void whoMayDoWhat()
    {
        QFETCH(int, table);
        QFETCH(int, row);
        const std::vector<Row> rows = table == 0   ? rowsForForming()
                                      : table == 1 ? rowsForLeading()
                                      : table == 2 ? rowsForWorking()
                                                   : rowsForEnding();
        const Row& one = rows.at(static_cast<std::size_t>(row));
        const Story story = one.state();
        const auto may = story.may(one.who, one.act);
        QCOMPARE(
            may ? QByteArray("allowed") : QByteArray(codeName(may.error().code)),
            one.refused ? QByteArray(codeName(*one.refused)) : QByteArray("allowed"));
    }

    void whyItCannotBeClosedIsNamed()
    {
        const auto may = withForce().may(office(), CloseIncident{"完"});
        QVERIFY(!may);
        QCOMPARE(may.error().detail, std::string(kForceOpen));
    }

    void formed()
    {
        const Story story = withForce();
        const TaskForce& force = *story.now().force();
        QCOMPARE(force.name, std::string("徐东专班"));
        QCOMPARE(force.formedBy, UnitCode("HQ"));
        QCOMPARE(force.command().unit, UnitCode("D05"));
        QCOMPARE(force.command().from, Story::at(5));
        QCOMPARE(force.members.size(), std::size_t{2});
        QCOMPARE(force.goals.size(), std::size_t{2});
        QVERIFY(!force.goals.front().countedAt);
        QVERIFY(force.until == kForceEnd);
        QVERIFY(force.isMember(UnitCode("D05")) && force.isMember(UnitCode("L06")));
        QVERIFY(!force.isMember(UnitCode("L19")));
    }

    // Both desks formed one before either heard of the other: the earlier in log order stands.
    void twoAtOnce()
    {
        Story story = withForce();
        const std::string first = story.now().force()->entry;
        FormForce second = sampleForce();
        second.name = "另一个专班";
        second.members = {member("L01")};
        story.tell(office(), 5, second, "desk-2", 1);
        QCOMPARE(story.now().forces.size(), std::size_t{1});
        QCOMPARE(story.now().force()->entry, first);
        QCOMPARE(story.now().force()->name, std::string("徐东专班"));
        QVERIFY(std::holds_alternative<FormForce>(*story.now().trace.back().act)); // told
        const auto whole = foldHistory(story.plan(), nullptr, story.history());
        QCOMPARE((*whole)->forces.size(), std::size_t{1});
        QCOMPARE((*whole)->force()->name, std::string("徐东专班"));
    }

    void countsStayWithTheirGoal()
    {
        Story story = withForce();
        story.tell(line("L06"), 30, StateGoal{"转移", 96, "安置点核对"});
        story.tell(line("L01"), 40, StateGoal{"没有", 7, {}}); // of a goal nobody set
        const GoalCount before = story.now().force()->goals.front();
        QCOMPARE(before.count, std::int64_t{96});
        QCOMPARE(before.countedBy, UnitCode("L06"));
        QVERIFY(before.countedAt == Story::at(30));
        story.tell(district(), 50, goals({{"封控", 2, "处"}, {"转移", 200, "户"}}));
        const auto& now = story.now().force()->goals;
        QCOMPARE(now.size(), std::size_t{2});
        QCOMPARE(now[0].count, std::int64_t{0});
        QVERIFY(!now[0].countedAt);
        QCOMPARE(now[1].count, std::int64_t{96});
        QCOMPARE(now[1].goal.target, std::int64_t{200});
        QCOMPARE(now[1].countedBy, UnitCode("L06"));
        QCOMPARE(story.now().force()->members.size(), std::size_t{2}); // not given: not changed
        QVERIFY(story.now().force()->until == kForceEnd);
    }

    void commandWithoutAGap()
    {
        Story story = withForce();
        story.tell(district(), 60, toPolice());
        story.tell(office(), 50, TransferForce{UnitCode("HQ"), PostCode("HQ-chief"), "提级"});
        const TaskForce& force = *story.now().force();
        QCOMPARE(force.commands.size(), std::size_t{3});
        QVERIFY(force.commands[0].until == Story::at(60));
        for (std::size_t i = 1; i < force.commands.size(); ++i) {
            QVERIFY(force.commands[i].from == *force.commands[i - 1].until);
            QVERIFY(force.commands[i - 1].from <= *force.commands[i - 1].until);
        }
        QVERIFY(!force.command().until);
        QCOMPARE(force.command().unit, UnitCode("HQ"));
        QCOMPARE(force.commands[1].reason, std::string("现场在其手"));
        // Who had it stays in the force; who has it is no member beside.
        QVERIFY(force.isMember(UnitCode("D05")));
        QVERIFY(force.isMember(UnitCode("L01")));
        QVERIFY(!std::ranges::contains(force.members, UnitCode("HQ"), &ForceMember::unit));
        QCOMPARE(
            std::ranges::count(force.members, UnitCode("L01"), &ForceMember::unit),
            std::ptrdiff_t{1});
        QVERIFY(story.may(line("L01"), EndForce{"完"}).error().code == Code::NotAllowed);
    }

    void minutesOldestFirst()
    {
        Story story = withForce();
        story.tell(line("L06"), 30, ForceMinutes{"一"});
        story.tell(district(), 40, ForceMinutes{"二"});
        const auto& minutes = story.now().force()->minutes;
        QCOMPARE(minutes.size(), std::size_t{2});
        QCOMPARE(minutes[0].text, std::string("一"));
        QCOMPARE(minutes[0].unit, UnitCode("L06"));
        QVERIFY(minutes[1].at == Story::at(40));
    }

    void afterItsEndNothingMoves()
    {
        Story story = withEndedForce();
        QVERIFY(story.now().force() == nullptr);
        story.tell(line("L06"), 70, StateGoal{"转移", 120, {}});
        story.tell(line("L06"), 71, ForceMinutes{"迟到"});
        story.tell(district(), 72, toPolice());
        story.tell(district(), 73, EndForce{"又"});
        story.tell(district(), 74, members({}));
        const TaskForce& force = story.now().forces.back();
        QCOMPARE(force.result, std::string("全部转移"));
        QVERIFY(force.endedAt == Story::at(60) && force.commands.back().until == Story::at(60));
        QCOMPARE(force.goals.front().count, std::int64_t{0});
        QVERIFY(force.minutes.empty());
        QCOMPARE(force.members.size(), std::size_t{2});
    }

    void itsUnitsSeeTheIncident()
    {
        Story story = withForce();
        const std::set<UnitCode> all{
            UnitCode("D05"), UnitCode("HQ"), UnitCode("L01"), UnitCode("L06")};
        QVERIFY(audienceOf(story.now()) == all);
        story.tell(line("L06"), 30, ForceMinutes{"在场"});
        story.tell(office(), 40, members({}));
        // Education wrote and stays; Police did not and leaves.
        const std::set<UnitCode> after{UnitCode("D05"), UnitCode("HQ"), UnitCode("L06")};
        QVERIFY(audienceOf(story.now()) == after);
    }

    // The new refusals are rules only: what an old log closed stays closed.
    void anOldLogThatClosedItStaysClosed()
    {
        const Story story = closedInOldLog();
        QCOMPARE(story.now().state, IncidentState::Closed);
        const auto whole = foldHistory(story.plan(), nullptr, story.history());
        QCOMPARE((*whole)->state, IncidentState::Closed);
    }

    // Nobody owes a closing that the rule refuses; its clock begins when it can be done.
    void closingIsOwedWhenItCanBeDone()
    {
        Story story = orderedStory();
        story.tell(office(), 3, sampleForce());
        story.tell(line("L01"), 10, FinishOrder{OrderId("o2"), "好"});
        story.tell(line("L06"), 11, FinishOrder{OrderId("o1"), "好"});
        QVERIFY(story.step(StepKind::Close) == nullptr);
        story.tell(district(), 90, EndForce{"全部转移"});
        QVERIFY(story.step(StepKind::Close) != nullptr);
        QVERIFY(story.step(StepKind::Close)->since == Story::at(90));
    }
};

QTEST_APPLESS_MAIN(tst_Force)
#include "tst_Force.moc"
