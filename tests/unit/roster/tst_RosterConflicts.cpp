// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Conflicts named, changes approved by a second person, two planners' weeks merged.
#include "data/roster/Changes.h"
#include "data/roster/Conflicts.h"
#include "data/roster/Merge.h"
#include "data/roster/PlanRoster.h"
#include "tests/unit/roster/RosterFixture.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <fstream>

using namespace sz;
using namespace sz::roster;
using namespace sz::roster::test;

namespace {

const Span kDay{local(2026, 11, 22), local(2026, 11, 23)};

Instant at(int hour, int minute = 0)
{
    return local(2026, 11, 22) + Minutes(hour * 60 + minute);
}

Roster twoPosts()
{
    Roster roster;
    addPost(roster, "P", "U");
    addPost(roster, "Q", "U");
    return roster;
}

/// "double-duty P Q 10:00-12:00 王伟 0/0", hours after the day began.
QStringList told(const Roster& roster, const Span& range = kDay)
{
    const auto found = conflictsOf(roster, range);
    QStringList all;
    for (const Conflict& one : *found) {
        const auto hours = [&](Instant t) {
            return QString::number(
                std::chrono::duration<double, std::ratio<3600>>(t - kDay.from).count());
        };
        const auto post = [&](PostIndex index) {
            return index == kNobody ? QString()
                                    : QString::fromStdString(roster.posts[index].code.value);
        };
        QStringList parts{QString::fromLatin1(conflictName(one.sort))};
        parts << (one.post == kNobody ? QString::fromStdString(one.unit.value) : post(one.post));
        if (one.other != kNobody) {
            parts << post(one.other);
        }
        parts << hours(one.time.from) + QLatin1Char('-') + hours(one.time.until);
        if (one.person != kNobody) {
            parts << QString::fromStdString(roster.people[one.person].name);
        }
        if (one.need > 0) {
            parts << QStringLiteral("%1/%2").arg(one.have).arg(one.need);
        }
        if (!one.qualification.empty()) {
            parts << QString::fromStdString(one.qualification);
        }
        all << parts.join(QLatin1Char(' '));
    }
    return all;
}

Roster shifts()
{
    return onePost(
        dayNight(shift("白班", 510, 1230), shift("夜班", 1230, 510), day(2026, 11, 22)), 4);
}

} // namespace

class tst_RosterConflicts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void doubleDuty()
    {
        Roster roster = twoPosts();
        assign(roster, 0, "王伟", at(8), at(12));
        assign(roster, 1, "王伟", at(10), at(20));
        QCOMPARE(told(roster), QStringList(QStringLiteral(u"double-duty Q P 10-12 王伟")));
        const auto conflicts = conflictsOf(roster, kDay);
        QCOMPARE(sentenceOf(roster, conflicts->front()).zh, std::string("Q：王伟同时在P"));
        QCOMPARE(
            sentenceOf(roster, conflicts->front()).en,
            std::string("Q: 王伟 is at P at the same time"));
    }

    void twoOfTheSameNameInTwoUnitsAreTwo()
    {
        Roster roster = twoPosts();
        addPost(roster, "R", "V");
        assign(roster, 0, "王伟", at(8), at(12));
        assign(roster, 2, "王伟", at(8), at(12));
        QCOMPARE(told(roster), QStringList());
    }

    void aLongDutyIsComparedWithAllThatFollow()
    {
        Roster roster = twoPosts();
        assign(roster, 0, "王伟", at(0), at(20));
        assign(roster, 1, "王伟", at(2), at(3));
        assign(roster, 1, "王伟", at(10), at(11));
        QCOMPARE(
            told(roster), (QStringList{
                              QStringLiteral(u"double-duty Q P 2-3 王伟"),
                              QStringLiteral(u"double-duty Q P 10-11 王伟")}));
    }

    void shortRest_data()
    {
        QTest::addColumn<int>("minutes");
        QTest::addColumn<bool>("isShort");
        QTest::newRow("none at all") << 0 << true;
        QTest::newRow("a minute less than the plan's") << 659 << true;
        QTest::newRow("the plan's hours") << 660 << false;
    }
    void shortRest()
    {
        QFETCH(const int, minutes);
        QFETCH(const bool, isShort);
        Roster roster = twoPosts();
        // The first duty was yesterday: it counts although nobody asked about yesterday.
        assign(roster, 0, "王伟", at(-12), at(-4));
        assign(roster, 1, "王伟", at(-4) + Minutes(minutes), at(20));
        const QStringList found = told(roster);
        QCOMPARE(
            found.size(),
            isShort && minutes > 240 ? 1 : 0); // one that begins yesterday is yesterday's
        if (!found.isEmpty()) {
            QVERIFY(found[0].startsWith(QStringLiteral("short-rest Q P -4-")));
        }
        QCOMPARE(told(roster, {at(-24), at(24)}).size(), isShort ? 1 : 0);
    }

    void aDutyCutByAModeIsOne()
    {
        Roster roster = twoPosts();
        assign(roster, 0, "王伟", at(8), at(12));
        assign(roster, 0, "王伟", at(12), at(18));
        QCOMPARE(told(roster), QStringList(QStringLiteral(u"short-rest P P 12-12 王伟")));
        roster.modes = {{at(12), plan::Mode::Games}};
        QCOMPARE(told(roster), QStringList());
    }

    void gapsAndStrength()
    {
        Roster roster = shifts();
        QCOMPARE(told(roster), QStringList());
        roster.rotations[0].shifts[0].needs = 2; // by day
        QCOMPARE(told(roster), QStringList(QStringLiteral("under-strength P 8.5-20.5 1/2")));
        assign(roster, 0, "王伟", at(9), at(11));
        assign(roster, 0, "李娜", at(10), at(11));
        QCOMPARE(
            told(roster), (QStringList{
                              QStringLiteral("under-strength P 8.5-10 1/2"),
                              QStringLiteral("under-strength P 11-20.5 1/2")}));
        roster.absences.push_back({0, kNobody, {at(12), at(22)}, {}});
        QCOMPARE(
            told(roster),
            (QStringList{
                QStringLiteral("under-strength P 8.5-10 1/2"),
                QStringLiteral("under-strength P 11-12 1/2"), QStringLiteral("gap P 12-20.5 0/2"),
                QStringLiteral("gap P 20.5-22 0/1")}));
    }

    void minimumsFollowTheMode()
    {
        Roster roster = shifts();
        roster.rules.minimums = {
            {PostCode("P"), {}, plan::Mode::Games, 2}, {{}, UnitCode("U"), std::nullopt, 3}};
        roster.modes = {{at(10), plan::Mode::Games}, {at(16), plan::Mode::Normal}};
        QCOMPARE(
            told(roster), (QStringList{
                              QStringLiteral("under-strength U 0-24 1/3"),
                              QStringLiteral("under-strength P 10-16 1/2")}));
    }

    void aTeamWithoutAnybodyIsAGap()
    {
        Roster roster = shifts();
        roster.posts[0].teams[0].clear();
        QCOMPARE(told(roster), QStringList(QStringLiteral("gap P 8.5-20.5 0/1")));
    }

    void qualifications()
    {
        Roster roster = shifts();
        roster.rotations[0].shifts[0].qualifications = {"防汛"};
        QCOMPARE(told(roster), QStringList(QStringLiteral(u"not-qualified P 8.5-20.5 甲 防汛")));
        roster.people[0].qualifications = {"急救", "防汛"};
        QCOMPARE(told(roster), QStringList());
    }

    void thePlansOwnRosterHasOneGap()
    {
        const auto plan = sz::test::samplePlan();
        const Roster roster = rosterOf(*plan, kDay);
        const auto found = conflictsOf(roster, kDay);
        QVERIFY(found.has_value());
        QCOMPARE(
            told(roster), (QStringList{
                              QStringLiteral("gap L20-desk 0-8.5 0/1"),
                              QStringLiteral("gap L20-desk 20.5-24 0/1")}));
    }

    void rulesOfThePlansFolder()
    {
        const auto plan = sz::test::samplePlan();
        const QTemporaryDir dir;
        const std::filesystem::path folder = dir.path().toStdString();
        const auto write = [&](const char* text) {
            std::ofstream(folder / kRosterRuleFile) << text;
            return readRules(folder, *plan);
        };
        QVERIFY(readRules(folder, *plan).has_value()); // optional
        const auto rules =
            write("rest_hours = 8\n[[minimum]]\nunit = \"HQ\"\npeople = 9\nmode = \"games\"\n"
                  "[[qualification]]\npost = \"HQ-chief\"\nshift = \"夜班\"\nname = \"防汛\"\n");
        QVERIFY(rules.has_value());
        QCOMPARE(rules->rules.rest, Minutes(480));
        QCOMPARE(rules->rules.minimums.size(), 1U);
        Roster roster = rosterOf(*plan, kDay);
        apply(*rules, roster);
        const auto chief = roster.post(PostCode("HQ-chief"));
        assign(roster, *chief, "王伟", at(20, 30), at(32, 30));
        assign(roster, *chief, "李娜", at(8, 30), at(20, 30));
        QVERIFY(told(roster).contains(QStringLiteral(u"not-qualified HQ-chief 20.5-24 王伟 防汛")));
        QVERIFY(!told(roster).join(QLatin1Char('\n')).contains(QStringLiteral(u"李娜")));

        // Who has it is said by name, in the unit; a namesake of another unit has it not.
        const auto with =
            write("[[qualification]]\npost = \"HQ-chief\"\nname = \"防汛\"\n"
                  "[[qualified]]\nname = \"防汛\"\nunit = \"HQ\"\npeople = [\"王伟\"]\n"
                  "[[qualified]]\nname = \"防汛\"\nunit = \"D05\"\npeople = [\"李娜\"]\n");
        QVERIFY(with.has_value());
        Roster skilled = rosterOf(*plan, kDay);
        apply(*with, skilled);
        assign(skilled, *chief, "王伟", at(20, 30), at(32, 30));
        assign(skilled, *chief, "李娜", at(8, 30), at(20, 30));
        const QString said = told(skilled).join(QLatin1Char('\n'));
        QVERIFY2(!said.contains(QStringLiteral(u"王伟 防汛")), qPrintable(said));
        QVERIFY2(said.contains(QStringLiteral(u"李娜 防汛")), qPrintable(said));
        const auto slip = write("[[qualification]]\npost = \"HQ-chief\"\nname = \"防汛\"\n"
                                "[[qualified]]\nname = \"防讯\"\nunit = \"D99\"\npeople = []\n");
        QVERIFY(!slip.has_value());
        QVERIFY(slip.error().size() >= 2 && slip.error().front().line >= 5);

        const auto bad = write("rest_hours = 100\n[[minimum]]\npost = \"nope\"\npeople = 2\n");
        QVERIFY(!bad.has_value());
        QCOMPARE(bad.error().size(), 2U);
        QCOMPARE(bad.error()[1].line, 3);
        QVERIFY(!bad.error()[1].messageZh.empty());
        QVERIFY(!write("[[minimum\n").has_value());
    }

    void changesNeedASecondPerson()
    {
        Change change;
        change.slot = {PostCode("P"), "甲", {at(8, 30), at(20, 30)}};
        change.substitute = "王伟";
        change.askedBy = "甲";
        const Roster roster = shifts();
        QCOMPARE(applied(roster, change).error().code, Code::SecondPerson);
        QCOMPARE(approved(change, "甲", at(7)).error().code, Code::SecondPerson);
        QCOMPARE(approved(change, "王伟", at(7)).error().code, Code::SecondPerson);
        QCOMPARE(approved(change, "", at(7)).error().code, Code::MissingField);
        const auto good = approved(change, "张主任", at(7));
        QVERIFY(good.has_value());
        QCOMPARE(approved(*good, "李主任", at(7)).error().code, Code::AlreadyDone);
        const auto after = applied(roster, *good);
        QVERIFY(after.has_value());
        const DutyTable table = spread(*after, kDay.from, kDay.until);
        QCOMPARE(whoAt(*after, table, 0, at(12)), QStringLiteral(u"王伟 08:30-20:30 白班"));
        QCOMPARE(told(*after), QStringList());
    }

    void aPartOfADutyCanBeSubstituted()
    {
        Change change;
        change.slot = {PostCode("P"), "甲", {at(10), at(11)}};
        change.substitute = "王伟";
        change.approval = Approval{"张主任", at(7)};
        const auto after = applied(shifts(), change);
        QVERIFY(after.has_value());
        const DutyTable table = spread(*after, kDay.from, kDay.until);
        QCOMPARE(whoAt(*after, table, 0, at(9)), QStringLiteral(u"甲 08:30-10:00 白班"));
        QCOMPARE(whoAt(*after, table, 0, at(10)), QStringLiteral(u"王伟 10:00-11:00 白班"));
        QCOMPARE(whoAt(*after, table, 0, at(11)), QStringLiteral(u"甲 11:00-20:30 白班"));
        change.slot.time.until = at(21); // 甲 goes home at half past eight
        QCOMPARE(applied(shifts(), change).error().code, Code::NotFound);
        change.slot.post = PostCode("nope");
        QCOMPARE(applied(shifts(), change).error().code, Code::NotFound);
        change.slot.post = PostCode("P");
        change.slot.time = {at(11), at(11)};
        QCOMPARE(applied(shifts(), change).error().code, Code::BadArgument);
    }

    void aSwap()
    {
        Change change;
        change.sort = ChangeSort::Swap;
        change.slot = {PostCode("P"), "甲", {at(8, 30), at(20, 30)}};
        change.other = Slot{PostCode("P"), "丁", {at(20, 30), at(32, 30)}};
        change.approval = Approval{"张主任", at(7)};
        const auto after = applied(shifts(), change);
        QVERIFY(after.has_value());
        const DutyTable table = spread(*after, kDay.from, at(48));
        QCOMPARE(whoAt(*after, table, 0, at(12)), QStringLiteral(u"丁 08:30-20:30 白班"));
        QCOMPARE(whoAt(*after, table, 0, at(23)), QStringLiteral(u"甲 20:30-08:30 夜班"));
        change.other.reset();
        QCOMPARE(applied(shifts(), change).error().code, Code::MissingField);
    }

    void aNoShow()
    {
        Change change;
        change.sort = ChangeSort::NoShow;
        change.slot = {PostCode("P"), "甲", {at(8, 30), at(20, 30)}};
        change.approval = Approval{"张主任", at(9)};
        const auto alone = applied(shifts(), change);
        QVERIFY(alone.has_value());
        QCOMPARE(told(*alone), QStringList(QStringLiteral("gap P 8.5-20.5 0/1")));
        change.substitute = "王伟";
        const auto filled = applied(shifts(), change);
        QCOMPARE(told(*filled), QStringList());
        // In a night shift that begins before the range it is told whole.
        change.sort = ChangeSort::Substitute;
        change.substitute.clear();
        QCOMPARE(applied(shifts(), change).error().code, Code::MissingField);
    }

    void twoPlannersOneWeek()
    {
        const auto key = [](unsigned d, const char* shiftName) {
            return CellKey{PostCode("P"), day(2026, 11, d), shiftName};
        };
        const Cells base{
            {key(22, "白班"), {"甲"}}, {key(23, "白班"), {"乙"}}, {key(24, "白班"), {"丙"}}};
        const Edition first{
            "张",
            {{key(22, "白班"), {"王伟"}},
             {key(24, "白班"), {"李娜", "甲"}},
             {key(25, "夜班"), {"丁"}}}};
        const Edition second{
            "李",
            {{key(22, "白班"), {"赵强"}},
             {key(23, "白班"), {}},
             {key(24, "白班"), {"甲", "李娜"}}}};
        const Merged merge = merged(base, first, second);
        QCOMPARE(merge.conflicts.size(), 1U);
        QVERIFY(merge.conflicts[0].key == key(22, "白班"));
        QCOMPARE(merge.conflicts[0].base, std::vector<std::string>{"甲"});
        QCOMPARE(merge.conflicts[0].first.planner, std::string("张"));
        QCOMPARE(
            merge.conflicts[0].first.cells.at(key(22, "白班")), std::vector<std::string>{"王伟"});
        QCOMPARE(merge.conflicts[0].second.planner, std::string("李"));
        QCOMPARE(
            merge.conflicts[0].second.cells.at(key(22, "白班")), std::vector<std::string>{"赵强"});
        QCOMPARE(merge.cells.at(key(22, "白班")), std::vector<std::string>{"甲"}); // until decided
        QCOMPARE(merge.cells.at(key(23, "白班")), std::vector<std::string>{});
        QCOMPARE(merge.cells.at(key(24, "白班")).size(), 2U); // the same people, whatever the order
        QCOMPARE(merge.cells.at(key(25, "夜班")), std::vector<std::string>{"丁"});
        QCOMPARE(merge.fromFirst, 1U);
        QCOMPARE(merge.fromSecond, 1U);
        QCOMPARE(merge.fromBoth, 1U);
        // The other way round it is the same week.
        const Merged other = merged(base, second, first);
        QVERIFY(other.cells == merge.cells);
        QCOMPARE(other.conflicts.size(), 1U);
        QCOMPARE(other.conflicts[0].first.planner, std::string("李"));
        const auto done = decided(merge, key(22, "白班"), {"赵强"});
        QVERIFY(done.has_value());
        QVERIFY(done->conflicts.empty());
        QCOMPARE(done->cells.at(key(22, "白班")), std::vector<std::string>{"赵强"});
        QCOMPARE(decided(*done, key(22, "白班"), {}).error().code, Code::NothingAsked);
    }

    // roster_depth of limits.toml: who is on duty and who comes next are behind the post.
    void depthOfAMode()
    {
        Roster roster = shifts();
        roster.rules.depths = {{PostCode("P"), plan::Mode::Games, 2}};
        roster.modes = {{at(12), plan::Mode::Games}};
        QCOMPARE(told(roster), QStringList()); // four teams
        for (const auto& [post, teams] : {std::pair{"P", 5}, std::pair{"Q", 2}}) {
            roster.rules.depths = {{PostCode(post), plan::Mode::Games, teams}};
            QCOMPARE(
                told(roster), teams == 5 ? QStringList(QStringLiteral("under-strength P 12-24 4/5"))
                                         : QStringList());
        }
        roster.modes.clear();
        roster.rules.depths = {{PostCode("P"), plan::Mode::Games, 5}};
        QCOMPARE(told(roster), QStringList()); // in normal times nobody asks for it
    }

    void onePersonAtADeepPost()
    {
        Roster roster = twoPosts();
        assign(roster, 0, "王伟", at(-24), at(24 * 20));
        roster.rules.depths = {{PostCode("P"), plan::Mode::Games, 2}};
        roster.modes = {{at(-48), plan::Mode::Games}, {at(20), plan::Mode::Normal}};
        QCOMPARE(told(roster), QStringList(QStringLiteral("under-strength P 0-20 1/2")));
        const auto conflicts = conflictsOf(roster, kDay);
        QVERIFY(conflicts->front().isDepth);
        QCOMPARE(
            sentenceOf(roster, conflicts->front()).zh,
            std::string("P：须有 2 个班组待命，只有 1 个"));
        QCOMPARE(
            sentenceOf(roster, conflicts->front()).en,
            std::string("P: 1 of 2 teams stand behind it"));
        assign(roster, 0, "李娜", at(24 * 20), at(24 * 21)); // comes next: is called in
        QCOMPARE(told(roster), QStringList());
    }

    // What the plan writes is in the roster made of it, and stays there beside roster.toml.
    void thePlansDepthIsInTheRoster()
    {
        const auto plan = sz::test::samplePlan();
        Roster roster = rosterOf(*plan, kDay);
        const auto& deep = plan->rulesOf(plan::Mode::Games).deepPosts;
        QVERIFY(!deep.empty());
        QCOMPARE(roster.rules.depths.size(), deep.size());
        apply(PlanRules{}, roster);
        QCOMPARE(roster.rules.depths.size(), deep.size());
        QCOMPARE(roster.rules.depths.front().teams, plan->rulesOf(plan::Mode::Games).rosterDepth);
    }

    void cellsOfARoster()
    {
        const Roster roster = shifts();
        const DutyTable table = spread(roster, local(2026, 11, 22), local(2026, 11, 29));
        const Cells cells = cellsOf(roster, table);
        QCOMPARE(cells.size(), 14U);
        QCOMPARE(
            cells.at({PostCode("P"), day(2026, 11, 22), "夜班"}), std::vector<std::string>{"丁"});
    }
};

QTEST_APPLESS_MAIN(tst_RosterConflicts)
#include "tst_RosterConflicts.moc"
