// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The book makes a row when it is asked for: it has to say what the whole table and the whole check say.
#include "data/roster/Book.h"
#include "tests/unit/roster/RosterFixture.h"

#include <QTest>

#include <algorithm>
#include <tuple>

using namespace sz;
using namespace sz::roster;
using namespace sz::roster::test;

namespace {

const Span kWeek{local(2026, 11, 16), local(2026, 11, 23)};

/// Two posts of one unit that share people, one of another unit; a night without anybody.
Roster small()
{
    Roster roster =
        onePost(dayNight(shift("白班", 510, 1230), shift("夜班", 1230, 510), day(2026, 1, 1)), 4);
    const PostIndex second = addPost(roster, "Q", "U");
    const PostIndex other = addPost(roster, "R", "V");
    sz::roster::test::assign(
        roster, second, "甲", local(2026, 11, 17, 8, 30), local(2026, 11, 17, 20, 30));
    sz::roster::test::assign(
        roster, second, "戊", local(2026, 11, 18, 8, 30), local(2026, 11, 18, 20, 30));
    sz::roster::test::assign(
        roster, other, "甲", local(2026, 11, 18, 8, 30), local(2026, 11, 18, 20, 30));
    roster.absences.push_back(
        {0, kNobody, {local(2026, 11, 19, 20, 30), local(2026, 11, 20, 8, 30)}, {"病", "ill"}});
    return roster;
}

using Line = std::tuple<Instant, Instant, std::string, std::string>;

std::vector<Line> linesOf(const RosterBook& book, PostIndex post)
{
    std::vector<Line> lines;
    for (const BookDuty& one : book.row(post).duties) {
        lines.emplace_back(
            one.time.from, one.time.until, book.roster().people[one.person].name, one.shift.zh);
    }
    return lines;
}

std::vector<Line> linesOf(const Roster& roster, PostIndex post)
{
    const DutyTable table = spread(roster, kWeek.from, kWeek.until);
    std::vector<Line> lines;
    for (const Stint& one : table.of(post)) {
        const Span time = table.timeOf(one);
        if (time.meets(kWeek)) {
            lines.emplace_back(
                time.from, time.until, roster.people[one.person].name,
                table.shiftName(one.shift).zh);
        }
    }
    return lines;
}

void same(const RosterBook& book, const Roster& whole)
{
    const auto all = conflictsOf(whole, kWeek);
    QVERIFY(all.has_value());
    for (PostIndex post = 0; post < whole.posts.size(); ++post) {
        QCOMPARE(linesOf(book, post), linesOf(whole, post));
        std::size_t expected = 0;
        for (const Conflict& one : *all) {
            const bool isHere = one.post == post || one.other == post;
            expected += isHere ? 1U : 0U;
        }
        QCOMPARE(book.row(post).conflicts.size(), expected);
        for (const Conflict& one : book.row(post).conflicts) {
            QCOMPARE(one.post, post);
        }
    }
}

} // namespace

class tst_RosterBook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowsSayWhatTheTableSays()
    {
        const Roster roster = small();
        const RosterBook book(small(), kWeek);
        QVERIFY(!book.isMade(0));
        same(book, roster);
        QVERIFY(book.isMade(0));
    }

    void anEditIsAsIfItHadBeenThereFromTheStart()
    {
        Roster roster = small();
        RosterBook book(small(), kWeek);
        same(book, roster); // rows are made, and have to be made anew
        const Span gap{local(2026, 11, 19, 20, 30), local(2026, 11, 20, 8, 30)};
        PostChanges changes;
        changes.assignments.push_back(
            {0, book.personNamed("甲", UnitCode("U")), gap, book.labelNamed("夜班"), kNobody});
        const auto touched = book.change(0, changes);
        QVERIFY(std::ranges::contains(touched, PostIndex(0)));
        QVERIFY(std::ranges::contains(touched, PostIndex(1))); // 甲 is there, too
        roster.assignments.push_back(
            {0, roster.personNamed("甲", UnitCode("U")), gap, roster.labelNamed("夜班"), kNobody});
        same(book, roster);
        std::ignore = book.change(0, {});
        same(book, small());
    }

    void somebodyNewIsFoundAtBothPosts()
    {
        RosterBook book(small(), kWeek);
        const Span time{local(2026, 11, 21, 8, 30), local(2026, 11, 21, 20, 30)};
        const PersonIndex person = book.personNamed("新人", UnitCode("U"));
        PostChanges changes;
        changes.assignments.push_back({0, person, time, book.labelNamed("白班"), kNobody});
        std::ignore = book.row(1);
        std::ignore = book.change(0, changes);
        std::ignore = book.change(1, changes);
        const auto isDouble = [&](PostIndex post) {
            return std::ranges::any_of(book.row(post).conflicts, [](const Conflict& one) {
                return one.sort == ConflictSort::DoubleDuty;
            });
        };
        QVERIFY(isDouble(0));
        QVERIFY(isDouble(1));
    }

    void whoRestedLongestStandsFirst()
    {
        const RosterBook book(small(), kWeek);
        const Span gap{local(2026, 11, 19, 20, 30), local(2026, 11, 20, 8, 30)};
        const auto found = book.candidates(0, gap);
        QVERIFY(found.size() >= 3);
        for (std::size_t i = 0; i < found.size(); ++i) {
            const Candidate& one = found[i];
            for (const Line& line : linesOf(book, 0)) { // free for all of it
                const Span duty{std::get<0>(line), std::get<1>(line)};
                const bool isTheirs = std::get<2>(line) == book.roster().people[one.person].name;
                QVERIFY(!isTheirs || !duty.meets(gap));
            }
            const auto rest = book.roster().rules.rest;
            const bool isShort =
                (one.rested && *one.rested < rest) || (one.until && *one.until < rest);
            QCOMPARE(one.isShort, isShort);
            if (i > 0 && found[i - 1].isShort == one.isShort) {
                const Millis most = std::chrono::days(30);
                QVERIFY(found[i - 1].rested.value_or(most) >= one.rested.value_or(most));
            }
        }
        QVERIFY(book.candidates(2, gap).size() <= 1); // of another unit
    }

    void theWeekBeforeIsThereWithoutBeingShown()
    {
        const Roster roster = small();
        const RosterBook book(small(), kWeek);
        const Span before{local(2026, 11, 10, 8, 30), local(2026, 11, 10, 20, 30)};
        const DutyTable table = spread(roster, before.from, before.until);
        std::vector<OnDuty> expected;
        table.at(PostIndex(0), before.from, expected);
        const auto people = book.peopleAt(0, before);
        QCOMPARE(people.size(), expected.size());
        QCOMPARE(people.front(), expected.front().person);
    }

    void otherDaysAndAnEmptyRoster()
    {
        RosterBook book(small(), kWeek);
        std::ignore = book.row(0);
        book.setView({local(2026, 11, 23), local(2026, 11, 30)});
        QVERIFY(!book.isMade(0));
        QVERIFY(book.row(0).duties.front().time.until > local(2026, 11, 23));
        const RosterBook none(Roster(), Span{});
        QVERIFY(none.postsOf(UnitCode("U")).empty());
    }
};

QTEST_APPLESS_MAIN(tst_RosterBook)
#include "tst_RosterBook.moc"
