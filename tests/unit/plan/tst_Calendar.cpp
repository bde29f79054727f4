// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Working time against a walk over every minute of whole years.
#include "tests/unit/plan/PlanFixture.h"

#include <QDateTime>
#include <QTimeZone>

#include <random>

using namespace sz;
using namespace sz::plan;
using namespace sz::plan::test;

namespace {

using std::chrono::sys_days;

constexpr int kDayMinutes = 24 * 60;

/// "2019-10-12" or "2019-10-12 17:30" (or with seconds) in Wuhan.
Instant at(const QString& text)
{
    const QString whole = text.size() == 10 ? text + QStringLiteral(" 00:00") : text;
    const auto t = QDateTime::fromString(
        whole,
        whole.size() == 16 ? QStringLiteral("yyyy-MM-dd HH:mm")
                           : QStringLiteral("yyyy-MM-dd HH:mm:ss"),
        QTimeZone::UTC);
    return fromUtcMs(t.toMSecsSinceEpoch()) - Minutes{480};
}

QString shown(Instant t)
{
    return QDateTime::fromMSecsSinceEpoch(toUtcMs(t + Minutes{480}), QTimeZone::UTC)
        .toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
}

/// Every minute of some years, worked or not, found out the slow way.
class Walk
{
public:
    Walk(const WorkRules& rules, int firstYear, int lastYear)
        : m_first(sys_days(std::chrono::year(firstYear) / 1 / 1).time_since_epoch().count()),
          m_end(sys_days(std::chrono::year(lastYear + 1) / 1 / 1).time_since_epoch().count())
    {
        for (std::int64_t day = m_first; day < m_end; ++day) {
            const auto hours = hoursOn(rules, day);
            m_workdays.push_back(!hours.empty());
            for (int minute = 0; minute < kDayMinutes; ++minute) {
                m_worked.push_back(std::ranges::any_of(hours, [minute](const WorkSpan& s) {
                    return s.from <= minute && minute < s.to;
                }));
            }
        }
    }
    [[nodiscard]] std::size_t size() const { return m_worked.size(); }
    [[nodiscard]] bool isWorked(std::size_t minute) const { return m_worked[minute]; }
    [[nodiscard]] Instant instant(std::size_t minute) const
    {
        return Instant{std::chrono::days(m_first)} + Minutes{static_cast<int>(minute)}
               - Minutes{480};
    }
    /// One minute after another until enough of them were worked.
    [[nodiscard]] std::size_t after(std::size_t minute, int work) const
    {
        while (work > 0) {
            work -= m_worked.at(minute++) ? 1 : 0;
        }
        return minute;
    }
    /// One day after another, then back from midnight to where the work ended.
    [[nodiscard]] std::size_t afterDays(std::size_t minute, int count) const
    {
        std::size_t day = minute / kDayMinutes;
        while (count > 0) {
            count -= m_workdays.at(++day) ? 1 : 0;
        }
        std::size_t close = (day + 1) * kDayMinutes;
        while (!m_worked.at(close - 1)) {
            --close;
        }
        return close;
    }

private:
    static WorkRules::Hours hoursOn(const WorkRules& rules, std::int64_t day)
    {
        for (const Holiday& holiday : rules.holidays) {
            if (std::ranges::contains(holiday.workdays, day)) {
                return rules.makeup;
            }
            if (holiday.from <= day && day <= holiday.to) {
                return {};
            }
        }
        return rules
            .week[std::chrono::weekday(sys_days(std::chrono::days(day))).iso_encoding() - 1];
    }
    std::int64_t m_first;
    std::int64_t m_end;
    std::vector<bool> m_worked;
    std::vector<bool> m_workdays;
};

/// Hours that differ by day, work over midnight in two stretches, a Saturday morning, a short make-up day.
WorkRules oddRules()
{
    WorkRules rules;
    rules.week = {
        {{{0, 120}, {480, 1440}},
         {{0, 1}},
         {{540, 541}, {542, 1020}},
         {},
         {{510, 720}, {840, 1050}},
         {{540, 720}},
         {}}};
    rules.makeup = {{600, 660}};
    rules.holidays = shippedPlan()->calendar.rules().holidays;
    rules.years = {2019, 2020};
    return rules;
}

} // namespace

class tst_Calendar : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const auto plan = shippedPlan();
        QVERIFY(plan);
        m_calendar = plan->calendar;
        QCOMPARE(m_calendar.rules().years.size(), 8U);
    }

    void daysAreAsPublished_data()
    {
        QTest::addColumn<QString>("day");
        QTest::addColumn<bool>("isWorked");
        QTest::addColumn<QString>("holiday");
        QTest::newRow("an ordinary Thursday") << "2019-10-17" << true << "";
        QTest::newRow("a Saturday") << "2019-10-19" << false << "";
        QTest::newRow("a Saturday worked for National Day") << "2019-10-12" << true << "";
        QTest::newRow("a Sunday worked for National Day") << "2019-09-29" << true << "";
        QTest::newRow("National Day") << "2019-10-01" << false << "国庆节";
        QTest::newRow("its last day") << "2019-10-07" << false << "国庆节";
        QTest::newRow("the day after") << "2019-10-08" << true << "";
        QTest::newRow("Labour Day as lengthened in March 2019")
            << "2019-05-03" << false << "劳动节";
        QTest::newRow("the Sunday worked for it") << "2019-05-05" << true << "";
        QTest::newRow("a leap day on a Saturday") << "2020-02-29" << false << "";
        QTest::newRow("a leap day on a Thursday") << "2024-02-29" << true << "";
        QTest::newRow("2020: the festival as lengthened") << "2020-01-31" << false << "春节";
        QTest::newRow("2020: no longer a make-up workday") << "2020-02-01" << false << "春节";
        QTest::newRow("2020: work begins again") << "2020-02-03" << true << "";
        QTest::newRow("New Year that begins in the old one") << "2022-12-31" << false << "元旦";
        QTest::newRow("2024: New Year's Eve was worked") << "2024-02-09" << true << "";
        QTest::newRow("2025: New Year's Eve is off") << "2025-01-28" << false << "春节";
        QTest::newRow("2025: two festivals in one") << "2025-10-06" << false << "国庆节、中秋节";
        QTest::newRow("2026: a Sunday worked for New Year") << "2026-01-04" << true << "";
        QTest::newRow("2026: a Saturday before the festival") << "2026-02-14" << true << "";
        QTest::newRow("2026: Mid-Autumn") << "2026-09-25" << false << "中秋节";
        QTest::newRow("a year nobody knows: a weekday") << "2027-10-01" << true << "";
        QTest::newRow("a year long ago: a Sunday") << "1999-10-03" << false << "";
    }

    void daysAreAsPublished()
    {
        QFETCH(QString, day);
        const std::int64_t number = m_calendar.localDay(at(day));
        QTEST(m_calendar.isWorkday(number), "isWorked");
        const Holiday* holiday = m_calendar.holidayOn(number);
        QTEST(QString::fromStdString(holiday == nullptr ? "" : holiday->nameZh), "holiday");
        QCOMPARE(m_calendar.isKnown(number), day >= u"2019" && day < u"2027");
    }

    // As the notices sum up: days of a year less weekends and holidays, and the make-up days.
    void aYearHasItsWorkdays_data()
    {
        QTest::addColumn<int>("year");
        QTest::addColumn<int>("workdays");
        QTest::newRow("2019") << 2019 << 250;
        QTest::newRow("2020") << 2020 << 249;
        QTest::newRow("2025") << 2025 << 248;
        QTest::newRow("2026") << 2026 << 248;
        QTest::newRow("2027, unknown: Monday to Friday") << 2027 << 261;
    }

    void aYearHasItsWorkdays()
    {
        QFETCH(int, year);
        int count = 0;
        const auto first = sys_days(std::chrono::year(year) / 1 / 1).time_since_epoch().count();
        const auto last = sys_days(std::chrono::year(year) / 12 / 31).time_since_epoch().count();
        for (auto day = first; day <= last; ++day) {
            count += m_calendar.isWorkday(day) ? 1 : 0;
        }
        QTEST(count, "workdays");
    }

    void workingDaysEndAtTheCloseOfTheLast_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<int>("days");
        QTest::addColumn<QString>("end");
        QTest::newRow("the next day") << "2019-10-16 10:00" << 1 << "2019-10-17 17:30:00";
        QTest::newRow("the day itself does not count, however early")
            << "2019-10-16 00:00" << 1 << "2019-10-17 17:30:00";
        QTest::newRow("nor however late") << "2019-10-16 23:59" << 1 << "2019-10-17 17:30:00";
        QTest::newRow("seven over a weekend") << "2019-10-17 12:43" << 7 << "2019-10-28 17:30:00";
        QTest::newRow("seven over National Day, two weekends worked")
            << "2019-09-27 09:00" << 7 << "2019-10-12 17:30:00";
        QTest::newRow("begun on a holiday") << "2019-10-03 09:00" << 1 << "2019-10-08 17:30:00";
        QTest::newRow("begun on a worked Saturday")
            << "2019-10-12 09:00" << 1 << "2019-10-14 17:30:00";
        QTest::newRow("begun on a Friday that a worked Saturday follows")
            << "2019-10-11 16:00" << 1 << "2019-10-12 17:30:00";
        QTest::newRow("over a leap day that is worked")
            << "2024-02-28 09:00" << 2 << "2024-03-01 17:30:00";
        QTest::newRow("into a year nobody knows")
            << "2026-12-30 09:00" << 3 << "2027-01-04 17:30:00";
        QTest::newRow("two hundred and fifty")
            << "2024-12-31 12:00" << 248 << "2025-12-31 17:30:00";
    }

    void workingDaysEndAtTheCloseOfTheLast()
    {
        QFETCH(QString, from);
        QFETCH(int, days);
        QTEST(shown(m_calendar.afterWorkDays(at(from), days)), "end");
        QCOMPARE(
            m_calendar.after(at(from), {WorkLimit::Unit::Days, days}),
            m_calendar.afterWorkDays(at(from), days));
    }

    void workingMinutesPass_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<int>("minutes");
        QTest::addColumn<QString>("end");
        QTest::newRow("within a morning") << "2019-10-17 09:00:30" << 60 << "2019-10-17 10:00:30";
        QTest::newRow("over noon") << "2019-10-17 11:45" << 30 << "2019-10-17 14:15:00";
        QTest::newRow("to the last minute of the morning")
            << "2019-10-17 11:30" << 30 << "2019-10-17 12:00:00";
        QTest::newRow("to the close") << "2019-10-17 17:00" << 30 << "2019-10-17 17:30:00";
        QTest::newRow("one more") << "2019-10-17 17:00" << 31 << "2019-10-18 08:31:00";
        QTest::newRow("begun at noon") << "2019-10-17 12:30" << 10 << "2019-10-17 14:10:00";
        QTest::newRow("begun at night") << "2019-10-17 03:00" << 10 << "2019-10-17 08:40:00";
        QTest::newRow("begun after the close") << "2019-10-18 20:00" << 10 << "2019-10-21 08:40:00";
        QTest::newRow("begun on a holiday") << "2019-10-02 09:00" << 10 << "2019-10-08 08:40:00";
        QTest::newRow("into a worked Sunday") << "2019-09-27 17:29" << 2 << "2019-09-29 08:31:00";
        QTest::newRow("a whole day") << "2019-10-17 08:30" << 420 << "2019-10-17 17:30:00";
        QTest::newRow("none") << "2019-10-19 03:00" << 0 << "2019-10-19 03:00:00";
    }

    void workingMinutesPass()
    {
        QFETCH(QString, from);
        QFETCH(int, minutes);
        const Instant end = m_calendar.afterWorkTime(at(from), Minutes{minutes});
        QTEST(shown(end), "end");
        QCOMPARE(m_calendar.workTime(at(from), end), Millis(Minutes{minutes}));
        QCOMPARE(m_calendar.workTime(end, at(from)), -Millis(Minutes{minutes}));
        QCOMPARE(m_calendar.after(at(from), {WorkLimit::Unit::Minutes, minutes}), end);
    }

    void everyMinuteOfTheYearsIsWorkedOrNot_data() { walks(); }
    void everyMinuteOfTheYearsIsWorkedOrNot()
    {
        QFETCH(bool, isOdd);
        const Calendar calendar(isOdd ? oddRules() : m_calendar.rules(), 480);
        const Walk walk(calendar.rules(), 2019, 2021);
        for (std::size_t i = 0; i < walk.size(); ++i) {
            const Instant t = walk.instant(i);
            if (calendar.workTime(t, t + Minutes{1}) != Millis(Minutes{walk.isWorked(i) ? 1 : 0})) {
                QFAIL(qPrintable(shown(t)));
            }
        }
    }

    // From every eleventh minute (no divisor of a day) of a year, near and far.
    void limitsEndWhereTheWalkEnds_data() { walks(); }
    void limitsEndWhereTheWalkEnds()
    {
        QFETCH(bool, isOdd);
        const Calendar calendar(isOdd ? oddRules() : m_calendar.rules(), 480);
        const Walk walk(calendar.rules(), 2019, 2021);
        std::minstd_rand random(7);
        for (std::size_t i = 0; i < 2ULL * 365 * kDayMinutes; i += 11) {
            const Instant from = walk.instant(i);
            const int minutes = 1 + static_cast<int>(random() % 900);
            const Instant end = calendar.afterWorkTime(from, Minutes{minutes});
            if (end != walk.instant(walk.after(i, minutes))) {
                QFAIL(qPrintable(QStringLiteral("%1 + %2 min: %3")
                                     .arg(shown(from))
                                     .arg(minutes)
                                     .arg(shown(end))));
            }
            // backwards: the first moment from which so much was left
            const Instant back = calendar.beforeWorkTime(end, Minutes{minutes - 1});
            if (calendar.workTime(back, end) != Millis(Minutes{minutes - 1})
                || calendar.workTime(back - Millis{1}, end)
                       != Millis(Minutes{minutes - 1}) + Millis{1}) {
                QFAIL(qPrintable(QStringLiteral("back from %1: %2").arg(shown(end), shown(back))));
            }
            const int count = 1 + static_cast<int>(random() % 30);
            if (const Instant close = calendar.afterWorkDays(from, count);
                close != walk.instant(walk.afterDays(i, count))) {
                QFAIL(qPrintable(
                    QStringLiteral("%1 + %2 d: %3").arg(shown(from)).arg(count).arg(shown(close))));
            }
        }
    }

    void farAwayItStillAddsUp_data()
    {
        QTest::addColumn<QString>("from");
        QTest::newRow("before 1970") << "1969-07-20 10:00";
        QTest::newRow("in 1901") << "1901-01-01 10:00";
        QTest::newRow("in 2190") << "2190-02-28 10:00";
    }

    void farAwayItStillAddsUp()
    {
        QFETCH(QString, from);
        for (const int minutes : {1, 419, 420, 421, 123'456}) {
            const Instant end = m_calendar.afterWorkTime(at(from), Minutes{minutes});
            QCOMPARE(m_calendar.workTime(at(from), end), Millis(Minutes{minutes}));
        }
        QVERIFY(m_calendar.isWorkday(m_calendar.localDay(m_calendar.afterWorkDays(at(from), 99))));
    }

    // Otherwise a limit would never end and the search neither.
    void rulesWithoutWorkAreTheStandardOnes()
    {
        QVERIFY(Calendar(WorkRules{}, 480).rules() == standardWorkRules());
        const PlanCopy copy;
        copy.remove(QStringLiteral("calendar.toml"));
        const auto loaded = loadPlan(copy.dir());
        QVERIFY(loaded);
        QVERIFY(loaded->plan.calendar.rules() == standardWorkRules());
        QCOMPARE(
            shown(loaded->plan.calendar.afterWorkDays(at(QStringLiteral("2019-09-30 10:00")), 1)),
            QStringLiteral("2019-10-01 17:00:00"));
        QCOMPARE(loaded->warnings.size(), 1U); // the sample has a limit in working days
        QCOMPARE(loaded->warnings.front().file, std::string("limits.toml"));
    }

    void anotherZoneHasOtherDays()
    {
        const Calendar utc(standardWorkRules(), 0);
        const Instant t = fromUtcMs(1'571'338'800'000); // Thu 19:00 UTC, Fri 03:00 in Wuhan
        QCOMPARE(utc.localDay(t) + 1, m_calendar.localDay(t));
        QCOMPARE(utc.afterWorkDays(t, 1) - t, Millis(Minutes{22 * 60}));
    }

private:
    static void walks()
    {
        QTest::addColumn<bool>("isOdd");
        QTest::newRow("the sample's calendar") << false;
        QTest::newRow("odd hours") << true;
    }

    Calendar m_calendar;
};

QTEST_GUILESS_MAIN(tst_Calendar)
#include "tst_Calendar.moc"
