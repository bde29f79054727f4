// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Rosters, leaders, presence, promises, loans, rounds and the handover: wire form, rule, fold.
#include "data/model/ShiftDuty.h"
#include "tests/support/SamplePlan.h"

#include <QTest>

#include <array>

using namespace sz;
using namespace sz::model;
using sz::test::samplePlan;

namespace {

const Instant kStart = fromUtcMs(1'790'000'000'000);
const Instant kNight = kStart + Minutes(60);
const Instant kMorning = kStart + Minutes(13 * 60);

Actor chief(const char* person = "")
{
    return {UnitCode("HQ"), PostCode("HQ-chief"), plan::Role::DutyChief, PersonCode(person)};
}

Actor district(const char* unit = "D05")
{
    return {
        UnitCode(unit), PostCode(std::string(unit) + "-desk"), plan::Role::DistrictDesk,
        PersonCode()};
}

CellEdit cell(std::vector<std::string> people, std::uint64_t base)
{
    return {PostCode("HQ-chief"), 20'000, "夜班", kNight, kMorning, std::move(people), false, base};
}

SheetRow row(const char* id, SheetPart part, bool isRed = false)
{
    SheetRow out;
    out.id = id;
    out.part = part;
    out.text = "医院主楼停电，柴油余 5 小时";
    out.isRed = isRed;
    return out;
}

std::string word(const Result<void>& result)
{
    return result ? "ok" : std::string(codeName(result.error().code));
}

/// A log of this matter only.
class Log
{
public:
    /// Id of the entry, or the code of the refusal.
    std::string write(const ShiftAct& act, const Actor& who = chief(), const char* desk = "desk-1")
    {
        const auto may = checkShift(*samplePlan(), state, who, act);
        return may ? force(act, who, desk) : word(may);
    }
    std::string force(const ShiftAct& act, const Actor& who = chief(), const char* desk = "desk-1")
    {
        const log::Entry entry = entryOf(act, who, desk);
        foldShift(*samplePlan(), state, *log::decodeEntry(log::encodeEntry(entry)));
        return entry.id.text();
    }
    static log::Entry entryOf(const ShiftAct& act, const Actor& who, const char* desk)
    {
        static UlidMaker ids;
        log::Entry entry;
        entry.id = ids.next(kStart);
        entry.desk = DeskId(desk);
        entry.unit = who.unit;
        entry.post = who.post;
        entry.person = who.person;
        entry.time = {kStart, 0};
        entry.type = shiftActType(act);
        entry.subject = shiftSubject();
        entry.body = encodeShiftAct(act);
        return entry;
    }

    ShiftState state;
};

std::vector<ShiftAct> oneOfEach()
{
    const DutySlot slot{PostCode("HQ-chief"), "王伟", kNight, kMorning};
    return {
        EditRoster{UnitCode("HQ"), {cell({"王伟", "李娜"}, 3)}, "调休"},
        AskDutyChange{DutyChange::Swap, slot, slot, "", "家中有事"},
        DecideDutyChange{"01J", false, "人手不够"},
        PutInCharge{
            UnitCode("A24"), PostCode("A24-leader"), PostCode("HQ-leader"), "张", "刘", kNight,
            kMorning},
        SetPresence{PostCode("HQ-chief"), Presence::Away, "去食堂", kNight},
        MakePromise{UnitCode("D05"), "增派 1 组", kNight, IncidentId("01K")},
        SettlePromise{"01J", true, "已到"},
        LendPosts{UnitCode("D05"), UnitCode("L06"), "体育中心", 40, kNight, kMorning, {"甲"}, "马"},
        ReturnPosts{"01J", 5, "先回"},
        StartRound{UnitCode("HQ"), "夜间点名", 10, 5, {"D05-desk", "门岗 12"}},
        ExtendRound{"01J", {"门岗 13"}},
        AnswerRound{"01J", {"门岗 12"}, true, "电话 8-2405", "“都在。”"},
        OpenSheet{UnitCode("HQ"), kNight, kStart, {row("red:1", SheetPart::OpenRed, true)}, "01H"},
        AddRows{"01J", {row("due:1", SheetPart::Due)}, {"red:1"}},
        TickRows{"01J", {"red:1"}, false},
        AddLine{"01J", "柴油车从汉阳走"},
        SignSheet{"01J", SheetSide::Incoming, "夜班", 23},
        SendBackSheet{"01J", "缺班表缺口"},
        ConfirmRound{"01J", 9'045, "已派巡查组"},
        LendList{
            UnitCode("D05"),
            kNight,
            kMorning,
            {{UnitCode("D06"), "网格 12", 3}, {{}, "江滩", 40}},
            "下沉"},
        PlanDrill{"防汛演练", kNight, "两个片区"},
        AgreeToDrill{"01J", kNight, "值班长三组"},
        StartDrill{"01J"},
        EndDrill{"01J", "下暴雨"},
        TellEndpoint{UnitCode("D11"), "会议终端", true, "报修 8-3318"},
        MissRoll{"01J", "D05", RollMiss::PhoneInVain, "8-2405"},
        NoteRoll{"01J", "D05", "01K", "请求支援", true, IncidentId("01L")},
        CloseRoll{"01J", 35, 1, {"D07"}, 3, 1, 2}};
}

// 80 to 99, then 140 to 144, then 150 and on.
std::uint32_t wireOf(int index)
{
    return static_cast<std::uint32_t>(
        index < 20   ? 80 + index
        : index < 25 ? 120 + index
                     : 125 + index);
}

} // namespace

class tst_ShiftActs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comesBackAsItWasWritten_data()
    {
        QTest::addColumn<int>("index");
        for (int i = 0; i < static_cast<int>(oneOfEach().size()); ++i) {
            QTest::addRow("type %u", wireOf(i)) << i;
        }
    }

    void comesBackAsItWasWritten()
    {
        QFETCH(int, index);
        const ShiftAct act = oneOfEach().at(static_cast<std::size_t>(index));
        QCOMPARE(shiftActType(act), wireOf(index));
        log::Entry entry = Log::entryOf(act, chief(), "desk-1");
        const auto back = decodeShiftAct(*log::decodeEntry(log::encodeEntry(entry)));
        QVERIFY(back && *back);
        QVERIFY(**back == act);
        // A field of a newer version is passed over and stays in the bytes.
        log::Fields fields = *log::decode(entry.body)->as<log::Fields>();
        fields.emplace(99, "newer");
        entry.body = log::encode(fields);
        const auto kept = log::decodeEntry(log::encodeEntry(entry));
        QCOMPARE(kept->body, entry.body);
        QVERIFY(**decodeShiftAct(*kept) == act);
        // Without its first field it is damaged, and changes nothing.
        fields.erase(1);
        entry.body = log::encode(fields);
        QCOMPARE(decodeShiftAct(entry).error().code, Code::BadEncoding);
        ShiftState state;
        foldShift(*samplePlan(), state, entry);
        QVERIFY(state == ShiftState{});
        // Another matter's, or a newer version's: not read.
        entry.typeVersion = 2;
        QVERIFY(decodeShiftAct(entry) && !*decodeShiftAct(entry));
        entry.typeVersion = 1;
        entry.subject.id = "mode";
        QVERIFY(decodeShiftAct(entry) && !*decodeShiftAct(entry));
    }

    void twoPlannersEditOneCell()
    {
        Log log;
        const auto key = ShiftCellKey{PostCode("HQ-chief"), 20'000, "夜班"};
        log.write(EditRoster{UnitCode("HQ"), {cell({"王伟"}, 0)}, ""}, chief(), "desk-1");
        log.write(EditRoster{UnitCode("HQ"), {cell({"李娜"}, 0)}, ""}, chief(), "desk-2");
        const ShiftCell* now = log.state.cell(key);
        QCOMPARE(now->standing.edit.people, std::vector<std::string>{"王伟"});
        QCOMPARE(now->rivals.size(), std::size_t{1});
        QCOMPARE(now->rivals[0].edit.people, std::vector<std::string>{"李娜"});
        QCOMPARE(now->rivals[0].author.desk, DeskId("desk-2"));
        QCOMPARE(now->version, std::uint64_t{2});
        // The second planner's next edit, still without the first's: his newest is the rival.
        log.write(EditRoster{UnitCode("HQ"), {cell({"赵敏"}, 1)}, ""}, chief(), "desk-2");
        QCOMPARE(now->rivals.size(), std::size_t{1});
        QCOMPARE(now->rivals[0].edit.people, std::vector<std::string>{"赵敏"});
        // The first goes on with his own: stands, the rival stays.
        log.write(EditRoster{UnitCode("HQ"), {cell({"王伟", "刘洋"}, 1)}, ""}, chief(), "desk-1");
        QCOMPARE(now->standing.edit.people, (std::vector<std::string>{"王伟", "刘洋"}));
        QCOMPARE(now->rivals.size(), std::size_t{1});
        // Somebody decides who has seen both.
        log.write(EditRoster{UnitCode("HQ"), {cell({"赵敏"}, 4)}, ""}, chief(), "desk-3");
        QVERIFY(now->rivals.empty());
        QCOMPARE(now->standing.edit.people, std::vector<std::string>{"赵敏"});
        QCOMPARE(now->before, (std::vector<std::string>{"王伟", "刘洋"}));
        // To the same: no dispute.
        log.write(EditRoster{UnitCode("HQ"), {cell({"赵敏"}, 2)}, ""}, chief(), "desk-4");
        QVERIFY(now->rivals.empty());
    }

    void personsGoInAndOut()
    {
        Log log;
        CellEdit edit = withPerson(log.state, cell({"王伟"}, 0), "李娜");
        QCOMPARE(edit.people, (std::vector<std::string>{"王伟", "李娜"}));
        log.write(EditRoster{UnitCode("HQ"), {edit}, ""});
        edit = withoutPerson(log.state, cell({"别人"}, 0), "王伟");
        QCOMPARE(edit.people, std::vector<std::string>{"李娜"});
        QCOMPARE(edit.base, std::uint64_t{1});
        QCOMPARE(withPerson(log.state, edit, "李娜").people.size(), std::size_t{2}); // no edit yet
    }

    void whatMayBeDone_data()
    {
        QTest::addColumn<int>(
            "who"); // 0 chief, 1 district, 2 viewer at the office, 3 another district
        QTest::addColumn<ShiftAct>("act");
        QTest::addColumn<QString>("says");
        const auto add = [](const char* name, int who, ShiftAct act, const char* says) {
            QTest::newRow(name) << who << std::move(act) << says;
        };
        const EditRoster edit{UnitCode("HQ"), {cell({"王伟"}, 0)}, ""};
        add("the office edits its own roster", 0, edit, "ok");
        add("a district does not edit the office's", 1, edit, "NotAllowed");
        add("who only reads edits nothing", 2, edit, "NotAllowed");
        add("no cells", 0, EditRoster{UnitCode("HQ"), {}, ""}, "BadArgument");
        add("a post of another unit", 0, EditRoster{UnitCode("D05"), {cell({"王伟"}, 0)}, ""},
            "NotFound");
        add("a cell twice", 0, EditRoster{UnitCode("HQ"), {cell({"甲"}, 0), cell({"乙"}, 0)}, ""},
            "BadArgument");
        add("nobody's name", 0, EditRoster{UnitCode("HQ"), {cell({" "}, 0)}, ""}, "BadArgument");
        CellEdit backwards = cell({"甲"}, 0);
        std::swap(backwards.from, backwards.until);
        add("ends before it begins", 0, EditRoster{UnitCode("HQ"), {backwards}, ""}, "BadArgument");
        CellEdit both = cell({"甲"}, 0);
        both.isAsPlanned = true;
        add("as planned and by name", 0, EditRoster{UnitCode("HQ"), {both}, ""}, "BadArgument");
        add("no such unit", 0, EditRoster{UnitCode("X99"), {cell({"甲"}, 0)}, ""}, "NoSuchUnit");
        const PutInCharge charge{
            UnitCode("A24"), PostCode("A24-leader"), PostCode("HQ-leader"), "", "", kNight, {}};
        add("the chief puts a leader in charge", 0, charge, "ok");
        add("a district does not", 1, charge, "NotAllowed");
        PutInCharge wrong = charge;
        wrong.area = UnitCode("D05");
        add("in charge of no area", 0, wrong, "NoSuchUnit");
        wrong = charge;
        wrong.leader = PostCode("HQ-intake");
        add("no leader's post", 0, wrong, "PostNotYours");
        wrong = charge;
        wrong.deputy = wrong.leader;
        add("his own deputy", 0, wrong, "BadArgument");
        wrong = charge;
        wrong.until = kStart;
        add("over before it begins", 0, wrong, "BadArgument");
        const SetPresence away{PostCode("D05-desk"), Presence::Away, "", {}};
        add("the own post is away", 1, away, "ok");
        add("the office says it for a district", 0, away, "ok");
        add("another district does not", 3, away, "NotAllowed");
        add("no such post", 0, SetPresence{PostCode("X"), Presence::Here, "", {}}, "NotFound");
        const MakePromise promise{UnitCode("L06"), "今晚到", kNight, {}};
        add("a promise to another unit", 1, promise, "ok");
        add("a viewer promises nothing", 2, promise, "NotAllowed");
        add("an empty promise", 1, MakePromise{UnitCode("L06"), " ", kNight, {}}, "MissingField");
        add("a promise that is not there", 0, SettlePromise{"none", true, ""}, "NotFound");
        const LendPosts loan{UnitCode("D05"), UnitCode("D06"), "江滩", 30,
                             kNight,          kMorning,        {},     ""};
        add("a loan", 1, loan, "ok");
        LendPosts odd = loan;
        odd.people = 0;
        add("nobody lent", 1, odd, "LimitOutOfRange");
        odd = loan;
        odd.people = 1;
        odd.names = {"甲", "乙"};
        add("more names than people", 1, odd, "CountsUnbalanced");
        odd = loan;
        odd.place = "";
        odd.to = {};
        add("lent to nowhere", 1, odd, "MissingField");
        add("another's people", 3, loan, "NotAllowed");
        const LendList list{
            UnitCode("D05"), kNight, kMorning, {{UnitCode("D06"), "网格 12", 3}}, "下沉"};
        add("a list of loans", 1, list, "ok");
        add("another's list", 3, list, "NotAllowed");
        LendList wrongList = list;
        wrongList.parts.clear();
        add("a list of nothing", 1, wrongList, "BadArgument");
        wrongList.parts.assign(kMostLoanParts + 1, list.parts[0]);
        add("more places than an entry has room for", 1, wrongList, "BadArgument");
        wrongList.parts = {list.parts[0], {{}, " ", 3}};
        add("a part to nowhere", 1, wrongList, "MissingField");
        wrongList.parts = {{UnitCode("X1"), "", 3}};
        add("a part to no unit", 1, wrongList, "NoSuchUnit");
        wrongList.parts = {{UnitCode("D06"), "", 0}};
        add("a part of nobody", 1, wrongList, "LimitOutOfRange");
        add("a round", 0, StartRound{UnitCode("HQ"), "点名", 10, 5, {"甲"}}, "ok");
        add("a round of nobody", 0, StartRound{UnitCode("HQ"), "点名", 10, 5, {}}, "BadArgument");
        add("no window", 0, StartRound{UnitCode("HQ"), "点名", 0, 5, {"甲"}}, "LimitOutOfRange");
        add("a round that is not there", 0, AnswerRound{"none", {"甲"}, false, "", ""}, "NotFound");
        add("a sheet", 0, OpenSheet{UnitCode("HQ"), kNight, kStart, {}, ""}, "ok");
        add("a sheet of before that is not there", 0,
            OpenSheet{UnitCode("HQ"), kNight, kStart, {}, "none"}, "NotFound");
        add("the same row twice", 0,
            OpenSheet{
                UnitCode("HQ"),
                kNight,
                kStart,
                {row("a", SheetPart::Due), row("a", SheetPart::Due)},
                ""},
            "BadArgument");
        const DutySlot slot{PostCode("HQ-chief"), "王伟", kNight, kMorning};
        add("a swap with nobody", 0, AskDutyChange{DutyChange::Swap, slot, {}, "", "x"},
            "MissingField");
        add("a substitute without a name", 0,
            AskDutyChange{DutyChange::Substitute, slot, {}, "", "x"}, "MissingField");
        add("a no-show without a stand-in", 0, AskDutyChange{DutyChange::NoShow, slot, {}, "", "x"},
            "ok");
        add("a change without a reason", 0, AskDutyChange{DutyChange::NoShow, slot, {}, "", ""},
            "MissingField");
        add("words beyond bounds", 0,
            MakePromise{UnitCode("L06"), std::string(2'001, 'x'), kNight, {}}, "BadArgument");
    }

    void whatMayBeDone()
    {
        QFETCH(int, who);
        QFETCH(ShiftAct, act);
        QFETCH(QString, says);
        Actor viewer = chief();
        viewer.role = plan::Role::Viewer;
        const std::array actors{chief(), district(), viewer, district("D06")};
        const ShiftState none;
        QCOMPARE(
            QString::fromStdString(word(
                checkShift(*samplePlan(), none, actors.at(static_cast<std::size_t>(who)), act))),
            says);
    }

    void aChangeNeedsASecondPerson()
    {
        Log log;
        const DutySlot slot{PostCode("HQ-chief"), "王伟", kNight, kMorning};
        const auto id = log.write(
            AskDutyChange{DutyChange::Substitute, slot, {}, "李娜", "病假"}, chief("1001"));
        QCOMPARE(
            log.write(DecideDutyChange{id, true, ""}, chief("1001")), std::string("SecondPerson"));
        QCOMPARE(
            log.write(DecideDutyChange{id, false, ""}, chief("1002")), std::string("MissingField"));
        QCOMPARE(log.write(DecideDutyChange{id, true, ""}, district()), std::string("NotAllowed"));
        log.write(DecideDutyChange{id, true, ""}, chief("1002"));
        QVERIFY(log.state.changes.at(id).decision->isAccepted);
        QCOMPARE(
            log.write(DecideDutyChange{id, true, ""}, chief("1003")), std::string("AlreadyDone"));
        // Shared seats: another post.
        const auto shared =
            log.write(AskDutyChange{DutyChange::Substitute, slot, {}, "李娜", "病假"});
        QCOMPARE(log.write(DecideDutyChange{shared, true, ""}), std::string("SecondPerson"));
        Actor leader = chief();
        leader.post = PostCode("HQ-leader");
        log.write(DecideDutyChange{shared, true, ""}, leader);
        QVERIFY(log.state.changes.at(shared).decision);
    }

    void whoAnswersForAnArea()
    {
        Log log;
        const UnitCode area("A24");
        const auto put = [&](const char* leader, Instant from, std::optional<Instant> until) {
            log.write(PutInCharge{area, PostCode(leader), {}, "", "", from, until});
        };
        QVERIFY(log.state.inCharge(area, kStart) == nullptr);
        put("A24-leader", kStart, {});
        put("Z1-leader", kNight, kMorning);
        QCOMPARE(log.state.inCharge(area, kStart)->leader, PostCode("A24-leader"));
        QCOMPARE(log.state.inCharge(area, kNight)->leader, PostCode("Z1-leader"));
        QCOMPARE(log.state.inCharge(area, kMorning)->leader, PostCode("A24-leader"));
        QVERIFY(log.state.inCharge(area, kStart - Minutes(1)) == nullptr);
    }

    void promisesAndLoansAreSettledOnce()
    {
        Log log;
        const auto promise =
            log.write(MakePromise{UnitCode("L06"), "今晚到", kNight, {}}, district());
        QCOMPARE(
            log.write(SettlePromise{promise, false, ""}, district()), std::string("MissingField"));
        QCOMPARE(
            log.write(SettlePromise{promise, true, ""}, district("D06")),
            std::string("NotAllowed"));
        log.write(SettlePromise{promise, true, ""}, district());
        QCOMPARE(
            log.write(SettlePromise{promise, true, ""}, district()), std::string("AlreadyDone"));
        const auto loan = log.write(
            LendPosts{UnitCode("D05"), UnitCode("D06"), "江滩", 30, kNight, kMorning, {}, ""},
            district());
        QCOMPARE(surgeOf(log.state, UnitCode("D05"), kNight).lent, 30);
        QCOMPARE(log.write(ReturnPosts{loan, 31, ""}, district()), std::string("LimitOutOfRange"));
        log.write(ReturnPosts{loan, 12, ""}, district("D06")); // the place sends them back
        QCOMPARE(surgeOf(log.state, UnitCode("D05"), kNight).lent, 18);
        QCOMPARE(surgeOf(log.state, UnitCode("D06"), kNight).borrowed, 18);
        QCOMPARE(surgeOf(log.state, UnitCode("D06"), kMorning).borrowed, 0);
        log.write(ReturnPosts{loan, 18, ""});
        QCOMPARE(log.write(ReturnPosts{loan, 1, ""}), std::string("AlreadyDone"));
    }

    // Each part of a list is a loan of its own, and goes back by itself.
    void aListIsManyLoans()
    {
        Log log;
        const auto id = log.write(
            LendList{
                UnitCode("D05"),
                kNight,
                kMorning,
                {{UnitCode("D06"), "网格 12", 3}, {UnitCode("D06"), "网格 13", 40}},
                "下沉"},
            district());
        QCOMPARE(log.state.loans.size(), std::size_t{2});
        QCOMPARE(surgeOf(log.state, UnitCode("D06"), kNight).borrowed, 43);
        log.write(ReturnPosts{id + "/0002", 15, ""}, district("D06"));
        QCOMPARE(surgeOf(log.state, UnitCode("D05"), kNight).lent, 28);
        QCOMPARE(
            audienceOf(*samplePlan(), log.state, ReturnPosts{id + "/0002", 1, ""}).units.size(),
            std::size_t{2});
        // All of the list at once, in its order; the unit that took a part of it cannot send the others' back.
        QCOMPARE(log.write(ReturnPosts{id, 29, ""}, district()), std::string("LimitOutOfRange"));
        log.write(ReturnPosts{id, 20, ""}, district());
        QCOMPARE(log.state.loans.at(id + "/0001").returned, 3);
        QCOMPARE(log.state.loans.at(id + "/0002").returned, 32);
    }

    void aRoundMissesTwice()
    {
        Log log;
        const auto id = log.write(StartRound{UnitCode("HQ"), "夜间点名", 10, 5, {"甲", "乙"}});
        log.write(ExtendRound{id, {"乙", "丙"}});
        log.write(AnswerRound{id, {"甲"}, false, "", ""});
        QCOMPARE(log.write(AnswerRound{id, {"乙"}, true, "", "都在"}), std::string("MissingField"));
        QCOMPARE(log.write(AnswerRound{id, {"丁"}, false, "", ""}), std::string("NotFound"));
        QCOMPARE(log.write(AnswerRound{id, {"甲"}, false, "", ""}), std::string("AlreadyDone"));
        const auto states = [&](Minutes later) {
            std::string out;
            for (const CheckInLine& line : standingOf(log.state.rounds.at(id), kStart + later)) {
                out += std::to_string(static_cast<int>(line.state));
            }
            return out;
        };
        QCOMPARE(states(Minutes(9)), std::string("011"));
        QCOMPARE(states(Minutes(10)), std::string("022"));
        log.write(AnswerRound{id, {"乙"}, true, "电话 8-2405", "“都在。”"});
        QCOMPARE(states(Minutes(15)), std::string("003"));
        QCOMPARE(log.state.rounds.at(id).answers.at("乙").words, std::string("“都在。”"));
    }

    void aHandoverFromOpeningToBothSignatures()
    {
        Log log;
        const auto id = log.write(
            OpenSheet{
                UnitCode("HQ"),
                kNight,
                kStart,
                {row("red:1", SheetPart::OpenRed, true), row("due:1", SheetPart::Due)},
                ""},
            chief("1001"));
        const ShiftSheet* sheet = log.state.sheet(id);
        const auto sign = [&](SheetSide side, const char* who, const char* name = "") {
            return log.write(SignSheet{id, side, name, sheet->rows.size()}, chief(who));
        };
        QCOMPARE(sign(SheetSide::Incoming, "1002"), std::string("StepsOpen"));
        QCOMPARE(log.write(SendBackSheet{id, "缺"}, chief("1002")), std::string("NothingAsked"));
        sign(SheetSide::Outgoing, "1001");
        QVERIFY(sheet->outgoing);
        QCOMPARE(sign(SheetSide::Outgoing, "1001"), std::string("AlreadyDone"));
        QCOMPARE(
            log.write(TickRows{id, {"red:1"}, true}, chief("1001")), std::string("SecondPerson"));
        log.write(SendBackSheet{id, "班表缺口没写"}, chief("1002"));
        QVERIFY(!sheet->outgoing);
        QCOMPARE(sheet->returns.size(), std::size_t{1});
        log.write(AddLine{id, "柴油车从汉阳走"}, chief("1001"));
        log.write(AddRows{id, {row("red:2", SheetPart::OpenRed, true)}, {"due:1"}}, chief("1001"));
        sign(SheetSide::Outgoing, "1001");
        QCOMPARE(sheet->rows.size(), std::size_t{4});
        QVERIFY(sheet->rows[1].isSettled && sheet->rows[3].isLater);
        log.write(TickRows{id, {"red:1"}, true}, chief("1002"));
        QCOMPARE(sign(SheetSide::Incoming, "1002"), std::string("StepsOpen"));
        log.write(TickRows{id, {"red:2"}, true}, chief("1002"));
        QCOMPARE(sign(SheetSide::Incoming, "1001"), std::string("SecondPerson"));
        sign(SheetSide::Incoming, "1002");
        QVERIFY(sheet->isDone());
        QCOMPARE(sheet->incoming->author.person, PersonCode("1002"));
        QCOMPARE(log.write(AddLine{id, "迟了"}, chief("1001")), std::string("AlreadyDone"));
        QCOMPARE(
            log.write(OpenSheet{UnitCode("HQ"), kNight, kStart, {}, ""}),
            std::string("AlreadyDone"));
        QCOMPARE(log.state.lastSheetOf(UnitCode("HQ")), id);
        QCOMPARE(log.write(AddLine{id, "x"}, district()), std::string("NotAllowed"));
    }

    // One side writes without a link; headquarters sees its entries late, in either order.
    void eitherSideMaySignFirst()
    {
        Log log;
        const auto id = log.write(
            OpenSheet{UnitCode("HQ"), kNight, kStart, {row("due:1", SheetPart::Due)}, ""});
        QCOMPARE(log.write(SignSheet{id, SheetSide::Incoming, "", 1}), std::string("MissingField"));
        log.write(SignSheet{id, SheetSide::Incoming, "值班长二组", 1});
        QVERIFY(log.state.sheet(id)->incoming && !log.state.sheet(id)->isDone());
        // What the outgoing one had written down meanwhile is red: it has to be read.
        log.write(AddRows{id, {row("red:9", SheetPart::OpenRed, true)}, {}});
        QVERIFY(!log.state.sheet(id)->incoming);
        QCOMPARE(
            log.write(SignSheet{id, SheetSide::Incoming, "值班长二组", 2}),
            std::string("StepsOpen"));
        log.write(TickRows{id, {"red:9"}, true});
        log.write(SignSheet{id, SheetSide::Incoming, "值班长二组", 2});
        QCOMPARE(
            log.write(SignSheet{id, SheetSide::Outgoing, "值班长二组", 2}),
            std::string("SecondPerson"));
        log.write(SignSheet{id, SheetSide::Outgoing, "值班长一组", 2});
        QVERIFY(log.state.sheet(id)->isDone());
    }

    // Both sides wrote the sheet of the same change while one of them had no link: one sheet, nothing of either lost.
    void twoSheetsOfOneChangeBecomeOne()
    {
        Log log;
        const OpenSheet outgoing{
            UnitCode("HQ"), kNight, kStart, {row("due:1", SheetPart::Due)}, ""};
        const OpenSheet incoming{
            UnitCode("HQ"),
            kNight,
            kStart,
            {row("due:1", SheetPart::Due), row("red:7", SheetPart::OpenRed, true)},
            ""};
        const auto first = log.write(outgoing, chief("1001"), "desk-1");
        const auto second = log.write(incoming, chief("1002"), "desk-2");
        QCOMPARE(log.state.sheets.size(), std::size_t{1});
        QCOMPARE(log.state.sheet(second), log.state.sheet(first));
        QCOMPARE(log.state.sheet(first)->rows.size(), std::size_t{2});
        log.write(AddLine{second, "柴油车从汉阳走"}, chief("1002"), "desk-2");
        log.write(TickRows{second, {"red:7"}, true}, chief("1002"), "desk-2");
        log.write(SignSheet{first, SheetSide::Outgoing, "", 3}, chief("1001"), "desk-1");
        log.write(SignSheet{second, SheetSide::Incoming, "", 3}, chief("1002"), "desk-2");
        QVERIFY(log.state.sheet(first)->isDone());
        QCOMPARE(log.state.sheet(first)->rows.size(), std::size_t{3});
        QCOMPARE(log.state.lastSheetOf(UnitCode("HQ")), first);
    }

    // Who meant the same as what stands is heard again when it becomes another.
    void whoAgreedDiffersOnceItChanges()
    {
        Log log;
        const auto key = ShiftCellKey{PostCode("HQ-chief"), 20'000, "夜班"};
        log.write(EditRoster{UnitCode("HQ"), {cell({"王伟"}, 0)}, ""}, chief(), "desk-1");
        log.write(EditRoster{UnitCode("HQ"), {cell({"王伟"}, 0)}, ""}, chief(), "desk-2");
        QVERIFY(log.state.cell(key)->rivals.empty());
        log.write(EditRoster{UnitCode("HQ"), {cell({"李娜"}, 1)}, ""}, chief(), "desk-1");
        QCOMPARE(log.state.cell(key)->rivals.size(), std::size_t{1});
        QCOMPARE(log.state.cell(key)->rivals[0].author.desk, DeskId("desk-2"));
    }

    // By roles.toml: a seat asks, signs and starts rounds; its chief plans and agrees; who only reads does none of it.
    void rightsOfTheirOwn_data()
    {
        QTest::addColumn<plan::Role>("role");
        QTest::addColumn<QString>("allowed"); // of plan, lend, decide, open, sign, tick, round
        QTest::newRow("duty officer") << plan::Role::DutyOfficer << "ask open round ";
        QTest::newRow("duty chief") << plan::Role::DutyChief << "plan lend ask decide open round ";
        QTest::newRow("leader") << plan::Role::Leader << "plan lend ask decide open round ";
        QTest::newRow("inspector") << plan::Role::Inspector << "";
        QTest::newRow("trainer") << plan::Role::Trainer << "ask ";
        QTest::newRow("administrator") << plan::Role::Administrator << "";
        QTest::newRow("viewer") << plan::Role::Viewer << "";
    }

    void rightsOfTheirOwn()
    {
        QFETCH(plan::Role, role);
        QFETCH(QString, allowed);
        Log log;
        const DutySlot slot{PostCode("HQ-chief"), "王伟", kNight, kMorning};
        const AskDutyChange ask{DutyChange::Substitute, slot, {}, "李娜", "病假"};
        const auto asked = log.write(ask, chief("1001"));
        Actor actor = chief("1002");
        actor.role = role;
        const std::vector<std::pair<QString, ShiftAct>> acts{
            {"plan", EditRoster{UnitCode("HQ"), {cell({"王伟"}, 0)}, ""}},
            {"lend", LendPosts{UnitCode("HQ"), {}, "江滩", 3, kNight, kMorning, {}, ""}},
            {"ask", ask},
            {"decide", DecideDutyChange{asked, true, ""}},
            {"open", OpenSheet{UnitCode("HQ"), kNight, kStart, {}, ""}},
            {"round", StartRound{UnitCode("HQ"), "点名", 10, 5, {"甲"}}}};
        QString may;
        for (const auto& [name, act] : acts) {
            const auto done = checkShift(*samplePlan(), log.state, actor, act);
            may += done ? name + u' ' : QString();
            QVERIFY2(done || done.error().code == Code::NotAllowed, qPrintable(name));
        }
        QCOMPARE(may, allowed);
        // A sheet that is there: who may not sign may not tick or send back either.
        const auto sheet = log.write(
            OpenSheet{UnitCode("HQ"), kNight, kStart, {row("due:1", SheetPart::Due)}, ""},
            chief("1001"));
        log.write(SignSheet{sheet, SheetSide::Outgoing, "", 1}, chief("1001"));
        for (const ShiftAct& act : std::initializer_list<ShiftAct>{
                 TickRows{sheet, {"due:1"}, true}, SignSheet{sheet, SheetSide::Incoming, "", 1},
                 SendBackSheet{sheet, "缺"}}) {
            QCOMPARE(
                checkShift(*samplePlan(), log.state, actor, act).has_value(),
                allowed.contains("open"));
        }
    }

    void missedTwiceGoesUpUntilSomebodyHasSeenIt()
    {
        Log log;
        const auto id =
            log.write(StartRound{UnitCode("D05"), "夜间点名", 10, 5, {"甲", "乙"}}, district());
        const auto alarm = [&](Minutes after) {
            return roundAlarmOf(*samplePlan(), log.state.rounds.at(id), kStart + after);
        };
        log.write(AnswerRound{id, {"甲"}, false, "", ""}, district());
        QVERIFY(!alarm(Minutes(14)));
        QVERIFY(alarm(Minutes(15)));
        QCOMPARE(alarm(Minutes(15))->missed, std::size_t{1});
        QCOMPARE(alarm(Minutes(15))->first, std::string("乙"));
        const auto& ladder = samplePlan()->ladder;
        QVERIFY(ladder.size() >= 2);
        const auto& second = ladder[1];
        const auto climb = alarm(Minutes(15 + second.afterMinutes))->climb;
        QVERIFY(climb);
        QCOMPARE(climb->turn, second.post);
        QCOMPARE(log.write(ConfirmRound{id, 3, ""}), std::string("LimitOutOfRange"));
        QCOMPARE(log.write(ConfirmRound{id, 2, ""}, district("D06")), std::string("NotAllowed"));
        log.write(ConfirmRound{id, 2, "已派巡查组"}); // the office for the district
        QCOMPARE(log.write(ConfirmRound{id, 2, ""}), std::string("AlreadyDone"));
        QVERIFY(!alarm(Minutes(600)));
        log.write(ExtendRound{id, {"丙"}}, district()); // another one that nobody has seen
        QCOMPARE(alarm(Minutes(600))->first, std::string("丙"));
        QCOMPARE(alarm(Minutes(600))->missed, std::size_t{1});
    }

    void whoIsTold()
    {
        Log log;
        const auto units = [&](const ShiftAct& act) {
            const auto told = audienceOf(*samplePlan(), log.state, act);
            std::string out = told.isForAll ? "all" : "";
            for (const UnitCode& unit : told.units) {
                out += unit.value + " ";
            }
            return out;
        };
        const LendPosts loan{UnitCode("D05"), UnitCode("D06"), "江滩", 3, kNight, kMorning, {}, ""};
        QCOMPARE(units(loan), std::string("D05 D06 "));
        const auto id = log.write(loan);
        QCOMPARE(units(ReturnPosts{id, 1, ""}), std::string("D05 D06 "));
        QCOMPARE(units(ReturnPosts{"none", 1, ""}), std::string());
        QCOMPARE(
            units(PutInCharge{UnitCode("A24"), PostCode("A24-leader"), {}, "", "", kNight, {}}),
            std::string("all"));
        QCOMPARE(
            units(SetPresence{PostCode("D05-desk"), Presence::Here, "", {}}), std::string("D05 "));
    }

    // Planned for ten past the change: begins with the word of him who takes over, or half an hour after it without.
    void aDrillNearAChangeWaitsForTheIncomingChiefsWord()
    {
        Log log;
        const plan::Plan& plan = *samplePlan();
        const auto duty = dutyAt(plan, &log.state, PostCode("HQ-chief"), kStart);
        const Instant change = duty->until;
        const std::string drill = log.write(PlanDrill{"防汛演练", change + Minutes(10), ""});
        const auto begins = [&](Instant at) {
            return word(checkShiftTime(plan, log.state, StartDrill{drill}, at));
        };
        QCOMPARE(begins(change - Minutes(31)), std::string("ok"));
        QCOMPARE(begins(change - Minutes(29)), std::string("StepsOpen"));
        QCOMPARE(begins(change + Minutes(29)), std::string("StepsOpen"));
        QCOMPARE(begins(change + Minutes(30)), std::string("ok"));
        QCOMPARE(
            log.write(AgreeToDrill{drill, change, duty->holderZh}),
            std::string("SecondPerson")); // who goes
        QCOMPARE(
            log.write(AgreeToDrill{drill, change + Minutes(1), duty->nextZh}),
            std::string("BadArgument")); // nobody takes over then
        QCOMPARE(
            log.write(AgreeToDrill{drill, change, duty->nextZh}, district()),
            std::string("NotAllowed"));
        log.write(AgreeToDrill{drill, change, duty->nextZh});
        QCOMPARE(begins(change - Minutes(29)), std::string("ok"));
        QCOMPARE(begins(change + Minutes(12 * 60)), std::string("StepsOpen")); // the next change
        QCOMPARE(log.write(StartDrill{drill}, district()), std::string("NotAllowed"));
        log.write(StartDrill{drill});
        QCOMPARE(log.write(StartDrill{drill}), std::string("AlreadyDone"));
        QVERIFY(log.state.drills.at(drill).begun);
        log.write(EndDrill{drill, ""});
        QCOMPARE(log.write(EndDrill{drill, ""}), std::string("AlreadyDone"));
        QCOMPARE(log.write(StartDrill{"none"}), std::string("NotFound"));
    }

    // Who planned it, or hands over himself, does not speak for the other.
    void theWordIsAnothers()
    {
        Log log;
        const auto duty = dutyAt(*samplePlan(), &log.state, PostCode("HQ-chief"), kStart);
        const std::string drill = log.write(PlanDrill{"防汛演练", duty->until, ""}, chief("P1"));
        const AgreeToDrill agree{drill, duty->until, duty->nextZh};
        QCOMPARE(log.write(agree, chief("P1")), std::string("SecondPerson"));
        const auto sheet =
            log.write(OpenSheet{UnitCode("HQ"), duty->until, kStart, {}, ""}, chief("P2"));
        log.write(SignSheet{sheet, SheetSide::Outgoing, "", 0}, chief("P2"));
        QCOMPARE(log.write(agree, chief("P2")), std::string("SecondPerson"));
        log.write(agree, chief("P3"));
        QVERIFY(log.state.drills.at(drill).isAgreed(duty->until));
    }

    // Two take over together: the word of either counts, that of a third does not, nor half a name.
    void theWordOfOneOfTheIncoming()
    {
        Log log;
        const auto duty = dutyAt(*samplePlan(), &log.state, PostCode("HQ-chief"), kStart);
        const Instant change = duty->until;
        CellEdit next = cell({"王伟", "李娜"}, 0);
        next.from = change;
        next.until = change + Minutes(12 * 60);
        log.write(EditRoster{UnitCode("HQ"), {next}, ""});
        const std::string drill = log.write(PlanDrill{"防汛演练", change, ""});
        const auto agreed = [&](const std::string& name) {
            return log.write(AgreeToDrill{drill, change, name}, chief("P3"));
        };
        QCOMPARE(agreed("赵敏"), std::string("SecondPerson"));
        QCOMPARE(agreed("李"), std::string("SecondPerson"));
        QVERIFY(!log.state.drills.at(drill).isAgreed(change));
        agreed("李娜");
        QVERIFY(log.state.drills.at(drill).isAgreed(change));
        const std::string other = log.write(PlanDrill{"消防演练", change, ""});
        log.write(AgreeToDrill{other, change, "王伟、李娜"}, chief("P3"));
        QVERIFY(log.state.drills.at(other).isAgreed(change));
    }

    void aDrillIsPlannedForATimeToCome()
    {
        const ShiftState none;
        const auto planned = [&](Instant at) {
            return word(checkShiftTime(*samplePlan(), none, PlanDrill{"演练", at, ""}, kStart));
        };
        QCOMPARE(planned(kStart), std::string("LimitOutOfRange"));
        QCOMPARE(planned(kStart + Minutes(1)), std::string("ok"));
        Log log;
        QCOMPARE(log.write(PlanDrill{" ", kNight, ""}), std::string("MissingField"));
        const std::string drill = log.write(PlanDrill{"演练", kNight, ""});
        QCOMPARE(log.write(EndDrill{drill, ""}), std::string("MissingField")); // called off: why
        log.write(EndDrill{drill, "下暴雨"});
        QCOMPARE(log.write(StartDrill{drill}), std::string("AlreadyDone"));
    }

    void anEndpointIsDownUntilItWorksAgain()
    {
        Log log;
        const TellEndpoint down{UnitCode("D05"), "会议终端", true, "报修 8-3318"};
        TellEndpoint up = down;
        up.isDown = false;
        QCOMPARE(log.write(up), std::string("NothingAsked"));
        QCOMPARE(log.write(down, district("D06")), std::string("NotAllowed"));
        log.write(down, district("D05"));
        QCOMPARE(log.write(down), std::string("AlreadyDone"));
        TellEndpoint more = down;
        more.text = "答复明早 08:00 前恢复";
        log.write(more);
        const auto key = std::pair(UnitCode("D05"), std::string("会议终端"));
        QCOMPARE(log.state.endpoints.at(key).told.text, more.text);
        QVERIFY(log.state.endpoints.at(key).told.isDown);
        log.write(up);
        QVERIFY(!log.state.endpoints.at(key).told.isDown);
        QCOMPARE(
            log.write(TellEndpoint{UnitCode("D05"), std::string(81, 'x'), true, ""}),
            std::string("BadArgument"));
    }

    // Headquarters has numbered the incident since the row was read: the matter is the same, and nobody reads it twice.
    void aNumberIsNoNews()
    {
        Log log;
        SheetRow red = row("red:1", SheetPart::OpenRed, true);
        const auto id = log.write(OpenSheet{UnitCode("HQ"), kNight, kStart, {red}, ""});
        log.write(TickRows{id, {"red:1"}, true});
        red.number = "045";
        log.write(AddRows{id, {red}, {}});
        QVERIFY(log.state.sheet(id)->unreadRed().empty());
        QCOMPARE(log.state.sheet(id)->rows.front().row.number, std::string("045"));
        QVERIFY(!log.state.sheet(id)->rows.front().isLater);
        red.number.clear(); // a desk that has not heard of it
        log.write(AddRows{id, {red}, {}});
        QCOMPARE(log.state.sheet(id)->rows.front().row.number, std::string("045"));
        red.text = "医院主楼停电，柴油余 1 小时";
        log.write(AddRows{id, {red}, {}});
        QCOMPARE(log.state.sheet(id)->unreadRed().size(), std::size_t{1});
    }

    void drillsKeepAwayFromAChangeOfShift_data()
    {
        QTest::addColumn<int>("minutes"); // from the change
        QTest::addColumn<bool>("hasWord");
        QTest::addColumn<QString>("says");
        QTest::newRow("half an hour before") << -30 << false << "ok";
        QTest::newRow("29 minutes before") << -29 << false << "StepsOpen";
        QTest::newRow("at the change") << 0 << false << "StepsOpen";
        QTest::newRow("29 minutes after") << 29 << false << "StepsOpen";
        QTest::newRow("half an hour after") << 30 << false << "ok";
        QTest::newRow("with the incoming chief's word") << 5 << true << "ok";
    }

    void drillsKeepAwayFromAChangeOfShift()
    {
        QFETCH(int, minutes);
        QFETCH(bool, hasWord);
        QFETCH(QString, says);
        QCOMPARE(
            QString::fromStdString(word(mayStartDrill(
                {kNight - Minutes(12 * 60), kNight}, kNight + Minutes(minutes), hasWord))),
            says);
    }
};

QTEST_APPLESS_MAIN(tst_ShiftActs)
#include "tst_ShiftActs.moc"
