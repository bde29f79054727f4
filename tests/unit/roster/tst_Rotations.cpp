// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Rotations spread out over days: nights, leap days, holidays, make-up workdays, time zones, a shift that crosses a change of mode.
#include "data/plan/Places.h"
#include "data/roster/PlanRoster.h"
#include "tests/unit/roster/RosterFixture.h"

#include <QTest>

using namespace sz;
using namespace sz::roster;
using namespace sz::roster::test;

namespace {

Rotation dayAndNight(Day epoch)
{
    return dayNight(shift("白班", 510, 1230), shift("夜班", 1230, 510), epoch);
}

} // namespace

class tst_Rotations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoIsOnDuty_data()
    {
        QTest::addColumn<QString>("expected");
        QTest::addColumn<qint64>("when");
        const auto row = [](const char* name, const char* expected, Instant when) {
            QTest::newRow(name) << QString::fromUtf8(expected) << qint64(toUtcMs(when));
        };
        // Epoch 2024-02-26: team 甲 has the first day, the night of the next, then two days off; 乙 is a day behind.
        row("first day", "甲 08:30-20:30 白班", local(2024, 2, 26, 12));
        row("a minute before the change", "甲 08:30-20:30 白班", local(2024, 2, 26, 20, 29));
        row("at the change", "丁 20:30-08:30 夜班", local(2024, 2, 26, 20, 30));
        row("over midnight", "丁 20:30-08:30 夜班", local(2024, 2, 27, 0, 0));
        row("the night before a leap day", "乙 20:30-08:30 夜班", local(2024, 2, 29, 3));
        row("a leap day", "丁 08:30-20:30 白班", local(2024, 2, 29, 9));
        row("from a leap day into March", "丙 20:30-08:30 夜班", local(2024, 3, 1, 8, 29));
        row("March goes on", "甲 08:30-20:30 白班", local(2024, 3, 1, 8, 30));
    }
    void whoIsOnDuty()
    {
        QFETCH(const QString, expected);
        QFETCH(const qint64, when);
        const Roster roster = onePost(dayAndNight(day(2024, 2, 26)), 4);
        const DutyTable table = spread(roster, local(2024, 2, 26), local(2024, 3, 3));
        QCOMPARE(whoAt(roster, table, 0, fromUtcMs(when)), expected);
    }

    void fourOnThreeOffHasFourEachDay()
    {
        const Roster roster = onePost(fourOnThreeOff(shift("全天", 510, 510), day(2026, 11, 1)), 7);
        const DutyTable table = spread(roster, local(2026, 11, 2), local(2026, 12, 2));
        for (int d = 0; d < 30; ++d) {
            std::vector<OnDuty> found;
            table.at(PostIndex(0), local(2026, 11, 2, 12) + std::chrono::days(d), found);
            QCOMPARE(found.size(), 4U);
        }
        // Each of the seven stands four days of any seven.
        std::map<PersonIndex, int> days;
        for (int d = 0; d < 7; ++d) {
            std::vector<OnDuty> found;
            table.at(PostIndex(0), local(2026, 11, 9, 12) + std::chrono::days(d), found);
            for (const OnDuty& one : found) {
                ++days[one.person];
            }
        }
        QCOMPARE(days.size(), 7U);
        for (const auto& [person, n] : days) {
            QCOMPARE(n, 4);
        }
    }

    void threeShiftsCoverTheDayOnce()
    {
        const Roster roster = onePost(
            threeShift(
                shift("早班", 0, 480), shift("中班", 480, 960), shift("晚班", 960, 1440),
                day(2026, 11, 1)),
            4);
        const DutyTable table = spread(roster, local(2026, 11, 1), local(2026, 11, 9));
        for (Instant t = local(2026, 11, 1); t < local(2026, 11, 9); t += Minutes(30)) {
            std::vector<OnDuty> found;
            table.at(PostIndex(0), t, found);
            QCOMPARE(found.size(), 1U);
        }
    }

    void holidaysAndMakeUpWorkdays_data()
    {
        QTest::addColumn<int>("month");
        QTest::addColumn<int>("dayOfMonth");
        QTest::addColumn<QString>("shiftName");
        const auto row = [](const char* name, int m, int d, const char* shiftName) {
            QTest::newRow(name) << m << d << QString::fromUtf8(shiftName);
        };
        row("a plain Friday", 9, 18, "工作日");
        row("a plain Saturday", 9, 19, "周末");
        row("a Sunday that is worked", 9, 20, "工作日");
        row("a Friday of the Mid-Autumn Festival", 9, 25, "节假日");
        row("a Sunday of the Mid-Autumn Festival", 9, 27, "节假日");
        row("a Wednesday before National Day", 9, 30, "工作日");
        row("National Day", 10, 1, "节假日");
        row("the last day off", 10, 7, "节假日");
        row("a Saturday that is worked", 10, 10, "工作日");
    }
    void holidaysAndMakeUpWorkdays()
    {
        QFETCH(const int, month);
        QFETCH(const int, dayOfMonth);
        QFETCH(const QString, shiftName);
        const Roster roster = onePost(byKind(), 3);
        const Instant noon = local(2026, unsigned(month), unsigned(dayOfMonth), 12);
        const DutyTable table = spread(roster, noon - std::chrono::hours(1), noon + Minutes(1));
        QVERIFY(whoAt(roster, table, 0, noon).endsWith(shiftName));
    }

    void eachKindOfDayGoesRoundByItself()
    {
        // Whatever the range begins with, the wheel stands where the days of its kind since the epoch have turned it.
        const Roster roster = onePost(byKind(), 3);
        const DutyTable whole = spread(roster, local(2026, 9, 1), local(2026, 11, 1));
        for (int d = 0; d < 60; ++d) {
            const Instant noon = local(2026, 9, 1, 12) + std::chrono::days(d);
            const DutyTable one = spread(roster, noon, noon + Minutes(1));
            QCOMPARE(whoAt(roster, one, 0, noon), whoAt(roster, whole, 0, noon));
        }
        // Seven days of National Day: three persons, in turn, none twice running.
        QString before;
        for (unsigned d = 1; d <= 7; ++d) {
            const QString who = whoAt(roster, whole, 0, local(2026, 10, d, 12));
            QVERIFY(who != before);
            before = who;
        }
    }

    void otherTimeZones_data()
    {
        QTest::addColumn<int>("offset");
        QTest::newRow("Urumqi's clock") << 360;
        QTest::newRow("half an hour") << 330;
        QTest::newRow("west of Greenwich") << -300;
        QTest::newRow("the other side of the date line") << 840;
    }
    void otherTimeZones()
    {
        QFETCH(const int, offset);
        Roster roster = onePost(dayAndNight(day(2026, 11, 22)), 4);
        roster.utcOffsetMinutes = offset;
        const Instant from = local(2026, 11, 22, 0, 0, offset);
        const DutyTable table = spread(roster, from, from + std::chrono::days(3));
        QCOMPARE(
            whoAt(roster, table, 0, local(2026, 11, 22, 8, 30, offset)),
            QStringLiteral(u"甲 08:30-20:30 白班"));
        QCOMPARE(
            whoAt(roster, table, 0, local(2026, 11, 23, 21, 0, offset)),
            QStringLiteral(u"甲 20:30-08:30 夜班"));
    }

    void aShiftAcrossAChangeOfMode()
    {
        Roster roster = onePost(dayAndNight(day(2026, 11, 22)), 4);
        roster.rotations.push_back(threeShift(
            shift("早班", 0, 480), shift("中班", 480, 960), shift("晚班", 960, 1440),
            day(2026, 11, 22)));
        Turn games;
        games.rotation = 1;
        games.mode = plan::Mode::Games;
        roster.posts[0].turns.push_back(games);
        roster.modes = {
            {local(2026, 11, 22, 12, 15), plan::Mode::Games},
            {local(2026, 11, 24, 10, 0), plan::Mode::Normal}};
        const DutyTable table = spread(roster, local(2026, 11, 22), local(2026, 11, 26));
        // The day shift ends with normal times; what is left of the games' shift begins at that minute.
        QCOMPARE(
            whoAt(roster, table, 0, local(2026, 11, 22, 12, 14)),
            QStringLiteral(u"甲 08:30-12:15 白班"));
        QVERIFY(whoAt(roster, table, 0, local(2026, 11, 22, 12, 15))
                    .endsWith(QStringLiteral(u"12:15-16:00 中班")));
        QVERIFY(whoAt(roster, table, 0, local(2026, 11, 24, 9, 59))
                    .endsWith(QStringLiteral(u"08:00-10:00 中班")));
        QVERIFY(whoAt(roster, table, 0, local(2026, 11, 24, 10, 0))
                    .endsWith(QStringLiteral(u"10:00-20:30 白班")));
        // With a rotation for all modes nothing is cut.
        roster.posts[0].turns.pop_back();
        const DutyTable plain = spread(roster, local(2026, 11, 22), local(2026, 11, 26));
        QCOMPARE(
            whoAt(roster, plain, 0, local(2026, 11, 22, 12, 15)),
            QStringLiteral(u"甲 08:30-20:30 白班"));
    }

    void aRotationIsValidFromTo()
    {
        Roster roster = onePost(dayAndNight(day(2026, 11, 22)), 4);
        roster.posts[0].turns[0].validity = {day(2026, 11, 23), day(2026, 11, 23)};
        const DutyTable table = spread(roster, local(2026, 11, 22), local(2026, 11, 26));
        QCOMPARE(whoAt(roster, table, 0, local(2026, 11, 23, 8, 29)), QString());
        QVERIFY(!whoAt(roster, table, 0, local(2026, 11, 23, 8, 30)).isEmpty());
        QVERIFY(!whoAt(roster, table, 0, local(2026, 11, 24, 8, 29)).isEmpty());
        QCOMPARE(whoAt(roster, table, 0, local(2026, 11, 24, 8, 30)), QString());
    }

    void namedPeopleStandInPlaceOfTheRotation()
    {
        Roster roster = onePost(dayAndNight(day(2026, 11, 22)), 4);
        assign(roster, 0, "王伟", local(2026, 11, 22, 10), local(2026, 11, 22, 12));
        assign(roster, 0, "李娜", local(2026, 11, 22, 10), local(2026, 11, 22, 12));
        const DutyTable table = spread(roster, local(2026, 11, 22), local(2026, 11, 24));
        QCOMPARE(
            whoAt(roster, table, 0, local(2026, 11, 22, 9)),
            QStringLiteral(u"甲 08:30-10:00 白班"));
        QCOMPARE(
            whoAt(roster, table, 0, local(2026, 11, 22, 11)),
            QStringLiteral(u"王伟 10:00-12:00 , 李娜 10:00-12:00 "));
        QCOMPARE(
            whoAt(roster, table, 0, local(2026, 11, 22, 12)),
            QStringLiteral(u"甲 12:00-20:30 白班"));
    }

    void thePlansOwnRosterAgreesWithWhatThePlanSays()
    {
        const auto plan = sz::test::samplePlan();
        const Span range{local(2026, 2, 26), local(2026, 3, 3)};
        const Roster roster = rosterOf(*plan, range);
        const DutyTable table = spread(roster, range.from, range.until);
        QCOMPARE(roster.posts.size(), plan->posts.size());
        int gaps = 0;
        for (Instant t = range.from; t < range.until; t += Minutes(45)) {
            for (PostIndex post = 0; post < roster.posts.size(); ++post) {
                const auto duty = plan::dutyAt(*plan, roster.posts[post].code, t);
                std::vector<OnDuty> found;
                table.at(post, t, found);
                gaps += duty->holderZh.empty() ? 1 : 0;
                QCOMPARE(found.empty(), duty->holderZh.empty());
                if (!found.empty()) {
                    QCOMPARE(roster.people[found[0].person].name, duty->holderZh);
                    QCOMPARE(roster.people[found[0].person].nameEn, duty->holderEn);
                    QCOMPARE(table.shiftName(found[0].shift).zh, duty->shiftZh);
                    QVERIFY(found[0].time == (Span{duty->from, duty->until}));
                }
            }
        }
        QVERIFY(gaps > 0);
    }

    void unitsAnswerForTheirPosts()
    {
        const auto plan = sz::test::samplePlan();
        const Span range{local(2026, 11, 22), local(2026, 11, 23)};
        const Roster roster = rosterOf(*plan, range);
        const DutyTable table = spread(roster, range.from, range.until);
        std::vector<OnDuty> found;
        table.at(UnitCode("D05"), local(2026, 11, 22, 12), found);
        QCOMPARE(
            found.size(), plan::dutiesOf(*plan, UnitCode("D05"), local(2026, 11, 22, 12)).size());
        found.clear();
        table.at(UnitCode("A24"), local(2026, 11, 22, 12), found);
        QCOMPARE(found.size(), 1U);
        found.clear();
        table.at(UnitCode("nobody"), local(2026, 11, 22, 12), found);
        table.at(UnitCode("A24"), range.until, found); // half-open
        table.at(UnitCode("A24"), range.from - Minutes(1), found);
        QVERIFY(found.empty());
    }

    void rangesThatCannotBe()
    {
        const Roster roster = onePost(dayAndNight(0), 4);
        const Instant t = local(2026, 11, 22);
        QVERIFY(!DutyTable::expand(roster, {t, t}));
        QVERIFY(!DutyTable::expand(roster, {t, t - Minutes(1)}));
        QVERIFY(!DutyTable::expand(roster, {t, t + std::chrono::days(DutyTable::kMostDays + 1)}));
    }

private:
    static Rotation byKind()
    {
        return byDayKind(
            {shift("工作日", 510, 510), shift("周末", 510, 510), shift("节假日", 510, 510)}, 3,
            day(2026, 1, 1));
    }
};

QTEST_APPLESS_MAIN(tst_Rotations)
#include "tst_Rotations.moc"
