// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// "Who is on duty at T" against a model that knows nothing of stints, tables and cuts: it looks at every shift of every day near T and
// asks whether T lies in it. Night shifts, the leap day, holidays and make-up workdays, time zones, shifts that a change of mode cuts.
#include "data/roster/Written.h"
#include "tests/unit/roster/RosterFixture.h"

#include <QTest>

#include <random>
#include <set>

using namespace sz;
using namespace sz::roster;
using namespace sz::roster::test;

namespace {

using Who = std::set<PersonIndex>;

class Brute
{
public:
    explicit Brute(const Roster& roster) : m_roster(roster) {}

    /// By the minute, as rosters are.
    [[nodiscard]] Who at(PostIndex post, Instant when) const
    {
        const Instant t = std::chrono::floor<Minutes>(when);
        Who who;
        const bool isNamed = anyOf(m_roster.assignments, post, t, [](const Assignment& one) {
            return one.inPlaceOf == kNobody;
        });
        const bool isEmpty = anyOf(
            m_roster.absences, post, t, [](const Absence& one) { return one.person == kNobody; });
        if (!isNamed && !isEmpty) {
            addRotation(m_roster.posts[post], t, who);
        }
        for (const Assignment& one : m_roster.assignments) {
            if (one.post == post && one.time.holds(t)) {
                who.erase(one.inPlaceOf);
                who.insert(one.person);
            }
        }
        for (const Absence& one : m_roster.absences) {
            if (one.post == post && one.person != kNobody && one.time.holds(t)) {
                who.erase(one.person);
            }
        }
        return who;
    }

private:
    template <class All, class Is>
    static bool anyOf(const All& all, PostIndex post, Instant t, Is is)
    {
        return std::ranges::any_of(
            all, [&](const auto& one) { return one.post == post && one.time.holds(t) && is(one); });
    }

    void addRotation(const RosterPost& post, Instant t, Who& who) const
    {
        const plan::Mode mode = m_roster.modeAt(t);
        const Day today = m_roster.localDay(t);
        for (Day day = today - 1; day <= today; ++day) { // a shift is at most a day long
            const Turn* turn = turnOf(post, day, mode);
            if (turn == nullptr) {
                continue;
            }
            const Rotation& rotation = m_roster.rotations[turn->rotation];
            for (const Wheel& wheel : rotation.wheels) {
                if (!isOn(wheel, day)) {
                    continue;
                }
                const auto length = static_cast<std::int64_t>(wheel.cycle.size());
                const std::int64_t at =
                    ((turned(wheel, day) + turn->phase) % length + length) % length;
                for (const Step& step : wheel.cycle[static_cast<std::size_t>(at)]) {
                    const ShiftTemplate& shift = rotation.shifts[step.shift];
                    const Instant from = m_roster.instantOf(day, shift.from);
                    if (from <= t && t < from + Minutes(shift.minutes())
                        && step.team < post.teams.size()) {
                        who.insert(post.teams[step.team].begin(), post.teams[step.team].end());
                    }
                }
            }
        }
    }

    /// The first of the mode's own, else the first for all modes.
    static const Turn* turnOf(const RosterPost& post, Day day, plan::Mode mode)
    {
        const Turn* common = nullptr;
        for (const Turn& turn : post.turns) {
            if (!turn.validity.holds(day)) {
                continue;
            }
            if (turn.mode == mode) {
                return &turn;
            }
            common = common == nullptr && !turn.mode ? &turn : common;
        }
        return common;
    }

    [[nodiscard]] bool isOn(const Wheel& wheel, Day day) const
    {
        return (wheel.on & static_cast<DayKinds>(dayKind(m_roster.calendar, day))) != 0;
    }

    /// Days of the wheel's own kinds from its epoch on, one after the other.
    [[nodiscard]] std::int64_t turned(const Wheel& wheel, Day day) const
    {
        std::int64_t count = 0;
        for (Day one = wheel.epoch; one < day; ++one) {
            count += isOn(wheel, one) ? 1 : 0;
        }
        for (Day one = day; one < wheel.epoch; ++one) {
            count -= isOn(wheel, one) ? 1 : 0;
        }
        return count;
    }

    const Roster& m_roster;
};

plan::Calendar calendarOf(int offset)
{
    plan::WorkRules rules = plan::standardWorkRules();
    rules.makeup = rules.week[0];
    rules.years = {2026, 2027, 2028};
    // A free Thursday to Sunday around the leap day, worked for on the Saturday before: as the State Council moves days.
    rules.holidays.push_back(
        {day(2028, 2, 29), day(2028, 3, 2), "试", "Try", {day(2028, 2, 26), day(2028, 3, 4)}});
    rules.holidays.push_back(
        {day(2026, 10, 1),
         day(2026, 10, 7),
         "国庆",
         "National Day",
         {day(2026, 9, 27), day(2026, 10, 10)}});
    return {rules, offset};
}

class Maker
{
public:
    explicit Maker(unsigned seed) : m_random(seed) {}

    Roster roster(Day first, int offset)
    {
        Roster roster;
        roster.utcOffsetMinutes = offset;
        roster.calendar = calendarOf(offset);
        const Day epoch = first - 40 + pick(60);
        roster.rotations.push_back(
            dayNight(shift("白班", 510, 1230), shift("夜班", 1230, 510), epoch));
        roster.rotations.push_back(threeShift(
            shift("早班", 0, 480), shift("中班", 480, 960), shift("晚班", 960, 1440), epoch));
        roster.rotations.push_back(fourOnThreeOff(shift("全天", 480, 480), epoch));
        roster.rotations.push_back(byDayKind(
            {shift("工作日", 540, 1020), shift("周末", 1200, 400), shift("节日", 0, 1440)}, 3,
            epoch));
        for (int i = 0; i < 6; ++i) {
            RosterPost post{
                PostCode("P" + std::to_string(i)), UnitCode("U"), {"岗", "Post"}, {}, {}};
            for (int team = 0; team < 7; ++team) {
                post.teams.push_back({person(roster)});
                if (pick(4) == 0) {
                    post.teams.back().push_back(person(roster));
                }
            }
            const int turns = 1 + pick(3);
            for (int n = 0; n < turns; ++n) {
                Turn turn{static_cast<std::uint32_t>(pick(4)), pick(9) - 4, {}, {}};
                turn.mode = n == 0 ? std::nullopt : std::optional(plan::Mode::Games);
                if (pick(4) == 0) {
                    turn.validity.first = first + pick(4);
                }
                if (pick(4) == 0) {
                    turn.validity.last = first + 3 + pick(4);
                }
                post.turns.push_back(turn);
            }
            roster.add(std::move(post));
        }
        const Instant from = roster.instantOf(first, 0);
        Instant at = from + Minutes(pick(3000));
        for (int n = pick(5); n > 0; --n) { // in the middle of shifts, to the minute
            roster.modes.push_back(
                {at, roster.modes.size() % 2 == 0 ? plan::Mode::Games : plan::Mode::Normal});
            at += Minutes(1 + pick(2500));
        }
        for (int n = pick(12); n > 0; --n) {
            roster.assignments.push_back(
                {static_cast<PostIndex>(pick(6)), person(roster), span(from), kNobody,
                 pick(2) == 0 ? kNobody : person(roster)});
        }
        for (int n = pick(6); n > 0; --n) {
            roster.absences.push_back(
                {static_cast<PostIndex>(pick(6)),
                 pick(2) == 0 ? kNobody : person(roster),
                 span(from),
                 {}});
        }
        return roster;
    }
    int pick(int below) { return std::uniform_int_distribution(0, below - 1)(m_random); }

private:
    PersonIndex person(Roster& roster)
    {
        return roster.personNamed("人" + std::to_string(pick(25)), UnitCode("U"));
    }
    Span span(Instant from)
    {
        const Instant begin = from + Minutes(pick(8 * 1440) - 600);
        return {begin, begin + Minutes(1 + pick(1500))};
    }

    std::mt19937 m_random;
};

} // namespace

class tst_OnDutyModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agreesWithTheModel_data()
    {
        QTest::addColumn<qint64>("first");
        QTest::addColumn<int>("offset");
        QTest::newRow("over the leap day, with make-up workdays")
            << qint64{day(2028, 2, 25)} << 480;
        QTest::newRow("over National Day") << qint64{day(2026, 9, 26)} << 480;
        QTest::newRow("back from National Day") << qint64{day(2026, 10, 6)} << 480;
        QTest::newRow("over the year") << qint64{day(2026, 12, 28)} << 480;
        QTest::newRow("a common year's end of February") << qint64{day(2027, 2, 25)} << 480;
        QTest::newRow("at Greenwich") << qint64{day(2028, 2, 25)} << 0;
        QTest::newRow("a quarter of an hour aside") << qint64{day(2028, 2, 25)} << 345;
        QTest::newRow("west of Greenwich") << qint64{day(2026, 9, 26)} << -210;
    }

    void agreesWithTheModel()
    {
        QFETCH(const qint64, first);
        QFETCH(const int, offset);
        std::size_t held = 0;
        std::size_t asked = 0;
        for (unsigned seed = 1; seed <= 12; ++seed) {
            Maker maker(seed);
            const Roster roster = maker.roster(first, offset);
            const Brute brute(roster);
            const Span range{roster.instantOf(first, 0), roster.instantOf(first + 7, 0)};
            const DutyTable table = spread(roster, range.from, range.until);
            std::vector<Instant> moments;
            for (Instant t = range.from; t < range.until; t += Minutes(37)) {
                moments.push_back(t);
            }
            for (const ModeChange& one : roster.modes) { // the edges themselves
                moments.insert(moments.end(), {one.at - Millis(1), one.at, one.at + Minutes(1)});
            }
            for (const Assignment& one : roster.assignments) {
                moments.insert(
                    moments.end(), {one.time.from - Millis(1), one.time.from,
                                    one.time.until - Millis(1), one.time.until});
            }
            for (const Instant t : moments) {
                if (!range.holds(t)) {
                    continue;
                }
                for (PostIndex post = 0; post < roster.posts.size(); ++post) {
                    std::vector<OnDuty> found;
                    table.at(post, t, found);
                    Who who;
                    for (const OnDuty& one : found) {
                        who.insert(one.person);
                        QVERIFY(one.time.holds(std::chrono::floor<Minutes>(t)));
                    }
                    const Who wanted = brute.at(post, t);
                    QVERIFY2(
                        who == wanted,
                        qPrintable(QStringLiteral("seed %1 post %2 at %3 ms: %4 people, not %5")
                                       .arg(seed)
                                       .arg(post)
                                       .arg(toUtcMs(t))
                                       .arg(who.size())
                                       .arg(wanted.size())));
                    held += who.empty() ? 0U : 1U;
                    ++asked;
                }
            }
        }
        QVERIFY(held > asked / 4);
        QVERIFY(held < asked); // gaps, too
    }
};

QTEST_APPLESS_MAIN(tst_OnDutyModel)
#include "tst_OnDutyModel.moc"
