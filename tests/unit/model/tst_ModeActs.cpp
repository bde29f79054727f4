// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Games time and normal times: wire form, rule, fold, and the limits of what was reported in them.
#include "data/model/ModeActs.h"
#include "tests/unit/model/Story.h"

#include <QTest>

using namespace sz;
using namespace sz::model;
using namespace sz::model::test;

namespace {

log::Entry entryOf(const ModeAct& act, const char* post = "HQ-chief", Minutes later = {})
{
    static UlidMaker ids;
    log::Entry entry;
    entry.id = ids.next(kStart);
    entry.desk = DeskId("desk-1");
    entry.unit = UnitCode("HQ");
    entry.post = PostCode(post);
    entry.time = {kStart + later, 0};
    entry.type = modeActType(act);
    entry.subject = modeSubject();
    entry.body = encodeModeAct(act);
    return entry;
}

ModeState after(const std::vector<ModeAct>& acts)
{
    ModeState state;
    for (const ModeAct& act : acts) {
        foldMode(state, entryOf(act));
    }
    return state;
}

std::string word(const Result<void>& result)
{
    return result ? "ok" : std::string(codeName(result.error().code));
}

} // namespace

class tst_ModeActs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comesBackAsItWasWritten()
    {
        const ModeAct start = StartMode{plan::Mode::Games, "马拉松赛期间"};
        const ModeAct end = EndMode{"赛事结束"};
        QCOMPARE(modeActType(start), 26U);
        QCOMPARE(modeActType(end), 27U);
        for (const ModeAct& act : {start, end}) {
            const auto raw = log::encodeEntry(entryOf(act));
            const auto back = decodeModeAct(*log::decodeEntry(raw));
            QVERIFY(back && *back);
            QVERIFY(**back == act);
        }
    }

    void whatIsNotOfThemIsLeftAlone()
    {
        log::Entry other = entryOf(EndMode{"x"});
        other.subject = {log::SubjectKind::Operation, ""};
        QVERIFY(decodeModeAct(other) && !*decodeModeAct(other));
        log::Entry newer = entryOf(EndMode{"x"});
        newer.typeVersion = 2;
        QVERIFY(decodeModeAct(newer) && !*decodeModeAct(newer));
        log::Entry broken = entryOf(StartMode{});
        broken.body = log::encode(log::Fields{{1, 9}, {2, std::string("x")}});
        QCOMPARE(decodeModeAct(broken).error().code, Code::BadEncoding);
        ModeState state;
        foldMode(state, broken);
        QVERIFY(state.turns.empty());
    }

    void ruleSaysWhoAndWhen_data()
    {
        QTest::addColumn<bool>("isRunning");
        QTest::addColumn<bool>("isStart");
        QTest::addColumn<int>("mode");
        QTest::addColumn<QString>("unit");
        QTest::addColumn<int>("role");
        QTest::addColumn<QString>("reason");
        QTest::addColumn<QString>("says");
        const auto row = [](const char* name, bool isRunning, bool isStart, plan::Mode mode,
                            const char* unit, plan::Role role, const char* reason,
                            const char* says) {
            QTest::newRow(name) << isRunning << isStart << static_cast<int>(mode)
                                << QString::fromLatin1(unit) << static_cast<int>(role)
                                << QString::fromUtf8(reason) << QString::fromLatin1(says);
        };
        using plan::Mode;
        using plan::Role;
        row("the chief starts", false, true, Mode::Games, "HQ", Role::DutyChief, "赛期", "ok");
        row("the chief ends", true, false, Mode::Games, "HQ", Role::DutyChief, "赛毕", "ok");
        row("not twice", true, true, Mode::Games, "HQ", Role::DutyChief, "赛期", "AlreadyDone");
        row("nothing to end", false, false, Mode::Games, "HQ", Role::DutyChief, "x",
            "NothingAsked");
        row("not without a reason", false, true, Mode::Games, "HQ", Role::DutyChief, "  ",
            "MissingField");
        row("not an end without one", true, false, Mode::Games, "HQ", Role::DutyChief, "",
            "MissingField");
        row("normal is no mode to start", false, true, Mode::Normal, "HQ", Role::DutyChief, "x",
            "BadArgument");
        row("a drill is an operation of its own", false, true, Mode::Drill, "HQ", Role::DutyChief,
            "x", "BadArgument");
        row("not an officer", false, true, Mode::Games, "HQ", Role::DutyOfficer, "x", "NotAllowed");
        row("not a district", false, true, Mode::Games, "D05", Role::DistrictDesk, "x",
            "NotAllowed");
        row("not a chief elsewhere", false, true, Mode::Games, "D05", Role::DutyChief, "x",
            "NotAllowed");
    }

    void ruleSaysWhoAndWhen()
    {
        QFETCH(bool, isRunning);
        QFETCH(bool, isStart);
        QFETCH(int, mode);
        QFETCH(QString, unit);
        QFETCH(int, role);
        QFETCH(QString, reason);
        QFETCH(QString, says);
        plan::Plan plan = smallPlan();
        plan.roles = plan::standardRoles();
        const auto right = static_cast<std::size_t>(plan::Right::SetMode);
        for (plan::RoleRights& one : plan.roles) {
            one.reach[right] =
                one.role == plan::Role::DutyChief ? plan::Reach::Office : plan::Reach::None;
        }
        const ModeState now = isRunning ? after({StartMode{plan::Mode::Games, "x"}}) : ModeState{};
        const Actor actor{UnitCode(unit.toStdString()), {}, static_cast<plan::Role>(role)};
        const ModeAct act =
            isStart ? ModeAct(StartMode{static_cast<plan::Mode>(mode), reason.toStdString()})
                    : ModeAct(EndMode{reason.toStdString()});
        QCOMPARE(QString::fromStdString(word(checkMode(plan, now, actor, act))), says);
    }

    void theFoldKeepsEveryTurnAndWhoDidIt()
    {
        ModeState state;
        foldMode(state, entryOf(StartMode{plan::Mode::Games, "开赛"}, "HQ-chief"));
        foldMode(state, entryOf(StartMode{plan::Mode::Games, "又一次"}, "HQ-leader", Minutes{5}));
        QCOMPARE(state.mode(), plan::Mode::Games);
        QCOMPARE(state.turns.size(), std::size_t{1}); // the second found it running
        foldMode(state, entryOf(EndMode{"结束"}, "HQ-leader", Minutes{60}));
        foldMode(state, entryOf(EndMode{"又结束"}, "HQ-leader", Minutes{61}));
        QCOMPARE(state.mode(), plan::Mode::Normal);
        QCOMPARE(state.turns.size(), std::size_t{2});
        QCOMPARE(state.turns[0].post, PostCode("HQ-chief"));
        QCOMPARE(state.turns[1].at, kStart + Minutes{60});
        QCOMPARE(state.turns[1].reason, std::string("结束"));
    }

    void anIncidentHasTheLimitsOfItsMode()
    {
        plan::Plan plan = smallPlan();
        plan.modeLimits[{plan::Mode::Games, plan::Grade::III}] = {5,  4,  20, 30, 720,
                                                                  10, 30, 30, 5,  2};
        for (const plan::Mode mode : {plan::Mode::Normal, plan::Mode::Games}) {
            ReportIncident report = sampleReport();
            report.grade = plan::Grade::III;
            report.mode = mode;
            const auto limits = plan.limitsFor(report.kind, report.grade, mode);
            QCOMPARE(limits.assign, mode == plan::Mode::Games ? 5 : 10);
            log::Entry entry = entryOf(EndMode{});
            entry.type = actType(report);
            entry.subject = {log::SubjectKind::Incident, entry.id.text()};
            entry.body = encodeAct(report);
            const auto incident = foldIncident(plan, nullptr, entry, {1, 1});
            QVERIFY(incident);
            QCOMPARE((*incident)->mode, mode);
            const auto assign =
                std::ranges::find((*incident)->steps, StepKind::Assign, &Step::kind);
            QVERIFY(assign != (*incident)->steps.end());
            QCOMPARE(assign->due - assign->since, Millis(Minutes{limits.assign}));
        }
    }

    void lampsWarnEarlierWhereTheModeSaysSo()
    {
        plan::Plan plan = smallPlan();
        plan.modes[1].nearPercent = 150;
        plan.modes[1].behindPercent = 200;
        ReportIncident report = sampleReport();
        report.grade = plan::Grade::III;
        report.mode = plan::Mode::Normal;
        const auto warned = [&] {
            log::Entry entry = entryOf(EndMode{});
            entry.type = actType(report);
            entry.subject = {log::SubjectKind::Incident, entry.id.text()};
            entry.body = encodeAct(report);
            const auto incident = foldIncident(plan, nullptr, entry, {1, 1});
            const auto step =
                std::ranges::find((*incident)->steps, StepKind::FirstReport, &Step::kind);
            return std::pair(step->due - step->nearFrom, step->due - step->behindFrom);
        };
        const auto normal = warned();
        QCOMPARE(normal.first, Millis(Minutes{5}));
        QCOMPARE(normal.second, Millis(Minutes{30}) / 12);
        report.mode = plan::Mode::Games;
        const auto games = warned();
        QCOMPARE(games.first, Millis(Minutes{5}) * 3 / 2);
        QCOMPARE(games.second, Millis(Minutes{30}) / 6);
    }
};

QTEST_APPLESS_MAIN(tst_ModeActs)
#include "tst_ModeActs.moc"
