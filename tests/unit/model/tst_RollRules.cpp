// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Roll calls: who may call, miss, note, answer and send minutes; who stands where at which second.
#include "data/model/RollCall.h"
#include "tests/support/SamplePlan.h"

#include <QTest>

#include <set>

using namespace sz;
using namespace sz::model;
using sz::test::samplePlan;

namespace {

const Instant kNine = fromUtcMs(1'792'198'800'000); // 2026-10-17 09:00 in Wuhan

Actor chief()
{
    return {UnitCode("HQ"), PostCode("HQ-chief"), plan::Role::DutyChief, PersonCode()};
}

Actor district(const char* unit)
{
    return {
        UnitCode(unit), PostCode(std::string(unit) + "-desk"), plan::Role::DistrictDesk,
        PersonCode()};
}

StartRound rollOf(std::vector<std::string> units)
{
    return {UnitCode("HQ"), "09:00 点名", 10, 1, std::move(units), RollCall{kNine, false}};
}

class Log
{
public:
    /// Id of the entry, or the code of the refusal.
    std::string write(const ShiftAct& act, Millis after, const Actor& who = chief())
    {
        const auto may = checkShift(*samplePlan(), state, who, act).and_then([&] {
            return checkRollTime(state, act, kNine + after);
        });
        if (!may) {
            return std::string(codeName(may.error().code));
        }
        log::Entry entry;
        entry.id = m_ids.next(kNine + after);
        entry.desk = DeskId("desk-1");
        entry.unit = who.unit;
        entry.post = who.post;
        entry.time = {kNine + after, 0};
        entry.type = shiftActType(act);
        entry.subject = shiftSubject();
        entry.body = encodeShiftAct(act);
        foldShift(*samplePlan(), state, *log::decodeEntry(log::encodeEntry(entry)));
        return entry.id.text();
    }
    std::string begin(std::vector<std::string> units = {"D05", "D06", "L03"})
    {
        id = write(rollOf(std::move(units)), {});
        return id;
    }
    [[nodiscard]] RollState at(const char* unit, Millis after) const
    {
        for (const RollRow& row : rollStanding(state.rounds.at(id), kNine + after)) {
            if (row.post == unit) {
                return row.state;
            }
        }
        return RollState::Uncalled;
    }
    std::string miss(const char* unit, RollMiss step, Millis after)
    {
        return write(MissRoll{id, unit, step, {}}, after);
    }

    ShiftState state;
    std::string id;

private:
    UlidMaker m_ids;
};

constexpr std::chrono::seconds s(int n)
{
    return std::chrono::seconds(n);
}

} // namespace

class tst_RollRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fromTheFirstCallToTheWarning()
    {
        Log log;
        log.begin();
        QCOMPARE(log.at("D05", s(0)), RollState::Uncalled);
        QCOMPARE(log.miss("D05", RollMiss::NoAnswerAgain, s(5)), std::string("BadArgument"));
        log.miss("D05", RollMiss::NoAnswer, s(10));
        QCOMPARE(log.at("D05", s(69)), RollState::NoAnswer);
        QCOMPARE(log.at("D05", s(70)), RollState::Again); // a minute later
        QCOMPARE(log.miss("D05", RollMiss::NoAnswer, s(71)), std::string("AlreadyDone"));
        log.miss("D05", RollMiss::NoAnswerAgain, s(75));
        QCOMPARE(log.at("D05", s(76)), RollState::Phone);
        log.miss("D05", RollMiss::PhoneInVain, s(120));
        QCOMPARE(log.at("D05", s(121)), RollState::Sought);
        QCOMPARE(log.miss("D05", RollMiss::Absent, s(609)), std::string("LimitOutOfRange"));
        QCOMPARE(log.at("D05", s(609)), RollState::Sought);
        QCOMPARE(log.at("D05", s(610)), RollState::Absent); // ten minutes after the first call
        QVERIFY(!rollStanding(log.state.rounds.at(log.id), kNine + s(611))[0].isWarned);
        log.miss("D05", RollMiss::Absent, s(610));
        QVERIFY(rollStanding(log.state.rounds.at(log.id), kNine + s(611))[0].isWarned);
        QCOMPARE(log.miss("D05", RollMiss::Absent, s(612)), std::string("AlreadyDone"));
        QVERIFY(!nextMiss(log.state.rounds.at(log.id), "D05"));
        // Who comes then is late, and no alarm any more.
        QVERIFY(roundAlarmOf(*samplePlan(), log.state.rounds.at(log.id), kNine + s(620)));
        log.write(AnswerRound{log.id, {"D05"}, false, {}, {}}, s(700));
        QCOMPARE(log.at("D05", s(701)), RollState::Late);
        QVERIFY(!roundAlarmOf(*samplePlan(), log.state.rounds.at(log.id), kNine + s(720)));
        QCOMPARE(log.miss("D05", RollMiss::Absent, s(800)), std::string("AlreadyDone"));
    }

    void eachUnitHasItsOwnLimit()
    {
        Log log;
        log.begin();
        log.miss("D05", RollMiss::NoAnswer, s(10));
        log.miss("D06", RollMiss::NoAnswer, s(100));
        const ShiftRound& round = log.state.rounds.at(log.id);
        const auto first = roundAlarmOf(*samplePlan(), round, kNine + s(615));
        QVERIFY(first && first->missed == 1 && first->first == "D05");
        QCOMPARE(first->since, kNine + s(610));
        log.write(ConfirmRound{log.id, 3, {}}, s(650));
        QVERIFY(!roundAlarmOf(*samplePlan(), round, kNine + s(660)));
        const auto second = roundAlarmOf(*samplePlan(), round, kNine + s(701)); // another one
        QVERIFY(second && second->missed == 1 && second->first == "D06");
        log.write(ConfirmRound{log.id, 3, {}}, s(710));
        QVERIFY(!roundAlarmOf(*samplePlan(), round, kNine + s(720)));
    }

    void whoMayDoWhat()
    {
        Log log;
        const Actor d05 = district("D05");
        const auto word = [&](const Actor& who, const ShiftAct& act) {
            const auto may = checkShift(*samplePlan(), log.state, who, act);
            return may ? std::string("ok") : std::string(codeName(may.error().code));
        };
        StartRound own = rollOf({"D05"});
        own.unit = UnitCode("D05");
        QCOMPARE(word(d05, own), std::string("NotAllowed")); // only the office calls the roll
        QCOMPARE(word(chief(), rollOf({"D05", "D05"})), std::string("BadArgument"));
        QCOMPARE(word(chief(), rollOf({"门岗 3"})), std::string("NoSuchUnit"));
        log.begin();
        QCOMPARE(word(chief(), ExtendRound{log.id, {"D07"}}), std::string("BadArgument"));
        const AnswerRound here{log.id, {"D05"}, false, {}, {}};
        QCOMPARE(word(d05, here), std::string("NotAllowed")); // it was not called in vain
        QCOMPARE(
            word(d05, MissRoll{log.id, "D06", RollMiss::NoAnswer, {}}), std::string("NotAllowed"));
        log.miss("D05", RollMiss::NoAnswer, s(10));
        QCOMPARE(word(d05, here), std::string("ok"));
        QCOMPARE(word(district("D06"), here), std::string("NotAllowed"));
        QCOMPARE(
            word(d05, AnswerRound{log.id, {"D05"}, true, "电话", "在"}), std::string("NotAllowed"));
        QCOMPARE(
            word(chief(), MissRoll{log.id, "D09", RollMiss::NoAnswer, {}}),
            std::string("NotFound"));
        QCOMPARE(
            word(chief(), NoteRoll{log.id, "D05", {}, " ", false, {}}),
            std::string("MissingField"));
        QCOMPARE(
            word(chief(), NoteRoll{log.id, "D05", "none", "x", false, {}}),
            std::string("NotFound"));
        QCOMPARE(word(d05, NoteRoll{log.id, "D05", {}, "x", false, {}}), std::string("NotAllowed"));
        const auto other =
            log.write(StartRound{UnitCode("HQ"), "夜间点验", 10, 5, {"甲"}}, s(20)); // no roll call
        QCOMPARE(
            word(chief(), MissRoll{other, "甲", RollMiss::NoAnswer, {}}),
            std::string("BadArgument"));
    }

    void linesAndMinutes()
    {
        Log log;
        log.begin();
        log.write(AnswerRound{log.id, {"D05"}, false, {}, {}}, s(5));
        log.miss("D06", RollMiss::NoAnswer, s(10));
        log.write(AnswerRound{log.id, {"D06"}, true, "对讲 3 频道", "在"}, s(40));
        const auto line = log.write(NoteRoll{log.id, "D05", {}, "缺柴油", false, {}}, s(50));
        log.write(NoteRoll{log.id, "D05", line, "缺柴油 5 小时", true, IncidentId("01K")}, s(60));
        log.write(
            NoteRoll{log.id, "D05", line, "缺柴油 5 小时", true, {}}, s(61)); // keeps its matter
        const ShiftRound& round = log.state.rounds.at(log.id);
        QCOMPARE(round.lines.size(), std::size_t{1});
        QCOMPARE(round.lines[0].text, std::string("缺柴油 5 小时"));
        QCOMPARE(round.lines[0].incident, IncidentId("01K"));
        const CloseRoll minutes = minutesOf(log.id, round, 2);
        QCOMPARE(minutes, (CloseRoll{log.id, 1, 1, {"L03"}, 1, 1, 2}));
        CloseRoll wrong = minutes;
        wrong.present = 2;
        QCOMPARE(log.write(wrong, s(70)), std::string("CountsUnbalanced"));
        wrong = minutes;
        wrong.absent = {"D09"};
        QCOMPARE(log.write(wrong, s(70)), std::string("NotFound"));
        QCOMPARE(
            word(checkShift(*samplePlan(), log.state, district("D05"), minutes)),
            std::string("NotAllowed"));
        log.write(minutes, s(80));
        QCOMPARE(log.write(minutes, s(90)), std::string("AlreadyDone"));
        log.write(AnswerRound{log.id, {"L03"}, false, {}, {}}, s(95));
        log.write(minutesOf(log.id, round, 2), s(100)); // a corrected one follows
        QCOMPARE(round.closings.size(), std::size_t{2});
        QCOMPARE(round.closings.back().told.present, 2);
    }

    void everybodyWhoIsCalledIsTold()
    {
        Log log;
        const auto told = [&](const ShiftAct& act) {
            std::set<std::string> units;
            for (const UnitCode& unit : audienceOf(*samplePlan(), log.state, act).units) {
                units.insert(unit.value);
            }
            return units;
        };
        const std::set<std::string> all{"HQ", "D05", "D06", "L03"};
        QCOMPARE(told(rollOf({"D05", "D06", "L03"})), all);
        log.begin();
        QCOMPARE(told(MissRoll{log.id, "D05", RollMiss::NoAnswer, {}}), all);
        QCOMPARE(told(CloseRoll{log.id, 3, 0, {}, 0, 0, 0}), all);
        QCOMPARE(
            told(StartRound{UnitCode("HQ"), "夜间点验", 10, 5, {"D05"}}),
            (std::set<std::string>{"HQ"})); // a check-in round concerns whose it is
    }

    void theOrderOfTheCall()
    {
        const auto units = unitsCalled(*samplePlan());
        QCOMPARE(units.size(), std::size_t{37});
        QCOMPARE(units.front(), std::string("D01"));
        QCOMPARE(units[15], std::string("L01"));
        const auto once = drawn(units, 42);
        QCOMPARE(once, drawn(units, 42));
        QVERIFY(once != units && once != drawn(units, 43));
        QCOMPARE(
            std::set<std::string>(once.begin(), once.end()),
            std::set<std::string>(units.begin(), units.end()));
    }

    void thePlannedMoment()
    {
        using plan::Mode;
        const auto at = [](Mode mode, Millis after) {
            return *plannedRoll(*samplePlan(), mode, kNine + after);
        };
        QCOMPARE(at(Mode::Normal, s(5)), kNine);
        QCOMPARE(at(Mode::Normal, -Minutes(30)), kNine); // a little early is for the next one
        QCOMPARE(at(Mode::Normal, Minutes(119)), kNine);
        QCOMPARE(at(Mode::Normal, Minutes(121)), kNine + std::chrono::hours(24));
        QCOMPARE(at(Mode::Games, s(5)), kNine - Minutes(90));
        QCOMPARE(at(Mode::Games, Minutes(210)), kNine + Minutes(210)); // 12:30
    }

    // A body of before there were roll calls is a round as ever.
    void anOlderRoundIsNoRollCall()
    {
        log::Entry entry;
        entry.type = 89;
        entry.subject = shiftSubject();
        entry.body = log::encode(
            log::Fields{{1, "HQ"}, {2, "点验"}, {3, 10}, {4, 5}, {5, log::Array{"甲"}}});
        const auto act = decodeShiftAct(entry);
        QVERIFY(act && *act);
        QVERIFY(!std::get<StartRound>(**act).roll);
    }

private:
    static std::string word(const Result<void>& result)
    {
        return result ? "ok" : std::string(codeName(result.error().code));
    }
};

QTEST_GUILESS_MAIN(tst_RollRules)
#include "tst_RollRules.moc"
