// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// shifts.toml beyond one team a shift in turn: patterns by name and by number, rows for workdays and holidays. What the plan answers
// and what a roster made of it answers is one thing, over leap days, holidays and make-up workdays.
#include "data/plan/Places.h"
#include "data/plan/PlanCheck.h"
#include "data/roster/Conflicts.h"
#include "data/roster/PlanRoster.h"
#include "data/roster/sheet/RosterNames.h"
#include "tests/unit/plan/PlanFixture.h"
#include "tests/unit/roster/RosterFixture.h"

#include <QTest>

using namespace sz;
using namespace sz::roster;
using namespace sz::roster::test;
using sz::plan::test::PlanCopy;

namespace {

const PostCode kGate{"HQ-gate"};

QByteArray teams(int n)
{
    static constexpr const char* kNames[] = {"甲", "乙", "丙", "丁", "戊", "己", "庚"};
    QByteArray zh;
    QByteArray en;
    for (int i = 0; i < n; ++i) {
        zh += (i == 0 ? "\"" : ", \"") + QByteArray(kNames[i]) + "\"";
        en += (i == 0 ? "\"" : ", \"") + QByteArray("team ") + char('A' + i) + "\"";
    }
    return "teams_zh = [" + zh + "]\nteams_en = [" + en + "]\n";
}

QByteArray shiftRow(const char* at, const char* name, const char* more = "")
{
    return QByteArray("[[rotation.shift]]\nat = \"") + at + "\"\nname_zh = \"" + name
           + "\"\nname_en = \"" + name + "\"\n" + more;
}

const QByteArray kFourOn = "turn = \"4on3off\"\n" + teams(7) + shiftRow("08:30", "全天");
const QByteArray kDayNight =
    "turn = \"day-night\"\n" + teams(4) + shiftRow("08:30", "白班") + shiftRow("20:30", "夜班");
const QByteArray kThreeShift = "turn = \"three-shift\"\n" + teams(4) + shiftRow("00:00", "早班")
                               + shiftRow("08:00", "中班") + shiftRow("16:00", "晚班");
const QByteArray kPattern =
    "pattern = [1, 1, 0, 0]\nstride = 2\n" + teams(2) + shiftRow("08:30", "全天");
const QByteArray kRows = teams(3)
                         + shiftRow("08:30", "白班", "until = \"17:30\"\ndays = [\"workday\"]\n")
                         + shiftRow("17:30", "夜班", "until = \"08:30\"\ndays = [\"workday\"]\n")
                         + shiftRow("09:00", "周末班", "until = \"16:00\"\ndays = [\"weekend\"]\n")
                         + shiftRow("08:30", "节日班", "days = [\"holiday\"]\n");

/// A plan with one more post, a gate of the office, that follows this rotation.
class GatePlan
{
public:
    explicit GatePlan(const QByteArray& rotation)
    {
        const auto shifts = QStringLiteral("shifts.toml");
        m_copy.write(
            shifts, m_copy.read(shifts) + "\n[[rotation]]\ncode = \"gate\"\nepoch = 2024-02-26\n"
                        + rotation);
        const auto posts = QStringLiteral("posts.csv");
        m_copy.write(
            posts, m_copy.read(posts) + "HQ-gate,HQ,门岗,Gate,duty_officer,,,8-1099,gate\n");
        m_copy.replace(QStringLiteral("plan.toml"), "posts = 100", "posts = 101");
        m_copy.replace(QStringLiteral("plan.toml"), "rotations = 6", "rotations = 7");
    }

    [[nodiscard]] plan::Plan load() const
    {
        auto loaded = plan::loadPlan(m_copy.dir());
        if (!loaded) {
            throw std::runtime_error(loaded.error().error.detail);
        }
        return std::move(loaded->plan);
    }
    [[nodiscard]] const PlanCopy& copy() const { return m_copy; }

private:
    PlanCopy m_copy;
};

/// "甲、乙 全天 08:30-08:30"; "off 17:30-08:30" where no shift is held.
QString said(const plan::Plan& plan, Instant when)
{
    const auto duty = plan::dutyAt(plan, kGate, when);
    const auto clock = [&](Instant t) {
        const auto minute =
            (t + Minutes(plan.utcOffsetMinutes)).time_since_epoch() % std::chrono::days(1);
        const auto n = std::chrono::duration_cast<Minutes>(minute).count();
        return QStringLiteral("%1:%2")
            .arg(n / 60, 2, 10, QLatin1Char('0'))
            .arg(n % 60, 2, 10, QLatin1Char('0'));
    };
    const QString hours = clock(duty->from) + QLatin1Char('-') + clock(duty->until);
    return duty->isOff ? QStringLiteral("off ") + hours
                       : QStringLiteral("%1 %2 %3")
                             .arg(
                                 QString::fromStdString(duty->holderZh),
                                 QString::fromStdString(duty->shiftZh), hours);
}

} // namespace

class tst_PlanShifts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoStands_data()
    {
        QTest::addColumn<QByteArray>("rotation");
        QTest::addColumn<qint64>("when");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* name, const QByteArray& rotation, Instant when,
                            const char* expected) {
            QTest::newRow(name) << rotation << qint64(toUtcMs(when)) << QString::fromUtf8(expected);
        };
        // The epoch is Monday 2024-02-26: team 甲 begins its four days, 乙 is a day behind, and so on.
        row("four of seven on the first day", kFourOn, local(2024, 2, 26, 12),
            "甲、戊、己、庚 全天 08:30-08:30");
        row("the leap day", kFourOn, local(2024, 2, 29, 12), "甲、乙、丙、丁 全天 08:30-08:30");
        row("over midnight into March", kFourOn, local(2024, 3, 1, 8, 29),
            "甲、乙、丙、丁 全天 08:30-08:30");
        row("the first of March", kFourOn, local(2024, 3, 1, 8, 30),
            "乙、丙、丁、戊 全天 08:30-08:30");
        row("day and night on the leap day", kDayNight, local(2024, 2, 29, 9),
            "丁 白班 08:30-20:30");
        row("the night of the leap day", kDayNight, local(2024, 3, 1, 3), "丙 夜班 20:30-08:30");
        row("three shifts, early", kThreeShift, local(2024, 2, 29, 7, 59), "丁 早班 00:00-08:00");
        row("three shifts, late", kThreeShift, local(2024, 2, 29, 8, 0), "丙 中班 08:00-16:00");
        row("three shifts, night", kThreeShift, local(2024, 2, 29, 23, 59), "乙 晚班 16:00-00:00");
        row("two on, two off", kPattern, local(2024, 2, 27, 12), "甲 全天 08:30-08:30");
        row("two on, two off, the others", kPattern, local(2024, 2, 28, 12), "乙 全天 08:30-08:30");
        // Rows: workdays by day and night, weekends by day, holidays all day long.
        row("a workday", kRows, local(2026, 9, 30, 12), "白班 08:30-17:30");
        row("the night before National Day", kRows, local(2026, 10, 1, 8, 29), "夜班 17:30-08:30");
        row("National Day", kRows, local(2026, 10, 1, 12), "节日班 08:30-08:30");
        row("a Saturday that is worked", kRows, local(2026, 10, 10, 12), "白班 08:30-17:30");
        row("a plain Saturday", kRows, local(2026, 10, 17, 12), "周末班 09:00-16:00");
        row("before it, the workday's night ends", kRows, local(2026, 10, 17, 8, 45),
            "off 08:30-09:00");
        row("a weekend's evening", kRows, local(2026, 10, 17, 20), "off 16:00-09:00");
        row("Sunday to Monday", kRows, local(2026, 10, 19, 2), "off 16:00-08:30");
    }
    void whoStands()
    {
        QFETCH(const QByteArray, rotation);
        QFETCH(const qint64, when);
        QFETCH(const QString, expected);
        const plan::Plan plan = GatePlan(rotation).load();
        const QString is = said(plan, fromUtcMs(when));
        QVERIFY2(
            rotation == kRows ? is.endsWith(expected) : is == expected,
            qPrintable(is)); // of rows the team is the next test's matter
    }

    void planAndRosterAgree_data()
    {
        QTest::addColumn<QByteArray>("rotation");
        QTest::addColumn<qint64>("from");
        const std::array rotations{
            std::pair{"four on", &kFourOn}, std::pair{"day and night", &kDayNight},
            std::pair{"three shifts", &kThreeShift}, std::pair{"pattern", &kPattern},
            std::pair{"rows", &kRows}};
        for (const auto& [name, rotation] : rotations) {
            for (const auto& [when, from] :
                 {std::pair{"leap day", local(2024, 2, 26)},
                  std::pair{"National Day", local(2026, 9, 28)},
                  std::pair{"before the epoch", local(2023, 12, 29)}}) {
                QTest::addRow("%s, %s", name, when) << *rotation << qint64(toUtcMs(from));
            }
        }
    }
    void planAndRosterAgree()
    {
        QFETCH(const QByteArray, rotation);
        QFETCH(const qint64, from);
        const plan::Plan plan = GatePlan(rotation).load();
        const Span range{fromUtcMs(from), fromUtcMs(from) + std::chrono::days(16)};
        const Roster roster = rosterOf(plan, range);
        const DutyTable table = spread(roster, range.from, range.until);
        const PostIndex post = *roster.post(kGate);
        for (Instant t = range.from; t < range.until; t += Minutes(30)) {
            const auto duty = plan::dutyAt(plan, kGate, t);
            std::vector<OnDuty> found;
            table.at(post, t, found);
            QStringList names;
            for (const OnDuty& one : found) {
                names << QString::fromStdString(roster.people[one.person].name);
            }
            names.sort();
            QStringList planned = QString::fromStdString(duty->holderZh)
                                      .split(QStringLiteral("、"), Qt::SkipEmptyParts);
            planned.sort();
            QCOMPARE(names, planned);
            QCOMPARE(duty->isOff, found.empty());
            QVERIFY(duty->from <= t && t < duty->until);
            const auto next = plan::dutyAt(plan, kGate, duty->until);
            QCOMPARE(next->holderZh, duty->nextZh);
            QCOMPARE(next->isOff, duty->isNextOff);
        }
        // Nobody is missing, and where nobody is wanted there is no gap.
        const auto conflicts = conflictsOf(roster, range);
        QVERIFY(conflicts.has_value());
        QVERIFY(std::ranges::none_of(*conflicts, [&](const Conflict& one) {
            return one.post == post
                   && (one.sort == ConflictSort::Gap || one.sort == ConflictSort::UnderStrength);
        }));
    }

    // Each kind of day goes round by itself: nobody has all the holidays.
    void holidaysGoRoundByThemselves()
    {
        const plan::Plan plan = GatePlan(kRows).load();
        QStringList holders;
        for (unsigned d = 1; d <= 7; ++d) {
            holders << QString::fromStdString(
                plan::dutyAt(plan, kGate, local(2026, 10, d, 12))->holderZh);
        }
        for (qsizetype i = 0; i + 1 < holders.size(); ++i) {
            QVERIFY(holders[i] != holders[i + 1]);
            QCOMPARE(holders[i], holders.value(i + 3, holders[i]));
        }
    }

    void aTeamThatIsMissingIsTold()
    {
        const plan::Plan plan = GatePlan(kFourOn).load();
        const Span day{local(2026, 11, 22, 9), local(2026, 11, 22, 20)};
        Roster roster = rosterOf(plan, day);
        const PostIndex post = *roster.post(kGate);
        const DutyTable table = spread(roster, day.from, day.until);
        std::vector<OnDuty> found;
        table.at(post, day.from, found);
        roster.absences.push_back({post, found.front().person, day, {"请假", "leave"}});
        const auto conflicts = conflictsOf(roster, day);
        const auto gap = std::ranges::find_if(*conflicts, [&](const Conflict& one) {
            return one.post == post && one.sort == ConflictSort::UnderStrength;
        });
        QVERIFY(gap != conflicts->end());
        QCOMPARE(gap->have, 3);
        QCOMPARE(gap->need, 4);
    }

    // A sheet's word means the shift of its kind of day.
    void aSheetsShiftIsThatOfItsDay()
    {
        const QByteArray rows =
            teams(3) + shiftRow("08:30", "白班", "until = \"17:30\"\ndays = [\"workday\"]\n")
            + shiftRow("09:00", "白班", "until = \"16:00\"\ndays = [\"weekend\", \"holiday\"]\n");
        const plan::Plan plan = GatePlan(rows).load();
        const Roster roster = rosterOf(plan, {local(2026, 10, 1), local(2026, 11, 1)});
        const PostIndex post = *roster.post(kGate);
        const auto worked = shiftNamed(roster, post, day(2026, 10, 10), "白班", {});
        const auto free = shiftNamed(roster, post, day(2026, 10, 11), "白班", {});
        QVERIFY(worked && free);
        QCOMPARE(worked->hours.from, 510);
        QCOMPARE(free->hours.from, 540);
        QCOMPARE(free->hours.until, 960);
    }

    void badValuesAreRefused_data()
    {
        QTest::addColumn<QByteArray>("rotation");
        QTest::addColumn<QByteArray>("line"); ///< the fault names the line of this text
        QTest::addColumn<QString>("says");
        const auto row = [](const char* name, const QByteArray& rotation, const char* line,
                            const char* says) {
            QTest::newRow(name) << rotation << QByteArray(line) << QString::fromLatin1(says);
        };
        const QByteArray one = shiftRow("08:30", "全天");
        row("a turn nobody knows", "turn = \"5on2off\"\n" + teams(7) + one,
            "turn = ", "not a turn");
        row("too few teams", "turn = \"4on3off\"\n" + teams(6) + one, "turn = ", "takes 7 teams");
        row("too few shifts", "turn = \"three-shift\"\n" + teams(4) + one,
            "turn = ", "shifts of a day: 3");
        row("a shift that is not there", "pattern = [1, 2, 0]\n" + teams(3) + one,
            "pattern = ", "from 1 to 1");
        row("an empty pattern", "pattern = []\n" + teams(3) + one, "pattern = ", "A pattern is");
        row("a pattern of words", "pattern = [\"day\"]\n" + teams(3) + one,
            "pattern = ", "whole numbers");
        row("a shift nobody has", "pattern = [1, 0]\n" + teams(2) + one + shiftRow("20:30", "夜班"),
            "pattern = ", "Nobody ever has shift 2");
        row("teams that do not close it", "pattern = [1, 1, 0]\n" + teams(2) + one,
            "pattern = ", "do not close");
        row("no distance", "pattern = [1, 0]\nstride = 0\n" + teams(2) + one,
            "stride = ", "\"stride\"");
        row("turn and pattern", "turn = \"4on3off\"\npattern = [1]\n" + teams(7) + one,
            "pattern = ", "do not go together");
        row("a pattern and rows",
            "turn = \"4on3off\"\n" + teams(7) + shiftRow("08:30", "全天", "days = [\"workday\"]\n"),
            "turn = ", "every day");
        row("a kind of day nobody knows",
            teams(2) + shiftRow("08:30", "全天", "days = [\"sunday\"]\n"), "days = [\"sunday\"]",
            "not a kind of day");
        row("days that overlap",
            teams(2) + shiftRow("08:30", "白班", "days = [\"workday\"]\n")
                + shiftRow("09:00", "夜班", "days = [\"workday\", \"weekend\"]\n"),
            "days = [\"workday\", \"weekend\"]", "none in common");
        row("an end at no time", teams(2) + shiftRow("08:30", "白班", "until = \"24:30\"\n"),
            "until = \"24:30\"", "time of day");
        row("out of order in a row",
            teams(2) + shiftRow("09:45", "白班", "days = [\"holiday\"]\n")
                + shiftRow("09:15", "夜班", "days = [\"holiday\"]\n"),
            "at = \"09:15\"", "follow one another");
    }
    void badValuesAreRefused()
    {
        QFETCH(const QByteArray, rotation);
        QFETCH(const QByteArray, line);
        QFETCH(const QString, says);
        const GatePlan gate(rotation);
        const auto faults = plan::checkPlan(gate.copy().dir());
        const int expected = gate.copy().lineOf(QStringLiteral("shifts.toml"), line);
        QVERIFY(expected > 0);
        QVERIFY2(
            plan::test::hasError(faults, QStringLiteral("shifts.toml"), expected, says),
            qPrintable(plan::test::described(faults)));
        QVERIFY(!plan::loadPlan(gate.copy().dir()));
    }
};

QTEST_APPLESS_MAIN(tst_PlanShifts)
#include "tst_PlanShifts.moc"
